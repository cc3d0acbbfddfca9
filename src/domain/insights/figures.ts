import type { HeadlineFigure } from '../../shared/vocabulary/figures.ts';
import { type SearchCounts, searchesBetween, sumDays } from '../activity/activity.ts';
import { isFresh } from '../assets/asset-state.ts';
import { type CoverageCellState, type CoveringAsset, cellKey, coverageOf } from '../coverage/coverage.ts';
import type { Holds } from '../kernel/holds.ts';
import { entryOf } from '../kernel/register.ts';
import type { ActivityState, CatalogState } from '../registry.ts';
import { demandOf } from './demand.ts';
import { isWithin, type Period, periodBefore } from './period.ts';
import { type FallenDue, promisesDue } from './promises.ts';
import { type Ratio, ratio } from './ratio.ts';

/** The figures of the table in `definitions.ts`, worked out of what was folded. Pure; all times are milliseconds since 1970. */

/** An asset that reps may use now. */
export type PublishedAsset = CoveringAsset & {
  readonly id: string;
  readonly publishedAt: number;
  /** After how many days it is due for review. */
  readonly reviewDays: number;
  /** Since when it had been fresh, as it stood at a time; `undefined` where it was not there yet. */
  readonly renewedBy: (time: number) => number | undefined;
};

/** What figures are worked out of. */
export type FigureFacts = {
  readonly published: readonly PublishedAsset[];
  readonly activity: ActivityState;
  readonly catalog: Holds<Pick<CatalogState, 'requests' | 'taxonomy'>>;
  /** When the hub was founded. */
  readonly foundedAt: number;
  readonly now: number;
};

/** A figure, and what it was before; null where the hub has no earlier period. */
type ComparedRatio = Ratio & { readonly previous: number | null };

/** The four numbers. */
type FourNumbers = Readonly<Record<HeadlineFigure, ComparedRatio>>;

/** The four numbers of a period and of the one before it, as far as the hub existed then. */
export function fourNumbers(facts: FigureFacts, period: Period): FourNumbers {
  const earlier = periodBefore(period);
  const compare = (of: (facts: FigureFacts, period: Period) => Ratio): ComparedRatio => ({
    ...of(facts, period),
    previous: facts.foundedAt <= earlier.from ? of(facts, earlier).value : null,
  });
  const used = compare(adoption);
  return {
    // Where no use at all was recorded before, there is nothing to compare with: that is not 0 %.
    adoption: { ...used, previous: wasUsed(facts, earlier) ? used.previous : null },
    coverage: {
      ...coverage(facts),
      previous: facts.foundedAt <= period.from ? coverageAt(facts, period.from).value : null,
    },
    noResultRate: compare(noResultRate),
    slaHitRate: compare(slaHitRate),
  };
}

function wasUsed({ activity }: FigureFacts, period: Period): boolean {
  return [...activity.uses.keys()].some((asset) => usesIn({ activity }, asset, period) > 0);
}

/** How often reps used an asset in a period. */
export function usesIn({ activity }: Pick<FigureFacts, 'activity'>, asset: string, period: Period): number {
  const use = activity.uses.get(asset);
  return use === undefined ? 0 : sumDays(use.days, period.from, period.to);
}

/** Content adoption: a piece of collateral is used where any of its language editions is. */
function adoption(facts: FigureFacts, period: Period): Ratio {
  const all = piecesBy(facts, period);
  return ratio(all.filter((piece) => isUsed(facts, piece, period)).length, all.length);
}

/** What no rep used in a period, in any language: the rest of {@link adoption}. Of language editions the original, else the first. */
export function unused(facts: FigureFacts, period: Period): readonly PublishedAsset[] {
  return piecesBy(facts, period).flatMap((piece) =>
    isUsed(facts, piece, period) ? [] : (piece.find(({ id, piece: of }) => id === of) ?? piece[0] ?? []),
  );
}

function isUsed(facts: FigureFacts, piece: readonly PublishedAsset[], period: Period): boolean {
  return piece.some(({ id }) => usesIn(facts, id, period) > 0);
}

