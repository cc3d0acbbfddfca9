import { DAY_MS } from '../kernel/calendar.ts';

/**
 * How useful an asset was to those who used it, from ratings of 1 to 5.
 *
 * Score: the Bayesian mean of the vocabulary, (C·m + Σ w·r) / (C + Σ w), with m the mean of all ratings and C the prior's weight. A
 * rating's weight w halves with every half-life of age, and halves again when it was given to an older version.
 *
 * Lower bound: the score less z standard deviations of the posterior of a Dirichlet-multinomial over the five values, after Evan
 * Miller, 'Ranking Items With Star Ratings' (2014, evanmiller.org/ranking-items-with-star-ratings.html), whose uniform prior is
 * replaced by one in proportion to all ratings of the hub, so that score and bound have one posterior.
 */

/** How many ratings the prior is worth. */
const PRIOR_WEIGHT = 5;
/** Days after which a rating weighs half. */
const HALF_LIFE_DAYS = 180;
/** What a rating of an older version weighs. */
const OLDER_VERSION_WEIGHT = 0.5;
/** From how many ratings a score is shown. */
const ENOUGH_RATINGS = 3;
/** One-sided 95 % (Miller's choice too). */
const Z = 1.65;

/** How many ratings there are of 1, 2, 3, 4 and 5. */
export type Distribution = readonly [number, number, number, number, number];

/** What all ratings of the hub say together: the prior of each asset. */
export type RatingPrior = { readonly mean: number; readonly spread: Distribution };

/** A rating as the score needs it. `ageMs` milliseconds. */
export type WeighedRating = {
  readonly value: number;
  readonly ageMs: number;
  readonly currentVersion: boolean;
};

/** An asset's usefulness. */
type UsefulnessScore = {
  readonly score: number;
  readonly lowerBound: number;
  readonly count: number;
  readonly enough: boolean;
  readonly distribution: Distribution;
};

/** From which rating on somebody found an asset useful. */
const USEFUL_FROM = 4;

/** How many people found an asset useful. */
export function foundUsefulBy(distribution: Distribution): number {
  return distribution.reduce((sum, count, place) => sum + (place + 1 >= USEFUL_FROM ? count : 0), 0);
}

/** Below which mean an asset is rated low. */
const LOW_BELOW = 3;

/** Says whether those who rated an asset rated it low, however few they are: by their own mean, not drawn towards that of all. */
export function isRatedLow(distribution: Distribution): boolean {
  const mean = ownMean(distribution);
  return mean !== null && mean < LOW_BELOW;
}

/** The mean of an asset's own ratings, nothing else considered; null without any. */
export function ownMean(distribution: Distribution): number | null {
  const count = sum(distribution);
  return count === 0 ? null : weightedSum(distribution) / count;
}

const VALUES = [1, 2, 3, 4, 5] as const;

/** The prior from the distribution of all ratings; without any, the middle of the scale. */
export function ratingPrior(all: Distribution): RatingPrior {
  const total = sum(all);
  const mean = total === 0 ? 3 : weightedSum(all) / total;
  // One rating of each value is added to the spread: otherwise a hub of fives alone would be sure of a single five.
  const spread = all.map((count) => (count + 1) / (total + 5)) as unknown as Distribution;
  return { mean, spread };
}

/** An asset's usefulness out of its ratings and the prior. */
export function usefulness(ratings: readonly WeighedRating[], prior: RatingPrior): UsefulnessScore {
  const counts: [number, number, number, number, number] = [0, 0, 0, 0, 0];
  const weights: [number, number, number, number, number] = [0, 0, 0, 0, 0];
  for (const rating of ratings) {
    const place = (rating.value - 1) as 0 | 1 | 2 | 3 | 4;
    counts[place] += 1;
    weights[place] += weightOf(rating);
  }
  const weight = sum(weights);
  const score = (PRIOR_WEIGHT * prior.mean + weightedSum(weights)) / (PRIOR_WEIGHT + weight);
  let variance = 0;
  for (const value of VALUES) {
    const place = (value - 1) as 0 | 1 | 2 | 3 | 4;
    const share = (PRIOR_WEIGHT * prior.spread[place] + weights[place]) / (PRIOR_WEIGHT + weight);
    variance += share * (value - score) ** 2;
  }
  const deviation = Math.sqrt(variance / (PRIOR_WEIGHT + weight + 1));
  return {
    score,
    lowerBound: Math.max(1, score - Z * deviation),
    count: ratings.length,
    enough: ratings.length >= ENOUGH_RATINGS,
    distribution: counts,
  };
}

function weightOf(rating: WeighedRating): number {
  const age = 2 ** (-Math.max(0, rating.ageMs) / (HALF_LIFE_DAYS * DAY_MS));
  return rating.currentVersion ? age : age * OLDER_VERSION_WEIGHT;
}

function sum(values: Distribution): number {
  return values[0] + values[1] + values[2] + values[3] + values[4];
}

function weightedSum(values: Distribution): number {
  return values[0] + 2 * values[1] + 3 * values[2] + 4 * values[3] + 5 * values[4];
}
