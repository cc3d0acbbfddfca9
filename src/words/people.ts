import { msg } from '@lingui/core/runtime-macro';
import type { PeopleSays } from '../shared/says/people.ts';
import type { Words } from './words.ts';

/** Who is in, in which role, and why an event changes nothing. */
export const peopleWords: Words<PeopleSays> = {
  'refused.invalid-body': () => msg`Its content does not fit: it was damaged, or not written by Kitbag.`,
  'refused.impossible-time': () => msg`Its clock said a time that nobody can have meant.`,
  'refused.unknown-device': () => msg`Nobody has let this device in.`,
  'refused.wrong-member': () => msg`It was written in the name of somebody whose device this is not.`,
  'refused.not-a-member': () => msg`Its author was not a member then.`,
  'refused.not-admitted': () => msg`Its author waits to be let in. It counts as soon as a lead does so.`,
  'refused.not-accepted': () =>
    msg`The device that showed the code has not accepted this one yet. It does so by itself when Kitbag is open there.`,
  'refused.after-removal': () => msg`It came after its author was removed.`,
  'refused.wrong-id': () => msg`It names something new by an id that does not follow from its author.`,
  'refused.id-taken': () => msg`It claims something that somebody else had made.`,
  'refused.not-allowed': () => msg`Its author’s role did not allow it then.`,
  'refused.bad-proof': () =>
    msg`It does not prove whose device it is: the key, the signature or the code does not fit, or the code was used or is out of date.`,
  'refused.deferred': () =>
    msg`This version of Kitbag does not know this kind of entry. It is kept and counts after an update.`,

  'people.further-device-later': () =>
    msg`A further device can join once a content lead has let you in. Nothing was changed.`,
  'people.no-such-time-zone': ({ zone }) =>
    msg`There is no time zone ‘${{ zone }}’. Nothing was changed. Choose one such as Europe/Berlin.`,
  'people.no-code': () => msg`The code could not be made. Nothing was changed. Try again.`,
  'people.publish-by-publishers': () =>
    msg`Only marketers and content leads can publish. Nothing was changed. Ask for content instead, or ask a lead for another role.`,
  'people.roles-by-lead': () =>
    msg`Only content leads can give roles. Nothing was changed. Ask a content lead.`,
  'people.removal-by-lead': () =>
    msg`Only content leads can remove members. Nothing was changed. Ask a content lead.`,
  'people.policies-by-lead': () =>
    msg`Only content leads can change the hub’s policies. Nothing was changed. Ask a content lead.`,
  'people.only-lead': ({ name }) =>
    msg`${{ name }} is the only content lead of this hub. Nothing was changed. Make somebody else a lead first.`,
  'people.you-are-only-lead': () =>
    msg`You are the only content lead of this hub. Nothing was changed. Make somebody else a lead first.`,
  'people.removal-stays': () =>
    msg`This removal can’t be taken back. Nothing was changed. You can let them in again instead.`,
};
