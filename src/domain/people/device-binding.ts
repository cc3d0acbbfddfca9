import type { z } from 'zod';
import type { RefusalCode } from '../kernel/fold-event.ts';
import { type Facts, noted } from './facts.ts';
import { inviteKey } from './further-devices.ts';
import type { MembershipBodies, MembershipEvent } from './membership.ts';
import type { MembershipPass } from './membership-pass.ts';
import { giveRole } from './role-giving.ts';
import { vouchText } from './vouch.ts';

/** How devices come in: somebody's first, and a member's further ones. */

type Body<Kind extends keyof MembershipBodies> = z.infer<MembershipBodies[Kind]>;

/** Somebody comes in. Key, device and member prove each other, so nobody can come in as somebody else, however early the stamp. */
export function join(
  pass: MembershipPass,
  event: MembershipEvent,
  { device, member, name, deviceName, publicKey, at }: Body<'member-joined'>,
): RefusalCode | undefined {
  if (event.proven !== true) return 'bad-proof';
  if ((pass.devices.get(device)?.member ?? member) !== member) return 'wrong-member';
  pass.bind({ id: device, member, name: deviceName, publicKey });
  if (pass.members.has(member)) return undefined;
  const state = pass.memberOf(member, name, event.stamp);
  if (at !== undefined) state.joinedAt = at;
  const admitted = pass.admitted.get(member);
  if (admitted !== undefined) {
    state.waiting = event.stamp;
    giveRole(pass, admitted.event, state, admitted.given);
  } else if (pass.policies.admission?.value === 'ask' || pass.facts.unknown.has(device)) {
    state.waiting = event.stamp;
  } else {
    state.roles.push({ since: event.stamp, role: 'rep', by: member, given: event.stamp, first: true });
    pass.cameIn.push(device);
  }
  return undefined;
}

/** A further device of a member. Whether what it writes counts is the member's standing, as for the other devices. */
export function vouch(
  pass: MembershipPass,
  event: MembershipEvent,
  body: Body<'device-vouched'>,
): RefusalCode | undefined {
  const { device, member, name, publicKey, by, sig } = body;
  const { deviceIdOf, verify, timeOf } = pass.outside;
  if (event.proven !== true) return 'bad-proof';
  if ((pass.devices.get(device)?.member ?? member) !== member) return 'wrong-member';
  if ('invite' in by) {
    const found = pass.further.vouched(event, body, timeOf(event.source.hlc));
    if (typeof found === 'string') return found === 'waits' ? undefined : found;
    pass.bindAccepted(found);
    return undefined;
  }
  const old = pass.devices.get(by.device);
  if (old === undefined || old.member !== member || old.id === device) return 'bad-proof';
  if (deviceIdOf(old.publicKey) !== old.id) return 'bad-proof';
  if (!verify(old.publicKey, vouchText(device, member), sig)) return 'bad-proof';
  pass.bind({ id: device, member, name, publicKey });
  return undefined;
}

/** What a code was worth is said from the start where it takes away what had come of it. */
export function acceptDevice(
  pass: MembershipPass,
  event: MembershipEvent,
  body: Body<'device-accepted'>,
): void {
  const { binds, unbinds } = pass.further.accepted(event, body);
  pass.bindAccepted(binds);
  if (unbinds !== true || pass.facts.from.has(event)) return;
  const key = inviteKey(body.invite, event.source.device);
  const settled = { event, device: body.device };
  const learn = (known: Facts): Facts => ({
    ...noted(known, event),
    settled: new Map([...known.settled, [key, settled]]),
  });
  pass.find(event, learn, true);
}
