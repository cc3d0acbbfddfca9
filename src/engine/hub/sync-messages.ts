import type { DeviceStanding, Trouble } from '../../sync/device-standing.ts';
import type { BlockReason } from '../../sync/exchange.ts';
import type { ObjectsHere } from '../../sync/objects-here.ts';

/** What holds an exchange up, in sentences: what happened, what is safe, what to do. */

const BLOCKED: Readonly<Record<BlockReason, string>> = {
  'no-hub':
    'The folder is there, but there is no hub in it. Nothing here was changed, and nothing was taken away. Check that it is the right folder and that your folder program (OneDrive, Dropbox, …) has finished.',
  'unreadable-hub':
    'The hub’s description can’t be read yet. Nothing here was changed. Your folder program may still be copying; this is tried again.',
  'other-hub':
    'Another hub is in this folder. Nothing was synced with it. Choose the folder of your own hub.',
  'newer-format':
    'A newer version of Kitbag writes to this hub. Nothing here was changed. Update Kitbag to sync again.',
  forked:
    'This device’s history in the hub is another one than here: a backup was put back, or the data folder was copied to a second computer. Nothing is lost. The device takes a new identity.',
  busy: 'Another program holds the hub’s files. Nothing is lost; this is tried again.',
  denied:
    'Kitbag is not allowed to read or write in the hub’s folder. Nothing is lost: what you do is kept here and sent later. Ask for the right to change the folder.',
  full: 'The shared folder is full. Nothing is lost: what you do is kept here and sent when there is room.',
  broken:
    'The hub’s folder can’t be read or written: its disk reports errors. What is on this device is safe. Look at the other drive.',
  'too-large':
    'The hub’s description (hub.json) is larger than Kitbag ever writes it: somebody replaced it. Nothing here was changed. Ask the lead who shared the hub to restore it.',
};

/** Why nothing can be exchanged. */
export function blockedMessage(reason: BlockReason): string {
  return BLOCKED[reason];
}

/** Said while the place of the hub can't be reached. */
const OFFLINE =
  'The hub can’t be reached now. You can go on working: everything is kept on this device and synced as soon as the hub is back.';
const GONE =
  'The hub can’t be reached: its folder is no longer there. It was renamed, moved or deleted, or its drive is not connected. Everything you do is kept on this device. Choose the folder again, or connect the drive.';

/** Why the hub can't be reached. `gone`: the way to its folder is there, the folder is not. */
export function offlineMessage(gone: boolean): string {
  return gone ? GONE : OFFLINE;
}

/** Said to somebody whose work counts for nobody, although it is exchanged. */
export const REMOVED_MESSAGE =
  'You are no longer a member of this hub. What you did before is in it and stays; what you do now is kept on this device and counts for nobody else. Ask a content lead if this is a mistake.';

/** Said to somebody whom a lead has to let in: what that protects, and what not. */
export const WAITING_MESSAGE =
  'A content lead has to let you in. You can find and read what is in the folder already; your ratings and requests reach your colleagues as soon as you are in.';

/** Said to somebody who joins while the place of the hub can't be reached. */
export const JOINING_OFFLINE =
  'The hub’s folder can’t be reached now. What came so far is kept. Joining goes on when the folder is back.';

/** Said to somebody who joins with a code until the device that showed it has accepted this one. */
export const OTHER_DEVICE_ACCEPTS =
  'Open Kitbag on your other device, the one that showed the code, and leave it open. It accepts this device by itself; joining goes on then.';

/** Said to somebody who joins before the hub's description is there whole. */
export const DESCRIPTION_COPYING =
  'The folder is still being copied: the hub’s description (hub.json) has not arrived. Joining goes on when it has.';

/** Said to somebody who joins while objects of the hub are missing, or are not what was signed. */
export function copyingMessage({ named, missing, altered }: ObjectsHere): string {
  const of = (count: number): string => `${count} of ${named} ${named === 1 ? 'object' : 'objects'}`;
  const are = (count: number): string => (count === 1 ? 'is' : 'are');
  if (altered === 0)
    return `The folder is still being copied: ${of(missing)} ${are(missing)} missing. Joining goes on when ${missing === 1 ? 'it arrives' : 'they arrive'}.`;
  const more = missing === 0 ? '' : ` ${missing} more ${are(missing)} missing.`;
  return `${of(altered)} in the folder ${are(altered)} not what the hub’s devices wrote: changed, damaged, or only half copied.${more} If this stays, ask the lead who shared the hub to restore the folder’s last good version in the folder program.`;
}

const TROUBLES: Readonly<Record<Trouble, string>> = {
  'not-arrived': 'Some of what it wrote has not arrived in the folder yet. It is taken in as soon as it has.',
  missing: 'The hub no longer has anything from this device. What was received before stays here.',
  altered:
    'What is in the folder is not what this device signed: it was damaged, or somebody else changed it. Kitbag ignores it; everything before stays.',
  forged:
    'What is in the folder under this device’s name was not signed by it. Kitbag ignores it; everything before stays.',
  forked:
    'This device wrote two different histories: a backup was put back on it, or it was copied. The hub’s counts; what it replaced was set aside.',
  'rolled-back':
    'The hub has an older state of this device than is here: an old copy of the folder was put back. Nothing is lost; the device sends the rest again.',
  unreadable:
    'What is in the hub under this device’s name can’t be read. Kitbag ignores it; everything before stays. Ask for help with the log of this device.',
  'clock-ahead': 'Its clock is absurdly far ahead. What it wrote since waits until that clock is set right.',
  'newer-format': 'It uses a newer version of Kitbag. Update Kitbag here to receive what it writes.',
  busy: 'Another program holds its files. This is tried again.',
  denied: 'Kitbag isn’t allowed to read its files. Ask for the right to read the whole folder.',
  full: 'Its files could not be read: the disk is full.',
  broken: 'Its files can’t be read: the disk of the hub reports errors.',
  'too-large':
    'What is in the hub under this device’s name is larger than anything Kitbag writes: it was damaged, or somebody replaced it. Kitbag ignores it; everything before stays.',
};

/** Why a device's work is not here as far as its head says. */
export function troubleMessage(trouble: Trouble): string {
  return TROUBLES[trouble];
}

/** Troubles that mean that something of a device is missing here. */
export function holdsUp({ trouble }: DeviceStanding): boolean {
  return trouble !== undefined && trouble !== 'rolled-back' && trouble !== 'missing' && trouble !== 'forked';
}
