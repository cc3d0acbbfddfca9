import type { VerifyReport } from '../../../contract/maintenance.ts';
import { Note } from '../../ui/note.tsx';
import { plural } from '../../ui/plural.ts';
import styles from './settings-screen.module.css';

/** What is not here and need not be. */
function elsewhere({ notKept, notArrived }: VerifyReport): string {
  const kept = notKept === 0 ? '' : `${plural(notKept, 'file')} not kept on this device; the hub has them. `;
  const coming =
    notArrived === 0
      ? ''
      : `${plural(notArrived, 'text or thumbnail', 'texts and thumbnails')} still to arrive.`;
  return `${kept}${coming}`.trim();
}

/** What checking everything found. */
export function VerifyResult({ report }: { readonly report: VerifyReport }) {
  const checked = `${plural(report.events, 'event')} and ${plural(report.blobs, 'file')} checked`;
  return (
    <div role="status">
      <Note tone={report.ok ? 'good' : 'bad'}>
        {report.ok
          ? `Everything is whole: ${checked}.`
          : `${checked}; ${plural(report.problems.length, 'problem')} found.`}
      </Note>
      {report.notKept + report.notArrived > 0 && <Note>{elsewhere(report)}</Note>}
      {report.problems.length > 0 && (
        <ul className={styles.problems}>
          {report.problems.map((problem) => (
            <li key={`${problem.code}:${problem.id ?? problem.message}`}>{problem.message}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
