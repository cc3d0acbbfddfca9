import type { RefusalCode } from '../../domain/kernel/fold-event.ts';
import type { DomainModel } from '../../domain/registry.ts';

/** Why events change nothing, in sentences for a lead; what they wanted says the definition of each kind. */

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
export function refusedWhat(kind: string, model: DomainModel): string {
  return model.wanted(kind) ?? `Something new (‘${kind.slice(0, 60)}’).`;
}

/** Why an event changes nothing. */
export function refusedWhy(why: RefusalCode): string {
  return WHY[why];
}
