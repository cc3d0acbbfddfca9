import { DAY_MS } from '../kernel/calendar.ts';
import type { OrderKey } from '../kernel/order.ts';
import { isRemoved, type MemberState } from './membership.ts';

/** How long somebody counts as new after they came in: what they rate and vote for is marked. Milliseconds. */
export const NEW_FOR_MS = DAY_MS;

/** Says whether only somebody's own word says that they are in, and since when: nobody let them in. */
export function cameByThemselves(member: MemberState): boolean {
  return member.roles[0]?.by === member.id;
}

/**
 * Until when somebody is new, milliseconds since 1970: for a day after a lead let them in, by the lead's event; where nobody did, for a day after
 * they were first seen here, whatever their own stamps say. Who was removed is not new: a lead has decided about what they did. A lead whose clock is ahead makes nobody new for longer. `seenAt` by this device's clock.
 */
export function newUntil(member: MemberState, seenAt: number, timeOf: (place: OrderKey) => number): number {
  const first = member.roles[0];
  if (first === undefined || isRemoved(member)) return Number.NEGATIVE_INFINITY;
  const since = cameByThemselves(member) ? seenAt : Math.min(seenAt, timeOf(first.given));
  return since + NEW_FOR_MS;
}
