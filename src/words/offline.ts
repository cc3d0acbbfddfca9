import { msg } from '@lingui/core/runtime-macro';
import type { OfflineSays } from '../shared/says/offline.ts';
import type { Words } from './words.ts';

/** Files that are not on this device, and how much room they may take. */
export const offlineWords: Words<OfflineSays> = {
  'offline.not-arrived': () =>
    msg`The file has not arrived in the hub yet. Its title, text and ratings are here. It comes once the device that published it has sent it; try again later.`,
  'offline.altered': () =>
    msg`The file in the hub is not the one that was published: its bytes were changed or damaged on the way, so it was not taken. Its title, text and ratings are safe. Ask whoever published it to publish it again.`,
  'offline.offline': () =>
    msg`The hub can’t be reached now, and this file is not on this device. Its title, text and ratings are here. Try again when the hub is back.`,
  'offline.blocked': () =>
    msg`Files can’t be downloaded until the hub’s problem is solved; the Sync page says what it is. The file’s title, text and ratings are here.`,
  'offline.away': () =>
    msg`This file is not on this device. The hub has it: get it, and it stays here for the next time.`,
  'offline.over-budget': () =>
    msg`The chosen files take more room than they may. The most useful ones are kept; the others come when they are opened. Give more room, or keep fewer files.`,
  'offline.nothing-can-go': () =>
    msg`More room is taken than allowed: some files are pinned, or the hub does not have them yet, so they stay.`,
};
