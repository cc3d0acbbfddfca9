import type { AssetSummary } from '../../../contract/assets.ts';
import { freshnessFactor, usefulnessFactor } from '../../../domain/search/ranking.ts';
import type { IndexEntry } from '../../ports/text-index.ts';
import { numberOf } from '../words/row-terms.ts';
import { against } from '../words/text-length.ts';
import { FacetValues } from './facet-values.ts';
import { type FamilySeats, familySeats } from './families.ts';

const HOUR_MS = 3_600_000;

/**
 * What every search needs of the assets of a catalog, side by side: an asset has a seat (its place in the catalog, from 0), and searches
 * go through seats without making an object of any.
 */
export type CatalogStandings = {
  readonly assets: readonly AssetSummary[];
  /** From this seat on they stand in for kits, which no result counts among its assets. */
  readonly kitsFrom: number;
  /** By id, the seat of an asset that has language editions. */
  readonly seatOfId: ReadonlyMap<string, number>;
  /** The same by id. */
  readonly byId: ReadonlyMap<string, AssetSummary>;
  /** By seat, the factors that are the same for every search. */
  readonly usefulness: Float64Array;
  readonly freshness: Float64Array;
  /** By seat, a number that decides between equals: the same on every device, and no order that anybody could mean. */
  readonly tie: Uint32Array;
  readonly values: FacetValues;
  readonly families: FamilySeats;
  /** By row of the index, the seat; below 0 where there is none. */
  readonly seatOfRow: Int32Array;
  /** By seat, the row; below 0 where there is none. */
  readonly rowOfSeat: Int32Array;
  /** By row, one more than the place of the asset's state among `states`; 0 where there is no asset. */
  readonly stateOfRow: Uint8Array;
  readonly states: readonly AssetSummary['state'][];
  /** By row, what one occurrence of a word in its text counts, against the usual length. */
  readonly perWord: Float64Array;
  /** How many words an asset has in the mean. */
  readonly averageLength: number;
};

type Of = {
  readonly summaries: ReadonlyMap<string, AssetSummary>;
  readonly kits: ReadonlyMap<string, { readonly row: AssetSummary }>;
  readonly entries: ReadonlyMap<string, IndexEntry>;
  /** Another number whenever rows change hands. */
  readonly rows: number;
  readonly now: number;
};

/** Keeps what was worked out for a state of catalog and index; ages make it old after an hour. */
export class StandingsKeeper {
  #known: { readonly standings: CatalogStandings; readonly of: Of } | undefined;

  get(of: Of): CatalogStandings {
    const known = this.#known;
    const same =
      known?.of.summaries === of.summaries && known.of.kits === of.kits && known.of.rows === of.rows;
    if (known !== undefined && same && Math.abs(of.now - known.of.now) < HOUR_MS) return known.standings;
    this.#known = { of, standings: workOut(of) };
    return this.#known.standings;
  }
}

function workOut({ summaries, kits, entries, now }: Of): CatalogStandings {
  const assets = [...summaries.values(), ...[...kits.values()].map(({ row }) => row)];
  const usefulness = new Float64Array(assets.length);
  const freshness = new Float64Array(assets.length);
  const tie = new Uint32Array(assets.length);
  const rowOfSeat = new Int32Array(assets.length).fill(-1);
  let highest = 0;
  let words = 0;
  for (const { row, length } of entries.values()) {
    highest = Math.max(highest, row);
    words += length;
  }
  const seatOfRow = new Int32Array(highest + 1).fill(-1);
  const stateOfRow = new Uint8Array(highest + 1);
  const averageLength = entries.size === 0 ? 1 : words / entries.size;
  const perWord = new Float64Array(highest + 1);
  for (const { row, length } of entries.values()) perWord[row] = 1 / against(length, averageLength);
  const seatOfId = new Map<string, number>();
  const states = [...new Set(assets.map(({ state }) => state))];
  for (const [seat, asset] of assets.entries()) {
    usefulness[seat] = usefulnessFactor(asset.usefulness);
    freshness[seat] = freshnessFactor(asset.renewedAt, now);
    tie[seat] = numberOf(asset.id);
    if (asset.variant !== undefined) seatOfId.set(asset.id, seat);
    const row = entries.get(asset.id)?.row;
    if (row === undefined) continue;
    rowOfSeat[seat] = row;
    seatOfRow[row] = seat;
    stateOfRow[row] = 1 + states.indexOf(asset.state);
  }
  return {
    assets,
    kitsFrom: summaries.size,
    seatOfId,
    byId: summaries,
    usefulness,
    freshness,
    tie,
    values: new FacetValues(assets),
    families: familySeats(assets),
    seatOfRow,
    rowOfSeat,
    stateOfRow,
    states,
    perWord,
    averageLength,
  };
}

/** The asset of a row of the index. */
export function assetOfRow({ assets, seatOfRow }: CatalogStandings, row: number): AssetSummary | undefined {
  return assets[seatOfRow[row] ?? -1];
}

/** By row, 1 for those whose asset is looked at. */
export function rowsLookedAt(
  { stateOfRow, states }: CatalogStandings,
  looksAt: (state: AssetSummary['state']) => boolean,
): Uint8Array {
  const looked = Uint8Array.of(0, ...states.map((state) => (looksAt(state) ? 1 : 0)));
  const rows = new Uint8Array(stateOfRow.length);
  for (let row = 0; row < rows.length; row += 1) rows[row] = looked[stateOfRow[row] ?? 0] ?? 0;
  return rows;
}
