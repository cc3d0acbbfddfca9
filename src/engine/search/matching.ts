import type { ColumnWeights, PhraseGroup } from '../ports/text-index.ts';

/** Which rows a query finds. */

/** Title, tags, summary, text. Chosen on one test collection; see the folder's README. */
export const WEIGHTS: ColumnWeights = [2, 1.8, 1.3, 1];

/**
 * From this many words on a query is a sentence: hardly an asset has all of them, and which it lacks says more than how many. Its result
 * is every asset with any of them.
 */
export const SENTENCE = 4;

/** From this many assets with all words on, those with some of them are left out: they would only be noise behind. */
export const ENOUGH_WITH_ALL = 10;

/** A group that is looked for. */
export type Wanted = {
  readonly group: PhraseGroup;
  readonly weak: boolean;
  /** Of a string with signs, which is one word to whoever types it: whether it is its first part. */
  readonly part?: 'first' | 'further';
};

/** The rows of each group. */
export type GroupRows = {
  readonly wanted: Wanted;
  readonly rows: Uint32Array;
  /** Of these, the rows that have the words themselves; absent where all do. The others have a synonym, or are of the term that is meant. */
  readonly own?: Uint32Array;
};

/** Rows of the result with how many of the groups each has, side by side. Rows are small numbers, so arrays stand in for maps here. */
export type MatchedRows = {
  readonly rows: Uint32Array;
  readonly counts: Uint8Array;
  readonly groups: number;
  /** How many have all groups. */
  readonly withAll: number;
  /** Whether it is ranked as a sentence; see {@link SENTENCE}. */
  readonly sentence: boolean;
};

/**
 * How well the words match in each row of a result, by position: `text` is the text factor, `title` the share of the words that stand in
 * the title, `all` 1 where none is missing, `strings` 1 where all strings with signs stand as they were typed; absent where there are none.
 */
export type Strengths = {
  readonly text: Float64Array;
  readonly title: Float64Array;
  readonly all: Uint8Array;
  readonly strings?: Uint8Array;
};

/**
 * The rows that make up the result: those with all groups and, where fewer than {@link ENOUGH_WITH_ALL} of them are in scope, those with
 * at least one that is not weak. Of a sentence, all that have any. `looked` is 1 for the rows that are in scope.
 */
export function combine(found: readonly GroupRows[], looked: Uint8Array): MatchedRows {
  const counted = new Uint8Array(looked.length);
  const strong = new Uint8Array(looked.length);
  const touched = new Uint32Array(looked.length);
  let scoped = 0;
  for (const { wanted, rows } of found) {
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at] ?? 0;
      if (looked[row] !== 1) continue;
      const count = counted[row] ?? 0;
      if (count === 0) {
        touched[scoped] = row;
        scoped += 1;
      }
      counted[row] = count + 1;
      if (!wanted.weak) strong[row] = 1;
    }
  }
  const groups = found.length;
  let withAll = 0;
  for (let at = 0; at < scoped; at += 1) if (counted[touched[at] ?? 0] === groups) withAll += 1;
  const sentence = found.filter(({ wanted }) => !wanted.weak && wanted.part !== 'further').length >= SENTENCE;
  const onlyAll = withAll >= ENOUGH_WITH_ALL && !sentence;
  const counts = new Uint8Array(scoped);
  let kept = 0;
  for (let at = 0; at < scoped; at += 1) {
    const row = touched[at] ?? 0;
    const count = counted[row] ?? 0;
    if (count !== groups && (onlyAll || strong[row] !== 1)) continue;
    touched[kept] = row;
    counts[kept] = count;
    kept += 1;
  }
  return { rows: touched.subarray(0, kept), counts: counts.subarray(0, kept), groups, withAll, sentence };
}
