import { msg } from '@lingui/core/runtime-macro';
import type { ViewsSays } from '../shared/says/views.ts';
import type { Words } from './words.ts';

/** Views of the library that are shared. */
export const viewsWords: Words<ViewsSays> = {
  'views.shared-by-lead': () => msg`Content leads share views. Save the search for yourself instead.`,
  'views.too-many': ({ most }) =>
    msg`This hub shares ${{ most }} views already. Nothing was shared. Remove one of them first.`,
};
