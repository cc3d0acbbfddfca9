import { t } from '@lingui/core/macro';
import { Button, Progress } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { IndexReport as Report } from '../../../contract/maintenance.ts';
import { indexedMessage, readAgainMessage, recognitionMessage } from '../../../words/texts.ts';
import { ErrorState } from '../../base/error-state.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import styles from './index-report.module.css';
import { summaryOf } from './index-words.ts';
import { useIndexReport } from './use-index-report.ts';

function Exceptions({ name, entries }: { readonly name: string; readonly entries: Report['not'] }) {
  if (entries.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key
    <ul className={styles.list} aria-label={name} tabIndex={0}>
      {entries.map((entry) => (
        <li key={entry.assetId} className={styles.item}>
          <Link className={styles.asset} to="/asset/$assetId" params={{ assetId: entry.assetId }}>
            {entry.title}
          </Link>
          <span className={styles.reason}>{indexedMessage(entry)}</span>
        </li>
      ))}
    </ul>
  );
}

/** What can be searched and what can’t, with the reasons; and the index made anew. */
export function IndexReport() {
  const { report, progress, rebuild } = useIndexReport();
  if (report.error !== null) return <ErrorState error={report.error} onRetry={() => void report.refetch()} />;
  if (report.data === undefined) return <LoadingRows count={2} />;
  const again = readAgainMessage(report.data.readAgain);
  const scans = recognitionMessage(report.data.recognition);
  return (
    <div className={styles.report}>
      <p className={styles.summary}>{summaryOf(report.data)}</p>
      {again !== undefined && <p className={styles.summary}>{again}</p>}
      {scans !== undefined && <p className={styles.summary}>{scans}</p>}
      <Exceptions name={t`Not searchable`} entries={report.data.not} />
      <Exceptions name={t`Partly searchable`} entries={report.data.partly} />
      <div className={styles.actions}>
        <Button
          variant="default"
          disabled={progress !== null}
          onClick={rebuild}
        >{t`Rebuild the index`}</Button>
        {progress !== null && (
          <>
            <Progress
              className={styles.bar ?? ''}
              value={progress.total === 0 ? 0 : (progress.done / progress.total) * 100}
              aria-label={t`Rebuilding the index`}
            />
            <span className={styles.current} role="status">
              {progress.total === 0 ? t`Beginning` : t`${progress.done} of ${progress.total}`}
            </span>
          </>
        )}
      </div>
    </div>
  );
}
