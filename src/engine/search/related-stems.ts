import type { ColumnWeights } from '../ports/text-index.ts';
import { frequencyAt, idfOf, saturated, type WantedStem } from './weigh-rows.ts';
import type { RowTerms } from './words/row-terms.ts';

/**
 * What the best rows of a query speak of beside its words: pseudo-relevance feedback after Rocchio (‘Relevance feedback in information
 * retrieval’, 1971), with BM25's own weights in place of tf × idf. It moves rows within a result and never adds any. A row speaks by the square of its score: where
 * one row is far better than the next, that one is what is meant (nDCG@10 of five collections .4703 → .4731, none lower by more than rounding). Tried beside and left: rows by how
 * sure their common words are (clarity), stems of two rows and more, Robertson's weights, synonyms of WordNet; see docs/search-benchmark.md.
 */

/** Rows that are taken as being about what was asked for. */
export const FEEDBACK_ROWS = 8;
/** How many of their stems are looked for. */
const FEEDBACK_STEMS = 20;
/** Share of the query's weight that these get. */
export const FEEDBACK_SHARE = 0.25;
/** A stem that more of all assets have says nothing. */
const MOST_COMMON = 0.2;
/** Stems of a long document that are considered, those that stand there most often. */
const MOST_CONSIDERED = 150;

/** A row with its score against the best one. */
type FeedbackRow = { readonly terms: RowTerms; readonly share: number };

/** The stems that are considered: those whose counts must be known. */
export function consideredStems(rows: readonly FeedbackRow[]): number[] {
  const stems = new Set<number>();
  for (const { terms } of rows) for (const at of consideredAt(terms)) stems.add(terms.stems[at] ?? 0);
  return [...stems];
}

/** Stems that set the rows apart, with weights that add up to `total`. */
export function relatedStems(
  rows: readonly FeedbackRow[],
  counts: ReadonlyMap<number, number>,
  assets: number,
  average: number,
  weights: ColumnWeights,
  total: number,
): WantedStem[] {
  const gathered = new Map<number, number>();
  for (const { terms, share } of rows) {
    for (const at of consideredAt(terms)) {
      const stem = terms.stems[at] ?? 0;
      const count = counts.get(stem) ?? 0;
      // What a single asset has can lead to no other.
      if (count < 2 || count > MOST_COMMON * assets) continue;
      const weight = idfOf(count, assets) * saturated(frequencyAt(terms, at, weights, average));
      gathered.set(stem, (gathered.get(stem) ?? 0) + share * share * weight);
    }
  }
  const best = [...gathered].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, FEEDBACK_STEMS);
  const sum = best.reduce((all, [, weight]) => all + weight, 0);
  return best.map(([stem, weight]) => ({
    stem,
    weight: ((total * weight) / sum) * idfOf(counts.get(stem) ?? 0, assets),
  }));
}

/** The same rows come again with every keystroke. */
const considered = new WeakMap<RowTerms, readonly number[]>();

/** Where the stems of a row stand that say what it is about. */
export function consideredAt(terms: RowTerms): readonly number[] {
  const known = considered.get(terms);
  if (known !== undefined) return known;
  const chosen = mostFrequent(terms);
  considered.set(terms, chosen);
  return chosen;
}

/** Those that stand in the text most often, the first ones of equal ones; in their order. By counting: a sort of each row's stems is what a keystroke would wait for. */
function mostFrequent({ stems, inText }: RowTerms): number[] {
  const having = new Uint32Array(256);
  for (let at = 0; at < stems.length; at += 1) having[inText[at] ?? 0] = (having[inText[at] ?? 0] ?? 0) + 1;
  let least = 255;
  let room = MOST_CONSIDERED;
  while (least > 0 && (having[least] ?? 0) <= room) {
    room -= having[least] ?? 0;
    least -= 1;
  }
  const chosen: number[] = [];
  for (let at = 0; at < stems.length; at += 1) {
    const count = inText[at] ?? 0;
    if (count < least || (count === least && room === 0)) continue;
    if (count === least) room -= 1;
    chosen.push(at);
  }
  return chosen;
}
