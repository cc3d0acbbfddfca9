import type { NoValues } from './says.ts';

/** Rating assets. */
export type RatingsSays = {
  readonly 'ratings.version-of-another': NoValues;
};
