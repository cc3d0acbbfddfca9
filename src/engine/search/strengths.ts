import type { StoredTerms, TextIndex } from '../ports/text-index.ts';
import { smoothedByAlike } from './alike-rows.ts';
import { bestPositions } from './best-positions.ts';
import { exactStrings } from './exact-strings.ts';
import { firstLook } from './first-look.ts';
import { type MatchedRows, type Strengths, WEIGHTS } from './matching.ts';
import type { TypedWord } from './query/parse-query.ts';
import type { QueryCode } from './query/query-codes.ts';
import { consideredStems, FEEDBACK_ROWS, FEEDBACK_SHARE, relatedStems } from './related-stems.ts';
import { sentenceStrength, textStrength } from './text-strength.ts';
import type { FoundTerm } from './understand.ts';
import { wantedOf } from './wanted-groups.ts';
import { type Wanted, weighRow } from './weigh-rows.ts';
import { isOnlyLetters, isUnspaced } from './words/fold.ts';
import { type RowTerms, unpackTerms } from './words/row-terms.ts';

/**
 * How well the words match in each row of a result, in two steps: a first look at all rows, which costs little and is bounded, and a
 * closer one at the best of them, which reads what is kept of their words.
 */

/** How much less a synonym is worth than the word itself, where all words of a query are replaced by synonyms. */
const SYNONYM_DISCOUNT = 0.3;
/** How many rows are looked at closely: for a few words, and for a sentence, where the first look says less. */
const CLOSE_ROWS = 150;
const CLOSE_ROWS_OF_ONE_WORD = 80;
/** A beginning of so few letters may be of anything: there is nothing to look at closely. */
const LONGEST_BEGINNING = 3;
const CLOSE_ROWS_OF_SENTENCE = 300;

/** What weighing needs beside the rows. */
type StrengthDeps = {
  readonly index: TextIndex;
  /** Strings with signs. */
  readonly codes: readonly QueryCode[];
  /** The query's words in order. */
  readonly runs: readonly (readonly TypedWord[])[];
  /** How many assets there are. */
  readonly assets: number;
  /** By row, what one occurrence of a word in its text counts. */
  readonly perWord: Float64Array;
  /** How many words an asset has on average. */
  readonly averageLength: number;
  /** A number for each row that is the same on every device, to decide between equals. */
  readonly tieOf: (row: number) => number;
};

/** How well the words match in each of the matched rows, in their order. */
export async function strengths(
  found: readonly FoundTerm[],
  matched: MatchedRows,
  deps: StrengthDeps,
): Promise<Strengths> {
  const shares = await titleShares(deps.index, found, deps.assets);
  const wanted = await wantedOf(found, deps.runs, deps.index, deps.assets);
  const first = againstBest(await firstLook(wanted.groups, matched.rows, shares, deps));
  const strength = found.every(isBeginning) ? first : await closerLook(found, wanted, matched, first, deps);
  const meant = meantShares(found);
  const exact = await exactStrings(deps.codes, matched, deps.index);
  const { rows, counts, groups, sentence } = matched;
  const text = new Float64Array(rows.length);
  const title = new Float64Array(rows.length);
  const all = new Uint8Array(rows.length);
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    const share = shares[row] ?? 0;
    const kept = 1 - SYNONYM_DISCOUNT * (meant?.[row] ?? 0);
    const score = (strength[at] ?? 0) * kept;
    all[at] = counts[at] === groups ? 1 : 0;
    title[at] = share;
    const own = sentence
      ? sentenceStrength(score, share * kept)
      : textStrength(all[at] === 1 ? 'all' : 'some', score, share * kept);
    text[at] = own * (exact?.lifts[at] ?? 1);
  }
  return { text, title, all, ...(exact && { strings: exact.strings }) };
}

function isBeginning({ expanded: { term } }: FoundTerm): boolean {
  return term.prefix && [...term.folded].length <= LONGEST_BEGINNING;
}

/** By row, the share of the groups that it has by a synonym or a term alone; undefined without synonyms. */
function meantShares(found: readonly FoundTerm[]): Float64Array | undefined {
  let shares: Float64Array | undefined;
  for (const { rows, own } of found) {
    if (own === undefined) continue;
    shares ??= new Float64Array(highestRow(found) + 1);
    // Both are ascending.
    let next = 0;
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at] ?? 0;
      if (own[next] === row) next += 1;
      else shares[row] = (shares[row] ?? 0) + 1 / found.length;
    }
  }
  return shares;
}

