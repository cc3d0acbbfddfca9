import { plural, t } from '@lingui/core/macro';
import type { VerifyReport } from '../../../contract/maintenance.ts';
import { say } from '../../../words/say.ts';
import { Note } from '../../ui/note.tsx';
import styles from './settings-screen.module.css';

/** What is not here and need not be. */
function elsewhere({ notKept, notArrived }: VerifyReport): string {
  const kept =
    notKept === 0
      ? ''
      : `${plural(notKept, { one: '# file', other: '# files' })} not kept on this device; the hub has them. `;
  const coming =
    notArrived === 0
      ? ''
      : t`${plural(notArrived, { one: '# text or thumbnail', other: '# texts and thumbnails' })} still to arrive.`;
  return `${kept}${coming}`.trim();
}

/** What checking everything found. */
export function VerifyResult({ report }: { readonly report: VerifyReport }) {
  const checked = t`${plural(report.events, { one: '# event', other: '# events' })} and ${plural(report.blobs, { one: '# file', other: '# files' })} checked`;
  return (
    <div role="status">
      <Note tone={report.ok ? 'good' : 'bad'}>
        {report.ok
          ? t`Everything is whole: ${checked}.`
          : t`${checked}; ${plural(report.problems.length, { one: '# problem', other: '# problems' })} found.`}
      </Note>
      {report.notKept + report.notArrived > 0 && <Note>{elsewhere(report)}</Note>}
      {report.problems.length > 0 && (
        <ul className={styles.problems}>
          {report.problems.map((problem) => (
            <li key={`${problem.code}:${problem.id ?? say(problem.says)}`}>{say(problem.says)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
