import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/runtime-macro';
import { FIGURE_IDS, type FigureId, LOWER_IS_BETTER } from '../shared/vocabulary/figures.ts';
import { sentence, sentences } from './sentence.ts';

/**
 * What every figure means, written once. Screens, hover texts, tables and command line take their words from here; how it is worked out
 * stands in `domain/insights/figures.ts`, and the oracle of the tests (`test/unit/figures`) works it out a second time.
 */

/** Whose doing counts. */
const COUNTS = {
  reps: () => msg`Only reps count, by the role that they had at that time; marketers and leads do not.`,
  everybody: () => msg`Everybody counts.`,
} as const;

/** What a figure looks at: the chosen period, everything so far, or how it is now. */
const SPANS = {
  period: () => msg`In the chosen period.`,
  ever: () => msg`Since the hub began.`,
  now: () => msg`As it is now.`,
} as const;

type Definition = {
  readonly name: () => MessageDescriptor;
  /** The formula in words, as sentences. */
  readonly formula: () => MessageDescriptor;
  /** Absent where the formula says it or nobody does anything. */
  readonly counts?: keyof typeof COUNTS;
  readonly span: keyof typeof SPANS;
  /** When it is good, as a sentence. */
  readonly good?: () => MessageDescriptor;
};

const FIGURES: Readonly<Record<FigureId, Definition>> = {
  adoption: {
    name: () => msg`Content adoption`,
    formula: () =>
      msg`Published assets that were used at least once, of all published assets. The language versions of a document count as one.`,
    counts: 'reps',
    span: 'period',
  },
  coverage: {
    name: () => msg`Coverage`,
    formula: () =>
      msg`Cells with at least one published, fresh asset, of all cells. A cell is a buying stage and a persona, or a term of each of the two lists that you choose for the map. Before: the assets that are published now, by how fresh they were when the period began.`,
    span: 'now',
  },
  noResultRate: {
    name: () => msg`No-result rate`,
    formula: () => msg`Searches that found nothing, of all searches.`,
    counts: 'reps',
    span: 'period',
    good: () => msg`Good is 5% or less.`,
  },
  slaHitRate: {
    name: () => msg`SLA hit rate`,
    formula: () =>
      msg`Promises kept, of all promises that fell due. Every request is promised an answer by a day that follows from its size. The promise is kept if the request was fulfilled by then, and broken if it was still open, late or declined; requests that were merged or withdrawn by then don’t count.`,
    span: 'period',
  },
  clickThrough: {
    name: () => msg`Click-through`,
    formula: () => msg`Searches after which a result was opened, of all searches.`,
    counts: 'reps',
    span: 'period',
    good: () => msg`Good is over 60%.`,
  },
  clickPosition: {
    name: () => msg`Click position`,
    formula: () => msg`Mean place of the result that was opened; 1 is the first.`,
    counts: 'reps',
    span: 'period',
  },
  mrr: {
    name: () => msg`MRR`,
    formula: () => msg`Mean of 1 / place of the result that was opened; 1 is perfect.`,
    counts: 'reps',
    span: 'period',
  },
  goldenMrr: {
    name: () => msg`Golden queries`,
    formula: () => msg`Mean of 1 / place of the first right answer; 1 is perfect.`,
    span: 'now',
  },
  uses: {
    name: () => msg`Uses`,
    formula: () =>
      msg`How often it was opened, saved, copied or dragged out. Reading on is one use until half an hour has passed without it.`,
    counts: 'reps',
    span: 'period',
  },
  usesEver: {
    name: () => msg`Used`,
    formula: () => msg`How often it was opened, saved, copied or dragged out.`,
    counts: 'reps',
    span: 'ever',
  },
  unused: {
    name: () => msg`Unused`,
    formula: () =>
      msg`Published assets that nobody used. The language versions of a document count as one: used where any of them was.`,
    counts: 'reps',
    span: 'period',
  },
  staleButHot: {
    name: () => msg`Stale but hot`,
    formula: () =>
      msg`Published assets that are stale and were used all the same, at least as often as the middle one of all published assets.`,
    counts: 'reps',
    span: 'period',
  },
  freshness: {
    name: () => msg`Freshness`,
    formula: () => msg`Fresh until 90 days after the current version’s date or its verification, then stale.`,
    span: 'now',
  },
  usefulness: {
    name: () => msg`Usefulness`,
    formula: () =>
      msg`Mean of the ratings from 1 to 5, drawn towards the mean of all ratings while they are few; recent ones and those of the current version weigh more. Shown from 3 ratings on.`,
    counts: 'everybody',
    span: 'ever',
  },
  lowerBound: {
    name: () => msg`At least`,
    formula: () => msg`95% sure that it is this useful.`,
    counts: 'everybody',
    span: 'ever',
  },
  ratings: {
    name: () => msg`Ratings`,
    formula: () => msg`How many people rated it; one rating each, the last one.`,
    counts: 'everybody',
    span: 'ever',
  },
  foundUseful: {
    name: () => msg`Found useful`,
    formula: () => msg`How many people rated it 4 or 5.`,
    counts: 'everybody',
    span: 'ever',
  },
  ratedLow: {
    name: () => msg`Rated low`,
    formula: () => msg`Published assets whose ratings have a mean below 3, however few they are.`,
    counts: 'everybody',
    span: 'ever',
  },
  demand: {
    name: () => msg`Demand`,
    formula: () => msg`Searches by reps for this buying stage and persona, requests made and votes given.`,
    span: 'period',
  },
  gap: {
    name: () => msg`Gap`,
    formula: () =>
      msg`Demand × (1 − the best supply). Supply is an asset’s usefulness on a scale of 0 to 1, half where it is not rated, and half of that where it is stale.`,
    span: 'period',
  },
  requestAge: {
    name: () => msg`Age`,
    formula: () => msg`Whole days since it was asked for, closed or not.`,
    span: 'now',
  },
  timeTaken: {
    name: () => msg`Took`,
    formula: () => msg`Days from asking until it was closed.`,
    span: 'now',
  },
  cycleTime: {
    name: () => msg`Cycle time`,
    formula: () => msg`Days from asking until it was fulfilled.`,
    span: 'now',
  },
};

/** A figure as people read of it. */
export type Figure = {
  readonly name: string;
  /** The formula in words, whose doing counts, over what, and when it is good. */
  readonly definition: string;
  readonly lowerIsBetter: boolean;
};
export type Figures = Readonly<Record<FigureId, Figure>>;

/** What a figure is called and what it means. */
export function figureInWords(id: FigureId): Figure {
  const { name, formula, counts, span, good } = FIGURES[id];
  const parts = [formula, counts && COUNTS[counts], SPANS[span], good].filter((part) => part !== undefined);
  return {
    name: sentence(name()),
    definition: sentences(...parts.map((part) => sentence(part()))),
    lowerIsBetter: LOWER_IS_BETTER.has(id),
  };
}

/** The same of all figures. */
export function figuresInWords(): Figures {
  return Object.fromEntries(FIGURE_IDS.map((id) => [id, figureInWords(id)])) as Figures;
}
