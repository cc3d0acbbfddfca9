import type { AssetSummary } from '../../../contract/assets.ts';
import type { Filters } from '../../../contract/search.ts';
import { isUsable } from '../../../domain/assets/asset-state.ts';
import { FACET_NAMES } from '../../../shared/vocabulary/asset-attributes.ts';
import { dimensionFieldsIn, isDimensionField } from '../../../shared/vocabulary/asset-fields.ts';
import type { CatalogStandings } from './catalog-standings.ts';
import { type AnyFilter, type Facets, type FacetValues, valuesOf } from './facet-values.ts';
import { FamilyGroups } from './families.ts';

/** Filters over the catalog in memory, and counts of what each value would leave. */

/** Filters as they come in: what is absent or empty does not filter. */
export type ChosenFilters = { readonly [Name in keyof Filters]?: Filters[Name] | undefined };

/** Says whether assets of a state are among those that are looked at; by default what reps may use. */
export function inScope(of: AssetSummary['state'], status: Filters['status'] = 'published'): boolean {
  switch (status) {
    case 'all':
      return true;
    case 'published':
      return isUsable(of);
    case 'draft':
      return of === 'draft' || of === 'in-review' || of === 'scheduled';
    case 'expired':
      return of === 'expired';
    case 'archived':
      return of === 'archived';
  }
}

/** What hides items: a filter by click, or a part of the query (its place in the list that was given). */
export type Hiding = { readonly by: AnyFilter | 'tags' | 'freshOnly' | number; readonly count: number };

/** What the filters leave of some assets, what each facet's values would leave, and how many the filters hide. */
type Filtered = {
  /** Positions in what was given; of language editions the first of each family, behind the others. */
  readonly kept: Uint32Array;
  /** By the position of the first of a family, those of all of its editions that the filters leave. */
  readonly together: ReadonlyMap<number, readonly number[]>;
  readonly facets: Facets;
  readonly hidden: number;
  /** How many would show if one filter alone were taken off, where there are any; those that hide most first. */
  readonly hiddenBy: readonly Hiding[];
};

type Test = (asset: AssetSummary) => boolean;
type Condition = { readonly by: Hiding['by']; readonly test: Test };

/**
 * Filters assets, given by their seats, in one pass. A facet's counts leave its own filter out, as is usual where several values can be
 * chosen; all other filters hold. Values of one filter are alternatives, filters hold together, and so do the further tests. Tags compare
 * without regard to case. Language editions of one another count once.
 */
export function filterSeats(
  seats: Uint32Array,
  {
    assets,
    values,
    kitsFrom,
    families,
  }: Pick<CatalogStandings, 'assets' | 'values' | 'kitsFrom' | 'families'>,
  filters: ChosenFilters,
  tests: readonly Test[] = [],
): Filtered {
  const conditions = allConditions(filters, tests);
  const failedAt = (at: number): ReturnType<typeof failedConditions> => {
    const asset = assets[seats[at] ?? -1];
    return asset === undefined ? 'several' : failedConditions(asset, conditions);
  };
  const counters = values.counters();
  const hiding = new Map<Hiding['by'], number>();
  const kept = new Uint32Array(seats.length);
  const groups = families.count === 0 ? undefined : new FamilyGroups(families.count, seats.length);
  let [count, kits, inFamilies] = [0, 0, 0];
  for (let at = 0; at < seats.length; at += 1) {
    const seat = seats[at] ?? 0;
    const family = families.ofSeat[seat] ?? -1;
    if (seat >= kitsFrom) kits += 1;
    else if (groups !== undefined && family >= 0) {
      groups.add(family, at);
      inFamilies += 1;
    } else {
      const failed = failedAt(at);
      if (failed === 'several') continue;
      if (failed === 'none') {
        kept[count] = at;
        count += 1;
        values.count(counters, seat);
      } else {
        hiding.set(failed, (hiding.get(failed) ?? 0) + 1);
        if (isFacet(failed)) values.count(counters, seat, failed);
      }
    }
  }
  const together = countFamilies(groups, { seats, values, counters, hiding, failedAt });
  for (const first of together.keys()) {
    kept[count] = first;
    count += 1;
  }
  return {
    kept: kept.subarray(0, count),
    together,
    facets: values.list(counters, filters),
    hidden: seats.length - inFamilies + (groups?.size ?? 0) - count - kits,
    hiddenBy: [...hiding].map(([by, hidden]) => ({ by, count: hidden })).sort((a, b) => b.count - a.count),
  };
}

