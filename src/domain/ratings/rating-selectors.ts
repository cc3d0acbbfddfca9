import { idsOfAsset, keptAsset } from '../assets/asset-selectors.ts';
import type { AssetsPart } from '../assets/assets.ts';
import type { Holds } from '../kernel/holds.ts';
import type { Register } from '../kernel/register.ts';
import type { RatingState, RatingsPart } from './ratings.ts';

/** What one asks of the ratings. Of assets that were made one each member has one rating: the last that they gave and have not withdrawn. */

type Catalog = Holds<RatingsPart & AssetsPart>;

/** The ratings of an asset with the members who gave them; none that was withdrawn. */
export function* ratingsOf(
  catalog: Catalog,
  asset: string,
): Iterable<readonly [member: string, rating: RatingState]> {
  const last = new Map<string, Register<RatingState>>();
  for (const id of idsOfAsset(catalog, asset)) {
    for (const [member, { stamp, value }] of catalog.state.ratings.get(id) ?? [])
      if (value !== null && stamp > (last.get(member)?.stamp ?? '')) last.set(member, { stamp, value });
  }
  for (const [member, { value }] of last) yield [member, value];
}

/** Under which ids of an asset a member rates it, the one that counts last: one, unless it is made of several that they rated. */
export function ratedAs(catalog: Catalog, asset: string, member: string): readonly string[] {
  return idsOfAsset(catalog, asset)
    .flatMap((id) => {
      const rating = catalog.state.ratings.get(id)?.get(member);
      return rating === undefined || rating.value === null ? [] : [{ id, stamp: rating.stamp }];
    })
    .sort((a, b) => (a.stamp < b.stamp ? -1 : 1))
    .map(({ id }) => id);
}

/** Says whether anybody has rated an asset, also where that was withdrawn. */
export function wasRated(catalog: Catalog, asset: string): boolean {
  return idsOfAsset(catalog, asset).some((id) => catalog.state.ratings.has(id));
}

/** Every rating of the hub; none that was withdrawn. */
export function* allRatings(catalog: Catalog): Iterable<RatingState> {
  const kept = new Set<string>();
  for (const asset of catalog.state.ratings.keys()) kept.add(keptAsset(catalog, asset));
  for (const asset of kept) for (const [, rating] of ratingsOf(catalog, asset)) yield rating;
}

/** How many assets a member rates; none that was withdrawn. Goes through all ratings. */
export function countRatingsBy({ state }: Catalog, member: string): number {
  let given = 0;
  for (const ofAsset of state.ratings.values()) if ((ofAsset.get(member)?.value ?? null) !== null) given += 1;
  return given;
}
