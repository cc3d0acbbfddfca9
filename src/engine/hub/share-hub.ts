import { hubNameOf, hubOf, isAdmissionDecided } from '../../domain/people/people-selectors.ts';
import { isSamePlace, locationText } from '../../shared/hub-location.ts';
import { says } from '../../shared/says/says.ts';
import type { DeviceId, HubId } from '../../shared/vocabulary/ids.ts';
import type { Admission } from '../../shared/vocabulary/people.ts';
import { HUB_KEY } from '../../sync/hub/hub-layout.ts';
import { StoreError } from '../../sync/hub/object-store.ts';
import type { Crypto } from '../../sync/identity/crypto.ts';
import { readHubDocument, signHubDocument } from '../../sync/identity/hub-document.ts';
import { documentBytes } from '../../sync/identity/signed-document.ts';
import { LIMITS } from '../../sync/limits.ts';
import { invalid, notAllowed } from '../base/refusal.ts';
import { setPolicies } from '../people/policies.ts';
import type { HubPlace } from '../ports/hub-places.ts';
import { endSample } from '../session/end-sample.ts';
import { changeOwnRole } from '../session/session.ts';
import { checkExchanged } from './check-exchanged.ts';
import { lookAtPlace } from './look-at-place.ts';
import { blockedBy } from './what-holds-up.ts';
import type { WithHub } from './with-hub.ts';

/** How a hub is shared. */
type ShareInput = {
  readonly name: string;
  /** Whoever may, becomes its lead by that. */
  readonly asLead: boolean;
  /** Who can join: everybody who can open the place, or whom a lead lets in. Absent: the latter, where nobody has decided it yet. */
  readonly admission?: Admission | undefined;
};

/**
 * Shares this replica's hub at a place: writes the hub's description there and sends everything. Leads only; `asLead`: whoever may, becomes one first. Throws `Refusal`; the same hub at
 * the same place again is fine.
 */
export async function shareHub(
  replica: WithHub,
  place: HubPlace,
  { name, asLead, admission }: ShareInput,
): Promise<void> {
  const { catalog, link, ports } = replica;
  const { sharing } = link.state();
  if (sharing === 'no') throw notAllowed(says('hub.leads-share'));
  if (sharing === 'as-lead' && !asLead) throw notAllowed(says('hub.needs-a-lead'));
  const before = link.settings?.location;
  if (before !== undefined && !isSamePlace(before, place.location))
    throw invalid(says('hub.shared-already', { place: locationText(before) }));
  const known = hubOf(catalog);
  if (known === undefined) throw new Error('A replica that is open has a hub.');
  const { kind } = place.location;
  const made = await place.make();
  if (!made.ok) throw invalid(made.error, 'place');
  const found = await lookAtPlace(place, ports.crypto);
  if (found.found === 'unusable') throw invalid(found.says);
  if (found.found === 'hub' && found.hub.hub !== known.id) {
    throw invalid(says(`${kind}.has-other-hub`, { name: found.hub.name }));
  }
  // Where this hub has been before, its description was lost; elsewhere another one may be on its way.
  if (found.found === 'arriving' && before === undefined) {
    throw invalid(says(`${kind}.part-of-hub`));
  }
  // Before anything changes here: somebody may be sharing another hub there in the same moment.
  if (found.found !== 'hub')
    await writeHub(replica, place, { ...identity(known), name, isNew: before === undefined });
  if (sharing === 'as-lead') await changeOwnRole(replica, 'lead');
  await endSample(catalog, ports.clock);
  if (name !== hubNameOf(catalog)) await catalog.commit([{ kind: 'hub-renamed', body: { name } }]);
  const decided = isAdmissionDecided(catalog);
  // Whoever can write to the place can join there: unless that is the team alone, a lead is asked.
  const who = admission ?? (decided || found.found === 'hub' ? undefined : 'ask');
  if (who !== undefined) await setPolicies(replica, { admission: who });
  await link.link({ ...identity(known), name, location: place.location });
  checkExchanged(await link.exchange(), kind);
}

type Described = {
  readonly hub: HubId;
  readonly founder: DeviceId;
  readonly name: string;
  /** It has not been at this place before. */
  readonly isNew: boolean;
};

/**
 * The description that the founder signed when the hub was made, so that it can be shared without the founder's key. Throws `Refusal` also where
 * somebody else's is there by then.
 */
async function writeHub(
  replica: WithHub,
  place: HubPlace,
  { hub: id, founder, name, isNew }: Described,
): Promise<void> {
  const { crypto } = replica.ports;
  const { kind } = place.location;
  const bytes = signed(await description(replica, founder, name), crypto);
  if (bytes === undefined) {
    throw invalid(says('hub.of-early-version'));
  }
  let written: Uint8Array | undefined;
  try {
    // Where it was before, half of it may be left.
    if (isNew) await place.store.putIfAbsent(HUB_KEY, bytes, { keepAny: true });
    else await place.store.put(HUB_KEY, bytes);
    written = await place.store.get(HUB_KEY, { limit: LIMITS.hub });
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    throw invalid(error.failure === 'unreachable' ? says('sync.offline') : blockedBy(error.failure, kind));
  }
  const reading = written && readHubDocument(written, crypto);
  if (reading?.outcome === 'hub' && reading.hub.hub !== id)
    throw invalid(says(`${kind}.has-other-hub`, { name: reading.hub.name }));
}

/** On the founder's own device it is signed anew, so that colleagues see the name of today when they join. */
async function description({ catalog, ports }: WithHub, founder: DeviceId, name: string): Promise<unknown> {
  const { device, journals } = catalog.replica;
  const id = hubOf(catalog)?.id;
  if (device !== founder || id === undefined) return journals.keptHub(founder);
  return signHubDocument({ hub: id, name }, journals.signer, ports.crypto);
}

function signed(document: unknown, crypto: Crypto): Uint8Array | undefined {
  if (typeof document !== 'object' || document === null) return undefined;
  const bytes = documentBytes(document, crypto);
  return readHubDocument(bytes, crypto).outcome === 'hub' ? bytes : undefined;
}

/** What the catalog says of its hub as the link wants it. */
function identity(known: { readonly id: HubId; readonly founder: DeviceId }) {
  return { hub: known.id, founder: known.founder };
}
