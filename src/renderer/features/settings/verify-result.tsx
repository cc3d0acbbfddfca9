import type { VerifyReport } from '../../../contract/maintenance.ts';
import { plural } from '../../ui/plural.ts';
import styles from './settings-screen.module.css';

/** What checking everything found. */
export function VerifyResult({ report }: { readonly report: VerifyReport }) {
  const checked = `${plural(report.events, 'event')} and ${plural(report.blobs, 'file')} checked`;
  return (
    <div role="status">
      <p className={`${styles.text} ${report.ok ? styles.good : styles.bad}`}>
        {report.ok
          ? `Everything is whole: ${checked}.`
          : `${checked}; ${plural(report.problems.length, 'problem')} found.`}
      </p>
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
