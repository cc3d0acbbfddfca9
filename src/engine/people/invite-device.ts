import { currentRole } from '../../domain/membership.ts';
import type { OpenHub } from '../open-hub.ts';
import { invalid, Refusal } from '../refusal.ts';
import { hubTime } from './last-stamps.ts';

/** How long a code for a further device can be used. */
const VALID_MS = 24 * 60 * 60 * 1000;

/** Makes a code with which a further device of the person here comes in as the same member. Only its public half is written. */
export async function inviteDevice(hub: OpenHub): Promise<{ code: string; until: number }> {
  const { catalog, ports } = hub;
  const self = catalog.self();
  if (currentRole(catalog.state.membership.timeline, self.id) === undefined) {
    throw new Refusal(
      'NOT_ALLOWED',
      'A further device can join once a content lead has let you in. Nothing was changed.',
    );
  }
  const code = ports.inviteCodes.make();
  const invite = ports.inviteCodes.signerOf(code)?.publicKey;
  if (invite === undefined) throw invalid('The code could not be made. Nothing was changed. Try again.');
  const now = ports.clock.now();
  // The new device's stamp follows the hub's clock, which may be ahead of ours.
  const until = Math.max(now, hubTime(catalog)) + VALID_MS;
  await catalog.commit([{ kind: 'device-invited', body: { invite, member: self.id, until } }]);
  return { code, until: now + VALID_MS };
}
