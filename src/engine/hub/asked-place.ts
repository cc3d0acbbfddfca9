import type { AskedPlace, PlaceState, PlaceTestResult } from '../../contract/hub.ts';
import type { HubLocation, SecretRef } from '../../shared/hub-location.ts';
import { says } from '../../shared/says/says.ts';
import type { DeviceId } from '../../shared/vocabulary/ids.ts';
import { DEVICES_PREFIX } from '../../sync/hub/hub-layout.ts';
import { invalid } from '../base/refusal.ts';
import type { Invitation } from '../ports/invitations.ts';
import type { HubCore } from './hub-core.ts';
import { lookAtPlace, placeState } from './look-at-place.ts';

/** Places that windows ask about, by a grant or as a bucket that is named. */

/** Says what is at a place; the answer's grant stands for the same place once more. */
export function lookAt(core: HubCore, asked: AskedPlace): Promise<PlaceState & { grant: string }> {
  return lookAtLocation(core, askedLocation(core, asked));
}

/** The same; where `invited`, only the hub that the invitation is for is one. */
export async function lookAtLocation(
  core: HubCore,
  location: HubLocation,
  invited?: Pick<Invitation, 'hub' | 'founder' | 'name'>,
): Promise<PlaceState & { grant: string }> {
  const place = await core.placeAt(location);
  const own = core.sessionState().state === 'ready' ? core.replica().link.state().hub.id : undefined;
  const found = await lookAtPlace(place, core.ports.crypto);
  const grant = core.lookedAt.add(place.location);
  if (
    found.found === 'hub' &&
    invited !== undefined &&
    (found.hub.hub !== invited.hub || found.hub.founder !== invited.founder)
  ) {
    return {
      place: 'unusable',
      location: place.location,
      says: says('hub.replaced', { name: invited.name }),
      grant,
    };
  }
  return { ...placeState(place.location, found, own, core.ports.crypto), grant };
}

/** Tries what a hub needs of a place; without one, of the place where the hub is. */
export async function testPlace(core: HubCore, asked?: AskedPlace): Promise<PlaceTestResult> {
  const folder = writesBelow(await core.ownDevice());
  if (asked !== undefined) return tested(await core.placeAt(askedLocation(core, asked)), folder);
  const place = await core.replica().link.placeWhenKnown();
  if (place === undefined) throw invalid(says('hub.nothing-to-test'));
  return tested(place, folder);
}

/** Below which key a device writes: it may be allowed to nowhere else. */
export function writesBelow(device: DeviceId | undefined): string | undefined {
  return device === undefined ? undefined : `${DEVICES_PREFIX}${device}/`;
}

async function tested(
  place: Awaited<ReturnType<HubCore['placeAt']>>,
  folder?: string,
): Promise<PlaceTestResult> {
  const result = await place.test(folder);
  if (!result.ok) return result;
  const { latencyMs, putMs, notes } = result;
  return { ok: true, latencyMs, ...(putMs !== undefined && { putMs }), notes: [...notes] };
}

/** The place that a grant stands for: one that was looked at, or a folder that was just chosen. */
export function locationOf(core: HubCore, grant: string): HubLocation {
  const lookedAt = core.lookedAt.look(grant);
  if (lookedAt !== undefined) return lookedAt;
  const [folder] = core.grants.look(grant);
  if (folder === undefined) throw invalid(says('hub.no-place-chosen'), 'place');
  return { kind: 'folder', folder };
}

function askedLocation(core: HubCore, asked: AskedPlace): HubLocation {
  if ('grant' in asked) return locationOf(core, asked.grant);
  const { bucket, keys } = asked;
  const named = core.ports.places.named(bucket, keys.from === 'kept' ? keptKeys(core, keys.grant) : keys);
  if (!named.ok) throw invalid(named.error.says, named.error.field);
  return named.value;
}

/** The keys that this device has for a place that was looked at; without a grant for the one where the hub is, or is joined. */
function keptKeys(core: HubCore, grant: string | undefined): SecretRef {
  const location = grant === undefined ? ownLocation(core) : core.lookedAt.look(grant);
  if (location?.kind === 'bucket') return location.secret;
  throw invalid(says('hub.keys-gone'), 'keys');
}

function ownLocation(core: HubCore): HubLocation | undefined {
  const session = core.sessionState();
  if (session.state === 'joining') return session.location;
  return session.state === 'ready' ? core.replica().link.settings?.location : undefined;
}
