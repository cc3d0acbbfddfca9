import type { ReadInvitation } from '../../contract/hub.ts';
import type { BucketLocation, HubLocation } from '../../shared/hub-location.ts';
import { locationText } from '../../shared/hub-location.ts';
import { hubFingerprint } from '../../sync/identity/hub-document.ts';
import { invalid } from '../base/refusal.ts';
import type { InvitedPlace } from '../ports/invitations.ts';
import { lookAtLocation } from './asked-place.ts';
import type { HubCore } from './hub-core.ts';

/** Invitations: what a lead sends to colleagues, and what they do with it. */

const NOT_SHARED = 'This hub is not shared, so nobody can be invited. Nothing was changed. Share it first.';
const NO_KEYS =
  'This device has no keys for the bucket that could go with the invitation. Nothing was written. Invite without keys.';
const NO_KEYS_NEEDED =
  'This hub is in a folder, so there are no keys to send. Nothing was written. Invite without keys.';
const UNREADABLE =
  'There is no whole invitation in this text. Copy all of it, with the long line that begins with “kitbag-invitation”.';
const WRONG_PASSWORD =
  'This password does not open the keys in the invitation. Check it, or ask for a new invitation.';

/** Writes an invitation to the open hub; `withKeys`: with this device's keys, sealed with a password that is made for it. Throws `Refusal`. */
export async function invite(
  core: HubCore,
  withKeys: boolean,
): Promise<{ readonly text: string; readonly password?: string }> {
  const { link, ports } = core.replica();
  const place = await link.placeWhenKnown();
  const { settings } = link;
  if (settings?.location === undefined || place === undefined) throw invalid(NOT_SHARED);
  const { location, hub, founder } = settings;
  const { name } = link.state().hub;
  const { invitations } = ports.places;
  if (withKeys && location.kind === 'folder') throw invalid(NO_KEYS_NEEDED);
  const password = withKeys ? invitations.password() : undefined;
  const keys = password === undefined ? undefined : await invitations.seal(location, password);
  if (withKeys && keys === undefined) throw invalid(NO_KEYS);
  const line = invitations.write({
    hub,
    name,
    founder,
    place: withoutSecret(location),
    ...(keys !== undefined && { keys }),
  });
  const text = [
    `Our content hub “${name}” is in Kitbag now.`,
    ...place.words.howToJoin(locationText(location), withKeys),
    `Check that Kitbag shows this fingerprint: ${hubFingerprint(settings, ports.crypto)}`,
    '(if it shows another one, it is not our hub: do not join, and tell me)',
    '',
    line,
  ].join('\n');
  return { text, ...(password !== undefined && { password }) };
}

/** Reads an invitation, and looks for its hub where nothing more is needed. Throws `Refusal` where it is none, or the password is another one. */
export async function readInvitation(
  core: HubCore,
  { text, password }: { readonly text: string; readonly password?: string | undefined },
): Promise<ReadInvitation> {
  const { invitations } = core.ports.places;
  const invitation = invitations.read(text);
  if (invitation === undefined) throw invalid(UNREADABLE, 'text');
  const { name, place, keys } = invitation;
  const fingerprint = hubFingerprint(invitation, core.ports.crypto);
  if (place.kind === 'folder') return { name, fingerprint, place: place.folder, needs: 'folder' };
  const { endpoint, region, bucket, prefix, style } = place;
  const said = {
    name,
    fingerprint,
    place: locationText({ ...place, secret: { from: 'environment' } }),
    bucket: { endpoint, region, bucket, prefix, style },
  };
  if (keys === undefined) return { ...said, needs: 'keys' };
  if (password === undefined || password.trim() === '') return { ...said, needs: 'password' };
  const location = await invitations.open(invitation, password);
  if (location === undefined) throw invalid(WRONG_PASSWORD, 'password');
  return { ...said, needs: 'nothing', found: await lookAtLocation(core, location, invitation) };
}

function withoutSecret(location: HubLocation): InvitedPlace {
  if (location.kind === 'folder') return location;
  const { secret: _own, ...place }: BucketLocation = location;
  return place;
}
