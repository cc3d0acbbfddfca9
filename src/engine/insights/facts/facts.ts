import type { AssetSummary } from '../../../contract/assets.ts';
import type { PeriodInput } from '../../../contract/insights.ts';
import { usesOfAssets } from '../../../domain/activity/merged-uses.ts';
import { hasMerges, knownAsset } from '../../../domain/assets/asset-selectors.ts';
import { isUsable } from '../../../domain/assets/asset-state.ts';
import type { AssetState } from '../../../domain/assets/assets.ts';
import { demandOf } from '../../../domain/insights/demand.ts';
import type { FigureFacts, PublishedAsset } from '../../../domain/insights/figures.ts';
import { daysFrom, lastDays, type Period, USUAL_DAYS } from '../../../domain/insights/period.ts';
import { foundingOf } from '../../../domain/people/people-selectors.ts';
import { renewedAtTime } from '../../../domain/versions/versions.ts';
import { isDay } from '../../../shared/day.ts';
import { says } from '../../../shared/says/says.ts';
import type { WithAssets } from '../../assets/with-assets.ts';
import { invalid } from '../../base/refusal.ts';
import { timeOfStamp } from '../../live/event-time.ts';

/** What reps may use. */
export function usableAssets(replica: WithAssets): AssetSummary[] {
  return [...replica.summaries.all().values()].filter((asset) => isUsable(asset.state));
}

/** What the figures of this hub are worked out of. */
export function factsOf(replica: WithAssets): FigureFacts {
  const { catalog } = replica;
  const founded = foundingOf(catalog);
  return {
    published: usableAssets(replica).map((asset) => publishedAsset(asset, knownAsset(catalog, asset.id))),
    activity: activityOf(replica),
    catalog,
    foundedAt: founded === undefined ? 0 : timeOfStamp(founded),
    now: replica.ports.clock.now(),
  };
}

/** What was done with the assets; what was done with those that were made one counts for the one. */
function activityOf({ catalog }: WithAssets): FigureFacts['activity'] {
  return hasMerges(catalog)
    ? { ...catalog.activity, uses: new Map(usesOfAssets(catalog)) }
    : catalog.activity;
}

/** What was looked for and asked for in a period, by cell. */
export function demandIn({ catalog }: WithAssets, period: Period): ReadonlyMap<string, number> {
  return demandOf({ activity: catalog.activity, catalog }, period);
}

function publishedAsset(summary: AssetSummary, state: AssetState | undefined): PublishedAsset {
  const { id, stages, personas, usefulness, publishedAt, variant } = summary;
  return {
    id,
    piece: variant?.original,
    stages,
    personas,
    usefulness,
    publishedAt,
    fresh: summary.freshness === 'fresh',
    reviewDays: summary.reviewDays,
    renewedBy: (time) => (state === undefined ? undefined : renewedAtTime(state, time)),
  };
}

/** The period that somebody asked for. Throws `Refusal` where there is no such day. */
export function periodOf(replica: WithAssets, { days = USUAL_DAYS, from, to }: Partial<PeriodInput>): Period {
  const now = replica.ports.clock.now();
  if (from === undefined && to === undefined) return lastDays(days, now);
  for (const [field, day] of [
    ['from', from],
    ['to', to],
  ] as const) {
    if (day !== undefined && !isDay(day)) {
      throw invalid(says('assets.no-such-day'), field);
    }
  }
  const last = to === undefined ? lastDays(1, now) : daysFrom(to, to);
  const first = from === undefined ? { from: lastDays(days, last.from).from } : daysFrom(from, from);
  if (first.from >= last.to) throw invalid(says('insights.period-backwards'), 'to');
  return { from: first.from, to: last.to };
}
