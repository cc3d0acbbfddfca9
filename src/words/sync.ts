import { msg } from '@lingui/core/runtime-macro';
import type { SyncSays } from '../shared/says/sync.ts';
import type { Words } from './words.ts';

/** What is said of an exchange with the hub, wherever it is. */

export const syncWords: Words<SyncSays> = {
  'sync.offline': () =>
    msg`The hub can’t be reached now. You can go on working: everything is kept on this device and synced as soon as the hub is back.`,
  'sync.waiting': () =>
    msg`A content lead has to let you in. You can find and read what is in the hub already; your ratings and requests reach your colleagues as soon as you are in.`,
  'sync.removed': () =>
    msg`You are no longer a member of this hub. What you did before is in it and stays; what you do now is kept on this device and counts for nobody else. Ask a content lead if this is a mistake.`,
  'sync.newer-format': () =>
    msg`A newer version of Kitbag writes to this hub. Nothing here was changed. Update Kitbag to sync again.`,
  'sync.forked': () =>
    msg`This device’s history in the hub is another one than here: a backup was put back, or the data folder was copied to a second computer. Nothing is lost. The device takes a new identity.`,
  'sync.too-large': () =>
    msg`The hub’s description (hub.json) is larger than Kitbag ever writes it: somebody replaced it. Nothing here was changed. Ask the lead who shared the hub to restore it.`,
  'sync.device-not-arrived': () =>
    msg`Some of what it wrote has not arrived in the hub yet. It is taken in as soon as it has.`,
  'sync.device-missing': () =>
    msg`The hub no longer has anything from this device. What was received before stays here.`,
  'sync.device-altered': () =>
    msg`What is in the hub is not what this device signed: it was damaged, or somebody else changed it. Kitbag ignores it; everything before stays.`,
  'sync.device-forged': () =>
    msg`What is in the hub under this device’s name was not signed by it. Kitbag ignores it; everything before stays.`,
  'sync.device-forked': () =>
    msg`This device wrote two different histories: a backup was put back on it, or it was copied. The hub’s counts; what it replaced was set aside.`,
  'sync.device-rolled-back': () =>
    msg`The hub has an older state of this device than is here: an old copy of it was put back. Nothing is lost; the device sends the rest again.`,
  'sync.device-unreadable': () =>
    msg`What is in the hub under this device’s name can’t be read. Kitbag ignores it; everything before stays. Ask for help with the log of this device.`,
  'sync.device-replaced-history': () =>
    msg`Its entries in the hub are not the ones that your leads knew when they took rights from this person: somebody put others in their place. Kitbag ignores them. Tell your lead.`,
  'sync.device-newer-format': () =>
    msg`It uses a newer version of Kitbag. Update Kitbag here to receive what it writes.`,
  'sync.device-busy': () => msg`Another program holds its files. This is tried again.`,
  'sync.device-denied': () =>
    msg`Kitbag isn’t allowed to read its files. Ask for the right to read the whole hub.`,
  'sync.device-full': () => msg`Its files could not be read: there is no room.`,
  'sync.device-broken': () => msg`Its files can’t be read: the hub’s storage reports errors.`,
  'sync.device-too-large': () =>
    msg`What is in the hub under this device’s name is larger than anything Kitbag writes: it was damaged, or somebody replaced it. Kitbag ignores it; everything before stays.`,
};
