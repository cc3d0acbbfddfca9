import { storageMessage } from '../engine/base/messages.ts';
import type { OpenFailure } from '../platform/replica-folder.ts';
import { assertNever } from '../shared/assert-never.ts';
import type { KeyringRefusal } from '../shared/ports/key-vault.ts';

/** Why a replica's folder can't be opened, as a sentence for people: what happened, what is safe, what to do. */
export function openFailureMessage(failure: OpenFailure, folder: string): string {
  switch (failure.code) {
    case 'held': {
      const holder = 'holder' in failure ? failure.holder : undefined;
      if (holder === undefined)
        return `Another process has the replica in ${folder} open. Close it and try again.`;
      const since = new Date(holder.since).toISOString();
      return `The replica in ${folder} is open in another process: ${holder.what}, process ${holder.pid}, since ${since}. Close it and try again.`;
    }
    case 'newer-format':
      return `The replica in ${folder} was written by a newer Kitbag (format ${failure.format}). It was not touched. Update Kitbag.`;
    case 'hub-here':
      return 'hub' in failure ? hubHereMessage(failure.hub, failure.replica, folder) : '';
    case 'damaged':
      return 'what' in failure && failure.what === 'key'
        ? `The key of this device in ${folder} ('device-key.json') is missing, damaged or another device's. The journal and the files are safe and were not touched. Put it back from a backup.`
        : `The mark of the replica in ${folder} ('replica.json') is damaged. The journal and the files are safe. Put it back from a backup.`;
    case 'keyring':
      return keyringClosedMessage(failure.why, folder);
    case 'missing':
      return `There is no replica in ${folder} yet. Make one: kitbag init --name NAME (or open the window).`;
    case 'read-only':
    case 'no-permission':
      return `The folder ${folder} can't be written to. Nothing was changed. Make it writable, or choose another one with --data.`;
    case 'disk-full':
    case 'input-output':
      return storageMessage(failure.code);
  }
}

/** Why nothing is kept in a folder that others reach. */
function hubHereMessage(hub: string, replica: boolean, folder: string): string {
  const why = `There is a shared hub in ${hub}. Kitbag’s data folder holds this device’s key and your settings, and everyone who can open the hub could read them.`;
  return replica
    ? `${why} A replica is in ${folder} already. It was not touched. Move everything of it but the hub to a private folder, and name that with --data.`
    : `${why} Nothing was written. Choose another data folder with --data, or leave --data out.`;
}

/** Why a replica whose key is in the keyring stays closed. */
function keyringClosedMessage(why: KeyringRefusal, folder: string): string {
  const nothing = 'Nothing was changed; the journal and the files are safe.';
  switch (why) {
    case 'window-only':
      return `The key of the replica in ${folder} is in the keyring of the system, which only the window can open. ${nothing} In the window, under Settings, choose ‘Keep it in a file instead, so that the command line can use this replica’, close the window and try again.`;
    case 'no-keyring':
      return `The key of this replica is in the keyring of your system, and no keyring answers now. ${nothing} Unlock it, or log in to your desktop as you did when Kitbag opened this replica, and start Kitbag again.`;
    case 'refused':
      return `The key of this replica is in the keyring of your system, which does not give it back: it is locked, or was replaced. ${nothing} Unlock it, or put the old keyring back, and start Kitbag again. If it is gone for good, start Kitbag with another data folder and join your hub again.`;
    case 'no-answer':
      return `The keyring of your system, in which the key of this replica is, did not answer in time. ${nothing} Unlock it and try again.`;
    default:
      return assertNever(why);
  }
}
