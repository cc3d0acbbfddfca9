import { sealText } from '../../shared/seal-text.ts';
import { STREAMS } from '../../shared/vocabulary/device.ts';
import { type DeviceId, isDeviceId } from '../../shared/vocabulary/ids.ts';
import type { Role } from '../../shared/vocabulary/roles.ts';
import type { EventPlace, RefusalCode } from '../kernel/fold-event.ts';
import { type OrderKey, ownStamp } from '../kernel/order.ts';
import type { Outside } from '../kernel/outside.ts';
import {
  type DeviceState,
  type LastPositions,
  type MemberState,
  type MembershipEvent,
  memberOfDevice,
  type Removal,
  type RoleSpan,
  type Timeline,
} from './membership.ts';

/**
 * In which role somebody wrote an event. What changes a role (a giving, a removal) names the last event of each of the member's devices that it
 * knew: it says nothing of what stands before them, whatever the stamps, and decides for all that comes after until a later change
 * decides otherwise. So nobody gains by back-dating, and nobody loses by a slow clock.
 */

/** A change of somebody's role: one that is given, or a removal. */
type RoleChange = RoleSpan | Removal;

/** Where a change stands in the order of all. */
function placeOfChange(change: RoleChange): OrderKey {
  return 'role' in change ? change.given : change.stamp;
}

/** Says whether a change decides about an event, unless a later one does. */
export function reaches(change: RoleChange, place: EventPlace): boolean {
  if (change.last !== undefined) return place.seq > positionIn(change.last, place.device, place.stream);
  // Who had no role before has the first one from their first event on: they can't have known when it would be given.
  if ('role' in change && change.first === true) return true;
  return place.stamp >= placeOfChange(change);
}

/** The position that is named of a device's stream; 0 where none is. */
export function positionIn(last: LastPositions, device: string, stream: EventPlace['stream']): number {
  return Object.hasOwn(last, device) ? (last[device]?.[stream] ?? 0) : 0;
}

/** What finding out who had seen what needs. */
type Witness = {
  readonly devices: ReadonlyMap<string, DeviceState>;
  readonly outside: Pick<Outside, 'deviceIdOf' | 'verify'>;
};

/**
 * Whether an event would change somebody's standing from behind a change whose author had seen it. Its place may have moved: what it names can be
 * written later by anybody, so that it stands behind what took the role away. Who decided knowing it has decided.
 */
export function isOvertaken(
  { draft, stamp, source }: MembershipEvent,
  members: ReadonlyMap<string, MemberState>,
  witness: Witness,
): boolean {
  const state = 'member' in draft.body ? members.get(draft.body.member) : undefined;
  if (state === undefined) return false;
  return [...state.roles, ...state.removals].some(
    (change) =>
      placeOfChange(change) < stamp &&
      positionIn(change.last ?? {}, source.device, 'catalog') >= source.seq &&
      (isOwnWord(change, state, source, witness) || hasSeen(change, source.device, witness)),
  );
}

/** What somebody says of themselves, when others have named it, does not need to be proven: nobody else is touched by it. */
function isOwnWord(
  { by }: RoleChange,
  { id }: MemberState,
  source: MembershipEvent['source'],
  { devices }: Witness,
): boolean {
  return by !== source.member && devices.get(source.device)?.member === id;
}

/** Whether whoever made a change shows a device's own signature over the position that they name. */
function hasSeen({ last }: RoleChange, device: string, { devices, outside }: Witness): boolean {
  const { catalog = 0, catalogDigest: digest, catalogSeal: seal } = last?.[device] ?? {};
  const publicKey = devices.get(device)?.publicKey;
  if (digest === undefined || seal === undefined || publicKey === undefined) return false;
  const text = sealText(device, 'catalog', { seq: catalog, digest });
  return outside.deviceIdOf(publicKey) === device && outside.verify(publicKey, text, seal);
}

