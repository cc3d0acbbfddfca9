import type { AssetSummary } from '../../contract/assets.ts';
import type { CallContext, Hit } from '../../contract/search.ts';
import {
  exactTitleText,
  fitFactor,
  freshnessFactor,
  rankOf,
  usefulnessFactor,
} from '../../domain/ranking.ts';
import { foldTitle } from './fold.ts';
import type { Strength } from './matching.ts';
import { isOfTerm, type MeantTerm } from './query/synonym-book.ts';
import { numberOf } from './row-terms.ts';

/** Assets with what their rank is made of. */

/** An asset with its rank; `row` where it was found by words. */
export type RankedRow = {
  readonly asset: AssetSummary;
  readonly row?: number;
  /** Whether any of the words stands in the title. */
  readonly inTitle: boolean;
  /** Whether it has all of the words. */
  readonly all: boolean;
  readonly score: number;
  readonly factors: Hit['factors'];
};

/** An asset with the factors that are the same for every search. */
export type Standing = {
  readonly asset: AssetSummary;
  readonly usefulness: number;
  readonly freshness: number;
  /** Decides between equals: the same on every device, and no order that anybody could mean. */
  readonly tie: number;
};

/** An asset that was found. */
export type Candidate = { readonly standing: Standing; readonly row?: number; readonly strength: Strength };

/** What an asset brings to every search at a time. */
export function standingOf(asset: AssetSummary, now: number): Standing {
  return {
    asset,
    usefulness: usefulnessFactor(asset.usefulness),
    freshness: freshnessFactor(Math.max(asset.version.addedAt, asset.verified?.at ?? 0), now),
    tie: numberOf(asset.id),
  };
}

/** A title may differ from the query by this many characters of punctuation and spaces and still be exactly it. */
const TITLE_SLACK = 12;

/** Ranks candidates. A title that is exactly the query comes before everything else. */
export function rankRows(
  candidates: readonly Candidate[],
  query: string,
  context: CallContext,
  meant: readonly MeantTerm[] = [],
): RankedRow[] {
  const wanted = foldTitle(query);
  let best = 0;
  for (const { strength } of candidates) best = Math.max(best, strength.text);
  return candidates.map(({ standing, row, strength }) => {
    const { asset, usefulness, freshness } = standing;
    const exact =
      wanted !== '' &&
      strength.title > 0.99 &&
      Math.abs(asset.title.length - query.length) <= TITLE_SLACK &&
      foldTitle(asset.title) === wanted;
    const factors = {
      text: exact ? exactTitleText(strength.text, best) : strength.text,
      usefulness,
      freshness,
      fit: fitFactor(
        asset,
        context,
        meant.some((term) => isOfTerm(asset, term)),
      ),
    };
    return {
      asset,
      ...(row === undefined ? {} : { row }),
      inTitle: strength.title > 0,
      all: strength.all,
      score: rankOf(factors),
      factors,
    };
  });
}
