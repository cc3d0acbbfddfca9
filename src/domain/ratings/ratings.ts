import { z } from 'zod';
import { assets } from '../assets/assets.ts';
import { defineCollection } from '../kernel/define-collection.ts';
import { defineEvent, type Places } from '../kernel/define-event.ts';
import { assetId, prose, termId, time, versionId } from '../kernel/fields.ts';
import { entryOf, later, type Register } from '../kernel/register.ts';
import { EVERYBODY } from '../kernel/roles.ts';
import type { Entries } from '../kernel/snapshot-json.ts';

/** One member's rating of one asset. */
export type RatingState = {
  readonly version: string;
  readonly value: number;
  readonly stage?: string;
  readonly persona?: string;
  readonly comment?: string;
  readonly at: number;
};

/** By asset and member; `null` when it was withdrawn. */
export type RatingsPart = { readonly ratings: Map<string, Map<string, Register<RatingState | null>>> };

export const ratings = defineCollection({
  name: 'ratings',
  topics: ['ratings'],
  inEveryText: true,
  empty: (): RatingsPart => ({ ratings: new Map() }),
  toJson: (state: RatingsPart) => [...state.ratings].map(([asset, ofAsset]) => [asset, [...ofAsset]]),
  fill(state: RatingsPart, json) {
    for (const [id, ofAsset] of json as Entries<Entries<never>>)
      state.ratings.set(id, new Map<string, never>(ofAsset));
  },
});

type Rated = { readonly asset: string };
const ratedAsset = ({ asset }: Rated): string => asset;
const overRating = (state: RatingsPart, { asset }: Rated, member: string): Places => [
  state.ratings.get(asset)?.get(member)?.stamp,
];

/** One register a member and asset. */
export const ratingGiven = defineEvent({
  kind: 'rating-given',
  body: z.object({
    asset: assetId,
    version: versionId,
    value: z.number().int().min(1).max(5),
    stage: termId.optional(),
    persona: termId.optional(),
    comment: prose.optional(),
    at: time,
  }),
  leaves: 'leaves.ratings',
  roles: EVERYBODY,
  into: ratings,
  entry: ratedAsset,
  shownIn: { in: assets, entry: ratedAsset },
  over: overRating,
  fold(state, { asset, ...rating }, author) {
    setRating(state, asset, author, rating as RatingState);
  },
});

export const ratingWithdrawn = defineEvent({
  kind: 'rating-withdrawn',
  body: z.object({ asset: assetId }),
  leaves: 'leaves.ratings',
  roles: EVERYBODY,
  into: ratings,
  entry: ratedAsset,
  shownIn: { in: assets, entry: ratedAsset },
  over: overRating,
  fold: (state, { asset }, author) => setRating(state, asset, author, null),
});

function setRating(
  state: RatingsPart,
  asset: string,
  { member, stamp }: { readonly member: string; readonly stamp: string },
  value: RatingState | null,
): void {
  const ofAsset = entryOf(state.ratings, asset, () => new Map<string, Register<RatingState | null>>());
  ofAsset.set(member, later(ofAsset.get(member), stamp, value));
}
