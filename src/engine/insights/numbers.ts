import type { AssetSummary } from '../../contract/assets.ts';
import type { AgedRequest, CoverageCell, Overview, UsedAsset } from '../../contract/insights.ts';
import * as figures from '../../domain/insights/figures.ts';
import { isWithin, type Period, periodDays } from '../../domain/insights/period.ts';
import { DAY_MS } from '../../domain/kernel/calendar.ts';
import { isRatedLow, ownMean } from '../../domain/ratings/usefulness.ts';
import { isClosed } from '../../shared/vocabulary/requests.ts';
import { listRequests } from '../requests/requests.ts';
import type { WithSearchQuality } from '../search-quality/with-search-quality.ts';
import { factsOf, usableAssets } from './facts/facts.ts';

/** The four numbers of a period and of the one before it. */
export function overviewOf(replica: WithSearchQuality, period: Period): Overview {
  const days = periodDays(period);
  return { days: days.days, period: days, ...figures.fourNumbers(factsOf(replica), period) };
}

/** The cells of buying stage × persona, each worked out when it is asked for. */
export function coverageCells(replica: WithSearchQuality, period: Period): Iterable<CoverageCell> {
  return figures.coverageMatrix(factsOf(replica), period);
}

/** Requests that were open, asked or closed in a period, with age and time taken in days, and how many there are of each status. */
export function requestInsights(replica: WithSearchQuality, period: Period) {
  const rows = listRequests(replica, {})
    .filter(({ at, status, answeredAt }) => {
      if (at >= period.to) return false;
      return !isClosed(status) || isWithin(period, at) || isWithin(period, answeredAt ?? at);
    })
    .map((request) => agedRequest(request, replica.ports.clock.now()));
  const counts = new Map<string, number>();
  for (const { status } of rows) counts.set(status, (counts.get(status) ?? 0) + 1);
  return { rows, byStatus: [...counts].map(([status, count]) => ({ status, count })) };
}

function agedRequest(request: ReturnType<typeof listRequests>[number], now: number): AgedRequest {
  const { at, status, answeredAt } = request;
  const inDays = (end: number): number => Math.max(0, end - at) / DAY_MS;
  const takenDays = isClosed(status) && answeredAt !== undefined ? inDays(answeredAt) : null;
  // Whole days that have passed, as lists and boards say it: 13.9 days are no fortnight.
  return { ...request, ageDays: Math.floor(inDays(now)), takenDays };
}

/** Usable assets, the most useful first; those with too few ratings after them. */
export function byUsefulness(replica: WithSearchQuality, period: Period): UsedAsset[] {
  return usedAssets(replica, period).sort(
    (a, b) =>
      Number(b.usefulness.enough) - Number(a.usefulness.enough) ||
      b.usefulness.lowerBound - a.usefulness.lowerBound ||
      b.usefulness.count - a.usefulness.count ||
      a.title.localeCompare(b.title),
  );
}

/** What reps may use, with its use in a period. */
export function usedAssets(replica: WithSearchQuality, period: Period): UsedAsset[] {
  const { activity } = replica.catalog;
  return usableAssets(replica).map((asset) => ({
    ...asset,
    usesInPeriod: figures.usesIn({ activity }, asset.id, period),
  }));
}

/** Published, and used by no rep in a period; the oldest first. */
export function unusedAssets(replica: WithSearchQuality, period: Period): UsedAsset[] {
  return rowsOf(replica, period, figures.unused(factsOf(replica), period)).sort(
    (a, b) => a.publishedAt - b.publishedAt,
  );
}

/** Stale, and used a lot in a period all the same; the most used first. */
export function staleButHot(replica: WithSearchQuality, period: Period): UsedAsset[] {
  return rowsOf(replica, period, figures.staleButHot(factsOf(replica), period)).sort(
    (a, b) => b.usesInPeriod - a.usesInPeriod,
  );
}

/** What those who rated it rated low, the lowest first. */
export function ratedLow(replica: WithSearchQuality): AssetSummary[] {
  const mean = ({ usefulness }: AssetSummary): number => ownMean(usefulness.distribution) ?? 5;
  return usableAssets(replica)
    .filter(({ usefulness }) => isRatedLow(usefulness.distribution))
    .sort((a, b) => mean(a) - mean(b) || b.usefulness.count - a.usefulness.count);
}

function rowsOf(
  replica: WithSearchQuality,
  period: Period,
  assets: readonly { readonly id: string }[],
): UsedAsset[] {
  const wanted = new Set(assets.map(({ id }) => id));
  return usedAssets(replica, period).filter(({ id }) => wanted.has(id));
}
