/** The figures: what each means is written in the one table of definitions (`src/words/figures.ts`). */
export const FIGURE_IDS = [
  'adoption',
  'coverage',
  'noResultRate',
  'slaHitRate',
  'clickThrough',
  'clickPosition',
  'mrr',
  'goldenMrr',
  'uses',
  'usesEver',
  'unused',
  'staleButHot',
  'freshness',
  'usefulness',
  'lowerBound',
  'ratings',
  'foundUseful',
  'ratedLow',
  'demand',
  'gap',
  'requestAge',
  'timeTaken',
  'cycleTime',
] as const;
export type FigureId = (typeof FIGURE_IDS)[number];

/** Those of which less is better. */
export const LOWER_IS_BETTER: ReadonlySet<FigureId> = new Set([
  'noResultRate',
  'clickPosition',
  'unused',
  'staleButHot',
  'ratedLow',
  'gap',
  'timeTaken',
  'cycleTime',
]);

/** The four that say how a library does. */
export const HEADLINE_FIGURES = [
  'adoption',
  'coverage',
  'noResultRate',
  'slaHitRate',
] as const satisfies readonly FigureId[];
export type HeadlineFigure = (typeof HEADLINE_FIGURES)[number];
