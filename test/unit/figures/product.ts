import { foldActivity } from '../../../src/domain/fold/fold-activity.ts';
import { foldCatalog } from '../../../src/domain/fold/fold-catalog.ts';
import { clickThrough } from '../../../src/domain/insights/figures.ts';
import type { Period } from '../../../src/domain/insights/period.ts';
import type { FoldEvent } from '../../../src/domain/kernel/fold-event.ts';
import { currentRole } from '../../../src/domain/people/membership.ts';
import { MODEL } from '../../../src/domain/registry.ts';
import { Summaries } from '../../../src/engine/assets/summaries.ts';
import { factsOf } from '../../../src/engine/insights/facts/facts.ts';
import {
  byUsefulness,
  coverageCells,
  overviewOf,
  ratedLow,
  requestInsights,
  staleButHot,
  unusedAssets,
} from '../../../src/engine/insights/numbers.ts';
import type { LiveCatalog } from '../../../src/engine/live/live-catalog.ts';
import type { OpenReplica } from '../../../src/engine/open-replica.ts';
import { runGolden } from '../../../src/engine/search-quality/golden.ts';
import { searchFigures } from '../../../src/engine/search-quality/search-figures.ts';
import { dayOf } from '../../../src/shared/day.ts';
import type { FigureId } from '../../../src/shared/vocabulary/figures.ts';
import { foldContext, idOf } from '../../support/event-maker.ts';

/** An open hub over events in memory: what the figures need of one, seen by the lead who founded it. */
export function hubOf(events: readonly FoldEvent[], now: number): OpenReplica {
  const streams = { catalog: [] as FoldEvent[], activity: [] as FoldEvent[] };
  for (const event of events)
    streams[MODEL.knows(event.kind) ? MODEL.streamOf(event.kind) : 'catalog'].push(event);
  const state = foldCatalog(streams.catalog, foldContext);
  const activity = MODEL.emptyActivity();
  foldActivity(activity, streams.activity, state.membership.timeline);
  const { timeline } = state.membership;
  const member = (id: string) => ({
    id,
    name: timeline.members.get(id)?.name.value ?? id,
    role: currentRole(timeline, id) ?? 'rep',
  });
  const self = idOf('m', 1);
  const clock = { now: () => now };
  const catalog = {
    state,
    activity,
    member,
    self: () => member(self),
    selfId: () => self,
    onFold: () => undefined,
  };
  const hub = {
    catalog,
    // Figures read of the catalog what is here; the class has private parts that no double can have.
    summaries: new Summaries(catalog as unknown as LiveCatalog, () => dayOf(now)),
    ports: { clock },
    newcomers: { current: () => new Set() },
    requestNews: { isNews: () => false },
  };
  return hub as unknown as OpenReplica;
}

/** At which place a made-up search finds an asset. */
export function placeOf(query: string, asset: string): number | null {
  const place = (Number(query.at(-1)) + Number(asset.at(-1))) % 4;
  return place === 0 ? null : place;
}

/** Every figure as the product works it out. */
export async function productFigures(hub: OpenReplica, period: Period): Promise<Record<FigureId, unknown>> {
  const assets = byUsefulness(hub, period);
  const cells = Array.from(coverageCells(hub, period));
  const { rows } = requestInsights(hub, period);
  const { days: _, period: __, ...four } = overviewOf(hub, period);
  const found = searchFigures(hub, period);
  const { part, whole } = clickThrough(factsOf(hub), period);
  const golden = await runGolden(hub, async ({ query }) =>
    [1, 2, 3].map((place) => ({
      asset: {
        id: [0, 1, 2, 3].map((n) => idOf('a', n)).find((id) => placeOf(query, id) === place) ?? idOf('a', 99),
      },
    })),
  );
  const perAsset = (of: (asset: (typeof assets)[number]) => unknown) =>
    Object.fromEntries(assets.map((asset) => [asset.id, of(asset)]));
  const perCell = (of: (cell: (typeof cells)[number]) => number) =>
    Object.fromEntries(cells.map((cell) => [`${cell.stage} ${cell.persona}`, of(cell)]));
  const perRequest = (of: (row: (typeof rows)[number]) => number | null) =>
    Object.fromEntries(rows.map((row) => [row.id, of(row)]));
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).sort();
  return {
    ...four,
    clickThrough: { part, whole },
    clickPosition: found.meanPlace,
    mrr: found.mrr,
    goldenMrr: golden.mrr,
    uses: perAsset(({ usesInPeriod }) => usesInPeriod),
    usesEver: perAsset(({ uses }) => uses),
    unused: ids(unusedAssets(hub, period)),
    staleButHot: ids(staleButHot(hub, period)),
    freshness: perAsset(({ freshness }) => freshness),
    usefulness: perAsset(({ usefulness }) => (usefulness.enough ? usefulness.score : null)),
    lowerBound: perAsset(({ usefulness }) => (usefulness.enough ? usefulness.lowerBound : null)),
    ratings: perAsset(({ usefulness }) => usefulness.count),
    foundUseful: perAsset(({ usefulness }) => usefulness.useful),
    ratedLow: ids(ratedLow(hub)),
    demand: perCell(({ demand }) => demand),
    gap: perCell(({ gap }) => gap),
    requestAge: perRequest(({ ageDays }) => ageDays),
    timeTaken: perRequest(({ takenDays }) => takenDays),
    cycleTime: perRequest(({ status, takenDays }) => (status === 'fulfilled' ? takenDays : null)),
  };
}
