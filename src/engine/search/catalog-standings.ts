import type { AssetSummary } from '../../contract/assets.ts';
import type { IndexEntry } from '../ports/text-index.ts';
import { type Standing, standingOf } from './rank-rows.ts';

const HOUR_MS = 3_600_000;

/** What every search needs of the assets of a catalog. */
export type CatalogStandings = {
  readonly standings: readonly Standing[];
  /** The same by row of the index; sparse. */
  readonly byRow: readonly (Standing | undefined)[];
  /** How many words an asset has in the mean. */
  readonly averageLength: number;
};

type Of = {
  readonly summaries: ReadonlyMap<string, AssetSummary>;
  readonly entries: ReadonlyMap<string, IndexEntry>;
  /** Another number whenever rows change hands. */
  readonly rows: number;
  readonly now: number;
};

/** Keeps what was worked out for a state of catalog and index; ages make it old after an hour. */
export class StandingsKeeper {
  #known: (CatalogStandings & { readonly of: Of }) | undefined;

  get(of: Of): CatalogStandings {
    const known = this.#known;
    const same = known?.of.summaries === of.summaries && known.of.rows === of.rows;
    if (known !== undefined && same && Math.abs(of.now - known.of.now) < HOUR_MS) return known;
    this.#known = { of, ...workOut(of) };
    return this.#known;
  }
}

function workOut({ summaries, entries, now }: Of): CatalogStandings {
  const standings: Standing[] = [];
  const byRow: (Standing | undefined)[] = [];
  for (const asset of summaries.values()) {
    const standing = standingOf(asset, now);
    standings.push(standing);
    const row = entries.get(asset.id)?.row;
    if (row !== undefined) byRow[row] = standing;
  }
  return { standings, byRow, averageLength: averageOf(entries) };
}

function averageOf(entries: ReadonlyMap<string, IndexEntry>): number {
  let sum = 0;
  for (const { length } of entries.values()) sum += length;
  return entries.size === 0 ? 1 : sum / entries.size;
}
