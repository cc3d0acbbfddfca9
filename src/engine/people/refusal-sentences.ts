import type { EventKind } from '../../domain/events.ts';
import type { RefusalCode } from '../../domain/fold-event.ts';

/** What events wanted and why they change nothing, in sentences for a lead. */

const WHAT: Partial<Readonly<Record<EventKind, string>>> = {
  'hub-created': 'Make this hub another one.',
  'sample-ended': 'End the sample.',
  'hub-renamed': 'Rename the hub.',
  'hub-policy-set': 'Change the hub’s policies.',
  'member-added': 'Add a member.',
  'member-renamed': 'Change a member’s name.',
  'role-granted': 'Give a role.',
  'member-admitted': 'Let somebody in.',
  'member-removed': 'Remove a member.',
  'member-joined': 'Come into the hub.',
  'device-added': 'Add a device.',
  'device-invited': 'Invite a further device.',
  'device-vouched': 'Join as a further device of a member.',
  'device-accepted': 'Accept a further device.',
  'history-anchored': 'Say what of the history it had seen.',
  'stage-defined': 'Change a buying stage.',
  'persona-defined': 'Change a persona.',
  'type-defined': 'Change a content type.',
  'product-defined': 'Change a product.',
  'asset-added': 'Publish an asset.',
  'asset-version-added': 'Publish a new version.',
  'asset-version-drafted': 'Save a new version as a draft.',
  'asset-version-moved': 'Publish or drop a draft version.',
  'asset-version-read': 'Read a version’s text again.',
  'asset-edited': 'Change an asset.',
  'asset-verified': 'Verify an asset.',
  'rating-given': 'Rate an asset.',
  'rating-withdrawn': 'Withdraw a rating.',
  'request-made': 'Ask for content.',
  'request-voted': 'Vote for a request.',
  'request-vote-withdrawn': 'Withdraw a vote.',
  'request-commented': 'Comment on a request.',
  'request-answered': 'Answer a request.',
};

const WHY: Readonly<Record<RefusalCode, string>> = {
  'invalid-body': 'Its content does not fit: it was damaged, or not written by Kitbag.',
  'impossible-time': 'Its clock said a time that nobody can have meant.',
  'unknown-device': 'Nobody has let this device in.',
  'wrong-member': 'It was written in the name of somebody whose device this is not.',
  'not-a-member': 'Its author was not a member then.',
  'not-admitted': 'Its author waits to be let in. It counts as soon as a lead does so.',
  'not-accepted':
    'The device that showed the code has not accepted this one yet. It does so by itself when Kitbag is open there.',
  'after-removal': 'It came after its author was removed.',
  'wrong-id': 'It names something new by an id that does not follow from its author.',
  'id-taken': 'It claims something that somebody else had made.',
  'not-allowed': 'Its author’s role did not allow it then.',
  'bad-proof':
    'It does not prove whose device it is: the key, the signature or the code does not fit, or the code was used or is out of date.',
};

/** Why an event of a kind that this version does not know changes nothing yet. */
export const DEFERRED_WHY =
  'This version of Kitbag does not know this kind of entry. It is kept and counts after an update.';

/** Says whether an event counts as soon as somebody lets its author in: what people write who wait is no offence. */
export function waits(why: RefusalCode): boolean {
  return why === 'not-admitted' || why === 'not-accepted';
}

/** What an event wanted. Kinds come from other people's devices. */
export function refusedWhat(kind: string): string {
  const known: Readonly<Record<string, string>> = WHAT;
  return (Object.hasOwn(known, kind) ? known[kind] : undefined) ?? `Something new (‘${kind.slice(0, 60)}’).`;
}

/** Why an event changes nothing. */
export function refusedWhy(why: RefusalCode): string {
  return WHY[why];
}
