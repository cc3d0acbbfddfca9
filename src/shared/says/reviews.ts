import type { AssetStateName } from '../vocabulary/assets.ts';
import type { NoValues } from './says.ts';

type Titled = { readonly title: string };

/** Steps of an asset's life that are not taken, and why. */
export type ReviewsSays = {
  readonly 'reviews.needs-review': Titled;
  readonly 'reviews.not-now': Titled & {
    readonly state: Extract<AssetStateName, 'recalled' | 'expired' | 'archived'>;
  };
  readonly 'reviews.nothing-to-review': Titled;
  readonly 'reviews.not-in-review': Titled;
  readonly 'reviews.own': Titled;
  readonly 'reviews.not-your-turn': Titled;
  readonly 'reviews.not-asked': Titled;
  readonly 'reviews.reviewer-does-not-publish': { readonly name: string };
  readonly 'reviews.review-by-somebody-else': NoValues;
  readonly 'reviews.archived-already': Titled;
  readonly 'reviews.nobody-to-take-over': NoValues;
  readonly 'reviews.not-recalled': Titled;
  readonly 'reviews.replaced-by-itself': NoValues;
  readonly 'reviews.replacement-not-usable': Titled;
};
