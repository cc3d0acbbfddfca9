import type { DeviceStanding, Trouble } from '../../sync/exchange/device-standing.ts';
import type { BlockReason, ExchangeReport } from '../../sync/exchange/exchange-report.ts';
import type { ObjectsHere } from '../../sync/exchange/objects-here.ts';
import type { PlaceBlock, PlaceWords } from '../ports/place-words.ts';

/** What holds an exchange up, in sentences: what happened, what is safe, what to do. */

/** What is the same wherever the hub is; the place says the rest. */
const BLOCKED: Readonly<Record<Exclude<BlockReason, PlaceBlock>, string>> = {
  'newer-format':
    'A newer version of Kitbag writes to this hub. Nothing here was changed. Update Kitbag to sync again.',
  forked:
    'This device’s history in the hub is another one than here: a backup was put back, or the data folder was copied to a second computer. Nothing is lost. The device takes a new identity.',
  'too-large':
    'The hub’s description (hub.json) is larger than Kitbag ever writes it: somebody replaced it. Nothing here was changed. Ask the lead who shared the hub to restore it.',
};

/** Why nothing can be exchanged. */
export function blockedMessage(reason: BlockReason, words: PlaceWords): string {
  return isOfThePlace(reason, words) ? words.blocked[reason] : BLOCKED[reason];
}

/** The same of an exchange; `undefined` where it was not blocked. `device`: this one, `joining`: it is on its way into the hub. */
export function whyBlocked(
  report: Pick<ExchangeReport, 'reason' | 'whileSending'>,
  words: PlaceWords,
  { device, joining }: { readonly device: string; readonly joining?: true },
): string | undefined {
  if (isReadOnly(report)) return joining ? words.joining.readOnly(device) : words.readOnly(device);
  return report.reason && blockedMessage(report.reason, words);
}

/** Whether what others wrote could be read, and nothing of this device may be written. */
export function isReadOnly({
  reason,
  whileSending,
}: Pick<ExchangeReport, 'reason' | 'whileSending'>): boolean {
  return reason === 'denied' && whileSending === true;
}

function isOfThePlace(reason: BlockReason, { blocked }: PlaceWords): reason is PlaceBlock {
  return reason in blocked;
}

/** Said while the place of the hub can't be reached. */
const OFFLINE =
  'The hub can’t be reached now. You can go on working: everything is kept on this device and synced as soon as the hub is back.';

/** Why the hub can't be reached. With the words of the place: the way to it is there and it is not. */
export function offlineMessage(gone?: PlaceWords): string {
  return gone === undefined ? OFFLINE : gone.gone;
}

/** Said to somebody whose work counts for nobody, although it is exchanged. */
export const REMOVED_MESSAGE =
  'You are no longer a member of this hub. What you did before is in it and stays; what you do now is kept on this device and counts for nobody else. Ask a content lead if this is a mistake.';

/** Said to somebody who joins with a code until the device that showed it has accepted this one. */
export const OTHER_DEVICE_ACCEPTS =
  'Open Kitbag on your other device, the one that showed the code, and leave it open. It accepts this device by itself; joining goes on then.';

/** Said to somebody who joins while objects of the hub are missing, or are not what was signed. */
export function copyingMessage({ named, missing, altered }: ObjectsHere, { joining }: PlaceWords): string {
  const of = (count: number): string => `${count} of ${named} ${named === 1 ? 'object' : 'objects'}`;
  const are = (count: number): string => (count === 1 ? 'is' : 'are');
  if (altered === 0)
    return `${joining.incomplete}: ${of(missing)} ${are(missing)} missing. Joining goes on when ${missing === 1 ? 'it arrives' : 'they arrive'}.`;
  const more = missing === 0 ? '' : ` ${missing} more ${are(missing)} missing.`;
  return `${of(altered)} ${joining.there} ${are(altered)} not what the hub’s devices wrote: changed, damaged, or only half copied.${more} If this stays, ${joining.restore}`;
}

const TROUBLES: Readonly<Record<Trouble, string>> = {
  'not-arrived': 'Some of what it wrote has not arrived in the hub yet. It is taken in as soon as it has.',
  missing: 'The hub no longer has anything from this device. What was received before stays here.',
  altered:
    'What is in the hub is not what this device signed: it was damaged, or somebody else changed it. Kitbag ignores it; everything before stays.',
  forged:
    'What is in the hub under this device’s name was not signed by it. Kitbag ignores it; everything before stays.',
  forked:
    'This device wrote two different histories: a backup was put back on it, or it was copied. The hub’s counts; what it replaced was set aside.',
  'rolled-back':
    'The hub has an older state of this device than is here: an old copy of it was put back. Nothing is lost; the device sends the rest again.',
  unreadable:
    'What is in the hub under this device’s name can’t be read. Kitbag ignores it; everything before stays. Ask for help with the log of this device.',
  'replaced-history':
    'Its entries in the hub are not the ones that your leads knew when they took rights from this person: somebody put others in their place. Kitbag ignores them. Tell your lead.',
  'newer-format': 'It uses a newer version of Kitbag. Update Kitbag here to receive what it writes.',
  busy: 'Another program holds its files. This is tried again.',
  denied: 'Kitbag isn’t allowed to read its files. Ask for the right to read the whole hub.',
  full: 'Its files could not be read: there is no room.',
  broken: 'Its files can’t be read: the hub’s storage reports errors.',
  'too-large':
    'What is in the hub under this device’s name is larger than anything Kitbag writes: it was damaged, or somebody replaced it. Kitbag ignores it; everything before stays.',
};

/** Why a device's work is not here as far as its head says. */
export function troubleMessage(trouble: Trouble): string {
  return TROUBLES[trouble];
}

const NOTHING_MISSING: ReadonlySet<Trouble> = new Set([
  'rolled-back',
  'missing',
  'forked',
  'replaced-history',
]);

/** Troubles that mean that something of a device is missing here. */
export function holdsUp({ trouble }: DeviceStanding): boolean {
  return trouble !== undefined && !NOTHING_MISSING.has(trouble);
}