/** Weighs the best rows of the first look anew; the others keep their order behind these. */
async function closerLook(
  found: readonly FoundTerm[],
  wanted: Wanted,
  matched: MatchedRows,
  first: Float64Array,
  deps: StrengthDeps,
): Promise<Float64Array> {
  const { index, averageLength, tieOf } = deps;
  const { rows, counts, groups, sentence } = matched;
  const keys = first.slice();
  if (!sentence)
    for (let at = 0; at < keys.length; at += 1) if (counts[at] === groups) keys[at] = (keys[at] ?? 0) + 1;
  const few = found.length === 1 ? CLOSE_ROWS_OF_ONE_WORD : CLOSE_ROWS;
  const most = sentence ? CLOSE_ROWS_OF_SENTENCE : few;
  const close = bestPositions(keys, most, (at) => tieOf(rows[at] ?? 0));
  const lease = await index.terms(close.map((at) => rows[at] ?? 0));
  try {
    const candidates = close.flatMap((at) => {
      const row = rows[at] ?? 0;
      const terms = lease.of.get(row);
      return terms === undefined ? [] : [{ at, row, terms: unpacked(terms) }];
    });
    const weigh = (by: Wanted): Float64Array =>
      againstBest(
        Float64Array.from(candidates, ({ row, terms }) => weighRow(row, terms, by, WEIGHTS, averageLength)),
      );
    let scores = weigh(wanted);
    if (!(await isHalfTyped(found, index))) {
      scores = weigh(await withFeedback(wanted, candidates, scores, deps));
      if (sentence)
        scores = againstBest(smoothedByAlike(scored(candidates, scores, tieOf), averageLength, WEIGHTS));
    }
    const positions = candidates.map(({ at }) => at);
    return merged(first, positions, scores);
  } finally {
    lease.release();
  }
}

/** What a word is about that is not typed to its end nobody knows; most keystrokes are such. */
async function isHalfTyped(found: readonly FoundTerm[], index: TextIndex): Promise<boolean> {
  const last = found.find(({ expanded: { term } }) => term.prefix)?.expanded.term;
  if (last === undefined || !isOnlyLetters(last.folded) || isUnspaced(last.folded)) return false;
  return !(await index.known([last.folded])).has(last.folded);
}

/** A row that is looked at closely. */
type Candidate = { readonly row: number; readonly terms: RowTerms };

function scored(candidates: readonly Candidate[], scores: Float64Array, tieOf: (row: number) => number) {
  return candidates.map(({ row, terms }, at) => ({ terms, share: scores[at] ?? 0, tie: tieOf(row) }));
}

/** The query with what its best rows speak of beside. */
async function withFeedback(
  wanted: Wanted,
  candidates: readonly Candidate[],
  scores: Float64Array,
  { index, assets, averageLength, tieOf }: StrengthDeps,
): Promise<Wanted> {
  const best = scored(candidates, scores, tieOf)
    .sort((a, b) => b.share - a.share || a.tie - b.tie)
    .slice(0, FEEDBACK_ROWS);
  const total = wanted.groups.reduce((sum, { times }) => sum + times, 0);
  const counts = await index.stemCounts(consideredStems(best));
  const stems = relatedStems(best, counts, assets, averageLength, WEIGHTS, FEEDBACK_SHARE * total);
  const groups = wanted.groups.map((group) => ({ ...group, times: group.times * (1 - FEEDBACK_SHARE) }));
  return { ...wanted, groups, stems };
}

/** The index remembers what it has read, so each is unpacked once. */
const known = new WeakMap<StoredTerms, RowTerms>();

function unpacked(terms: StoredTerms): RowTerms {
  const before = known.get(terms);
  if (before !== undefined) return before;
  const now = unpackTerms(terms.stems, terms.data);
  known.set(terms, now);
  return now;
}

/** Rows that were looked at closely by that look, the others below the lowest of them in the order of the first look. */
function merged(first: Float64Array, close: readonly number[], scores: Float64Array): Float64Array {
  const result = first.slice();
  if (close.length === 0) return result;
  let lowest = 1;
  for (const score of scores) lowest = Math.min(lowest, score);
  const taken = new Uint8Array(first.length);
  for (const at of close) taken[at] = 1;
  for (let at = 0; at < result.length; at += 1) if (taken[at] === 0) result[at] = lowest * (first[at] ?? 0);
  for (const [index, at] of close.entries()) result[at] = scores[index] ?? 0;
  return result;
}

/** In place. */
function againstBest(scores: Float64Array): Float64Array {
  let most = 0;
  for (let at = 0; at < scores.length; at += 1) most = Math.max(most, scores[at] ?? 0);
  if (most > 0) for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] ?? 0) / most;
  return scores;
}

function highestRow(found: readonly FoundTerm[]): number {
  let highest = 0;
  for (const { rows } of found) highest = Math.max(highest, rows.at(-1) ?? 0);
  return highest;
}

/** By row, the share of the groups, rare ones weighing more, that stand in its title; sparse. */
async function titleShares(
  index: TextIndex,
  found: readonly FoundTerm[],
  assets: number,
): Promise<Float64Array> {
  const weights = found.map(({ rows }) => Math.log(1 + (assets + 1) / (rows.length + 0.5)));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const shares = new Float64Array(highestRow(found) + 1);
  for (const [at, { wanted, rows }] of found.entries()) {
    if (rows.length === 0) continue;
    const share = (weights[at] ?? 0) / sum;
    const inTitle = await index.match(wanted.group, 'title');
    for (let place = 0; place < inTitle.length; place += 1) {
      const row = inTitle[place] ?? 0;
      shares[row] = (shares[row] ?? 0) + share;
    }
  }
  return shares;
}
