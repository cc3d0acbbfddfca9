import type { FigureId } from '../../shared/vocabulary/figures.ts';

/**
 * What every figure means, written once. Screens, hover texts, tables' headings, CSV and command line take their words from here, through
 * the contract; `figures.ts` beside it works them out, and the oracle of the tests (`test/unit/figures`) works them out a second time.
 */

/** Whose doing counts; `as-said` where the formula says it or nobody does anything. */
type Counted = 'reps' | 'everybody' | 'as-said';

/** What a figure looks at: the chosen period, everything so far, or how it is now. */
type Span = 'period' | 'ever' | 'now';

/** The definition of a figure. */
export type Figure = {
  readonly name: string;
  /** The formula in words, as sentences. */
  readonly formula: string;
  readonly counts: Counted;
  readonly span: Span;
  /** For a figure of which less is better. */
  readonly lowerIsBetter?: true;
  /** When it is good, as a sentence. */
  readonly good?: string;
};

/** How it is said whose doing counts. */
const COUNTED_WORDS: Readonly<Record<Counted, string>> = {
  reps: 'Only reps count, by the role that they had at that time; marketers and leads do not.',
  everybody: 'Everybody counts.',
  'as-said': '',
};

/** How it is said what a figure looks at. */
const SPAN_WORDS: Readonly<Record<Span, string>> = {
  period: 'In the chosen period.',
  ever: 'Since the hub began.',
  now: 'As it is now.',
};

const figure = <const Definition extends Figure>(definition: Definition): Figure => definition;

/** All figures. */
export const FIGURES = {
  adoption: figure({
    name: 'Content adoption',
    formula: 'Published assets that were used at least once, of all published assets.',
    counts: 'reps',
    span: 'period',
  }),
  coverage: figure({
    name: 'Coverage',
    formula:
      'Cells of buying stage × persona with at least one published, fresh asset, of all cells. Before: the assets that are published now, by how fresh they were when the period began.',
    counts: 'as-said',
    span: 'now',
  }),
  noResultRate: figure({
    name: 'No-result rate',
    formula: 'Searches that found nothing, of all searches.',
    counts: 'reps',
    span: 'period',
    lowerIsBetter: true,
    good: 'Good is 5% or less.',
  }),
  slaHitRate: figure({
    name: 'SLA hit rate',
    formula:
      'Promises kept, of all promises that fell due. Every request is promised an answer by a day that follows from its size. The promise is kept if the request was fulfilled by then, and broken if it was still open, late or declined; requests that were merged or withdrawn by then don’t count.',
    counts: 'as-said',
    span: 'period',
  }),
  clickThrough: figure({
    name: 'Click-through',
    formula: 'Searches after which a result was opened, of all searches.',
    counts: 'reps',
    span: 'period',
    good: 'Good is over 60%.',
  }),
  clickPosition: figure({
    name: 'Click position',
    formula: 'Mean place of the result that was opened; 1 is the first.',
    counts: 'reps',
    span: 'period',
    lowerIsBetter: true,
  }),
  mrr: figure({
    name: 'MRR',
    formula: 'Mean of 1 / place of the result that was opened; 1 is perfect.',
    counts: 'reps',
    span: 'period',
  }),
  goldenMrr: figure({
    name: 'Golden queries',
    formula: 'Mean of 1 / place of the first right answer; 1 is perfect.',
    counts: 'as-said',
    span: 'now',
  }),
  uses: figure({
    name: 'Uses',
    formula:
      'How often it was opened, saved, copied or dragged out. Reading on is one use until half an hour has passed without it.',
    counts: 'reps',
    span: 'period',
  }),
  usesEver: figure({
    name: 'Used',
    formula: 'How often it was opened, saved, copied or dragged out.',
    counts: 'reps',
    span: 'ever',
  }),
  unused: figure({
    name: 'Unused',
    formula: 'Published assets that nobody used.',
    counts: 'reps',
    span: 'period',
    lowerIsBetter: true,
  }),
  staleButHot: figure({
    name: 'Stale but hot',
    formula:
      'Published assets that are stale and were used all the same, at least as often as the middle one of all published assets.',
    counts: 'reps',
    span: 'period',
    lowerIsBetter: true,
  }),
  freshness: figure({
    name: 'Freshness',
    formula: 'Fresh until 90 days after the current version’s date or its verification, then stale.',
    counts: 'as-said',
    span: 'now',
  }),
  usefulness: figure({
    name: 'Usefulness',
    formula:
      'Mean of the ratings from 1 to 5, drawn towards the mean of all ratings while they are few; recent ones and those of the current version weigh more. Shown from 3 ratings on.',
    counts: 'everybody',
    span: 'ever',
  }),
  lowerBound: figure({
    name: 'At least',
    formula: '95% sure that it is this useful.',
    counts: 'everybody',
    span: 'ever',
  }),
  ratings: figure({
    name: 'Ratings',
    formula: 'How many people rated it; one rating each, the last one.',
    counts: 'everybody',
    span: 'ever',
  }),
  foundUseful: figure({
    name: 'Found useful',
    formula: 'How many people rated it 4 or 5.',
    counts: 'everybody',
    span: 'ever',
  }),
  ratedLow: figure({
    name: 'Rated low',
    formula: 'Published assets whose ratings have a mean below 3, however few they are.',
    counts: 'everybody',
    span: 'ever',
    lowerIsBetter: true,
  }),
  demand: figure({
    name: 'Demand',
    formula: 'Searches by reps for this buying stage and persona, requests made and votes given.',
    counts: 'as-said',
    span: 'period',
  }),
  gap: figure({
    name: 'Gap',
    formula:
      'Demand × (1 − the best supply). Supply is an asset’s usefulness on a scale of 0 to 1, half where it is not rated, and half of that where it is stale.',
    counts: 'as-said',
    span: 'period',
    lowerIsBetter: true,
  }),
  requestAge: figure({
    name: 'Age',
    formula: 'Whole days since it was asked for, closed or not.',
    counts: 'as-said',
    span: 'now',
  }),
  timeTaken: figure({
    name: 'Took',
    formula: 'Days from asking until it was closed.',
    counts: 'as-said',
    span: 'now',
    lowerIsBetter: true,
  }),
  cycleTime: figure({
    name: 'Cycle time',
    formula: 'Days from asking until it was fulfilled.',
    counts: 'as-said',
    span: 'now',
    lowerIsBetter: true,
  }),
} as const satisfies Readonly<Record<FigureId, Figure>>;

/** Formula, whose doing counts and over what, in one text. */
export function definitionOf(id: FigureId): string {
  const { formula, counts, span, good }: Figure = FIGURES[id];
  return [formula, COUNTED_WORDS[counts], SPAN_WORDS[span], good ?? '']
    .filter((part) => part !== '')
    .join(' ');
}
