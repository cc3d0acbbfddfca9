import { msg } from '@lingui/core/runtime-macro';
import type { HubSays } from '../shared/says/hub.ts';
import type { Words } from './words.ts';

/** What is said of sharing, moving and joining a hub, and of invitations to it. */

export const hubWords: Words<HubSays> = {
  'hub.no-place-chosen': () => msg`No place was chosen. Nothing was changed.`,
  'hub.keys-gone': () => msg`The keys are no longer on this device. Nothing was changed. Enter them again.`,
  'hub.nothing-to-test': () => msg`This hub is not shared, so there is nothing to test. Share it first.`,
  'hub.nobody-to-invite': () =>
    msg`This hub is not shared, so nobody can be invited. Nothing was changed. Share it first.`,
  'hub.nothing-to-move': () => msg`This hub is not shared yet. Nothing was changed. Share it first.`,
  'hub.in-no-bucket': () =>
    msg`This hub is in no bucket, so there is no policy for one. Nothing was changed.`,
  'hub.no-keys-to-send': () =>
    msg`This device has no keys for the bucket that could go with the invitation. Nothing was written. Invite without keys.`,
  'hub.no-keys-needed': () =>
    msg`This hub is in a folder, so there are no keys to send. Nothing was written. Invite without keys.`,
  'hub.leads-share': () => msg`Only a content lead can share the hub. Nothing was changed. Ask a lead.`,
  'hub.needs-a-lead': () =>
    msg`Somebody has to lead a shared hub. Nothing was changed. Share it as its content lead (in the window on the Sync page; on the command line with --as-lead).`,
  'hub.shared-already': ({ place }) =>
    msg`This hub is shared at ${{ place }} already. Nothing was changed. If it was moved there, say so: on the Sync page, or with kitbag hub move.`,
  'hub.of-early-version': () =>
    msg`This hub was made by an early version of Kitbag and can’t be shared from here. Nothing was changed. Make a new hub and import your files into it.`,
  'hub.no-invitation': () =>
    msg`There is no whole invitation in this text. Copy all of it, with the long line that begins with “kitbag-invitation”.`,
  'hub.wrong-password': () =>
    msg`This password does not open the keys in the invitation. Check it, or ask for a new invitation.`,
  'hub.replaced': ({ name }) =>
    msg`The hub at this place is not the one that you were invited to (${{ name }}): somebody replaced it. You have not joined it. Ask the lead who invited you.`,
  'hub.no-name': () => msg`Say who you are, by a name that can be read.`,
  'hub.no-code': () => msg`This is not a code of Kitbag: it has four groups of five letters and digits.`,
  'hub.no-fingerprint': () =>
    msg`There is no fingerprint of a hub in this: it has four groups of four letters and digits. Copy it from your invitation.`,
  'hub.other-fingerprint': ({ found, wanted }) =>
    msg`This is not the hub that you were invited to: its fingerprint is ${{ found }}, not ${{ wanted }}. You have not joined it. Somebody may have replaced the hub’s description (hub.json). Ask the lead who invited you.`,
  'hub.used-code': () =>
    msg`This code was used already or is too old. You are not in yet. Show a new code on your other device.`,
  'hub.other-device-accepts': () =>
    msg`Open Kitbag on your other device, the one that showed the code, and leave it open. It accepts this device by itself; joining goes on then.`,
  'hub.own-work-here': () =>
    msg`There is work of yours on this device that may not be in the hub yet. Nothing was changed. Let Kitbag finish joining, or put the data folder aside yourself.`,
};
