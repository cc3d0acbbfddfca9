import { z } from 'zod';
import { ROLES } from '../../shared/vocabulary/roles.ts';
import { memberId, name, time } from '../kernel/fields.ts';
import { later } from '../kernel/register.ts';
import { EVERYBODY, LEADS } from '../kernel/roles.ts';
import { defineMembershipEvent } from './define-membership-event.ts';
import { lastPositions } from './last-positions.ts';
import { contestRole, giveRole, removeMember } from './role-giving.ts';

/** Events about people: who is in, under which name, in which role. */

export const memberBodies = {
  'member-added': z.object({ member: memberId, name, role: z.enum(ROLES) }),
  'member-renamed': z.object({ member: memberId, name }),
  /** `last`: from where on the role is theirs; absent in old journals: from this event's place in the order on. */
  'role-granted': z.object({ member: memberId, role: z.enum(ROLES), last: lastPositions.optional() }),
  /** Lets in somebody who waits; what they did meanwhile counts then. For a removed member: a coming back. */
  'member-admitted': z.object({ member: memberId, role: z.enum(ROLES), last: lastPositions.optional() }),
  'member-removed': z.object({
    member: memberId,
    /**
     * The last event of each of the member's devices that still counts, by stream. What comes after it never counts, whatever its
     * stamp says; nothing counts of a device that is not named. Absent in old journals: then the stamp of this event divides.
     */
    last: lastPositions.optional(),
    at: time.optional(),
  }),
} as const;

export const memberEvents = {
  'member-added': defineMembershipEvent('member-added', memberBodies['member-added'], {
    leaves: 'leaves.standing',
    sentBy: LEADS,
    changesStanding: true,
    allowed: ({ leads }) => leads,
    apply(pass, event, { member, name, role }) {
      const state = pass.memberOf(member, name, event.stamp);
      state.name = later(state.name, event.stamp, name);
      giveRole(pass, event, state, { role });
    },
  }),
  'member-renamed': defineMembershipEvent('member-renamed', memberBodies['member-renamed'], {
    leaves: 'leaves.oneself',
    sentBy: EVERYBODY,
    allowed: ({ leads, member }, body) => leads || body.member === member,
    apply(pass, event, { member, name }) {
      const state = pass.members.get(member);
      if (state !== undefined) state.name = later(state.name, event.stamp, name);
    },
  }),
  'role-granted': defineMembershipEvent('role-granted', memberBodies['role-granted'], {
    leaves: 'leaves.standing',
    sentBy: LEADS,
    changesStanding: true,
    allowed: ({ leads, member, pass }, body) => leads || (pass.isSample() && body.member === member),
    apply(pass, event, { member, ...given }) {
      const state = pass.members.get(member);
      if (state !== undefined) giveRole(pass, event, state, given);
    },
    contest(pass, event, { member, role, last }) {
      if (last === undefined || role === 'lead') return;
      const { stamp, source } = event;
      contestRole(pass, event, member, { role, by: source.member, given: stamp, since: stamp, last });
    },
  }),
  'member-admitted': defineMembershipEvent('member-admitted', memberBodies['member-admitted'], {
    leaves: 'leaves.standing',
    sentBy: LEADS,
    changesStanding: true,
    allowed: ({ leads }) => leads,
    apply(pass, event, { member, ...given }) {
      const state = pass.members.get(member);
      if (state !== undefined) giveRole(pass, event, state, given);
      else pass.admitted.set(member, { given, event });
    },
  }),
  'member-removed': defineMembershipEvent('member-removed', memberBodies['member-removed'], {
    leaves: 'leaves.standing',
    sentBy: LEADS,
    changesStanding: true,
    allowed: ({ leads }) => leads,
    apply: removeMember,
    contest(pass, event, { member, last }) {
      if (last === undefined) return;
      contestRole(pass, event, member, { stamp: event.stamp, by: event.source.member, last });
    },
  }),
} as const;
