import type { Admission, EventDraft, Role, SearchWords } from './events.ts';
import { type FoldEvent, type RefusalCode, type RefusedEvent, refusal } from './fold-event.ts';
import type { MembershipKind } from './permissions.ts';
import { earlier, entryOf, later, type Register, type Stamp, stampOf } from './register.ts';

/**
 * Who is who, and since when. These few events are kept whole and folded in the order of their stamps whenever one is added, because
 * whether one of them counts depends on the ones before it. The timeline that comes out decides about all other events.
 */

type MembershipDraft = Extract<EventDraft, { readonly kind: MembershipKind }>;

/** A membership event with a body that was checked. */
export type MembershipEvent = {
  readonly stamp: Stamp;
  readonly source: FoldEvent;
  readonly draft: MembershipDraft;
};

/** From when on a member has a role; `null` after removal. */
export type RoleSpan = { readonly since: Stamp; readonly role: Role | null };

/** A person of the hub. */
export type MemberState = {
  readonly id: string;
  name: Register<string>;
  /** Ascending by `since`. */
  readonly roles: RoleSpan[];
};

/** A device and whose it is. */
export type DeviceState = {
  readonly id: string;
  readonly member: string;
  readonly name: string;
  readonly publicKey: string;
};

/** What the leads decided for the hub; absent: never decided. */
export type PolicyRegisters = {
  admission?: Register<Admission>;
  searchWords?: Register<SearchWords>;
};

/** The policies that hold, defaults filled in. */
export type Policies = { readonly admission: Admission; readonly searchWords: SearchWords };

/** Who is who after folding the membership events. */
export type Timeline = {
  readonly hub?: {
    readonly id: string;
    readonly name: Register<string>;
    readonly sample: boolean;
    readonly founder: string;
  };
  readonly members: ReadonlyMap<string, MemberState>;
  readonly devices: ReadonlyMap<string, DeviceState>;
  readonly policies: Readonly<PolicyRegisters>;
  readonly refused: readonly RefusedEvent[];
};

type Draft = {
  members: Map<string, MemberState>;
  devices: Map<string, DeviceState>;
  policies: PolicyRegisters;
  refused: RefusedEvent[];
};

/** A timeline in which nobody is anybody yet. */
export const EMPTY_TIMELINE: Timeline = {
  members: new Map(),
  devices: new Map(),
  policies: {},
  refused: [],
};

/** The policies that hold now. Anybody may come in, and only counts of searches are told, until a lead decides otherwise. */
export function policiesOf(timeline: Timeline): Policies {
  const { admission, searchWords } = timeline.policies;
  return { admission: admission?.value ?? 'open', searchWords: searchWords?.value ?? 'counts' };
}

/** The role of a member at a time, `undefined` when there was none (not yet added, removed). */
export function roleAt(timeline: Timeline, member: string, stamp: Stamp): Role | undefined {
  const roles = timeline.members.get(member)?.roles;
  if (roles === undefined) return undefined;
  for (let index = roles.length - 1; index >= 0; index -= 1) {
    const span = roles[index];
    if (span !== undefined && span.since <= stamp) return span.role ?? undefined;
  }
  return undefined;
}

/** The role that a member has now. */
export function currentRole(timeline: Timeline, member: string): Role | undefined {
  return timeline.members.get(member)?.roles.at(-1)?.role ?? undefined;
}

/**
 * Folds membership events. The founder is the author of the earliest `hub-created` (of `founder`, where that device is known): the
 * root of trust, whose device speaks for its member from the first event on and who may always name members.
 */
