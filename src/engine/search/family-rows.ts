import type { AssetSummary } from '../../contract/assets.ts';
import type { CatalogStandings } from './query/catalog-standings.ts';
import { languageRank, rowOfFamily } from './query/families.ts';
import type { filterSeats } from './query/filters.ts';
import type { Ranked } from './rank-rows.ts';

type Filtered = ReturnType<typeof filterSeats>;

/** What the person prefers, best first, and whether an edition could be shown at all. */
type Wanted = {
  readonly languages: readonly string[];
  readonly isThere: (asset: AssetSummary) => boolean;
};

/** Of each family among what the filters leave the one row that is shown; where there is none, what was given. */
export function rowsOfFamilies(
  filtered: Filtered,
  ranked: Ranked,
  catalog: CatalogStandings,
  { languages, isThere }: Wanted,
): { readonly filtered: Filtered; readonly ranked: Ranked } {
  if (filtered.together.size === 0) return { filtered, ranked };
  const rankOf = remembered((language) => languageRank(language, languages));
  const shown = new Map<number, number>();
  const kept = filtered.kept.slice();
  for (let index = 0; index < kept.length; index += 1) {
    const group = filtered.together.get(kept[index] ?? -1);
    if (group === undefined) continue;
    const row = rowOfFamily(group, ranked, catalog, { rankOf, isThere });
    kept[index] = row.at;
    if (row.seat !== ranked.seats[row.at]) shown.set(row.at, row.seat);
  }
  return { filtered: { ...filtered, kept }, ranked: { ...ranked, shown } };
}

/** A library has few languages, and thousands of editions. */
function remembered(
  rankOf: (language: string | undefined) => number,
): (language: string | undefined) => number {
  const known = new Map<string | undefined, number>();
  return (language) => {
    const before = known.get(language);
    if (before !== undefined) return before;
    const rank = rankOf(language);
    known.set(language, rank);
    return rank;
  };
}
