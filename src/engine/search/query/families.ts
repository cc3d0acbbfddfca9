import type { AssetSummary } from '../../../contract/assets.ts';
import type { CatalogStandings } from './catalog-standings.ts';

/** Language editions in results: a family is one row, of the edition in the language that is preferred. */

/** By seat, the family that an asset is of, by its number; below 0 for none. */
export type FamilySeats = {
  readonly count: number;
  readonly ofSeat: Int32Array;
  /** By family, the seats of its assets, the original's first. */
  readonly seats: readonly (readonly number[])[];
};

/** Where each edition is for itself. */
export const EACH_BY_ITSELF: FamilySeats = { count: 0, ofSeat: new Int32Array(0), seats: [] };

/** Which assets are editions of one another. */
export function familySeats(assets: readonly AssetSummary[]): FamilySeats {
  const ofSeat = new Int32Array(assets.length).fill(-1);
  const numbers = new Map<string, number>();
  const seats: number[][] = [];
  for (const [seat, { id, variant }] of assets.entries()) {
    if (variant === undefined) continue;
    const number = numbers.get(variant.original) ?? numbers.size;
    numbers.set(variant.original, number);
    ofSeat[seat] = number;
    const family = seats[number];
    if (family === undefined) seats[number] = [seat];
    else if (variant.original === id) family.unshift(seat);
    else family.push(seat);
  }
  return { count: numbers.size, ofSeat, seats };
}

/** Positions of a result, in groups: those of one family in a group. Positions of no family are not told. */
export class FamilyGroups {
  readonly #first: Int32Array;
  readonly #next: Int32Array;
  readonly #found: number[] = [];

  constructor(families: number, positions: number) {
    this.#first = new Int32Array(families).fill(-1);
    this.#next = new Int32Array(positions).fill(-1);
  }

  add(family: number, position: number): void {
    const first = this.#first[family] ?? -1;
    if (first < 0) this.#found.push(family);
    this.#next[position] = first;
    this.#first[family] = position;
  }

  /** How many families there are. */
  get size(): number {
    return this.#found.length;
  }

  /** Tells the positions of each family. */
  each(tell: (group: readonly number[]) => void): void {
    for (const family of this.#found) {
      const group: number[] = [];
      for (let at = this.#first[family] ?? -1; at >= 0; at = this.#next[at] ?? -1) group.unshift(at);
      tell(group);
    }
  }
}

/** What a row of a result shows: the seat of the edition that is shown, and the position of the one that the words were found in. */
type Shown = { readonly at: number; readonly seat: number };

/** How well the words match, by position. */
type Matching = {
  readonly seats: Uint32Array;
  readonly score: Float64Array;
  readonly strengths: { readonly text: Float64Array; readonly all: Uint8Array };
};

/** Where an edition has no more than this share of the best one’s match, the best one is told. */
const AS_WELL = 0.6;

/** What the person prefers: how a language stands among theirs (`languageRank`), and whether an edition could be shown at all. */
type Preferred = {
  readonly rankOf: (language: string | undefined) => number;
  readonly isThere: (asset: AssetSummary) => boolean;
};

/**
 * The row of a family: the edition in the language that the person prefers, and where it does not have the words as well as another one, that one beside
 * it. Where no edition is in a preferred language, the one that matches best; of equals the original.
 */
export function rowOfFamily(
  group: readonly number[],
  matching: Matching,
  { assets, families }: Pick<CatalogStandings, 'assets' | 'families'>,
  { rankOf, isThere }: Preferred,
): Shown {
  const { seats } = matching;
  const family = families.seats[families.ofSeat[seats[group[0] ?? 0] ?? -1] ?? -1] ?? [];
  const best = bestOf(group, matching, family[0]);
  let seat = seats[best] ?? -1;
  let rank = rankOf(undefined);
  for (const one of family) {
    const asset = assets[one];
    const wanted = asset === undefined || !isThere(asset) ? rank : rankOf(asset.language);
    if (wanted < rank) [seat, rank] = [one, wanted];
  }
  // Of several in that language the one that matches best.
  const same = group.filter((at) => rankOf(assets[seats[at] ?? -1]?.language) === rank);
  if (same.length === 0) return { at: best, seat };
  const own = bestOf(same, matching, family[0]);
  return { at: matchesAsWell(matching, own, best) ? own : best, seat: seats[own] ?? -1 };
}

/** The position that matches best; of equals the original’s. */
function bestOf(group: readonly number[], { score, seats }: Matching, original: number | undefined): number {
  let best = group[0] ?? 0;
  for (const at of group) {
    const [one, other] = [score[at] ?? 0, score[best] ?? 0];
    if (one > other || (one === other && seats[at] === original)) best = at;
  }
  return best;
}

function matchesAsWell({ strengths: { all, text } }: Matching, own: number, best: number): boolean {
  return all[own] === all[best] && (text[own] ?? 0) >= AS_WELL * (text[best] ?? 0);
}

/** Where a language stands among those that are preferred: as it is, else as the same language of any region. */
export function languageRank(language: string | undefined, languages: readonly string[]): number {
  if (language === undefined || language === '') return languages.length;
  const code = language.toLowerCase();
  const plain = code.split('-', 1)[0] ?? code;
  const rank = languages.findIndex((one) => {
    const wanted = one.toLowerCase();
    return wanted === code || (wanted.split('-', 1)[0] ?? wanted) === plain;
  });
  return rank < 0 ? languages.length : rank;
}
