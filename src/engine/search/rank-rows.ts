import type { AssetSummary } from '../../contract/assets.ts';
import type { CallContext, Hit } from '../../contract/search.ts';
import {
  exactTitleText,
  fitFactor,
  MORE_THAN_FACTORS,
  rankOf,
  type TitleStanding,
} from '../../domain/search/ranking.ts';
import type { Strengths } from './matching.ts';
import type { CatalogStandings } from './query/catalog-standings.ts';
import { isOfTerm, type MeantTerm } from './query/synonym-book.ts';
import { foldTitle, titleWithSigns } from './words/fold.ts';

/** Assets with what their rank is made of. */

/** An asset with its rank; `row` where it was found by words. */
export type RankedRow = {
  readonly asset: AssetSummary;
  /** The language edition that the words were found in, where that is another one. */
  readonly foundIn?: AssetSummary;
  readonly row?: number;
  /** Whether any of the words stands in the title. */
  readonly inTitle: boolean;
  readonly score: number;
  readonly factors: Hit['factors'];
};

/** Assets that were found, by position: their seats, how well the words match, and their ranks. */
export type Ranked = {
  readonly seats: Uint32Array;
  readonly strengths: Strengths;
  readonly score: Float64Array;
  /** The text factor: the strength, or what lifts an exact title. */
  readonly text: Float64Array;
  readonly fit: Float64Array;
  /** By position, the seat of the language edition that is shown, where that is another one. */
  readonly shown?: ReadonlyMap<number, number>;
};

/** The seat of what is shown at a position. */
export function shownSeat({ seats, shown }: Pick<Ranked, 'seats' | 'shown'>, at: number): number {
  return shown?.get(at) ?? seats[at] ?? -1;
}

/** A title may differ from the query by this many characters of punctuation and spaces and still be exactly it. */
const TITLE_SLACK = 12;

/**
 * Ranks assets. A title that is exactly the query comes before everything else; one with other signs behind it, and where signs make strings of the query
 * (`C++`), behind what has these.
 */
export function rankSeats(
  seats: Uint32Array,
  strengths: Strengths,
  { assets, usefulness, freshness }: CatalogStandings,
  query: string,
  context: CallContext,
  meant: readonly MeantTerm[] = [],
): Ranked {
  const wanted = foldTitle(query);
  const withSigns = titleWithSigns(query);
  const isExact = (title: string): boolean =>
    Math.abs(title.length - query.length) <= TITLE_SLACK && foldTitle(title) === wanted;
  const { best, besides, behind } = bestTexts(strengths);
  const text = strengths.text.slice();
  const fit = new Float64Array(seats.length).fill(1);
  const score = new Float64Array(seats.length);
  const fitOf = fitting(context, meant);
  const standingOf = titleStandings(strengths);
  // One for all: ten thousand of them a keystroke would be most of what is thrown away.
  const factors = { text: 1, usefulness: 1, freshness: 1, fit: 1 };
  for (let at = 0; at < seats.length; at += 1) {
    const seat = seats[at] ?? 0;
    const asset = assets[seat];
    if (asset === undefined) continue;
    if (wanted !== '' && standingOf(at) === 'all-words' && isExact(asset.title)) {
      const own = text[at] ?? 0;
      if (titleWithSigns(asset.title) === withSigns)
        text[at] = exactTitleText(own, exactTitleText(best, best));
      else if (strengths.strings?.[at] !== 0) text[at] = exactTitleText(own, best);
      else text[at] = Math.max(own, Math.min(exactTitleText(own, besides), behind));
    }
    if (fitOf !== undefined) fit[at] = fitOf(asset, standingOf(at));
    factors.text = text[at] ?? 0;
    factors.usefulness = usefulness[seat] ?? 1;
    factors.freshness = freshness[seat] ?? 1;
    factors.fit = fit[at] ?? 1;
    score[at] = rankOf(factors);
  }
  return { seats, strengths, score, text, fit };
}

/**
 * The best text factor of all; of those without the query's strings with signs; and one that lies behind all that have these and all words, whatever
 * else ranks.
 */
function bestTexts({ text, all, strings }: Strengths): {
  readonly best: number;
  readonly besides: number;
  readonly behind: number;
} {
  let [best, besides, least] = [0, 0, Number.POSITIVE_INFINITY];
  for (let at = 0; at < text.length; at += 1) {
    const own = text[at] ?? 0;
    best = Math.max(best, own);
    if (strings?.[at] !== 1) besides = Math.max(besides, own);
    else if (all[at] === 1) least = Math.min(least, own);
  }
  return { best, besides, behind: least / MORE_THAN_FACTORS };
}

/** By position, how the title stands to the words. */
function titleStandings({ title, all }: Strengths): (at: number) => TitleStanding {
  const hasAll = (at: number): boolean => (title[at] ?? 0) > 0.99 && all[at] === 1;
  const others: TitleStanding = title.some((_, at) => hasAll(at)) ? 'beside-those' : 'none-has';
  return (at) => (hasAll(at) ? 'all-words' : others);
}

/** The fit to the call and to what the words mean; undefined where neither says anything. There are few different values. */
function fitting(
  context: CallContext,
  meant: readonly MeantTerm[],
): ((asset: AssetSummary, title: TitleStanding) => number) | undefined {
  const { stage, persona } = context;
  if (stage === undefined && persona === undefined && meant.length === 0) return undefined;
  const known: (number | undefined)[] = [];
  return (asset, title) => {
    const isMeant = meant.some((term) => isOfTerm(asset, term));
    const key =
      (stage !== undefined && asset.stages.includes(stage) ? 1 : 0) +
      (persona !== undefined && asset.personas.includes(persona) ? 2 : 0) +
      (isMeant ? 4 : 0) +
      (title === 'all-words' ? 8 : 0);
    const before = known[key];
    if (before !== undefined) return before;
    const fit = fitFactor(asset, context, isMeant, title);
    known[key] = fit;
    return fit;
  };
}

/** What is shown of an asset that was found: only the shown ones become objects. */
export function rankedAt(
  ranked: Ranked,
  { assets, usefulness, freshness, rowOfSeat }: CatalogStandings,
  at: number,
  byWords: boolean,
): RankedRow[] {
  const { seats, strengths, score, text, fit } = ranked;
  const seat = seats[at] ?? 0;
  const found = assets[seat];
  const asset = assets[shownSeat(ranked, at)];
  if (found === undefined || asset === undefined) return [];
  const row = rowOfSeat[seat] ?? -1;
  return [
    {
      asset,
      ...(asset !== found && { foundIn: found }),
      ...(byWords && row >= 0 ? { row } : {}),
      inTitle: (strengths.title[at] ?? 0) > 0,
      score: score[at] ?? 0,
      factors: {
        text: text[at] ?? 0,
        usefulness: usefulness[seat] ?? 1,
        freshness: freshness[seat] ?? 1,
        fit: fit[at] ?? 1,
      },
    },
  ];
}
