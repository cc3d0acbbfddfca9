import type { ColumnWeights } from '../ports/text-index.ts';
import { consideredAt } from './related-stems.ts';
import { frequencyAt, saturated } from './weigh-rows.ts';
import type { RowTerms } from './words/row-terms.ts';

/**
 * The best rows of a sentence by what those say that speak of the same: documents that are alike answer the same questions (Diaz, ‘Regularizing ad
 * hoc retrieval scores’, 2005). A row's score is mixed with the mean of the rows most like it. It moves rows among the best ones alone. Chosen on the collections that are
 * given, on each of which it wins; see docs/search-benchmark.md. Pure.
 */

/** Rows that are compared with each other. */
const ROWS = 50;
/** Rows that are asked about each. */
const NEIGHBOURS = 5;
/** How much of a score is what they say. */
const SHARE = 0.3;

/** A row with its score against the best one. */
type ScoredRow = { readonly terms: RowTerms; readonly share: number; readonly tie: number };

/** New scores, by position; those of rows that are not among the best stay. */
export function smoothedByAlike(
  rows: readonly ScoredRow[],
  average: number,
  weights: ColumnWeights,
): Float64Array {
  const scores = Float64Array.from(rows, ({ share }) => share);
  const best = [...rows.keys()].sort((a, b) => byScore(rows[a], rows[b])).slice(0, ROWS);
  const size = best.length;
  if (size <= NEIGHBOURS) return scores;
  const alike = likenesses(
    best.flatMap((at) => rows[at]?.terms ?? []),
    average,
    weights,
  );
  for (const [row, at] of best.entries()) {
    const likeness = (other: number): number => alike[row * size + other] ?? 0;
    const nearest = Array.from({ length: size }, (_, other) => other)
      .filter((other) => other !== row)
      .sort((a, b) => likeness(b) - likeness(a))
      .slice(0, NEIGHBOURS);
    let [said, sum] = [0, 0];
    for (const other of nearest) {
      said += likeness(other) * (rows[best[other] ?? 0]?.share ?? 0);
      sum += likeness(other);
    }
    scores[at] = (1 - SHARE) * (rows[at]?.share ?? 0) + (sum > 0 ? (SHARE * said) / sum : 0);
  }
  return scores;
}

function byScore(a: ScoredRow | undefined, b: ScoredRow | undefined): number {
  return (b?.share ?? 0) - (a?.share ?? 0) || (a?.tie ?? 0) - (b?.tie ?? 0);
}

/** A stem's rows and what it counts in each. */
type Occurrences = { readonly rows: number[]; readonly counts: number[] };

/** How alike rows are, each with each: the cosine of what their stems count, rare ones among these rows more. */
function likenesses(all: readonly RowTerms[], average: number, weights: ColumnWeights): Float64Array {
  const size = all.length;
  const byStem = new Map<number, Occurrences>();
  for (const [row, terms] of all.entries()) {
    for (const at of consideredAt(terms)) {
      const stem = terms.stems[at] ?? 0;
      const known = byStem.get(stem) ?? { rows: [], counts: [] };
      known.rows.push(row);
      known.counts.push(saturated(frequencyAt(terms, at, weights, average)));
      byStem.set(stem, known);
    }
  }
  const products = new Float64Array(size * size);
  for (const { rows, counts } of byStem.values()) {
    const rare = Math.log((size + 1) / rows.length) ** 2;
    for (let one = 0; one < rows.length; one += 1) {
      const from = (rows[one] ?? 0) * size;
      const own = rare * (counts[one] ?? 0);
      for (let other = 0; other < rows.length; other += 1) {
        const at = from + (rows[other] ?? 0);
        products[at] = (products[at] ?? 0) + own * (counts[other] ?? 0);
      }
    }
  }
  const lengths = Float64Array.from(
    { length: size },
    (_, row) => Math.sqrt(products[row * size + row] ?? 0) || 1,
  );
  for (let at = 0; at < products.length; at += 1)
    products[at] = (products[at] ?? 0) / ((lengths[Math.floor(at / size)] ?? 1) * (lengths[at % size] ?? 1));
  return products;
}
