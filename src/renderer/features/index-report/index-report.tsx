import { Button, Progress } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { IndexReport as Report } from '../../../contract/maintenance.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { formatNumber } from '../../ui/format.ts';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { capitalised, plural } from '../../ui/plural.ts';
import styles from './index-report.module.css';
import { useIndexReport } from './use-index-report.ts';

/** `Two of 214 assets can’t be searched`, as a sentence. */
export function summaryOf({ searchable, partly, not, pages }: Report): string {
  const all = searchable + partly.length + not.length;
  if (all === 0) return 'There is nothing to search yet.';
  const found = all - not.length;
  const whole =
    found === 0
      ? 'No asset can be searched by its text yet.'
      : `${plural(pages, 'page')} of ${plural(found, 'asset')} can be searched.`;
  if (not.length === 0 && partly.length === 0) return whole;
  const awaited = not.filter(({ reason }) => reason === 'text-missing').length;
  const never = not.length - awaited;
  const parts = [
    ...(awaited > 0 ? [`the text of ${formatNumber(awaited)} is not on this device yet`] : []),
    ...(never > 0 ? [`${formatNumber(never)} can’t be searched by their text`] : []),
    ...(partly.length > 0 ? [`${formatNumber(partly.length)} only in part`] : []),
  ];
  return `${whole} ${capitalised(parts.join(', '))}; all are found by title and tags.`;
}

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
          <span className={styles.reason}>{entry.message}</span>
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
  return (
    <div className={styles.report}>
      <p className={styles.summary}>{summaryOf(report.data)}</p>
      <Exceptions name="Not searchable" entries={report.data.not} />
      <Exceptions name="Partly searchable" entries={report.data.partly} />
      <div className={styles.actions}>
        <Button variant="default" disabled={progress !== null} onClick={rebuild}>
          Rebuild the index
        </Button>
        {progress !== null && (
          <>
            <Progress
              className={styles.bar ?? ''}
              value={progress.total === 0 ? 0 : (progress.done / progress.total) * 100}
              aria-label="Rebuilding the index"
            />
            <span className={styles.current} role="status">
              {progress.total === 0 ? 'Beginning' : `${progress.done} of ${progress.total}`}
            </span>
          </>
        )}
      </div>
    </div>
  );
}
