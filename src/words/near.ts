import { msg } from '@lingui/core/runtime-macro';
import type { NearSays } from '../shared/says/near.ts';
import type { Words } from './words.ts';

/** Duplicates and near-duplicates. */
export const nearWords: Words<NearSays> = {
  'near.one-already': ({ title }) => msg`Both are ‘${{ title }}’ already. Nothing was changed.`,
  'near.keep-released': ({ title, released }) =>
    msg`Reps don’t see ‘${{ title }}’ yet, and would lose ‘${{ released }}’. Nothing was merged. Keep ‘${{ released }}’ instead.`,
};
