import type { EventDraft } from '../../domain/events.ts';
import { vouchText } from '../../domain/vouch.ts';
import { type MemberId, memberIdOf } from '../../shared/ids.ts';
import type { Replica } from '../../sync/replica.ts';
import type { EnginePorts } from '../engine-ports.ts';
import type { LiveCatalog } from '../live/live-catalog.ts';
import type { HubPlace } from '../ports/hub-places.ts';
import { invalid, Refusal } from '../refusal.ts';
import { toCommit } from '../session/founding.ts';
import { deviceName } from '../session/session.ts';
import { type HubName, type Joining, type Newcomer, saveHubSettings, saveJoining } from './hub-settings.ts';
import { lookAtPlace } from './look-at-place.ts';

/** Refuses what can't be a code. Throws `Refusal`. */
export function checkCode(ports: EnginePorts, { code }: Newcomer): void {
  if (code !== undefined && ports.inviteCodes.signerOf(code) === undefined) {
    throw invalid('This is not a code of Kitbag: it has four groups of five letters and digits.', 'code');
  }
}

/**
 * Begins the replica of somebody who joins: a device of its own that knows where its hub is and, once the hub's description has arrived, which
 * one it is, and nothing else yet. Throws `Refusal` where there is no sign of a hub.
 */
export async function beginJoining(ports: EnginePorts, place: HubPlace, who: Newcomer): Promise<Joining> {
  checkCode(ports, who);
  const found = await lookAtPlace(place, ports.crypto);
  if (found.found === 'unusable') throw invalid(found.message, 'place');
  if (found.found === 'nothing') {
    throw invalid(
      'There is no hub in this folder. Nothing was changed. Choose the folder that your lead shared; if your folder program is still copying, wait until it is done.',
      'place',
    );
  }
  const joining = { location: place.location, who, ...(found.found === 'hub' && { hub: nameOf(found.hub) }) };
  const founding = await ports.home.begin(deviceName(ports));
  await saveJoining(ports.home.local, joining);
  await founding.finish().then((replica) => replica.close());
  return joining;
}

/** What a hub's description says of it. */
export function nameOf({ hub, name, founder }: HubName): HubName {
  return { hub, name, founder };
}

/**
 * Lets a device in whose replica has received the hub: by a code as the member that showed it, otherwise by itself. Throws `Refusal` where the
 * code does not fit; the device is then where it was.
 */
export async function comeIn(
  ports: EnginePorts,
  catalog: LiveCatalog,
  { who, hub, location }: Joining & { readonly hub: HubName },
): Promise<void> {
  const { replica } = catalog;
  // Said already where it was broken off right after.
  if (replica.journals.head(replica.device, 'catalog').seq === 0) {
    const draft = who.code === undefined ? joined(ports, replica, who) : vouched(ports, catalog, who.code);
    await replica.commit(draft.body.member as MemberId, toCommit([draft]));
    await catalog.catchUp(false);
  }
  await saveHubSettings(ports.home.local, { ...hub, location });
}

type ComingIn = Extract<EventDraft, { readonly kind: 'member-joined' | 'device-vouched' }>;

function joined(ports: EnginePorts, replica: Replica, { name }: Newcomer): ComingIn {
  const { device, journals } = replica;
  const { publicKey } = journals.signer;
  const member = memberIdOf(device);
  return {
    kind: 'member-joined',
    body: { member, name, device, deviceName: deviceName(ports), publicKey, at: ports.clock.now() },
  };
}

function vouched(ports: EnginePorts, { replica, state }: LiveCatalog, code: string): ComingIn {
  const signer = ports.inviteCodes.signerOf(code);
  const invite = signer && state.membership.timeline.invites.get(signer.publicKey);
  if (signer === undefined || invite === undefined) {
    throw new Refusal(
      'INVALID',
      'No device of this hub shows this code, or the code has not arrived in the folder yet. You are not in yet. Check the code, wait for the folder to catch up, and try again.',
      { retry: true, field: 'code' },
    );
  }
  if (invite.usedBy !== undefined || invite.until < ports.clock.now()) {
    throw invalid(
      'This code was used already or is too old. You are not in yet. Show a new code on your other device.',
      'code',
    );
  }
  const { device, journals } = replica;
  const { member } = invite;
  return {
    kind: 'device-vouched',
    body: {
      device,
      name: deviceName(ports),
      publicKey: journals.signer.publicKey,
      member,
      by: { invite: signer.publicKey },
      sig: signer.sign(vouchText(device, member)),
    },
  };
}