/** What was published by the end of a period, language editions of one another together. */
function piecesBy(facts: FigureFacts, period: Period): readonly (readonly PublishedAsset[])[] {
  const pieces = new Map<string, PublishedAsset[]>();
  for (const asset of publishedBy(facts, period))
    entryOf(pieces, asset.piece ?? asset.id, (): PublishedAsset[] => []).push(asset);
  return [...pieces.values()];
}

function publishedBy({ published }: FigureFacts, { to }: Period): readonly PublishedAsset[] {
  return published.filter(({ publishedAt }) => publishedAt < to);
}

/** Stale, and used at least as often as the middle one of all published assets. */
export function staleButHot(facts: FigureFacts, period: Period): readonly PublishedAsset[] {
  const uses = new Map(facts.published.map(({ id }) => [id, usesIn(facts, id, period)]));
  const sorted = [...uses.values()].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return facts.published.filter(({ id, fresh }) => {
    const own = uses.get(id) ?? 0;
    return !fresh && own > 0 && own >= middle;
  });
}

/** What reps' searches of a period came to. */
export function searchesIn({ activity }: FigureFacts, period: Period): Readonly<SearchCounts> {
  return searchesBetween(activity, period.from, period.to);
}

/** No-result rate. */
export function noResultRate(facts: FigureFacts, period: Period): Ratio {
  const { withoutHit, all } = searchesIn(facts, period);
  return ratio(withoutHit, all);
}

/** Click-through. */
export function clickThrough(facts: FigureFacts, period: Period): Ratio {
  const { opened, all } = searchesIn(facts, period);
  return ratio(opened, all);
}

/** The promises that fell due in a period, the earliest first. */
export function fallenDue({ catalog, now }: FigureFacts, period: Period): readonly FallenDue[] {
  return promisesDue(catalog.state.requests.values()).filter(
    ({ dueAt }) => dueAt <= now && isWithin(period, dueAt),
  );
}

/** SLA hit rate. */
function slaHitRate(facts: FigureFacts, period: Period): Ratio {
  const due = fallenDue(facts, period);
  return ratio(due.filter(({ outcome }) => outcome === 'kept').length, due.length);
}

/** The terms of a list that are in use, in their order. */
function liveTerms(taxonomy: CatalogState['taxonomy'], of: 'stages' | 'personas'): readonly string[] {
  return [...taxonomy[of].values()]
    .map(({ value }) => value)
    .filter(({ retired }) => retired !== true)
    .sort((a, b) => a.order - b.order || a.name.localeCompare(b.name))
    .map(({ id }) => id);
}

/** The matrix of buying stage × persona, each cell worked out when it is asked for. */
export function coverageMatrix(facts: FigureFacts, period: Period): Iterable<CoverageCellState> {
  const { taxonomy } = facts.catalog.state;
  const [stages, personas] = [liveTerms(taxonomy, 'stages'), liveTerms(taxonomy, 'personas')];
  return coverageOf(stages, personas, facts.published, demandOf(facts, period));
}

/** Coverage now. */
function coverage(facts: FigureFacts): Ratio {
  return coveredBy(
    facts,
    facts.published.filter(({ fresh }) => fresh),
  );
}

/** Coverage as it was: by what is published now, where it was there and fresh then. */
function coverageAt(facts: FigureFacts, time: number): Ratio {
  const fresh = facts.published.filter(({ renewedBy, reviewDays }) => {
    const since = renewedBy(time);
    return since !== undefined && isFresh(since, time, reviewDays);
  });
  return coveredBy(facts, fresh);
}

function coveredBy({ catalog }: FigureFacts, fresh: readonly PublishedAsset[]): Ratio {
  const covered = new Set(
    fresh.flatMap(({ stages, personas }) =>
      stages.flatMap((stage) => personas.map((persona) => cellKey(stage, persona))),
    ),
  );
  const { taxonomy } = catalog.state;
  const cells = liveTerms(taxonomy, 'stages').flatMap((stage) =>
    liveTerms(taxonomy, 'personas').map((persona) => cellKey(stage, persona)),
  );
  return ratio(cells.filter((cell) => covered.has(cell)).length, cells.length);
}
