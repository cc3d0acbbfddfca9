import type { AssetSummary } from '../../contract/assets.ts';
import type { CoverageCell, Overview } from '../../contract/insights.ts';
import { searchesBetween, sumDays } from '../../domain/activity.ts';
import { isFresh, isUsable } from '../../domain/asset-state.ts';
import { DAY_MS } from '../../domain/calendar.ts';
import { cellKey, coverageOf } from '../../domain/coverage.ts';
import { ratio } from '../../domain/ratio.ts';
import { isClosed } from '../../domain/sla.ts';
import { renewedAtTime } from '../../domain/versions.ts';
import type { OpenHub } from '../open-hub.ts';
import { listRequests } from '../requests/requests.ts';

/** Days over which demand is counted. */
const DEMAND_DAYS = 90;

/** What reps may use: published, and due for review. */
export function usableAssets(hub: OpenHub): AssetSummary[] {
  return [...hub.summaries.all().values()].filter((asset) => isUsable(asset.state));
}

/** The four numbers of a period and of the one before it. */
export function overviewOf(hub: OpenHub, days: number): Overview {
  const now = hub.ports.clock.now();
  const from = now - days * DAY_MS;
  const before = from - days * DAY_MS;
  const compare = (at: (from: number, to: number) => ReturnType<typeof ratio>) => {
    // The running day belongs to the period: it ends with tomorrow's start.
    const current = at(from + DAY_MS, now + DAY_MS);
    return { ...current, previous: at(before + DAY_MS, from + DAY_MS).value };
  };
  const covered = coverageAt(hub, now);
  return {
    days,
    adoption: compareUse(
      hub,
      compare((start, end) => adoption(hub, start, end)),
      before + DAY_MS,
      from + DAY_MS,
    ),
    coverage: { ...covered, previous: coverageAt(hub, from).value },
    noResultRate: compare((start, end) => {
      const { withoutHit, all } = searchesBetween(hub.catalog.activity, start, end);
      return ratio(withoutHit, all);
    }),
    slaHitRate: compare((start, end) => slaHitRate(hub, start, end)),
  };
}

/** Where no use at all was recorded in the period before, there is nothing to compare with: that is not 0 %. */
function compareUse<Compared>(hub: OpenHub, compared: Compared, from: number, to: number) {
  const recorded = [...hub.catalog.activity.uses.values()].some(({ days }) => sumDays(days, from, to) > 0);
  return recorded ? compared : { ...compared, previous: null };
}

/** Distinct usable assets used in the period / usable assets that existed by its end. */
function adoption(hub: OpenHub, from: number, to: number) {
  const there = usableAssets(hub).filter((asset) => asset.publishedAt < to);
  const used = there.filter((asset) => {
    const use = hub.catalog.activity.uses.get(asset.id);
    return use !== undefined && sumDays(use.days, from, to) > 0;
  });
  return ratio(used.length, there.length);
}

/** Requests answered within the promise / answered, of those answered in the period. */
function slaHitRate(hub: OpenHub, from: number, to: number) {
  const answered = listRequests(hub, {}).filter(
    (request) =>
      (request.status === 'fulfilled' || request.status === 'declined') &&
      request.answeredAt !== undefined &&
      request.answeredAt >= from &&
      request.answeredAt < to,
  );
  return ratio(answered.filter((request) => request.sla.state === 'met').length, answered.length);
}

/** Terms that are in use, by order. */
function currentTerms(hub: OpenHub): { readonly stages: string[]; readonly personas: string[] } {
  const { stages, personas } = hub.catalog.state.taxonomy;
  const live = (terms: typeof stages | typeof personas) =>
    [...terms.values()]
      .map(({ value }) => value)
      .filter((term) => term.retired !== true)
      .sort((a, b) => a.order - b.order)
      .map((term) => term.id);
  return { stages: live(stages), personas: live(personas) };
}

/** Cells with a usable asset that was fresh at a time / all cells. */
function coverageAt(hub: OpenHub, at: number) {
  const { stages, personas } = currentTerms(hub);
  const covered = new Set<string>();
  for (const asset of usableAssets(hub)) {
    const state = hub.catalog.state.assets.get(asset.id);
    if (state === undefined) continue;
    const renewed = renewedAtTime(state, at);
    if (renewed === undefined || !isFresh(renewed, at)) continue;
    for (const stage of asset.stages)
      for (const persona of asset.personas) covered.add(cellKey(stage, persona));
  }
  const cells = stages.flatMap((stage) => personas.map((persona) => cellKey(stage, persona)));
  return ratio(cells.filter((cell) => covered.has(cell)).length, cells.length);
}

/** The matrix of buying stage × persona. */
export function coverageMatrix(hub: OpenHub): { cells: CoverageCell[]; covered: number; all: number } {
  const { stages, personas } = currentTerms(hub);
  const assets = usableAssets(hub).map((asset) => ({ ...asset, fresh: asset.freshness === 'fresh' }));
  const cells = [...coverageOf(stages, personas, assets, demandOf(hub))];
  return { cells, covered: cells.filter((cell) => cell.fresh > 0).length, all: cells.length };
}

/** Searches in a context, requests and votes of the last days, by cell. */
function demandOf(hub: OpenHub): Map<string, number> {
  const now = hub.ports.clock.now();
  const from = now - DEMAND_DAYS * DAY_MS;
  const demand = new Map<string, number>();
  for (const [key, days] of hub.catalog.activity.demand) demand.set(key, sumDays(days, from, now + 1));
  for (const request of listRequests(hub, {})) {
    if (request.stage === undefined || request.persona === undefined || request.at < from) continue;
    const key = cellKey(request.stage, request.persona);
    demand.set(key, (demand.get(key) ?? 0) + request.votes);
  }
  return demand;
}

/** Requests with age and cycle time in days, and how many there are of each status. */
export function requestInsights(hub: OpenHub) {
  const now = hub.ports.clock.now();
  const rows = listRequests(hub, {}).map((request) => {
    const closed = isClosed(request.status);
    const end = closed ? (request.answeredAt ?? now) : now;
    const days = Math.max(0, end - request.at) / DAY_MS;
    return { ...request, ageDays: days, cycleDays: request.status === 'fulfilled' ? days : null };
  });
  const counts = new Map<string, number>();
  for (const { status } of rows) counts.set(status, (counts.get(status) ?? 0) + 1);
  return { rows, byStatus: [...counts].map(([status, count]) => ({ status, count })) };
}

/** Usable assets, the most useful first; those with too few ratings after them. */
export function byUsefulness(hub: OpenHub): AssetSummary[] {
  return usableAssets(hub).sort(
    (a, b) =>
      Number(b.usefulness.enough) - Number(a.usefulness.enough) ||
      b.usefulness.lowerBound - a.usefulness.lowerBound ||
      b.usefulness.count - a.usefulness.count ||
      a.title.localeCompare(b.title),
  );
}

/** Usable and never used, the oldest first. */
export function unusedAssets(hub: OpenHub): AssetSummary[] {
  return usableAssets(hub)
    .filter((asset) => asset.uses === 0)
    .sort((a, b) => a.publishedAt - b.publishedAt);
}

/** Stale, and used more than the middle asset all the same; the most used first. */
export function staleButHot(hub: OpenHub): AssetSummary[] {
  const usable = usableAssets(hub);
  const uses = usable.map((asset) => asset.uses).sort((a, b) => a - b);
  const middle = uses[Math.floor(uses.length / 2)] ?? 0;
  return usable
    .filter((asset) => asset.freshness === 'stale' && asset.uses > 0 && asset.uses >= middle)
    .sort((a, b) => b.uses - a.uses);
}
