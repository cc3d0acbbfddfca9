import { REVIEW_INTERVAL_DAYS } from '../assets/asset-state.ts';
import { DAY_MS } from '../kernel/calendar.ts';

/**
 * rank = text × usefulness × freshness × fit. Every factor but the text is bounded around 1 by {@link FACTOR_BOUND}, so that together
 * they can lift or lower a hit by less than {@link MORE_THAN_FACTORS}: an exact title is never buried.
 */

/** No factor is greater than this or smaller than its inverse. */
export const FACTOR_BOUND = 1.25;
/** More than all factors together can make up for. */
export const MORE_THAN_FACTORS = FACTOR_BOUND ** 6 + 0.01;

/** What a rank is made of. */
type RankFactors = {
  readonly text: number;
  readonly usefulness: number;
  readonly freshness: number;
  readonly fit: number;
};

/** The product. */
export function rankOf(factors: RankFactors): number {
  return factors.text * factors.usefulness * factors.freshness * factors.fit;
}

/** FACTOR_BOUND to a power of −1 to 1. */
function bounded(power: number): number {
  return FACTOR_BOUND ** Math.max(-1, Math.min(1, power));
}

/** From usefulness: 5 gives the most, 3 nothing, 1 the least; with too few ratings nothing. */
export function usefulnessFactor(usefulness: { readonly score: number; readonly enough: boolean }): number {
  return usefulness.enough ? bounded((usefulness.score - 3) / 2) : 1;
}

/** From the time since the last version or verification: new lifts a little, the review interval is neutral, twice that lowers. */
export function freshnessFactor(renewedAt: number, now: number): number {
  const age = Math.max(0, now - renewedAt) / (REVIEW_INTERVAL_DAYS * DAY_MS);
  return bounded(0.5 * (1 - age));
}

/** What it adds to the fit that an asset is of a term that the words of the query stand for. */
const MEANT = 0.5;

/**
 * How an asset's title stands to the words of a query: it has all of them; it has not, while another's has; or no title has. Whoever
 * types what a title says looks for that asset, whatever call they prepare for: the call lifts titles with all words and lowers the
 * others, never the other way round, so that it puts none of the others before one of them.
 */
export type TitleStanding = 'all-words' | 'beside-those' | 'none-has';

/**
 * From the call that one prepares for: the mean over what was chosen of 1 where the asset is for it and −1 where it is not, as far as the
 * titles leave it a say; and from the words, where they stand for a term that the asset is of.
 */
export function fitFactor(
  asset: { readonly stages: readonly string[]; readonly personas: readonly string[] },
  context: { readonly stage?: string | undefined; readonly persona?: string | undefined },
  meant = false,
  title: TitleStanding = 'none-has',
): number {
  const votes: number[] = [];
  if (context.stage !== undefined) votes.push(asset.stages.includes(context.stage) ? 1 : -1);
  if (context.persona !== undefined) votes.push(asset.personas.includes(context.persona) ? 1 : -1);
  const chosen = votes.length === 0 ? 0 : votes.reduce((total, vote) => total + vote, 0) / votes.length;
  const call =
    title === 'all-words' ? Math.max(0, chosen) : title === 'beside-those' ? Math.min(0, chosen) : chosen;
  return bounded(call + (meant ? MEANT : 0));
}

/** The text score of an exact title match: above everything that the factors could make of the best of the others. */
export function exactTitleText(own: number, best: number): number {
  return Math.max(own, best, Number.MIN_VALUE) * MORE_THAN_FACTORS;
}
