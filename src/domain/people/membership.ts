import type { z } from 'zod';
import type { DeviceId, HubId, MemberId } from '../../shared/vocabulary/ids.ts';
import type { Admission, KitReview, Recognition, SearchWords } from '../../shared/vocabulary/people.ts';
import type { Role } from '../../shared/vocabulary/roles.ts';
import type { Anchor } from '../kernel/claims.ts';
import type { FoldEvent, RefusedEvent } from '../kernel/fold-event.ts';
import type { OrderKey } from '../kernel/order.ts';
import type { Register, Stamp } from '../kernel/register.ts';
import type { deviceBodies } from './device-events.ts';
import type { hubBodies } from './hub-events.ts';
import type { memberBodies } from './member-events.ts';

/**
 * Who is who, and since when: what `fold-membership.ts` makes of the membership events, and what the other events ask of it.
 */

/** The schemas of the kinds that say who is who. */
export type MembershipBodies = typeof hubBodies & typeof memberBodies & typeof deviceBodies;
/** A kind that says who is who. */
export type MembershipKind = keyof MembershipBodies;

/** The body of a membership event with its kind. */
export type MembershipDraft = {
  [Kind in MembershipKind]: { readonly kind: Kind; readonly body: z.infer<MembershipBodies[Kind]> };
}[MembershipKind];

/** A membership event with a body that was checked. */
export type MembershipEvent = {
  /** Where it stands in the order: its stamp until the order of all is known. */
  readonly stamp: OrderKey;
  /** What it came after by its own word. */
  readonly named?: readonly Stamp[];
  readonly source: FoldEvent;
  readonly draft: MembershipDraft;
  /** Of a device that speaks for itself: key, device and place (the first of its journal) fit each other, and a code's signature. Found out once. */
  readonly proven?: boolean;
};

/** That a member was given a role. Without `last` (old journals) its place in the order divides. */
export type RoleSpan = {
  readonly role: Role;
  readonly by: string;
  /** Where that was said. */
  readonly given: OrderKey;
  /** From when on they have it, for people to read. */
  readonly since: OrderKey;
  readonly last?: LastPositions;
  /** They had none before. */
  readonly first?: true;
};

/** The last events of a member that whoever changed their role knew, a device and stream each, and the digests of their chains there. */
export type LastPositions = Readonly<Record<string, LastPosition>>;

/** Where a device's streams stood, and the device's signature over that. Without digests in old journals. */
export type LastPosition = {
  readonly catalog: number;
  readonly activity: number;
  readonly catalogDigest?: string | undefined;
  readonly activityDigest?: string | undefined;
  readonly catalogSeal?: string | undefined;
  readonly activitySeal?: string | undefined;
};

/** That a member was removed. Without `last` (old journals) its place in the order divides. */
export type Removal = {
  readonly stamp: OrderKey;
  readonly by: string;
  readonly last?: LastPositions;
  /** By the wall clock of who removed them, milliseconds since 1970. */
  readonly at?: number;
};

/** A person of the hub, of now, of before, or waiting to be let in. */
export type MemberState = {
  readonly id: MemberId;
  /** Where they were told of first. */
  readonly known: OrderKey;
  name: Register<string>;
  /** Ascending by `given`. */
  readonly roles: RoleSpan[];
  /** Roles that were given later and are known to reach back behind what stands earlier in the order. */
  readonly ahead?: readonly RoleSpan[];
  readonly removals: Removal[];
  /** When they asked to be let in, where a lead decides about that. */
  waiting?: OrderKey;
  /** When they came in by themselves, by their wall clock. */
  joinedAt?: number;
};

/** A device and whose it is. */
export type DeviceState = {
  readonly id: DeviceId;
  readonly member: MemberId;
  readonly name: string;
  readonly publicKey: string;
};

/** A one-time key for a further device of a member. */
export type InviteState = {
  readonly publicKey: string;
  readonly member: MemberId;
  /** The device that shows the code. */
  readonly device: DeviceId;
  /** Milliseconds since 1970, by the hub's clock. */
  readonly until: number;
  /** The device that invites says which one it accepts. */
  readonly accepts?: true;
  /** What it said: the device that it accepted, or that the code is closed. */
  readonly settled?: string;
  readonly usedBy?: DeviceId;
};

/** A device that shows a code and waits for the device that made it. */
export type PendingDevice = {
  readonly device: DeviceId;
  readonly name: string;
  readonly member: MemberId;
  /** The public key of the code. */
  readonly invite: string;
};

