import { roleOf } from '../../domain/people/people-selectors.ts';
import { inviteText } from '../../domain/people/vouch.ts';
import { says } from '../../shared/says/says.ts';
import { invalid, notAllowed } from '../base/refusal.ts';
import { hubTime } from './last-stamps.ts';
import type { WithPeople } from './with-people.ts';

/** How long a code for a further device can be used. */
const VALID_MS = 24 * 60 * 60 * 1000;

/** Makes a code with which a further device of the person here comes in as the same member. Only its public half is written.
 * The device that shows it says which one it accepts (`accept-devices.ts`); from then on the code is worth nothing. */
export async function inviteDevice(replica: WithPeople): Promise<{ code: string; until: number }> {
  const { catalog, ports } = replica;
  const self = catalog.self();
  if (roleOf(catalog, self.id) === undefined) {
    throw notAllowed(says('people.further-device-later'));
  }
  const code = ports.inviteCodes.make();
  const signer = ports.inviteCodes.signerOf(code);
  if (signer === undefined) throw invalid(says('people.no-code'));
  const now = ports.clock.now();
  // Earlier versions of Kitbag compare it with the new device's stamp, which follows the hub's clock.
  const until = Math.max(now, Math.min(hubTime(catalog), now + VALID_MS)) + VALID_MS;
  const sig = signer.sign(inviteText(catalog.replica.device, self.id));
  const body = { invite: signer.publicKey, member: self.id, until, accepts: true, sig } as const;
  await catalog.commit([{ kind: 'device-invited', body }]);
  return { code, until: now + VALID_MS };
}
