import { z } from 'zod';
import { memberIdOf } from '../../shared/vocabulary/ids.ts';
import { deviceId, memberId, name, publicKey, time } from '../kernel/fields.ts';
import { EVERYBODY } from '../kernel/roles.ts';
import { defineMembershipEvent } from './define-membership-event.ts';
import { acceptDevice, join, vouch } from './device-binding.ts';
import { inviteText, vouchText } from './vouch.ts';

/** Events about devices: whose they are. */

export const deviceBodies = {
  /** Somebody comes in by themselves: the first event of the new device's own journal. The member's id follows from the device's. */
  'member-joined': z.object({
    member: memberId,
    name,
    device: deviceId,
    deviceName: name,
    publicKey,
    at: time.optional(),
  }),
  /** A member shows a code for a further device: the public half of a one-time key that the code gives. */
  'device-invited': z.object({
    invite: publicKey,
    member: memberId,
    until: time,
    /** The device that invites says which one it accepts; until then whoever shows the code waits. Absent in old journals: the first in time has it. */
    accepts: z.literal(true).optional(),
    /** With `accepts`: by the invite's key over `inviteText`, so that nobody else can claim the code as theirs. */
    sig: z.string().max(200).optional(),
  }),
  /** The device that invited names the one that it accepted, or closes the code unused: from then on it is worth nothing. */
  'device-accepted': z.object({ invite: publicKey, device: deviceId.optional() }),
  /**
   * A further device of a member, or the new identity of a forked one: the first event of the new device's own journal. `sig` is by the
   * invite's key or by the old device's, over `vouchText` of device and member.
   */
  'device-vouched': z.object({
    device: deviceId,
    name,
    publicKey,
    member: memberId,
    by: z.union([z.object({ invite: publicKey }), z.object({ device: deviceId })]),
    sig: z.string().max(200),
  }),
  'device-added': z.object({
    device: deviceId,
    member: memberId,
    name,
    publicKey: z.string().max(200),
  }),
} as const;

export const deviceEvents = {
  'member-joined': defineMembershipEvent('member-joined', deviceBodies['member-joined'], {
    leaves: 'leaves.oneself',
    sentBy: EVERYBODY,
    proven: (source, { device, member, publicKey }, { deviceIdOf }) =>
      source.seq === 1 &&
      source.device === device &&
      source.member === member &&
      deviceIdOf(publicKey) === device &&
      memberIdOf(device) === member,
    comesIn: join,
  }),
  'device-invited': defineMembershipEvent('device-invited', deviceBodies['device-invited'], {
    leaves: 'leaves.oneself',
    sentBy: EVERYBODY,
    proven: ({ device }, { accepts, invite, member, sig }, { verify }) =>
      accepts === true ? verify(invite, inviteText(device, member), sig ?? '') : undefined,
    allowed: ({ member }, body) => body.member === member,
    apply(pass, event, body) {
      pass.bindAccepted(pass.further.invited(event, body));
    },
  }),
  'device-accepted': defineMembershipEvent('device-accepted', deviceBodies['device-accepted'], {
    leaves: 'leaves.oneself',
    sentBy: EVERYBODY,
    allowed: () => true, // of a code that another device shows it says nothing
    apply: acceptDevice,
  }),
  'device-vouched': defineMembershipEvent('device-vouched', deviceBodies['device-vouched'], {
    leaves: 'leaves.oneself',
    sentBy: EVERYBODY,
    // What another device signed it says nothing of here; what is signed by the code that it names, is looked at.
    proven: (source, { device, member, publicKey, by, sig }, { deviceIdOf, verify }) =>
      source.seq === 1 &&
      source.device === device &&
      source.member === member &&
      deviceIdOf(publicKey) === device &&
      (!('invite' in by) || verify(by.invite, vouchText(device, member), sig)),
    comesIn: vouch,
  }),
  'device-added': defineMembershipEvent('device-added', deviceBodies['device-added'], {
    leaves: 'leaves.oneself',
    sentBy: EVERYBODY,
    // A device that its owner could name would be another's before that one says so itself.
    allowed: ({ leads, pass }, { device, member }) =>
      leads && (pass.ownWords.get(device) ?? member) === member,
    apply(pass, _event, { device, member, name, publicKey }) {
      pass.bind({ id: device, member, name, publicKey });
    },
  }),
} as const;
