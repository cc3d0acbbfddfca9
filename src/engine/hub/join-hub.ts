import type { InviteState } from '../../domain/people/membership.ts';
import { whoIsWho } from '../../domain/people/people-selectors.ts';
import { vouchText } from '../../domain/people/vouch.ts';
import type { EventDraft } from '../../domain/registry.ts';
import { readFingerprint } from '../../shared/fingerprint.ts';
import type { PlaceKind } from '../../shared/hub-location.ts';
import { cleanName } from '../../shared/person-name.ts';
import { type Says, says } from '../../shared/says/says.ts';
import { memberIdOf } from '../../shared/vocabulary/ids.ts';
import type { ExchangeReport } from '../../sync/exchange/exchange-report.ts';
import { hubFingerprint } from '../../sync/identity/hub-document.ts';
import type { Replica } from '../../sync/journal/replica.ts';
import type { BasePorts } from '../base/base-ports.ts';
import { invalid, Refusal } from '../base/refusal.ts';
import type { LiveCatalog } from '../live/live-catalog.ts';
import { toCommit } from '../live/to-commit.ts';
import type { HubPlace } from '../ports/hub-places.ts';
import { deviceName } from '../session/session.ts';
import { type HubName, type Joining, type Newcomer, saveHubSettings, saveJoining } from './hub-settings.ts';
import { lookAtPlace } from './look-at-place.ts';
import { isReadOnly } from './what-holds-up.ts';

/** Refuses what can't be a code or a fingerprint. Throws `Refusal`. */
export function checkNewcomer(ports: BasePorts, { name, code, fingerprint }: Newcomer): void {
  if (cleanName(name) === '') throw invalid(says('hub.no-name'), 'name');
  if (code !== undefined && ports.inviteCodes.signerOf(code) === undefined) {
    throw invalid(says('hub.no-code'), 'code');
  }
  if (fingerprint !== undefined && readFingerprint(fingerprint) === undefined) {
    throw invalid(says('hub.no-fingerprint'), 'fingerprint');
  }
}

/**
 * Begins the replica of somebody who joins: a device of its own that knows where its hub is and, once the hub's description has arrived, which
 * one it is, and nothing else yet. Throws `Refusal` where there is no sign of a hub.
 */
export async function beginJoining(ports: BasePorts, place: HubPlace, who: Newcomer): Promise<Joining> {
  checkNewcomer(ports, who);
  const found = await lookAtPlace(place, ports.crypto);
  if (found.found === 'unusable') throw invalid(found.says, 'place');
  if (found.found === 'nothing') {
    throw invalid(says(`${place.location.kind}.nothing-to-join`), 'place');
  }
  const impostor = found.found === 'hub' ? sayImpostor(who, found.hub, ports.crypto) : undefined;
  if (impostor !== undefined) throw invalid(impostor, 'fingerprint');
  const joining = { location: place.location, who, ...(found.found === 'hub' && { hub: nameOf(found.hub) }) };
  const founding = await ports.home.begin(deviceName(ports));
  await saveJoining(ports.home, joining);
  await founding.finish().then((replica) => replica.close());
  return joining;
}

/** That a hub is not the one that somebody was invited to; `undefined` where it is, or where nobody said which. */
export function sayImpostor(
  { fingerprint }: Newcomer,
  hub: HubName,
  crypto: BasePorts['crypto'],
): Says | undefined {
  const wanted = fingerprint === undefined ? undefined : readFingerprint(fingerprint);
  const found = hubFingerprint(hub, crypto);
  if (wanted === undefined || wanted === found) return undefined;
  return says('hub.other-fingerprint', { found, wanted });
}

/** What a hub's description says of it. */
export function nameOf({ hub, name, founder }: HubName): HubName {
  return { hub, name: cleanName(name) || 'this hub', founder };
}

/** What came of coming in: by a code one waits for the device that showed it; without the right to write, nobody hears of it. */
type CameIn = 'in' | 'not-accepted' | 'not-heard';

/**
 * Lets a device in whose replica has received the hub: by itself, or by a code as the member that showed it, once that one's device has
 * accepted it. `exchange` tells the others and asks them; `anyway`: also where they can't be told. Throws `Refusal` where the code does not fit,
 * or not any more.
 */
export async function comeIn(
  ports: BasePorts,
  catalog: LiveCatalog,
  { who, hub, location }: Joining & { readonly hub: HubName },
  {
    kind,
    exchange,
    anyway,
  }: {
    readonly kind: PlaceKind;
    readonly exchange: () => Promise<ExchangeReport | undefined>;
    readonly anyway: boolean;
  },
): Promise<CameIn> {
  const { replica } = catalog;
  // Said already where it was broken off right after.
  if (replica.journals.head(replica.device, 'catalog').seq === 0) {
    const draft =
      who.code === undefined ? joined(ports, replica, who) : vouched(ports, catalog, who.code, kind);
    await replica.commit(draft.body.member, toCommit([draft]));
    await catalog.catchUp(false);
  }
  // Where this does not work now, it does with the next exchange: unless somebody has to give this device the right to write.
  const report = await exchange();
  if (report !== undefined && isReadOnly(report) && !anyway) return 'not-heard';
  if (who.code !== undefined && catalog.selfId() === undefined) {
    if (isPending(catalog)) return 'not-accepted';
    throw invalid(says('hub.used-code'), 'code');
  }
  await saveHubSettings(ports.home.local, { ...hub, location });
  return 'in';
}

/** Whether this device waits for the one that showed its code. */
export function isPending(catalog: LiveCatalog): boolean {
  return whoIsWho(catalog).pending.some(({ device }) => device === catalog.replica.device);
}

type ComingIn = Extract<EventDraft, { readonly kind: 'member-joined' | 'device-vouched' }>;

function joined(ports: BasePorts, replica: Replica, { name }: Newcomer): ComingIn {
  const { device, journals } = replica;
  const { publicKey } = journals.signer;
  const member = memberIdOf(device);
  return {
    kind: 'member-joined',
    body: { member, name, device, deviceName: deviceName(ports), publicKey, at: ports.clock.now() },
  };
}

function vouched(ports: BasePorts, catalog: LiveCatalog, code: string, kind: PlaceKind): ComingIn {
  const signer = ports.inviteCodes.signerOf(code);
  const { invites } = whoIsWho(catalog);
  const shown = [...invites.values()].filter(({ publicKey }) => publicKey === signer?.publicKey);
  if (signer === undefined || shown.length === 0) {
    throw new Refusal('INVALID', says(`${kind}.joining-unknown-code`), { retry: true, field: 'code' });
  }
  const invite = openOne(shown, ports.clock.now());
  if (invite === undefined) throw invalid(says('hub.used-code'), 'code');
  const { device, journals } = catalog.replica;
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

/** The invitation that can be used. Of two people who claim the same code somebody has seen it who ought not to: then none can. */
function openOne(shown: readonly InviteState[], now: number): InviteState | undefined {
  const proven = shown.filter(({ accepts }) => accepts === true);
  const claims = proven.length > 0 ? proven : shown;
  if (new Set(claims.map(({ member }) => member)).size > 1) return undefined;
  // Whether it is too old, the clock of the device decides that shows it.
  return claims.find(
    ({ settled, usedBy, accepts, until }) =>
      settled === undefined && usedBy === undefined && (accepts === true || until >= now),
  );
}
