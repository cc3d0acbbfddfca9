import { msg } from '@lingui/core/runtime-macro';
import type { SampleSays } from '../shared/says/sample.ts';
import type { Words } from './words.ts';

/** Making the sample hub. */
export const sampleWords: Words<SampleSays> = {
  'sample.unavailable': () =>
    msg`The sample documents did not come with this copy of Kitbag. Nothing was made. Start with your own documents, or install Kitbag again.`,
  'sample.broken': ({ file, why }, say) =>
    msg`The sample document ‘${{ file }}’ could not be read. ${{ why: say(why) }}`,
};
