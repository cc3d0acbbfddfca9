import type { OpenFailure } from '../../platform/replica-folder.ts';
import { assertNever } from '../../shared/assert-never.ts';

/** Why the replica can't be opened, for people: what happened, what is safe, what to do. */
export function openFailureMessage(failure: OpenFailure): string {
  switch (failure.code) {
    case 'held': {
      const known = 'holder' in failure ? failure.holder : undefined;
      const holder = known ? `${known.what} (process ${known.pid})` : 'another program';
      return `This replica is open in ${holder}. Nothing is wrong with it. Close that program, then try again.`;
    }
    case 'newer-format':
      return 'This replica was written by a newer version of Kitbag. It was left untouched. Install the newer version.';
    case 'damaged':
      return 'A file that says whose replica this is is damaged. Documents and journal were left untouched. Restore the folder from a backup.';
    case 'disk-full':
      return 'The disk is full. Everything saved is safe. Make some room, then try again.';
    case 'read-only':
    case 'no-permission':
      return 'The data folder can’t be written to. Nothing was changed. Give yourself permission to write there, or start with another folder (--data).';
    case 'missing':
      return 'The data folder is not there. Bring its disk back, or start with another folder (--data).';
    case 'input-output':
      return 'The disk does not answer as it should. Nothing was changed. Check the disk, then try again.';
    default:
      return assertNever(failure);
  }
}
