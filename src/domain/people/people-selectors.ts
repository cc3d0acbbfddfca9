import type { MemberId } from '../../shared/vocabulary/ids.ts';
import type { Standing } from '../../shared/vocabulary/people.ts';
import type { Role } from '../../shared/vocabulary/roles.ts';
import type { Holds } from '../kernel/holds.ts';
import type { Stamp } from '../kernel/register.ts';
import type { MembersPart } from './members.ts';
import {
  currentRole,
  type DeviceState,
  isRemoved,
  isWaiting,
  type MemberState,
  memberOfDevice,
  namesMembers,
  type Policies,
  policiesOf,
  type Timeline,
} from './membership.ts';

/** What one asks of who is who. All but `membersWaiting` and `hasOtherLead`, which go through the members, are lookups. */

type Catalog = Holds<Pick<MembersPart, 'membership'>>;

/** What the hub is beside its name. */
type HubFacts = Omit<NonNullable<Timeline['hub']>, 'name'>;

/** Who is who now. The same object as long as nothing of it has changed. */
export function whoIsWho({ state }: Catalog): Timeline {
  return state.membership.timeline;
}

/** A person of the hub, of now, of before, or waiting to be let in. */
export function knownMember(catalog: Catalog, id: string | undefined): MemberState | undefined {
  return id === undefined ? undefined : whoIsWho(catalog).members.get(id);
}

/** A device of the hub. */
export function knownDevice(catalog: Catalog, id: string): DeviceState | undefined {
  return whoIsWho(catalog).devices.get(id);
}

/** Whose a device is. */
export function ownerOfDevice(catalog: Catalog, device: string): MemberId | undefined {
  return memberOfDevice(whoIsWho(catalog), device);
}

/** The role that a member has now; `undefined` for those who wait or were removed. */
export function roleOf(catalog: Catalog, member: string): Role | undefined {
  return currentRole(whoIsWho(catalog), member);
}

/** Says whether a member may name members. */
export function mayNameMembers(catalog: Catalog, member: string): boolean {
  return namesMembers(whoIsWho(catalog), member);
}

/** Says whether somebody else than a member leads the hub. */
export function hasOtherLead(catalog: Catalog, member: string): boolean {
  const timeline = whoIsWho(catalog);
  for (const other of timeline.members.keys())
    if (other !== member && currentRole(timeline, other) === 'lead') return true;
  return false;
}

/** Says whether nobody but a member is in. */
export function isAlone(catalog: Catalog, member: string): boolean {
  const timeline = whoIsWho(catalog);
  for (const other of timeline.members.keys())
    if (other !== member && currentRole(timeline, other) !== undefined) return false;
  return true;
}

/** How many wait to be let in. */
export function membersWaiting(catalog: Catalog): number {
  let waiting = 0;
  for (const member of whoIsWho(catalog).members.values()) if (isWaiting(member)) waiting += 1;
  return waiting;
}

/** Whether somebody is in, waits to be let in, or was removed. Nobody known counts as in: there is no hub to be out of. */
export function standingOf(catalog: Catalog, id: string | undefined): Standing {
  const member = knownMember(catalog, id);
  if (isRemoved(member)) return 'removed';
  return isWaiting(member) ? 'waiting' : 'member';
}

/** What the hub is; `undefined` while nobody has founded one. */
export function hubOf(catalog: Catalog): HubFacts | undefined {
  return whoIsWho(catalog).hub;
}

/** What the hub is called now. */
export function hubNameOf({ state }: Holds<MembersPart>): string | undefined {
  return state.hubName.renamed?.value ?? state.membership.timeline.hub?.name.value;
}

/** Where the hub's founding stands in the order of all. */
export function foundingOf(catalog: Catalog): Stamp | undefined {
  return whoIsWho(catalog).hub?.name.stamp;
}

/** The policies that hold now. */
export function policiesNow(catalog: Catalog): Policies {
  return policiesOf(whoIsWho(catalog));
}

/** The time zone in which the hub's days begin and end. */
export function timeZoneOf(catalog: Catalog): string {
  return policiesNow(catalog).timeZone;
}

/** Says whether a lead has decided who may come in. */
export function isAdmissionDecided(catalog: Catalog): boolean {
  return whoIsWho(catalog).policies.admission !== undefined;
}

/** Says whether a device has said after a time how far it had seen the others' history. */
export function hasAnchoredSince({ state }: Catalog, device: string, time: number): boolean {
  return [...state.membership.events.values()].some(
    ({ source, draft }) =>
      draft.kind === 'history-anchored' && source.device === device && draft.body.at > time,
  );
}