type FamilyCounting = {
  readonly seats: Uint32Array;
  readonly values: FacetValues;
  readonly counters: Uint32Array;
  readonly hiding: Map<Hiding['by'], number>;
  readonly failedAt: (at: number) => ReturnType<typeof failedConditions>;
};

const NONE_TOGETHER: Filtered['together'] = new Map();

/** Counts the editions of each family as one; answers the positions of those that the filters leave, by the first of them. */
function countFamilies(
  groups: FamilyGroups | undefined,
  { seats, values, counters, hiding, failedAt }: FamilyCounting,
): Filtered['together'] {
  if (groups === undefined) return NONE_TOGETHER;
  const together = new Map<number, readonly number[]>();
  const marks = new Uint32Array(counters.length);
  let mark = 0;
  groups.each((group) => {
    mark += 1;
    const left: number[] = [];
    let hidden: Hiding['by'][] | undefined;
    for (const at of group) {
      const failed = failedAt(at);
      if (failed === 'several') continue;
      if (failed === 'none') left.push(at);
      else if (hidden?.includes(failed) !== true) hidden = [...(hidden ?? []), failed];
      if (failed === 'none') values.countOnce(counters, { marks, mark }, seats[at] ?? 0);
      else if (isFacet(failed)) values.countOnce(counters, { marks, mark }, seats[at] ?? 0, failed);
    }
    const [first] = left;
    if (first !== undefined) together.set(first, left);
    else for (const by of hidden ?? []) hiding.set(by, (hiding.get(by) ?? 0) + 1);
  });
  return together;
}

/** Says whether filters and further tests leave an asset. */
export function leaves(filters: ChosenFilters, tests: readonly Test[]): Test {
  const conditions = allConditions(filters, tests);
  return (asset) => conditions.every(({ test }) => test(asset));
}

function allConditions(filters: ChosenFilters, tests: readonly Test[]): Condition[] {
  return [...conditionsOf(filters), ...tests.map((test, by): Condition => ({ by, test }))];
}

/** The positions of kits that the filters leave; what is hidden of them is not counted. */
export function filterKits(
  seats: Uint32Array,
  { assets, kitsFrom }: Pick<CatalogStandings, 'assets' | 'kitsFrom'>,
  filters: ChosenFilters,
  tests: readonly Test[],
): Uint32Array {
  const isLeft = leaves(filters, tests);
  const kept: number[] = [];
  // Every keystroke would go through its whole result for nothing.
  if (kitsFrom >= assets.length) return Uint32Array.from(kept);
  for (let at = 0; at < seats.length; at += 1) {
    const seat = seats[at] ?? 0;
    const row = seat < kitsFrom ? undefined : assets[seat];
    if (row !== undefined && isLeft(row)) kept.push(at);
  }
  return Uint32Array.from(kept);
}

function conditionsOf(filters: ChosenFilters): Condition[] {
  const conditions: Condition[] = [];
  for (const facet of [...FACET_NAMES, ...dimensionFieldsIn(filters)]) {
    const chosen = filters[facet];
    if (chosen === undefined || chosen.length === 0) continue;
    const values = new Set<string>(chosen);
    conditions.push({
      by: facet,
      test: (asset) => valuesOf(asset, facet).some((value) => values.has(value)),
    });
  }
  const tags = new Set((filters.tags ?? []).map((tag) => tag.toLowerCase()));
  if (tags.size > 0)
    conditions.push({ by: 'tags', test: (asset) => asset.tags.some((tag) => tags.has(tag.toLowerCase())) });
  if (filters.freshOnly === true)
    conditions.push({ by: 'freshOnly', test: ({ freshness }) => freshness === 'fresh' });
  return conditions;
}

const facetNames: ReadonlySet<string | number> = new Set(FACET_NAMES);

function isFacet(by: Hiding['by']): by is AnyFilter {
  return facetNames.has(by) || (typeof by === 'string' && isDimensionField(by));
}

function failedConditions(
  asset: AssetSummary,
  conditions: readonly Condition[],
): Hiding['by'] | 'none' | 'several' {
  let failed: Hiding['by'] | 'none' = 'none';
  for (const { by, test } of conditions) {
    if (test(asset)) continue;
    if (failed !== 'none') return 'several';
    failed = by;
  }
  return failed;
}
