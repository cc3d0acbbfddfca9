import type { Role } from '../../shared/vocabulary/roles.ts';
import type { EventPlace, FoldEvent, RefusalCode, SeenDevices } from '../kernel/fold-event.ts';
import { type MemberState, memberOfDevice, type Timeline } from './membership.ts';
import { absenceAt, differingChanges, reaches, roleAt } from './role-changes.ts';

/** Whether events count by the standing of their authors, and when a change of who is who changes that. */

type Standing =
  | { readonly counts: true; readonly role: Role }
  | { readonly counts: false; readonly why: RefusalCode };

/** Whether an event counts, by the standing of its author at its place. `roles`: those whose events of its kind count. */
export function worthOf(
  timeline: Timeline,
  event: FoldEvent,
  roles: readonly Role[],
  place: EventPlace,
): Standing {
  const bound = memberOfDevice(timeline, event.device);
  if (bound === undefined) return { counts: false, why: 'unknown-device' };
  if (bound !== event.member) return { counts: false, why: 'wrong-member' };
  const role = roleAt(timeline, bound, place);
  if (role === undefined) return { counts: false, why: absenceAt(timeline.members.get(bound), place) };
  if (!roles.includes(role)) return { counts: false, why: 'not-allowed' };
  return { counts: true, role };
}

/** Notes that an event was folded, whether it counted or not. */
export function see(seen: SeenDevices, place: EventPlace): void {
  const last = seen.get(place.device);
  if (last === undefined) {
    seen.set(place.device, { seq: place.seq, stamp: place.stamp });
    return;
  }
  if (place.seq > last.seq) last.seq = place.seq;
  if (place.stamp > last.stamp) last.stamp = place.stamp;
}

/** Says whether any event that was folded may be worth something else after a change of who is who: then it is folded again. */
export function worthChanged(
  before: Timeline,
  after: Timeline,
  seen: SeenDevices,
  stream: EventPlace['stream'],
): boolean {
  for (const [device, last] of seen) {
    const member = memberOfDevice(after, device);
    if (member !== memberOfDevice(before, device)) return true;
    if (member === undefined) continue;
    const place: EventPlace = { device, seq: last.seq, stream, stamp: last.stamp };
    if (memberChanged(before.members.get(member), after.members.get(member), place)) return true;
  }
  return false;
}

/** `last` is the last event of one of the member's devices; whatever touches only what comes after it changes nothing. */
function memberChanged(
  before: MemberState | undefined,
  after: MemberState | undefined,
  last: EventPlace,
): boolean {
  if (before?.waiting !== after?.waiting) return true;
  return differingChanges(before, after).some((change) => reaches(change, last));
}
