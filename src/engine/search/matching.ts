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
const MOST_SCORED = 9000;

/** A group that is looked for. */
export type Wanted = { readonly group: PhraseGroup; readonly weak: boolean };

/** The rows of each group. */
export type GroupRows = { readonly wanted: Wanted; readonly rows: readonly number[] };

/** Rows with how many of the groups each has. */
export type MatchedRows = { readonly counts: ReadonlyMap<number, number>; readonly groups: number };

/** How well the words match: `text` is the text factor, `title` the share of the words that stand in the title. */
export type Strength = { readonly text: number; readonly title: number };

/**
 * The rows that make up the result: those with all groups and, where fewer than {@link ENOUGH_WITH_ALL} of them are in scope, those with
 * at least one that is not weak.
 */
export function combine(found: readonly GroupRows[], inScope: (row: number) => boolean): MatchedRows {
  const counts = new Map<number, number>();
  const strong = new Set<number>();
  for (const { wanted, rows } of found) {
    for (const row of rows) {
      counts.set(row, (counts.get(row) ?? 0) + 1);
      if (!wanted.weak) strong.add(row);
    }
  }
  const groups = found.length;
  let withAll = 0;
  for (const [row, count] of counts)
    if (!inScope(row)) counts.delete(row);
    else if (count === groups) withAll += 1;
  for (const [row, count] of counts) {
    if (count < groups && (withAll >= ENOUGH_WITH_ALL || !strong.has(row))) counts.delete(row);
  }
  return { counts, groups };
}

/** Text factors of matched rows, before exact titles. */
export async function strengths(
  index: TextIndex,
  found: readonly GroupRows[],
  matched: MatchedRows,
  totalRows: number,
): Promise<ReadonlyMap<number, Strength>> {
  const bm25 = await bm25Of(index, found, matched);
  const title = await titleShares(index, found, totalRows);
  const strength = new Map<number, Strength>();
  for (const [row, count] of matched.counts) {
    const match = count === matched.groups ? 'all' : 'some';
    const share = title.get(row) ?? 0;
    strength.set(row, { text: textStrength(match, bm25.get(row) ?? 0, share), title: share });
  }
  return strength;
}

/** BM25 of matched rows against the best of them, 0 to 1. */
async function bm25Of(
  index: TextIndex,
  found: readonly GroupRows[],
  matched: MatchedRows,
): Promise<ReadonlyMap<number, number>> {
  const affordable: PhraseGroup[] = [];
  let cost = 0;
  for (const { wanted, rows } of [...found].sort((a, b) => a.rows.length - b.rows.length)) {
    cost += rows.length;
    if (rows.length > 0 && cost <= MOST_SCORED) affordable.push(wanted.group);
  }
  const onlyAll = [...matched.counts.values()].every((count) => count === matched.groups);
  const allGroups = found.map(({ wanted }) => wanted.group);
  const useAll =
    onlyAll && matched.groups > 1 && matched.counts.size * matched.groups <= Math.min(cost, MOST_SCORED);
  if (!useAll && affordable.length === 0) return new Map();
  const scored = await index.score(useAll ? allGroups : affordable, useAll ? 'all' : 'any', WEIGHTS);
  const best = new Map<number, number>();
  let most = 0;
  scored.rows.forEach((row, at) => {
    const score = scored.scores[at] ?? 0;
    if (!matched.counts.has(row)) return;
    most = Math.max(most, score);
    best.set(row, score);
  });
  if (most > 0) for (const [row, score] of best) best.set(row, Math.max(0, score) / most);
  return best;
}

/** The share of the groups, rare ones weighing more, that stand in a row's title. */
async function titleShares(
  index: TextIndex,
  found: readonly GroupRows[],
  totalRows: number,
): Promise<ReadonlyMap<number, number>> {
  const shares = new Map<number, number>();
  const weights = found.map(({ rows }) => Math.log(1 + (totalRows + 1) / (rows.length + 0.5)));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  for (const [at, { wanted, rows }] of found.entries()) {
    if (rows.length === 0) continue;
    const share = (weights[at] ?? 0) / sum;
    for (const row of await index.match(wanted.group, 'title'))
      shares.set(row, (shares.get(row) ?? 0) + share);
  }
  return shares;
}
