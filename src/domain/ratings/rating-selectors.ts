import type { Holds } from '../kernel/holds.ts';
import type { RatingState, RatingsPart } from './ratings.ts';

/** What one asks of the ratings. */

type Catalog = Holds<RatingsPart>;

/** The ratings of an asset with the members who gave them; none that was withdrawn. */
export function* ratingsOf(
  { state }: Catalog,
  asset: string,
): Iterable<readonly [member: string, rating: RatingState]> {
  for (const [member, { value }] of state.ratings.get(asset) ?? []) if (value !== null) yield [member, value];
}

/** Says whether anybody has rated an asset, also where that was withdrawn. */
export function wasRated({ state }: Catalog, asset: string): boolean {
  return state.ratings.has(asset);
}

/** Every rating of the hub; none that was withdrawn. */
export function* allRatings({ state }: Catalog): Iterable<RatingState> {
  for (const ofAsset of state.ratings.values())
    for (const { value } of ofAsset.values()) if (value !== null) yield value;
}

/** How many assets a member rates; none that was withdrawn. Goes through all ratings. */
export function countRatingsBy({ state }: Catalog, member: string): number {
  let given = 0;
  for (const ofAsset of state.ratings.values()) if ((ofAsset.get(member)?.value ?? null) !== null) given += 1;
  return given;
}
