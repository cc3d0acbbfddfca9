import type { Invitation, ReadInvitation } from '../../contract/hub.ts';
import type { BucketLocation, HubLocation } from '../../shared/hub-location.ts';
import { locationText } from '../../shared/hub-location.ts';
import { says } from '../../shared/says/says.ts';
import { hubFingerprint } from '../../sync/identity/hub-document.ts';
import { invalid } from '../base/refusal.ts';
import type { InvitedPlace } from '../ports/invitations.ts';
import { lookAtLocation } from './asked-place.ts';
import type { HubCore } from './hub-core.ts';

/** Invitations: what a lead sends to colleagues, and what they do with it. */

/** Writes an invitation to the open hub; `withKeys`: with this device's keys, sealed with a password that is made for it. Throws `Refusal`. */
export async function invite(core: HubCore, withKeys: boolean): Promise<Invitation> {
  const { link, ports } = core.replica();
  const place = await link.placeWhenKnown();
  const { settings } = link;
  if (settings?.location === undefined || place === undefined) throw invalid(says('hub.nobody-to-invite'));
  const { location, hub, founder } = settings;
  const { name } = link.state().hub;
  const { invitations } = ports.places;
  if (withKeys && location.kind === 'folder') throw invalid(says('hub.no-keys-needed'));
  const password = withKeys ? invitations.password() : undefined;
  const keys = password === undefined ? undefined : await invitations.seal(location, password);
  if (withKeys && keys === undefined) throw invalid(says('hub.no-keys-to-send'));
  const line = invitations.write({
    hub,
    name,
    founder,
    place: withoutSecret(location),
    ...(keys !== undefined && { keys }),
  });
  return {
    hub: name,
    kind: location.kind,
    place: locationText(location),
    ...(place.smb !== undefined && { smb: place.smb }),
    fingerprint: hubFingerprint(settings, ports.crypto),
    line,
    ...(password !== undefined && { password }),
  };
}

/** Reads an invitation, and looks for its hub where nothing more is needed. Throws `Refusal` where it is none, or the password is another one. */
export async function readInvitation(
  core: HubCore,
  { text, password }: { readonly text: string; readonly password?: string | undefined },
): Promise<ReadInvitation> {
  const { invitations } = core.ports.places;
  const invitation = invitations.read(text);
  if (invitation === undefined) throw invalid(says('hub.no-invitation'), 'text');
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
  if (location === undefined) throw invalid(says('hub.wrong-password'), 'password');
  return { ...said, needs: 'nothing', found: await lookAtLocation(core, location, invitation) };
}

function withoutSecret(location: HubLocation): InvitedPlace {
  if (location.kind === 'folder') return location;
  const { secret: _own, ...place }: BucketLocation = location;
  return place;
}
