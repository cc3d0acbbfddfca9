import { WEIGHTS } from './matching.ts';
import { belowTitle, ofTitle } from './weigh-rows.ts';
import type { RowTerms } from './words/row-terms.ts';

/**
 * About how often a stem stands in a row, small enough to be read for all rows of a stem within a keystroke: two bits for the title, against its
 * length, and four for all fields below, whose length is known elsewhere. It decides which rows are looked at closely.
 */

/** What each level of the title counts, and of the fields below; chosen so that neighbours differ about as much in what they add to a score. */
const TITLE = [0, 1.1, 1.6, 2.4];
const BELOW = [0, 1, 1.5, 2, 3, 4, 5, 6, 8, 10, 13, 17, 22, 30, 45, 70];
const BELOW_BITS = 4;
const BELOW_MASK = (1 << BELOW_BITS) - 1;

/** The level of each stem of a row. */
export function levelsOf(terms: RowTerms): Uint8Array {
  return Uint8Array.from(terms.stems, (_, at) => {
    const title = ofTitle(terms, at);
    const below = nearest(BELOW, belowTitle(terms, at, WEIGHTS));
    return ((title === 0 ? 0 : Math.max(1, nearest(TITLE, title))) << BELOW_BITS) | below;
  });
}

/** By level, what the title counts. */
export const TITLE_OF_LEVEL = Float64Array.from(
  { length: 64 },
  (_, level) => TITLE[level >> BELOW_BITS] ?? 0,
);
/** By level, what the fields below count in a text of the usual length. */
export const BELOW_OF_LEVEL = Float64Array.from({ length: 64 }, (_, level) => BELOW[level & BELOW_MASK] ?? 0);

function nearest(values: readonly number[], wanted: number): number {
  let best = 0;
  for (const [at, value] of values.entries())
    if (Math.abs(value - wanted) < Math.abs((values[best] ?? 0) - wanted)) best = at;
  return best;
}
