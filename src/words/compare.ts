import { msg } from '@lingui/core/runtime-macro';
import type { CompareSays } from '../shared/says/compare.ts';
import type { Words } from './words.ts';

/** Comparing two versions. */
export const compareWords: Words<CompareSays> = {
  'compare.one-version': ({ title }) =>
    msg`‘${{ title }}’ has only one version. There is nothing to compare it with yet.`,
  'compare.same-version': () => msg`Both are the same version. Choose another one to compare it with.`,
  'compare.too-much': () =>
    msg`These versions are too large to compare: it took too long or needed too much memory. Open both to see what changed.`,
};
