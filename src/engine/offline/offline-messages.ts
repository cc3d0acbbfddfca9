import type { FetchOutcome } from './file-source.ts';

/** Sentences about files that are not on this device. */

/** Why a file did not come. */
export function fetchMessage(outcome: Exclude<FetchOutcome, 'stored'>): string {
  switch (outcome) {
    case 'not-arrived':
      return 'The file has not arrived in the hub yet. Its title, text and ratings are here. It comes once the device that published it has sent it; try again later.';
    case 'altered':
      return 'The file in the hub is not the one that was published: its bytes were changed or damaged on the way, so it was not taken. Its title, text and ratings are safe. Ask whoever published it to publish it again.';
    case 'offline':
      return 'The hub can’t be reached now, and this file is not on this device. Its title, text and ratings are here. Try again when the hub is back.';
    case 'blocked':
      return 'Files can’t be downloaded until the hub’s problem is solved; the Sync page says what it is. The file’s title, text and ratings are here.';
  }
}

/** Said of a file that the hub has and this device does not keep. */
export const AWAY_MESSAGE =
  'This file is not on this device. The hub has it: get it, and it stays here for the next time.';

/** Said where the budget does not hold what the policy wants. */
export const OVER_BUDGET_MESSAGE =
  'The chosen files take more room than they may. The most useful ones are kept; the others come when they are opened. Give more room, or keep fewer files.';

/** Said where everything else would take more than the budget already without what nobody may remove. */
export const NOT_IN_HUB_MESSAGE =
  'More room is taken than allowed: some files are pinned, or the hub does not have them yet, so they stay.';
