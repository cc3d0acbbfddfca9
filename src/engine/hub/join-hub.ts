import type { InviteState } from '../../domain/people/membership.ts';
import { whoIsWho } from '../../domain/people/people-selectors.ts';
import { vouchText } from '../../domain/people/vouch.ts';
import type { EventDraft } from '../../domain/registry.ts';
import { readFingerprint } from '../../shared/fingerprint.ts';
import { cleanName } from '../../shared/person-name.ts';
import { memberIdOf } from '../../shared/vocabulary/ids.ts';
import type { ExchangeReport } from '../../sync/exchange/exchange-report.ts';
import { hubFingerprint } from '../../sync/identity/hub-document.ts';
import type { Replica } from '../../sync/journal/replica.ts';
import type { BasePorts } from '../base/base-ports.ts';
import { invalid, Refusal } from '../base/refusal.ts';
import type { LiveCatalog } from '../live/live-catalog.ts';
import { toCommit } from '../live/to-commit.ts';
import type { HubPlace } from '../ports/hub-places.ts';
import type { PlaceWords } from '../ports/place-words.ts';
import { deviceName } from '../session/session.ts';
import { type HubName, type Joining, type Newcomer, saveHubSettings, saveJoining } from './hub-settings.ts';
import { lookAtPlace } from './look-at-place.ts';
import { isReadOnly } from './sync-messages.ts';

/** Refuses what can't be a code or a fingerprint. Throws `Refusal`. */
export function checkNewcomer(ports: BasePorts, { name, code, fingerprint }: Newcomer): void {
  if (cleanName(name) === '') throw invalid('Say who you are, by a name that can be read.', 'name');
  if (code !== undefined && ports.inviteCodes.signerOf(code) === undefined) {
    throw invalid('This is not a code of Kitbag: it has four groups of five letters and digits.', 'code');
  }
  if (fingerprint !== undefined && readFingerprint(fingerprint) === undefined) {
    throw invalid(
      'There is no fingerprint of a hub in this: it has four groups of four letters and digits. Copy it from your invitation.',
      'fingerprint',
    );
  }
}

/**
 * Begins the replica of somebody who joins: a device of its own that knows where its hub is and, once the hub's description has arrived, which
 * one it is, and nothing else yet. Throws `Refusal` where there is no sign of a hub.
 */
export async function beginJoining(ports: BasePorts, place: HubPlace, who: Newcomer): Promise<Joining> {
  checkNewcomer(ports, who);
  const found = await lookAtPlace(place, ports.crypto);
  if (found.found === 'unusable') throw invalid(found.message, 'place');
  if (found.found === 'nothing') {
    throw invalid(place.words.noHub, 'place');
  }
  const impostor = found.found === 'hub' ? impostorMessage(who, found.hub, ports.crypto) : undefined;
  if (impostor !== undefined) throw invalid(impostor, 'fingerprint');
  const joining = { location: place.location, who, ...(found.found === 'hub' && { hub: nameOf(found.hub) }) };
  const founding = await ports.home.begin(deviceName(ports));
  await saveJoining(ports.home, joining);
  await founding.finish().then((replica) => replica.close());
  return joining;
}

/** Why a hub is not the one that somebody was invited to, as a sentence; `undefined` where it is, or where nobody said which. */
export function impostorMessage(
  { fingerprint }: Newcomer,
  hub: HubName,
  crypto: BasePorts['crypto'],
): string | undefined {
  const wanted = fingerprint === undefined ? undefined : readFingerprint(fingerprint);
  const found = hubFingerprint(hub, crypto);
  if (wanted === undefined || wanted === found) return undefined;
  return `This is not the hub that you were invited to: its fingerprint is ${found}, not ${wanted}. You have not joined it. Somebody may have replaced the hub’s description (hub.json). Ask the lead who invited you.`;
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
    words,
    exchange,
    anyway,
  }: {
    readonly words: PlaceWords;
    readonly exchange: () => Promise<ExchangeReport | undefined>;
    readonly anyway: boolean;
  },
): Promise<CameIn> {
  const { replica } = catalog;
  // Said already where it was broken off right after.
  if (replica.journals.head(replica.device, 'catalog').seq === 0) {
    const draft =
      who.code === undefined ? joined(ports, replica, who) : vouched(ports, catalog, who.code, words);
    await replica.commit(draft.body.member, toCommit([draft]));
    await catalog.catchUp(false);
  }
  // Where this does not work now, it does with the next exchange: unless somebody has to give this device the right to write.
  const report = await exchange();
  if (report !== undefined && isReadOnly(report) && !anyway) return 'not-heard';
  if (who.code !== undefined && catalog.selfId() === undefined) {
    if (isPending(catalog)) return 'not-accepted';
    throw invalid(USED_CODE, 'code');
  }
  await saveHubSettings(ports.home.local, { ...hub, location });
  return 'in';
}

const USED_CODE =
  'This code was used already or is too old. You are not in yet. Show a new code on your other device.';

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

function vouched(ports: BasePorts, catalog: LiveCatalog, code: string, words: PlaceWords): ComingIn {
  const signer = ports.inviteCodes.signerOf(code);
  const { invites } = whoIsWho(catalog);
  const shown = [...invites.values()].filter(({ publicKey }) => publicKey === signer?.publicKey);
  if (signer === undefined || shown.length === 0) {
    throw new Refusal('INVALID', words.joining.noCode, { retry: true, field: 'code' });
  }
  const invite = openOne(shown, ports.clock.now());
  if (invite === undefined) throw invalid(USED_CODE, 'code');
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
