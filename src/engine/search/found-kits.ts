import type { KitHit, SearchInput, SearchResult } from '../../contract/search.ts';
import type { TextIndex } from '../ports/text-index.ts';
import type { CatalogStandings } from './query/catalog-standings.ts';
import { comparator, slice } from './query/ordering.ts';
import type { QueryCode } from './query/query-codes.ts';
import { type Ranked, rankedAt } from './rank-rows.ts';
import type { FoundKit } from './search.ts';
import { shownHits } from './shown-hits.ts';
import type { Understanding } from './understand.ts';

/** The kits among what was found. They were ranked with the assets, so that their scores say where they belong, and are told beside them: pages, totals and facets are of assets. */

type Found = {
  readonly ranked: Ranked;
  /** Positions. */
  readonly kits: Uint32Array;
  readonly understanding: Understanding | undefined;
  readonly codes: readonly QueryCode[];
};

/** The best of them, as many as are wanted, with the first page of a result. */
export async function foundKits(
  { sort = 'best', offset = 0, kits: wanted = 0 }: SearchInput,
  { ranked, kits, understanding, codes }: Found,
  deps: {
    readonly index: TextIndex;
    readonly catalog: CatalogStandings;
    readonly kits: ReadonlyMap<string, FoundKit>;
  },
): Promise<Pick<SearchResult, 'kits' | 'kitsTotal'>> {
  const kitsTotal = kits.length;
  if (wanted === 0 || offset > 0 || kitsTotal === 0) return { kits: [], kitsTotal };
  const { assets } = deps.catalog;
  const order = comparator(sort, {
    seatAt: (at) => ranked.seats[at] ?? -1,
    score: ranked.score,
    assets,
  });
  const shown = slice(kits, order, 0, wanted).flatMap((at) =>
    rankedAt(ranked, deps.catalog, at, understanding !== undefined),
  );
  const hits = await shownHits(deps.index, shown, understanding?.terms ?? [], codes);
  return {
    kitsTotal,
    kits: hits.flatMap(({ asset, score, title, pages: [page] }): KitHit[] => {
      const kit = deps.kits.get(asset.id)?.kit;
      if (kit === undefined) return [];
      const of = page?.page === 1 ? 'guidance' : 'contents';
      return [{ kit, score, name: title, ...(page && { snippet: { of, text: page.snippet } }) }];
    }),
  };
}
