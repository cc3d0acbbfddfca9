import type { AssetSummary } from '../../contract/assets.ts';
import type { Filters, SearchResult } from '../../contract/search.ts';

/** Filters over the catalog in memory, and counts of what each value would leave. */

export const FACETS = ['stages', 'personas', 'types', 'products', 'audiences', 'languages'] as const;
export type Facet = (typeof FACETS)[number];
export type Facets = SearchResult['facets'];

/** Filters as they come in: what is absent or empty does not filter. */
export type ChosenFilters = { readonly [Name in keyof Filters]?: Filters[Name] | undefined };

/** What an asset has in a facet. */
function valuesOf(asset: AssetSummary, facet: Facet): readonly string[] {
  switch (facet) {
    case 'stages':
      return asset.stages;
    case 'personas':
      return asset.personas;
    case 'types':
      return [asset.type];
    case 'products':
      return asset.products;
    case 'audiences':
      return [asset.audience];
    case 'languages':
      return asset.language === undefined ? [] : [asset.language];
  }
}

/** Says whether an asset is among those that are looked at; by default what reps may use. */
export function inScope(asset: AssetSummary, status: Filters['status'] = 'published'): boolean {
  switch (status) {
    case 'all':
      return true;
    case 'published':
      return asset.status === 'published' || asset.status === 'due-for-review';
    case 'draft':
      return asset.status === 'draft' || asset.status === 'in-review' || asset.status === 'scheduled';
    case 'expired':
      return asset.status === 'expired';
    case 'archived':
      return asset.status === 'archived';
  }
}

/** What hides items: a filter by click, or a part of the query (its place in the list that was given). */
export type Hiding = { readonly by: Facet | 'tags' | 'freshOnly' | number; readonly count: number };

/** What the filters leave of some assets, what each facet's values would leave, and how many the filters hide. */
export type Filtered<Item> = {
  readonly items: Item[];
  readonly facets: Facets;
  readonly hidden: number;
  /** How many would show if one filter alone were taken off, where there are any; those that hide most first. */
  readonly hiddenBy: readonly Hiding[];
};

type Test = (asset: AssetSummary) => boolean;
type Condition = { readonly by: Hiding['by']; readonly test: Test };

/**
 * Filters items in one pass. A facet's counts leave its own filter out, as is usual where several values can be chosen; all other
 * filters hold. Values of one filter are alternatives, filters hold together, and so do the further tests. Tags compare without regard
 * to case.
 */
export function filterItems<Item extends { readonly asset: AssetSummary }>(
  items: readonly Item[],
  filters: ChosenFilters,
  tests: readonly Test[] = [],
): Filtered<Item> {
  const conditions = [...conditionsOf(filters), ...tests.map((test, by): Condition => ({ by, test }))];
  const counts: Counts = {
    stages: new Map(),
    personas: new Map(),
    types: new Map(),
    products: new Map(),
    audiences: new Map(),
    languages: new Map(),
  };
  const hiding = new Map<Hiding['by'], number>();
  const kept: Item[] = [];
  for (const item of items) {
    const { asset } = item;
    const failed = failedConditions(asset, conditions);
    if (failed === 'several') continue;
    if (failed === 'none') {
      kept.push(item);
      countAll(counts, asset);
    } else {
      hiding.set(failed, (hiding.get(failed) ?? 0) + 1);
      if (isFacet(failed)) countEach(counts[failed], valuesOf(asset, failed));
    }
  }
  return {
    items: kept,
    facets: facetsFrom(counts, filters),
    hidden: items.length - kept.length,
    hiddenBy: [...hiding].map(([by, count]) => ({ by, count })).sort((a, b) => b.count - a.count),
  };
}

function conditionsOf(filters: ChosenFilters): Condition[] {
  const conditions: Condition[] = [];
  for (const facet of FACETS) {
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

const facetNames: ReadonlySet<string | number> = new Set(FACETS);

function isFacet(by: Hiding['by']): by is Facet {
  return facetNames.has(by);
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

/** Counters that are raised in place: a search counts some ten values of each of its hits. */
type Counts = Readonly<Record<Facet, Map<string, { count: number }>>>;

function countAll(counts: Counts, asset: AssetSummary): void {
  countEach(counts.stages, asset.stages);
  countEach(counts.personas, asset.personas);
  countEach(counts.products, asset.products);
  countOne(counts.types, asset.type);
  countOne(counts.audiences, asset.audience);
  if (asset.language !== undefined) countOne(counts.languages, asset.language);
}

function countEach(counts: Map<string, { count: number }>, values: readonly string[]): void {
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at];
    if (value !== undefined && values.indexOf(value) === at) countOne(counts, value);
  }
}

function countOne(counts: Map<string, { count: number }>, value: string): void {
  const counter = counts.get(value);
  if (counter === undefined) counts.set(value, { count: 1 });
  else counter.count += 1;
}

/** Most frequent first; a chosen value is there even where it would leave nothing, so that it can be taken back. */
function facetsFrom(counts: Counts, filters: ChosenFilters): Facets {
  const list = (facet: Facet): { id: string; count: number }[] => {
    const of = counts[facet];
    for (const value of filters[facet] ?? []) if (!of.has(value)) of.set(value, { count: 0 });
    return [...of]
      .map(([id, { count }]) => ({ id, count }))
      .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
  };
  return {
    stages: list('stages'),
    personas: list('personas'),
    types: list('types'),
    products: list('products'),
    audiences: list('audiences'),
    languages: list('languages'),
  };
}
