import { msg } from '@lingui/core/runtime-macro';
import type { PresentingSays } from '../shared/says/presenting.ts';
import type { Words } from './words.ts';

/** Presenting. */
export const presentingWords: Words<PresentingSays> = {
  'presenting.nothing': () => msg`None of this can be presented. Nothing was shown.`,
  'presenting.empty': () => msg`There is nothing to present yet. Add a document first.`,
  'presenting.no-ticket': () => msg`Kitbag was restarted meanwhile. Nothing was shown: present it again.`,
  'presenting.missing': ({ title }) =>
    msg`The file of “${{ title }}” isn’t on this device. Sync or download it first.`,
  'presenting.altered': ({ title }) =>
    msg`The file of “${{ title }}” was changed on this disk and isn’t shown. Sync to get it again.`,
  'presenting.no-pages': ({ title }) =>
    msg`“${{ title }}” isn’t made of pages. Open it and present it from there.`,
  'presenting.hidden': ({ title }) =>
    msg`All pages of “${{ title }}” are hidden. Show at least one in its own app, then publish it again.`,
  'presenting.no-window': () => msg`The window couldn’t be opened. Nothing was shown: try again.`,
};
