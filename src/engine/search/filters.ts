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

type Wanted = { readonly facet: Facet; readonly values: ReadonlySet<string> };

/** What the filters leave of some assets, what each facet's values would leave, and how many the filters hide. */
export type Filtered<Item> = {
  readonly items: Item[];
  readonly facets: Facets;
  readonly hidden: number;
};

/**
 * Filters items in one pass. A facet's counts leave its own filter out, as is usual where several values can be chosen; all other
 * filters hold. Values of one filter are alternatives, filters hold together. Tags compare without regard to case.
 */
export function filterItems<Item extends { readonly asset: AssetSummary }>(
  items: readonly Item[],
  filters: ChosenFilters,
): Filtered<Item> {
  const wanted: Wanted[] = [];
  for (const facet of FACETS) {
    const values = filters[facet];
    if (values !== undefined && values.length > 0) wanted.push({ facet, values: new Set<string>(values) });
  }
  const tags = new Set((filters.tags ?? []).map((tag) => tag.toLowerCase()));
  const freshOnly = filters.freshOnly === true;
  const counts = new Map<Facet, Map<string, number>>(FACETS.map((facet) => [facet, new Map()]));
  const kept: Item[] = [];
  for (const item of items) {
    const { asset } = item;
    if (freshOnly && asset.freshness !== 'fresh') continue;
    if (tags.size > 0 && !asset.tags.some((tag) => tags.has(tag.toLowerCase()))) continue;
    const failed = failedFacets(asset, wanted);
    if (failed === 'several') continue;
    if (failed === 'none') {
      kept.push(item);
      for (const facet of FACETS) count(counts, facet, asset);
    } else count(counts, failed, asset);
  }
  return { items: kept, facets: facetsFrom(counts, filters), hidden: items.length - kept.length };
}

function failedFacets(asset: AssetSummary, wanted: readonly Wanted[]): Facet | 'none' | 'several' {
  let failed: Facet | 'none' = 'none';
  for (const { facet, values } of wanted) {
    if (valuesOf(asset, facet).some((value) => values.has(value))) continue;
    if (failed !== 'none') return 'several';
    failed = facet;
  }
  return failed;
}

function count(counts: Map<Facet, Map<string, number>>, facet: Facet, asset: AssetSummary): void {
  const of = counts.get(facet);
  if (of === undefined) return;
  const values = valuesOf(asset, facet);
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index];
    if (value !== undefined && values.indexOf(value) === index) of.set(value, (of.get(value) ?? 0) + 1);
  }
}

/** Most frequent first; a chosen value is there even where it would leave nothing, so that it can be taken back. */
function facetsFrom(counts: Map<Facet, Map<string, number>>, filters: ChosenFilters): Facets {
  const list = (facet: Facet): { id: string; count: number }[] => {
    const of = counts.get(facet) ?? new Map<string, number>();
    for (const value of filters[facet] ?? []) if (!of.has(value)) of.set(value, 0);
    return [...of]
      .map(([id, count]) => ({ id, count }))
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
