import type { Role } from './events.ts';
import type { FoldEvent, RefusalCode } from './fold-event.ts';
import {
  absenceAt,
  type EventPlace,
  type MemberState,
  memberOfDevice,
  type RoleSpan,
  roleAt,
  type Timeline,
} from './membership.ts';
import { type OrdinaryKind, PERMISSIONS } from './permissions.ts';
import type { Stamp } from './register.ts';

/** Whether events count by the standing of their authors, and when a change of who is who changes that. */

/** The last event of a device that was folded in a stream. */
export type LastSeen = { seq: number; stamp: Stamp };

/** What was folded in a stream, by device. */
export type SeenDevices = Map<string, LastSeen>;

type Standing =
  | { readonly counts: true; readonly role: Role }
  | { readonly counts: false; readonly why: RefusalCode };

/** Whether an event counts, by the standing of its author at its place. */
export function standingOf(
  timeline: Timeline,
  event: FoldEvent,
  kind: OrdinaryKind,
  place: EventPlace,
): Standing {
  const bound = memberOfDevice(timeline, event.device);
  if (bound === undefined) return { counts: false, why: 'unknown-device' };
  if (bound !== event.member) return { counts: false, why: 'wrong-member' };
  const role = roleAt(timeline, bound, place);
  if (role === undefined) return { counts: false, why: absenceAt(timeline.members.get(bound), place) };
  if (!PERMISSIONS[kind].includes(role)) return { counts: false, why: 'not-allowed' };
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
  const earlierRoles = before?.roles ?? [];
  const laterRoles = after?.roles ?? [];
  const length = Math.max(earlierRoles.length, laterRoles.length);
  for (let index = 0; index < length; index += 1) {
    if (sameSpan(earlierRoles[index], laterRoles[index])) continue;
    if (reaches(earlierRoles[index], last) || reaches(laterRoles[index], last)) return true;
  }
  if (before?.waiting !== after?.waiting) return true;
  const had = new Set(before?.removals.map(({ stamp }) => stamp));
  const has = new Set(after?.removals.map(({ stamp }) => stamp));
  const changed = [
    ...(after?.removals ?? []).filter(({ stamp }) => !had.has(stamp)),
    ...(before?.removals ?? []).filter(({ stamp }) => !has.has(stamp)),
  ];
  return changed.some((removal) =>
    removal.last === undefined
      ? removal.stamp <= last.stamp
      : last.seq > (removal.last[last.device]?.[last.stream] ?? 0),
  );
}

function sameSpan(a: RoleSpan | undefined, b: RoleSpan | undefined): boolean {
  return a?.since === b?.since && a?.role === b?.role;
}

function reaches(span: RoleSpan | undefined, last: EventPlace): boolean {
  return span !== undefined && span.since <= last.stamp;
}
