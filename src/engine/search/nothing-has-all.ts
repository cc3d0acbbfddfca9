import type { MatchedRows } from './matching.ts';
import type { FoundTerm } from './understand.ts';
import { idfOf } from './weigh-rows.ts';
import { positionOf } from './words/row-terms.ts';

/**
 * Of a sentence hardly an asset has all words. Where the best one has so little of their weight, rare words weighing more, what was asked for is
 * most likely not here.
 */
const LITTLE = 0.5;

/** What was found: whether any of it has all words, and the row of the best one. */
type Found = { readonly someHaveAll: boolean; readonly bestRow: number };

/** Whether results are only near what was asked for: none of them has all of the words. */
export function nothingHasAll(
  terms: readonly FoundTerm[],
  { sentence }: Pick<MatchedRows, 'sentence'>,
  { someHaveAll, bestRow }: Found,
  assets: number,
): boolean {
  const said = terms.filter(({ expanded }) => !expanded.weak);
  if (someHaveAll || said.length < 2) return false;
  if (!sentence) return true;
  let here = 0;
  let all = 0;
  for (const { rows } of said) {
    const weight = idfOf(rows.length, assets);
    all += weight;
    if (positionOf(rows, bestRow) >= 0) here += weight;
  }
  return here < LITTLE * all;
}