/** What the leads decided for the hub; absent: never decided. */
export type PolicyRegisters = {
  admission?: Register<Admission>;
  searchWords?: Register<SearchWords>;
  recognition?: Register<Recognition>;
  kitReview?: Register<KitReview>;
  timeZone?: Register<string>;
};

/** What a lead's device said: how far it knew which devices, and when (by its wall clock). */
export type Anchoring = { readonly device: DeviceId; readonly last: LastPositions; readonly at: number };

/** The policies that hold, defaults filled in. */
export type Policies = {
  readonly admission: Admission;
  readonly searchWords: SearchWords;
  readonly recognition: Recognition;
  readonly kitReview: KitReview;
  /** In which days begin and end, `Europe/Berlin`. */
  readonly timeZone: string;
};

/** Who is who after folding the membership events. */
export type Timeline = {
  readonly hub?: {
    readonly id: HubId;
    readonly name: Register<string>;
    readonly sample: boolean;
    /** Of the founder's device. */
    readonly timeZone?: string;
    /** The founder's device and member. */
    readonly founder: DeviceId;
    readonly founderMember: MemberId;
    /** In a sample hub: the devices that may end the sample. */
    readonly endedBy?: ReadonlySet<string>;
    /** Of a sample that has ended: the member who has taken the founder's place. */
    readonly heir?: MemberId;
  };
  readonly members: ReadonlyMap<string, MemberState>;
  readonly devices: ReadonlyMap<string, DeviceState>;
  /** By public key and the device that shows the code (`inviteKey`). */
  readonly invites: ReadonlyMap<string, InviteState>;
  readonly pending: readonly PendingDevice[];
  readonly policies: Readonly<PolicyRegisters>;
  /** How far leads' devices had seen the history of each device, by rounds in their order: see `claims.ts`. */
  readonly anchored: ReadonlyMap<string, readonly Anchor[]>;
  /** What that follows from, in the order of all writes. */
  readonly anchorings: readonly Anchoring[];
  readonly refused: readonly RefusedEvent[];
};

/** A timeline in which nobody is anybody yet. */
export const EMPTY_TIMELINE: Timeline = {
  members: new Map(),
  devices: new Map(),
  invites: new Map(),
  pending: [],
  policies: {},
  anchored: new Map(),
  anchorings: [],
  refused: [],
};

/** The policies that hold now. Anybody may come in, only counts of searches are told, words on pictures are recognized, and kits come out without a review, until a lead decides otherwise; days are the founder's. */
export function policiesOf(timeline: Timeline): Policies {
  const { admission, searchWords, recognition, kitReview, timeZone } = timeline.policies;
  return {
    admission: admission?.value ?? 'open',
    searchWords: searchWords?.value ?? 'counts',
    recognition: recognition?.value ?? 'on',
    kitReview: kitReview?.value ?? 'free',
    timeZone: timeZone?.value ?? timeline.hub?.timeZone ?? 'UTC',
  };
}

/** The role that a member has now; `undefined` for those who wait or were removed. */
export function currentRole(timeline: Timeline, member: string): Role | undefined {
  const state = timeline.members.get(member);
  const span = state?.roles.at(-1);
  if (span === undefined || isRemoved(state)) return undefined;
  return span.role;
}

/** Says whether a member may name members: leads, and who founded the hub and is no lead only because they chose so. */
export function namesMembers(timeline: Timeline, member: string): boolean {
  const role = currentRole(timeline, member);
  if (role === undefined || role === 'lead') return role === 'lead';
  const { founderMember, heir } = timeline.hub ?? {};
  if (member !== founderMember && member !== heir) return false;
  const by = timeline.members.get(member)?.roles.at(-1)?.by;
  return by === member || by === founderMember;
}

/** Says whether a member was removed and did not come back. */
export function isRemoved(member: MemberState | undefined): boolean {
  const removed = member?.removals.reduce((latest, { stamp }) => (stamp > latest ? stamp : latest), '') ?? '';
  return removed !== '' && removed > (member?.roles.at(-1)?.given ?? '');
}

/** Says whether somebody waits to be let in by a lead. */
export function isWaiting(member: MemberState | undefined): boolean {
  return member?.waiting !== undefined && member.roles.length === 0 && !isRemoved(member);
}

/** Whose a device is. */
export function memberOfDevice(timeline: Timeline, device: string): MemberId | undefined {
  return timeline.devices.get(device)?.member;
}
