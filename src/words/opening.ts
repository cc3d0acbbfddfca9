import { msg } from '@lingui/core/runtime-macro';
import type { OpeningSays } from '../shared/says/opening.ts';
import type { Words } from './words.ts';

/** Why a replica's folder can't be opened. */
export const openingWords: Words<OpeningSays> = {
  'opening.held': ({ folder }) =>
    msg`Another process has the replica in ${{ folder }} open. Close it and try again.`,
  'opening.held-by': ({ folder, what, pid, since }) =>
    msg`The replica in ${{ folder }} is open in another process: ${{ what }}, process ${{ pid }}, since ${{ since }}. Close it and try again.`,
  'opening.newer-format': ({ folder, format }) =>
    msg`The replica in ${{ folder }} was written by a newer Kitbag (format ${{ format }}). It was not touched. Update Kitbag.`,
  'opening.hub-here': ({ hub }) =>
    msg`There is a shared hub in ${{ hub }}. Kitbag’s data folder holds this device’s key and your settings, and everyone who can open the hub could read them. Nothing was written. Choose another data folder with --data, or leave --data out.`,
  'opening.replica-in-hub': ({ hub, folder }) =>
    msg`There is a shared hub in ${{ hub }}. Kitbag’s data folder holds this device’s key and your settings, and everyone who can open the hub could read them. A replica is in ${{ folder }} already. It was not touched. Move everything of it but the hub to a private folder, and name that with --data.`,
  'opening.damaged-key': ({ folder }) =>
    msg`The key of this device in ${{ folder }} (‘device-key.json’) is missing, damaged or another device’s. The journal and the files are safe and were not touched. Put it back from a backup.`,
  'opening.damaged-mark': ({ folder }) =>
    msg`The mark of the replica in ${{ folder }} (‘replica.json’) is damaged. The journal and the files are safe. Put it back from a backup.`,
  'opening.missing': ({ folder }) =>
    msg`There is no replica in ${{ folder }} yet. Make one: kitbag init --name NAME (or open the window).`,
  'opening.not-writable': ({ folder }) =>
    msg`The folder ${{ folder }} can’t be written to. Nothing was changed. Make it writable, or choose another one with --data.`,
  'opening.window-only': ({ folder }) =>
    msg`The key of the replica in ${{ folder }} is in the keyring of the system, which only the window can open. Nothing was changed; the journal and the files are safe. In the window, under Settings, choose ‘Keep it in a file instead, so that the command line can use this replica’, close the window and try again.`,
  'opening.no-keyring': () =>
    msg`The key of this replica is in the keyring of your system, and no keyring answers now. Nothing was changed; the journal and the files are safe. Unlock it, or log in to your desktop as you did when Kitbag opened this replica, and start Kitbag again.`,
  'opening.keyring-refused': () =>
    msg`The key of this replica is in the keyring of your system, which does not give it back: it is locked, or was replaced. Nothing was changed; the journal and the files are safe. Unlock it, or put the old keyring back, and start Kitbag again. If it is gone for good, start Kitbag with another data folder and join your hub again.`,
  'opening.keyring-silent': () =>
    msg`The keyring of your system, in which the key of this replica is, did not answer in time. Nothing was changed; the journal and the files are safe. Unlock it and try again.`,
};
