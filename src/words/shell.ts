import { msg } from '@lingui/core/runtime-macro';
import type { ShellSays } from '../shared/says/shell.ts';
import type { Words } from './words.ts';

/** What the window's surroundings have to tell. */
export const shellWords: Words<ShellSays> = {
  'shell.engine-stops': () =>
    msg`The engine stopped several times in a minute. Everything saved is safe. Try again, or restart Kitbag.`,
  'shell.not-saved-here': () => msg`Only files that were saved from here can be shown.`,
  'shell.link-left-alone': () => msg`Only https and mail links are opened. This one was left alone.`,
  'shell.link-not-opened': () => msg`No application on this computer could open the link.`,
};
