import { msg } from '@lingui/core/runtime-macro';
import type { FindingSays } from '../shared/says/finding.ts';
import type { Words } from './words.ts';

/** What this device keeps for the one who searches. */
export const findingWords: Words<FindingSays> = {
  'finding.too-many-saved': ({ most }) =>
    msg`There are ${{ most }} saved searches already. Delete one that is not needed and save again.`,
};
