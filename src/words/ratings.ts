import { msg } from '@lingui/core/runtime-macro';
import type { RatingsSays } from '../shared/says/ratings.ts';
import type { Words } from './words.ts';

/** Rating assets. */
export const ratingsWords: Words<RatingsSays> = {
  'ratings.version-of-another': () => msg`This version belongs to another asset. Nothing was changed.`,
};
