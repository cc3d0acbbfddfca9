import type { ColumnWeights, PhraseGroup } from '../ports/text-index.ts';

/** Which rows a query finds. */

/** Title, tags, summary, text. Chosen on one test collection; see the folder's README. */
export const WEIGHTS: ColumnWeights = [2.5, 1.8, 1.3, 1];

/**
 * From this many words on a query is a sentence: hardly an asset has all of them, and which it lacks says more than how many. Its result
 * is every asset with any of them.
 */
export const SENTENCE = 4;

/** From this many assets with all words on, those with some of them are left out: they would only be noise behind. */
export const ENOUGH_WITH_ALL = 10;

/** A group that is looked for. */
export type Wanted = { readonly group: PhraseGroup; readonly weak: boolean };

/** The rows of each group. */
export type GroupRows = {
  readonly wanted: Wanted;
  readonly rows: readonly number[];
  /** Of these, the rows that have the words themselves; absent where all do. The others have a synonym, or are of the term that is meant. */
  readonly own?: readonly number[];
};

/** Rows of the result with how many of the groups each has, side by side. Rows are small numbers, so arrays stand in for maps here. */
export type MatchedRows = {
  readonly rows: readonly number[];
  readonly counts: readonly number[];
  readonly groups: number;
  /** How many have all groups. */
  readonly withAll: number;
  /** Whether it is ranked as a sentence; see {@link SENTENCE}. */
  readonly sentence: boolean;
};

/** How well the words match: `text` is the text factor, `title` the share of the words that stand in the title, `all` whether none is missing. */
export type Strength = { readonly text: number; readonly title: number; readonly all: boolean };

/**
 * The rows that make up the result: those with all groups and, where fewer than {@link ENOUGH_WITH_ALL} of them are in scope, those with
 * at least one that is not weak. Of a sentence, all that have any.
 */
export function combine(found: readonly GroupRows[], inScope: (row: number) => boolean): MatchedRows {
  let highest = 0;
  for (const { rows } of found) highest = Math.max(highest, rows.at(-1) ?? 0);
  const counted = new Uint8Array(highest + 1);
  const strong = new Uint8Array(highest + 1);
  const touched: number[] = [];
  for (const { wanted, rows } of found) {
    for (const row of rows) {
      const count = counted[row] ?? 0;
      if (count === 0) touched.push(row);
      counted[row] = count + 1;
      if (!wanted.weak) strong[row] = 1;
    }
  }
  const groups = found.length;
  const scoped = touched.filter(inScope);
  let withAll = 0;
  for (const row of scoped) if (counted[row] === groups) withAll += 1;
  const sentence = found.filter(({ wanted }) => !wanted.weak).length >= SENTENCE;
  const rows =
    withAll >= ENOUGH_WITH_ALL && !sentence
      ? scoped.filter((row) => counted[row] === groups)
      : scoped.filter((row) => counted[row] === groups || strong[row] === 1);
  return { rows, counts: rows.map((row) => counted[row] ?? 0), groups, withAll, sentence };
}
