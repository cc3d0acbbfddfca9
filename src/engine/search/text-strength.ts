/** Turns how well the words match into the text factor of the rank. */

/**
 * Where hits with some of the words and hits with all of them lie. The gap is wider than what usefulness, freshness and fit together
 * can make up for (a ratio of 3.9 at most), so hits with all words come first whatever the other factors say.
 */
const BANDS = { some: { from: 0.03, to: 0.25 }, all: { from: 1, to: 2 } } as const;

/** How much stronger the strongest hit with all words is than the weakest. */
export const STRONGEST_TO_WEAKEST = BANDS.all.to / BANDS.all.from;

/** How much of the strength is the share of the words that stand in the title; the rest is the score against the best hit. */
const TITLE_SHARE = 0.1;

/** The text factor of a hit without an exact title: `score` and `title` from 0 to 1. */
export function textStrength(match: 'some' | 'all', score: number, title: number): number {
  const { from, to } = BANDS[match];
  return from + (to - from) * ((1 - TITLE_SHARE) * score + TITLE_SHARE * title);
}

/** The text factor for a query of so many words that which of them a hit lacks says more than how many: one band from end to end. */
export function sentenceStrength(score: number, title: number): number {
  return (
    BANDS.some.from + (BANDS.all.to - BANDS.some.from) * ((1 - TITLE_SHARE) * score + TITLE_SHARE * title)
  );
}
