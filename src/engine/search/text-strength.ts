/** Turns how well the words match into the text factor of the rank. */

/**
 * Where hits with some of the words and hits with all of them lie. The gap is wider than what usefulness, freshness and fit together
 * can make up for (a ratio of 3.9 at most), so hits with all words come first whatever the other factors say.
 */
export const BANDS = { some: { from: 0.03, to: 0.25 }, all: { from: 1, to: 2 } } as const;

/** How much of the strength is the share of the words that stand in the title; the rest is BM25 against the best hit. */
const TITLE_SHARE = 0.3;

/** The text factor of a hit without an exact title: `bm25` and `title` from 0 to 1. */
export function textStrength(match: 'some' | 'all', bm25: number, title: number): number {
  const { from, to } = BANDS[match];
  return from + (to - from) * ((1 - TITLE_SHARE) * bm25 + TITLE_SHARE * title);
}
