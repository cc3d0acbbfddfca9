import type { ColumnWeights, PhraseGroup, TextIndex } from '../ports/text-index.ts';
import { textStrength } from './text-strength.ts';

/** Which rows a query finds, and how well the words match there. */

/** Title, tags, summary, text. Chosen on one test collection; see the folder's README. */
export const WEIGHTS: ColumnWeights = [2.5, 1.8, 1.3, 1];

/** From this many assets with all words on, those with some of them are left out: they would only be noise behind. */
export const ENOUGH_WITH_ALL = 10;

/**
 * How many rows are scored by BM25 at most, added up over the words. Words beyond it, the most frequent ones, count for matching and by
 * the title alone: a word that so many assets have says little about any of them, and scoring it costs the most.
 */
const MOST_SCORED = 6000;

/** How much less a synonym is worth than the word itself, where all words of a query are replaced by synonyms. */
const SYNONYM_DISCOUNT = 0.3;

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
};

/** How well the words match: `text` is the text factor, `title` the share of the words that stand in the title, `all` whether none is missing. */
export type Strength = { readonly text: number; readonly title: number; readonly all: boolean };

/**
 * The rows that make up the result: those with all groups and, where fewer than {@link ENOUGH_WITH_ALL} of them are in scope, those with
 * at least one that is not weak.
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
  const rows =
    withAll >= ENOUGH_WITH_ALL
      ? scoped.filter((row) => counted[row] === groups)
      : scoped.filter((row) => counted[row] === groups || strong[row] === 1);
  return { rows, counts: rows.map((row) => counted[row] ?? 0), groups, withAll };
}

/** How well the words match in each of the matched rows, in their order. */
export async function strengths(
  index: TextIndex,
  found: readonly GroupRows[],
  matched: MatchedRows,
  totalRows: number,
): Promise<readonly Strength[]> {
  const bm25 = await bm25Of(index, found, matched);
  const title = await titleShares(index, found, totalRows);
  const meant = meantShares(found);
  return matched.rows.map((row, at) => {
    const share = title[row] ?? 0;
    const match = matched.counts[at] === matched.groups ? 'all' : 'some';
    const kept = 1 - SYNONYM_DISCOUNT * (meant[row] ?? 0);
    return {
      text: textStrength(match, (bm25[row] ?? 0) * kept, share * kept),
      title: share,
      all: match === 'all',
    };
  });
}

/** By row, the share of the groups that it has by a synonym or a term alone; sparse, empty without synonyms. */
function meantShares(found: readonly GroupRows[]): Float64Array {
  const shares: number[] = [];
  for (const { rows, own } of found) {
    if (own === undefined) continue;
    const itself = new Set(own);
    for (const row of rows) if (!itself.has(row)) shares[row] = (shares[row] ?? 0) + 1 / found.length;
  }
  return Float64Array.from(shares, (share) => share ?? 0);
}

/** BM25 by row against the best of the matched rows, 0 to 1; sparse. */
async function bm25Of(
  index: TextIndex,
  found: readonly GroupRows[],
  matched: MatchedRows,
): Promise<Float64Array> {
  const affordable: PhraseGroup[] = [];
  let cost = 0;
  for (const { wanted, rows, own } of [...found].sort((a, b) => a.rows.length - b.rows.length)) {
    cost += (own ?? rows).length;
    if (rows.length > 0 && cost <= MOST_SCORED) affordable.push(wanted.group);
  }
  const { groups, rows, withAll } = matched;
  // What is of a term need not have its words: there each word counts for itself.
  const literal = found.every(({ own }) => own === undefined);
  const useAll =
    literal && groups > 1 && withAll === rows.length && withAll * groups <= Math.min(cost, MOST_SCORED);
  if (!useAll && affordable.length === 0) return new Float64Array(0);
  const scored = await index.score(
    useAll ? found.map(({ wanted }) => wanted.group) : affordable,
    useAll ? 'all' : 'any',
    WEIGHTS,
  );
  const byRow = new Float64Array((scored.rows.at(-1) ?? 0) + 1);
  for (let at = 0; at < scored.rows.length; at += 1)
    byRow[scored.rows[at] ?? 0] = Math.max(0, scored.scores[at] ?? 0);
  let most = 0;
  for (const row of rows) most = Math.max(most, byRow[row] ?? 0);
  if (most > 0) for (const row of rows) if (row < byRow.length) byRow[row] = (byRow[row] ?? 0) / most;
  return byRow;
}

/** By row, the share of the groups, rare ones weighing more, that stand in its title; sparse. */
async function titleShares(
  index: TextIndex,
  found: readonly GroupRows[],
  totalRows: number,
): Promise<Float64Array> {
  const weights = found.map(({ rows }) => Math.log(1 + (totalRows + 1) / (rows.length + 0.5)));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  let highest = 0;
  for (const { rows } of found) highest = Math.max(highest, rows.at(-1) ?? 0);
  const shares = new Float64Array(highest + 1);
  for (const [at, { wanted, rows }] of found.entries()) {
    if (rows.length === 0) continue;
    const share = (weights[at] ?? 0) / sum;
    for (const row of await index.match(wanted.group, 'title')) shares[row] = (shares[row] ?? 0) + share;
  }
  return shares;
}
