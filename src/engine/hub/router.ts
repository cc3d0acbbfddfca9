import type { HubState } from '../../contract/hub.ts';
import type { HubLocation } from '../../shared/hub-location.ts';
import { says } from '../../shared/says/says.ts';
import type { Role } from '../../shared/vocabulary/roles.ts';
import type { Implementer } from '../base/implementer.ts';
import { invalid } from '../base/refusal.ts';
import type { Told } from '../base/wire-error.ts';
import type { HubPlace } from '../ports/hub-places.ts';
import { locationOf, lookAt, testPlace } from './asked-place.ts';
import type { HubCore, Where } from './hub-core.ts';
import { invite, readInvitation } from './invite.ts';
import { lookAtPlace } from './look-at-place.ts';
import type { WithHub } from './with-hub.ts';

/** What windows ask about the hub; places come as grants, because a window never names a path. */

/** The hub. */
export function hubRouter(os: Implementer, core: HubCore, told: Told) {
  const state = () => stateOfHub(core.replica());
  return {
    state: os.hub.state.handler(state),
    look: os.hub.look.handler(({ input }) => lookAt(core, input)),
    test: os.hub.test.handler(({ input }) => testPlace(core, input)),
    invite: os.hub.invite.handler(({ input }) => invite(core, input.withKeys)),
    readInvitation: os.hub.readInvitation.handler(({ input }) => readInvitation(core, input)),
    policy: os.hub.policy.handler(({ input }) => ({ text: policyOf(core, input) })),
    share: os.hub.share.handler(async ({ input }) => {
      await core.shareHub(locationOf(core, input.grant), input.name, input.asLead, input.admission);
      return state();
    }),
    join: os.hub.join.handler(({ input: { grant, name, code, fingerprint } }) => {
      const who = {
        name,
        ...(code !== undefined && { code }),
        ...(fingerprint !== undefined && { fingerprint }),
      };
      return told(core.joinHub(locationOf(core, grant), who), 'hub.join');
    }),
    resume: os.hub.resume.handler(({ input, signal }) =>
      told(core.resumeJoining(input?.anyway ?? false, signal), 'hub.resume'),
    ),
    giveUp: os.hub.giveUp.handler(async () => ({ givenUp: await core.giveUpJoining() })),
    exchange: os.hub.exchange.handler(() => exchangeNow(core)),
    move: os.hub.move.handler(({ input }) => moveHub(core, locationOf(core, input.grant))),
    disconnect: os.hub.disconnect.handler(() => disconnectHub(core)),
  };
}

/** Where the replica stands with its hub, with the files that are kept here, for a window. */
function stateOfHub({ link, offline }: WithHub): HubState {
  const state = link.shown();
  const fetching = state.progress === undefined ? offline.progress() : undefined;
  return { ...state, files: offline.files(), ...(fetching !== undefined && { progress: fetching }) };
}

/** Exchanges now and says where the replica stands. */
async function exchangeNow(core: HubCore): Promise<HubState> {
  await core.exchange();
  return stateOfHub(core.replica());
}

/** The same hub is at another place now. Throws `Refusal` where it is not. */
export async function moveHub(core: HubCore, where: Where): Promise<HubState> {
  const { link, ports } = core.replica();
  const { settings } = link;
  if (settings === undefined) throw invalid(says('hub.nothing-to-move'));
  const place = await withOwnKeys(core, await core.placeAt(where), settings.location);
  const found = await lookAtPlace(place, ports.crypto);
  if (found.found === 'unusable') throw invalid(found.says, 'place');
  if (found.found !== 'hub' || found.hub.hub !== settings.hub) {
    throw invalid(says(`${place.location.kind}.has-not-hub`, { name: settings.name }), 'place');
  }
  await link.link({ ...settings, location: place.location });
  return exchangeNow(core);
}

/** A place for which nobody gave keys, with those that this device has for the hub: of the same store only, no other ever gets them. */
async function withOwnKeys(core: HubCore, place: HubPlace, own: HubLocation | undefined): Promise<HubPlace> {
  const { location } = place;
  if (location.kind !== 'bucket' || location.secret.from !== 'environment') return place;
  if (own?.kind !== 'bucket' || own.endpoint !== location.endpoint) return place;
  const tried = await place.test();
  if (tried.ok || tried.code !== 'no-keys') return place;
  return core.placeAt({ ...location, secret: own.secret });
}

/** A policy for the bucket of the hub; throws `Refusal` where it is in none. */
function policyOf(
  core: HubCore,
  { device, role }: { readonly device?: string | undefined; readonly role: Role },
): string {
  const { link, catalog, ports } = core.replica();
  const location = link.settings?.location;
  if (location?.kind !== 'bucket') throw invalid(says('hub.in-no-bucket'));
  return ports.places.policy(location, { device: device ?? catalog.replica.device, role });
}

/** Ends the exchange; everything that is here stays. */
async function disconnectHub(core: HubCore): Promise<HubState> {
  const { link } = core.replica();
  const { settings } = link;
  if (settings !== undefined) {
    const { location: _left, ...rest } = settings;
    await link.link(rest);
  }
  return stateOfHub(core.replica());
}
