import { msg } from '@lingui/core/runtime-macro';
import type { VariantsSays } from '../shared/says/variants.ts';
import type { Words } from './words.ts';

/** Language editions. */
export const variantsWords: Words<VariantsSays> = {
  'variants.itself': ({ title }) =>
    msg`‘${{ title }}’ can’t be a language version of itself. Nothing was changed. Choose another original.`,
  'variants.too-many': ({ most }) =>
    msg`An asset can have ${{ most }} language versions at most. Nothing was changed.`,
  'variants.no-variant': ({ title }) =>
    msg`‘${{ title }}’ is no language version of another asset. Nothing was changed.`,
  'variants.no-version': ({ title, number }) =>
    msg`‘${{ title }}’ has no published version ${{ number }}. Nothing was changed.`,
  'variants.not-found': ({ text }) =>
    msg`‘${{ text }}’ is not one asset. Write the ID or the exact title of the original.`,
};
