import type { Role } from '../../shared/vocabulary/roles.ts';
import type { OrderKey } from '../kernel/order.ts';
import type { Acceptance } from './further-devices.ts';
import type { DeviceState, LastPositions, MembershipEvent, Removal, RoleSpan } from './membership.ts';

/**
 * What a later event says about earlier ones: the last positions that a removal or a giving of a role names, a policy's list of who was known. It holds from the start of
 * the next pass.
 */
export type Facts = {
  readonly removals: ReadonlyMap<string, readonly Removal[]>;
  readonly givings: ReadonlyMap<string, readonly RoleSpan[]>;
  /** Devices whose joining was not known when a lead began to decide who comes in. */
  readonly unknown: ReadonlySet<string>;
  /** What the devices that invited said of their codes. */
  readonly settled: ReadonlyMap<string, Acceptance>;
  /** Devices that were accepted, though what they wrote has earlier stamps. */
  readonly accepted: ReadonlyMap<string, DeviceState>;
  readonly from: ReadonlySet<MembershipEvent>;
};

/** Nothing known from the start. */
export const NO_FACTS: Facts = {
  removals: new Map(),
  givings: new Map(),
  unknown: new Set(),
  settled: new Map(),
  accepted: new Map(),
  from: new Set(),
};

/** A role as an event gives it. */
export type GivenRole = { readonly role: Role; readonly last?: LastPositions | undefined };

/** How much a lead's word weighs against another lead's: the founder's most, then by descent from the founder, then by age. */
export type Rank = { readonly depth: number; readonly since: OrderKey };

export const FOUNDER_RANK: Rank = { depth: 0, since: '' };
export const NO_RANK: Rank = { depth: Number.MAX_SAFE_INTEGER, since: '' };

/** What an event says about earlier ones, found in a pass. */
export type Finding = {
  readonly event: MembershipEvent;
  readonly rank: Rank;
  /** What was known with what this says. */
  readonly learn: (known: Facts) => Facts;
  /** It says only what became of a code: it is learned together with others of its kind and rank, which it changes nothing of. */
  readonly ofCode: boolean;
};

/** What was known, with an event as one that was heard. */
export function noted(facts: Facts, event: MembershipEvent): Facts {
  return { ...facts, from: new Set([...facts.from, event]) };
}

/** Says whether one's word weighs more than another's. */
export function isSenior(one: Rank, other: Rank): boolean {
  return one.depth < other.depth || (one.depth === other.depth && one.since < other.since);
}
