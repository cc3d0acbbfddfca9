import type { LikeInput, SearchResult } from '../../contract/search.ts';
import { SearchCancelled } from '../base/search-cancelled.ts';
import { rowsOfFamilies } from './family-rows.ts';
import type { FindDeps } from './find-assets.ts';
import { assetOfRow } from './query/catalog-standings.ts';
import { filterSeats, inScope, leaves } from './query/filters.ts';
import { comparator, slice } from './query/ordering.ts';
import { type QueryTerm, termText } from './query/parse-query.ts';
import { type Ranked, type RankedRow, shownSeat } from './rank-rows.ts';
import { shownHits } from './shown-hits.ts';
import { type SignificantWord, significantWords } from './significant-words.ts';
import type { FoundTerm } from './understand.ts';

/** Assets that speak of the same as a page or an asset, as a result like any other: with pages, facets and filters. */

/** Below this share of the significant words' weight, an asset does not speak of the same. */
const LEAST_SHARE = 0.25;
const DEFAULT_LIMIT = 20;

/** What is looked for: the text and the asset that it is from, which is not among the answers. */
type LikeText = { readonly text: string; readonly asset: string };

/** An asset that speaks of the same; its row is known. */
type LikeRow = RankedRow & { readonly row: number };

/** Answers ‘more like this’. The score is how much of the text's significant words an asset has. Throws {@link SearchCancelled}. */
export async function moreLike(
  { text, asset: own }: LikeText,
  input: Pick<LikeInput, 'filters' | 'languages' | 'sort' | 'offset' | 'limit'>,
  deps: FindDeps,
): Promise<SearchResult> {
  const started = deps.clock.now();
  const { index, catalog } = deps;
  const words = await significantWords(text, index, catalog.assets.length);
  await deps.breathe();
  if (deps.signal?.aborted === true) throw new SearchCancelled('A newer search has come');
  const filters = input.filters ?? {};
  const items = rowsLike(own, words, filters.status, catalog);
  const seats = Uint32Array.from(items, ({ row }) => catalog.seatOfRow[row] ?? 0);
  const score = Float64Array.from(items, (item) => item.score);
  const isLeft = leaves(filters, []);
  const { filtered, ranked } = rowsOfFamilies(
    filterSeats(seats, catalog, filters),
    alike(seats, score),
    catalog,
    {
      languages: input.languages ?? [],
      isThere: (asset) => inScope(asset.state, filters.status) && isLeft(asset),
    },
  );
  const inOrder = comparator(input.sort ?? 'best', {
    seatAt: (at) => shownSeat(ranked, at),
    score,
    assets: catalog.assets,
  });
  const shown = slice(filtered.kept, inOrder, input.offset ?? 0, input.limit ?? DEFAULT_LIMIT).flatMap(
    (at) => {
      const [item, asset] = [items[at], catalog.assets[shownSeat(ranked, at)]];
      if (item === undefined || asset === undefined) return [];
      return asset === item.asset ? [item] : [{ ...item, asset, foundIn: item.asset }];
    },
  );
  const hits = await shownHits(index, shown, words.map(termOf));
  return {
    took: deps.clock.now() - started,
    total: filtered.kept.length,
    hits,
    kits: [],
    kitsTotal: 0,
    facets: filtered.facets,
    hiddenByFilters: filtered.hidden,
    hiddenBy: filtered.hiddenBy.flatMap(({ by, count }) =>
      typeof by === 'number' ? [] : [{ filter: by, count }],
    ),
    understood: [],
    hints: [],
    mends: [],
    widened: [],
    words: '',
    usedSuggestion: false,
    terms: words.map(({ word }) => word.toLowerCase()),
  };
}

/** The assets that have enough of the words: neither the one that these are from nor another language of it, and no kits. */
function rowsLike(
  own: string,
  words: readonly SignificantWord[],
  status: NonNullable<LikeInput['filters']>['status'],
  catalog: FindDeps['catalog'],
): LikeRow[] {
  const family = catalog.byId.get(own)?.variant?.original;
  const items: LikeRow[] = [];
  for (const [row, share] of sharesOf(words)) {
    const asset = assetOfRow(catalog, row);
    if (asset === undefined || asset.id === own || share < LEAST_SHARE) continue;
    if (family !== undefined && asset.variant?.original === family) continue;
    if ((catalog.seatOfRow[row] ?? 0) >= catalog.kitsFrom) continue;
    if (!inScope(asset.state, status)) continue;
    items.push(likeRow(asset, row, share));
  }
  return items;
}

/** Ranked by how much they have in common alone. */
function alike(seats: Uint32Array, score: Float64Array): Ranked {
  const same = new Float64Array(seats.length).fill(1);
  const all = new Uint8Array(seats.length).fill(1);
  return { seats, score, text: score, fit: same, strengths: { text: score, title: same, all } };
}

/** By row, how much of the words' weight it has: 0 to 1. */
function sharesOf(words: readonly SignificantWord[]): Map<number, number> {
  const sum = words.reduce((total, { weight }) => total + weight, 0);
  const shares = new Map<number, number>();
  for (const { rows, weight } of words) {
    for (const row of rows) shares.set(row, (shares.get(row) ?? 0) + weight / sum);
  }
  return shares;
}

function likeRow(asset: RankedRow['asset'], row: number, share: number): LikeRow {
  const text = Math.min(1, share);
  return {
    asset,
    row,
    inTitle: true,
    score: text,
    factors: { text, usefulness: 1, freshness: 1, fit: 1 },
  };
}

/** A significant word as a query's term, for choosing and marking pages. */
function termOf({ word, folded, rows }: SignificantWord): FoundTerm {
  const term: QueryTerm = {
    text: word,
    folded,
    quoted: false,
    prefix: false,
    weak: false,
    from: 0,
    to: 0,
    follows: false,
  };
  const expanded = { term, group: [{ text: termText(term), prefix: false }], weak: false };
  return { expanded, wanted: expanded, rows, meanings: [] };
}