export function foldMembership(events: Iterable<MembershipEvent>, founder?: string): Timeline {
  const sorted = [...events].sort((a, b) => (a.stamp < b.stamp ? -1 : a.stamp > b.stamp ? 1 : 0));
  const founding = sorted.find(
    (event) =>
      event.draft.kind === 'hub-created' && (founder === undefined || event.source.device === founder),
  );
  const draft: Draft = { members: new Map(), devices: new Map(), policies: {}, refused: [] };
  if (founding === undefined || founding.draft.kind !== 'hub-created') {
    for (const event of sorted) draft.refused.push(refusal(event.source, 'unknown-device'));
    return draft;
  }
  const body = founding.draft.body;
  const rules: Rules = {
    founderDevice: founding.source.device,
    founderMember: founding.source.member,
    sample: body.sample ?? false,
  };
  for (const event of sorted) {
    if (event === founding) continue;
    const why = whyNot(event, draft, rules);
    if (why === undefined) apply(event, draft);
    else draft.refused.push(refusal(event.source, why));
  }
  return {
    ...draft,
    hub: {
      id: body.hub,
      name: { stamp: founding.stamp, value: body.name },
      sample: rules.sample,
      founder: rules.founderDevice,
    },
  };
}

type Rules = { readonly founderDevice: string; readonly founderMember: string; readonly sample: boolean };

/** Why a membership event does not count; `undefined` when it does. */
function whyNot(event: MembershipEvent, draft: Draft, rules: Rules): RefusalCode | undefined {
  const { source } = event;
  const bound =
    source.device === rules.founderDevice ? rules.founderMember : draft.devices.get(source.device)?.member;
  if (bound === undefined) return 'unknown-device';
  if (bound !== source.member) return 'wrong-member';
  const isFounder = source.member === rules.founderMember;
  const roles = draft.members.get(source.member)?.roles;
  const role = roles?.at(-1)?.role;
  if (role === null) return 'not-a-member';
  if (role === undefined && !isFounder) return 'not-a-member';
  return allowed(event, isFounder || role === 'lead', rules) ? undefined : 'not-allowed';
}

/** Says whether the author, who is a member, may do this. */
function allowed(event: MembershipEvent, namesMembers: boolean, rules: Rules): boolean {
  const { draft, source } = event;
  switch (draft.kind) {
    case 'hub-created':
      return false; // a hub is created once
    case 'member-added':
    case 'member-removed':
    case 'hub-policy-set':
      return namesMembers;
    case 'role-granted':
      // In the sample hub everybody may look at Kitbag through every role.
      return namesMembers || (rules.sample && draft.body.member === source.member);
    case 'member-renamed':
    case 'device-added':
      return namesMembers || draft.body.member === source.member;
  }
}

function apply({ draft, stamp }: MembershipEvent, timeline: Draft): void {
  switch (draft.kind) {
    case 'hub-created':
      return;
    case 'member-added': {
      const { member, name, role } = draft.body;
      const state = entryOf(timeline.members, member, () => newMember(member, stamp, name));
      state.name = later(state.name, stamp, name);
      state.roles.push({ since: stamp, role });
      return;
    }
    case 'member-renamed': {
      const state = timeline.members.get(draft.body.member);
      if (state !== undefined) state.name = later(state.name, stamp, draft.body.name);
      return;
    }
    case 'role-granted': {
      const { member, role } = draft.body;
      timeline.members.get(member)?.roles.push({ since: stamp, role });
      return;
    }
    case 'member-removed':
      timeline.members.get(draft.body.member)?.roles.push({ since: stamp, role: null });
      return;
    case 'hub-policy-set': {
      const { admission, searchWords } = draft.body;
      const { policies } = timeline;
      if (admission !== undefined) policies.admission = later(policies.admission, stamp, admission);
      if (searchWords !== undefined) policies.searchWords = later(policies.searchWords, stamp, searchWords);
      return;
    }
    case 'device-added': {
      const { device, member, name, publicKey } = draft.body;
      // The first binding stays: a device never changes hands.
      entryOf(timeline.devices, device, () => ({ id: device, member, name, publicKey }));
      return;
    }
  }
}

function newMember(id: string, stamp: Stamp, name: string): MemberState {
  return { id, name: earlier(undefined, stamp, name), roles: [] };
}

/** A checked membership event out of a journal event. */
export function membershipEvent(source: FoldEvent, draft: MembershipDraft): MembershipEvent {
  return { stamp: stampOf(source), source, draft };
}
