import { ErrorState } from '../../base/error-state.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import classes from '../../ui/report.module.css';
import { GoldenQueries } from './golden-queries.tsx';
import { SearchCards } from './search-cards.tsx';
import { UnansweredSearches } from './unanswered-searches.tsx';
import type { useSearchQuality } from './use-search-quality.ts';

/** How well people find what they look for, and what they do not. */
export function SearchQuality({
  quality,
  days,
}: {
  readonly quality: ReturnType<typeof useSearchQuality>;
  readonly days: number;
}) {
  const { data, error, again } = quality;
  if (error !== null) return <ErrorState error={error} onRetry={again} />;
  if (data === null) return <LoadingRows count={8} />;
  return (
    <div className={classes.page}>
      <SearchCards figures={data.figures} run={data.run} definitions={data.definitions} />
      <UnansweredSearches
        {...data.unanswered}
        searches={data.figures.searches}
        policy={data.policy.searchWords}
        days={days}
      />
      <GoldenQueries run={data.run} days={days} />
    </div>
  );
}