/** The change that decides about an event. */
function changeAt(member: MemberState, place: EventPlace): RoleChange | undefined {
  let found: RoleChange | undefined;
  let at = '';
  for (const changes of [member.roles, member.ahead ?? [], member.removals]) {
    for (const change of changes) {
      const key = placeOfChange(change);
      // A removal at the same place as a giving is of a device that repeats its stamps: the stricter one counts.
      if (key < at || !reaches(change, place)) continue;
      found = change;
      at = key;
    }
  }
  return found;
}

/** The role in which an event was written. After a removal only a role given later counts. */
export function spanAt(member: MemberState | undefined, place: EventPlace): RoleSpan | undefined {
  const change = member && changeAt(member, place);
  return change !== undefined && 'role' in change ? change : undefined;
}

/** The role of a member at an event of theirs; `undefined` when there was none. */
export function roleAt(timeline: Timeline, member: string, place: EventPlace): Role | undefined {
  return spanAt(timeline.members.get(member), place)?.role;
}

/** Why somebody without a role at an event has none. */
export function absenceAt(member: MemberState | undefined, place: EventPlace): RefusalCode {
  if (member === undefined) return 'not-a-member';
  if (changeAt(member, place) !== undefined) return 'after-removal';
  return member.roles.length === 0 && member.waiting !== undefined ? 'not-admitted' : 'not-a-member';
}

/** An event of a device's stream that somebody with the right to names with its digest. */
export type NamedEvent = {
  readonly device: DeviceId;
  readonly stream: EventPlace['stream'];
  readonly seq: number;
  readonly digest: string;
  /** The device's own signature over it; absent in old journals. Nobody has checked it. */
  readonly seal?: string;
  /** What was anchored is no end: a journal that does not reach there says nothing against it. */
  readonly orLess?: true;
};

/**
 * What changes of roles and anchorings name with digests: of each stream the last word in the order of all first, changes of roles before
 * anchorings. What a device says of itself is none: it would rest on the very history that it is about.
 */
export function namedEvents(timeline: Timeline): readonly NamedEvent[] {
  const ofRoles: (NamedEvent & { readonly at: OrderKey })[] = [];
  for (const member of timeline.members.values()) {
    for (const change of [...member.roles, ...member.removals]) {
      const at = placeOfChange(change);
      const author = ownStamp(at).split('|')[1] ?? '';
      for (const event of namedIn(change.last ?? {}, author))
        if (memberOfDevice(timeline, event.device) === member.id) ofRoles.push({ ...event, at });
    }
  }
  ofRoles.sort((a, b) => (a.at === b.at ? 0 : a.at > b.at ? -1 : 1));
  const anchored = timeline.anchorings
    .flatMap(({ device, last }) => namedIn(last, device))
    .filter(({ device }) => memberOfDevice(timeline, device) !== undefined)
    .map((event) => ({ ...event, orLess: true as const }));
  return [...ofRoles.map(({ at: _at, ...event }) => event), ...anchored.reverse()];
}

/** What somebody's device names with digests, of other devices. */
function namedIn(last: LastPositions, author: string): readonly NamedEvent[] {
  return Object.entries(last).flatMap(([device, position]) =>
    STREAMS.flatMap((stream) => {
      const digest = position[`${stream}Digest`];
      const seal = position[`${stream}Seal`];
      const seq = position[stream];
      if (device === author || !isDeviceId(device) || digest === undefined || seq === 0) return [];
      return [{ device, stream, seq, digest, ...(seal !== undefined && { seal }) }];
    }),
  );
}

/** What changed between two states of a member. */
export function differingChanges(
  before: MemberState | undefined,
  after: MemberState | undefined,
): readonly RoleChange[] {
  const had = changesOf(before);
  const has = changesOf(after);
  return [
    ...[...has].filter(([name]) => !had.has(name)).map(([, change]) => change),
    ...[...had].filter(([name]) => !has.has(name)).map(([, change]) => change),
  ];
}

function changesOf(member: MemberState | undefined): ReadonlyMap<string, RoleChange> {
  const changes = new Map<string, RoleChange>();
  for (const span of [...(member?.roles ?? []), ...(member?.ahead ?? [])])
    changes.set(`${span.given} ${span.role} ${span.first === true}`, span);
  for (const removal of member?.removals ?? []) changes.set(removal.stamp, removal);
  return changes;
}
