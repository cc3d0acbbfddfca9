import type { ColumnWeights } from '../ports/text-index.ts';
import { pairOf, positionOf, type RowTerms } from './words/row-terms.ts';
import { against } from './words/text-length.ts';

/**
 * How well rows match a query, from what is kept of their words: BM25 over all fields as one weighted text, titles against the length of titles
 * (Robertson, Zaragoza and Taylor, ‘Simple BM25 extension to multiple weighted fields’, 2004), words that a query repeats counting as often, and a share of it for words
 * that stand side by side here as in the query (the ordered pairs of Metzler and Croft, ‘A Markov random field model for term
 * dependencies’, 2005). Pure.
 */

/** Chosen on one test collection (CACM); see docs/search-benchmark.md. Flat: 1.3 to 2 differ by a hundredth. */
const K1 = 1.6;
/** Chosen on the same; 1.5 to 2 differ by a hundredth. */
const TITLE_WEIGHT = 1.5;
/** Words of a title, stop words left out, that counts as it is; a shorter one more, a longer one less. */
const USUAL_TITLE = 8;
/** What a pair weighs against the mean of its words. */
const PAIR_WEIGHT = 0.3;

/** Something that is looked for, as it may be written. */
export type WantedGroup = {
  /** How often it was asked for; less than once where it was mended and may not be meant. */
  readonly times: number;
  /** How much one occurrence says: ln(1 + (N − n + ½) / (n + ½)). */
  readonly idf: number;
  readonly stems: readonly number[];
  /** Ways of several words, each as its pairs. */
  readonly sequences: readonly (readonly number[])[];
  /** Words that have it as a part or are parts of it: ways of which each needs all of its words, a word being any of some stems. */
  readonly related: readonly (readonly (readonly number[])[])[];
  /** The rows that are found by it, ascending. */
  readonly rows: Uint32Array;
  /** What a row has of it where that can't be told from stems: once where FTS5 found it, less where the row is only meant by it. */
  readonly atLeast: (row: number) => number;
};

/** Two groups that follow each other in the query. */
export type WantedPair = { readonly first: WantedGroup; readonly second: WantedGroup };

/** A stem that speaks for a row beside what was asked for. */
export type WantedStem = { readonly stem: number; readonly weight: number };

export type Wanted = {
  readonly groups: readonly WantedGroup[];
  readonly pairs: readonly WantedPair[];
  readonly stems: readonly WantedStem[];
};

/** How much one occurrence of something says that `count` of `total` assets have. */
export function idfOf(count: number, total: number): number {
  return Math.log(1 + (Math.max(0, total - count) + 0.5) / (count + 0.5));
}

/** How often a stem stands in a row, fields weighed and against their lengths. */
export function frequencyAt(terms: RowTerms, at: number, weights: ColumnWeights, average: number): number {
  return ofTitle(terms, at) + belowTitle(terms, at, weights) / against(terms.length, average);
}

/** What a stem's occurrences in the title count, against its length. */
export function ofTitle(terms: RowTerms, at: number): number {
  return (TITLE_WEIGHT * ((terms.inHead[at] ?? 0) & 3)) / against(terms.titleLength, USUAL_TITLE);
}

/** How often a stem stands in the fields below the title, which are weighed. */
export function belowTitle(
  { inHead, inText }: RowTerms,
  at: number,
  [, tags, summary, text]: ColumnWeights,
): number {
  const head = inHead[at] ?? 0;
  return tags * ((head >> 2) & 3) + summary * (head >> 4) + text * (inText[at] ?? 0);
}

/** What so many occurrences count: rises to K1 + 1. */
export function saturated(frequency: number): number {
  return (frequency * (K1 + 1)) / (frequency + K1);
}

/** The score of a row. */
export function weighRow(
  row: number,
  terms: RowTerms,
  { groups, pairs, stems }: Wanted,
  weights: ColumnWeights,
  average: number,
): number {
  let score = 0;
  const whole = against(terms.length, average);
  for (const group of groups) {
    const timesOfAny = (stems: readonly number[]): number => frequencyOf(terms, stems, weights, average);
    let frequency = timesOfAny(group.stems);
    for (const sequence of group.sequences) frequency += timesOfSequence(terms, sequence) / whole;
    frequency += lessThanOnce(
      group.related.map((words) => Math.min(...words.map(timesOfAny)) / words.length),
    );
    if (frequency === 0) frequency = group.atLeast(row) / whole;
    if (frequency > 0) score += group.times * group.idf * saturated(frequency);
  }
  for (const { first, second } of pairs) {
    let frequency = 0;
    for (const a of first.stems)
      for (const b of second.stems) frequency += timesOf(terms.pairs, pairOf(a, b));
    if (frequency > 0) {
      score += PAIR_WEIGHT * ((first.idf + second.idf) / 2) * saturated(frequency / whole);
    }
  }
  for (const { stem, weight } of stems) {
    const at = positionOf(terms.stems, stem);
    if (at >= 0) score += weight * saturated(frequencyAt(terms, at, weights, average));
  }
  return score;
}

function frequencyOf(
  terms: RowTerms,
  stems: readonly number[],
  weights: ColumnWeights,
  average: number,
): number {
  let frequency = 0;
  for (const stem of stems) {
    const at = positionOf(terms.stems, stem);
    if (at >= 0) frequency += frequencyAt(terms, at, weights, average);
  }
  return frequency;
}

/** However often a word is a part of others, it stands there less than if it stood there once by itself; as parts that are apart, less again. */
function lessThanOnce(frequencies: readonly number[]): number {
  const sum = frequencies.reduce((total, frequency) => total + frequency, 0);
  return sum / (sum + 1);
}

function timesOfSequence({ pairs }: RowTerms, sequence: readonly number[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const pair of sequence) least = Math.min(least, timesOf(pairs, pair));
  return Number.isFinite(least) ? least : 0;
}

function timesOf(numbers: Uint32Array, wanted: number): number {
  const first = positionOf(numbers, wanted);
  if (first < 0) return 0;
  let after = first + 1;
  while (numbers[after] === wanted) after += 1;
  return after - first;
}
