import { msg } from '@lingui/core/runtime-macro';
import type { WatchesSays } from '../shared/says/watches.ts';
import type { Words } from './words.ts';

/** Folders that are watched. */
export const watchesWords: Words<WatchesSays> = {
  'watches.no-folder': ({ path }) =>
    msg`There is no folder at ${{ path }}. Nothing is watched there. Choose a folder.`,
  'watches.overlaps': ({ path }) =>
    msg`${{ path }} is watched already, and one of the two folders is inside the other. Stop watching that one first.`,
  'watches.too-many': ({ most }) =>
    msg`This device watches ${{ most }} folders already. Stop watching one of them first.`,
  'watches.too-many-files': ({ path, most }) =>
    msg`${{ path }} has more than ${{ most }} files. Choose a smaller folder.`,
};
