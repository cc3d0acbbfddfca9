import { memberIdOf } from '../shared/ids.ts';
import { anchorsOf } from './anchors.ts';
import type { EventBody, Role } from './events.ts';
import { type FoldEvent, type RefusalCode, type RefusedEvent, refusal } from './fold-event.ts';
import { type Acceptance, FurtherDevices, inviteKey } from './further-devices.ts';
import {
  type DeviceState,
  EMPTY_TIMELINE,
  type EventPlace,
  type LastPositions,
  type MemberState,
  type MembershipDraft,
  type MembershipEvent,
  type PolicyRegisters,
  type Removal,
  type RoleSpan,
  type Timeline,
} from './membership.ts';
import { inOrder } from './membership-order.ts';
import type { OrderKey } from './order.ts';
import { earlier, entryOf, later, type Stamp, stampOf } from './register.ts';
import { absenceAt, isOvertaken, positionIn, spanAt } from './role-changes.ts';
import { type SampleHeir, sampleHeir } from './sample-heir.ts';
import { inviteText, vouchText } from './vouch.ts';

/** What of the outside the folding of membership needs. */
export type MembershipContext = {
  /** Milliseconds since 1970 of an event's clock. */
  readonly timeOf: (hlc: string) => number;
  /** The device that founded the hub, where it is known for sure (from `hub.json`); otherwise the earliest founding counts. */
  readonly founder?: string;
  /** The id that belongs to a public key. */
  readonly deviceIdOf: (publicKey: string) => string;
  /** Whether a signature (base64url) is the Ed25519 signature of a text by a public key. Never throws. */
  readonly verify: (publicKey: string, text: string, signature: string) => boolean;
};

/** What a later event says about earlier ones (positions that changes of roles name, a policy's list of who was known). It holds from the next pass on. */
type Facts = {
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

/** A role as an event gives it. */
type GivenRole = { readonly role: Role; readonly last?: LastPositions | undefined };

/** How much a lead's word weighs against another lead's: the founder's most, then by descent from the founder, then by age. */
type Rank = { readonly depth: number; readonly since: OrderKey };
type Finding = {
  readonly event: MembershipEvent;
  readonly rank: Rank;
  /** What was known with what this says. */
  readonly learn: (known: Facts) => Facts;
  /** It says only what became of a code: it is learned together with others of its kind and rank, which it changes nothing of. */
  readonly ofCode: boolean;
};

const FOUNDER_RANK: Rank = { depth: 0, since: '' };
const NO_RANK: Rank = { depth: Number.MAX_SAFE_INTEGER, since: '' };
const NO_FACTS: Facts = {
  removals: new Map(),
  givings: new Map(),
  unknown: new Set(),
  settled: new Map(),
  accepted: new Map(),
  from: new Set(),
};

/**
 * Folds membership events in the order of all writes. The founder is the author of the earliest `hub-created` (of `founder`, where
 * that device is known): the root of trust, whose device speaks for its member from the first event on.
 *
 * Where an event that counts takes the worth from one that was stamped earlier, all is folded again with that known from the start.
 * Each pass adds the finding of the most senior author, so that a removed lead who back-dates a removal of their remover changes
 * nothing; what became of codes at once for all authors of that rank, because anybody may say that, as often as they like. A finding that would
 * take away what its own author stands on is none: a lead who removes the founder from before the day that
 * the founder made them one would leave a hub without anybody. Only the set of events decides, never the order of their arrival.
 */
export function foldMembership(events: Iterable<MembershipEvent>, context: MembershipContext): Timeline {
  const sorted = inOrder(events);
  const founding = sorted.find(
    ({ draft, source }) =>
      draft.kind === 'hub-created' && (context.founder === undefined || source.device === context.founder),
  );
  if (founding === undefined || founding.draft.kind !== 'hub-created') {
    return { ...EMPTY_TIMELINE, refused: sorted.map(({ source }) => refusal(source, 'unknown-device')) };
  }
  const { body } = founding.draft;
  const heir = body.sample === true ? sampleHeir(sorted, founding, context) : undefined;
  const ownWords = new Map(
    sorted.flatMap(({ draft, proven }) =>
      draft.kind === 'member-joined' && proven === true ? [[draft.body.device, draft.body.member]] : [],
    ),
  );
  const passWith = (facts: Facts): MembershipPass => {
    const pass = new MembershipPass(founding, body, facts, context, heir, ownWords);
    for (const event of sorted) if (event !== founding) pass.fold(event);
    return pass;
  };
  for (let facts = NO_FACTS, pass = passWith(facts); ; ) {
    const [first] = pass.findings;
    if (first === undefined) return pass.timeline();
    const stands = (found: readonly Finding[]): boolean => {
      const known = found.reduce((sofar, { learn }) => learn(sofar), facts);
      const tried = passWith(known);
      if (!found.every(({ event }) => tried.counts(event))) return false;
      facts = known;
      pass = tried;
      return true;
    };
    if (stands(pass.findings) || (pass.findings.length > 1 && stands([first]))) continue;
    facts = noted(facts, first.event);
    pass = passWith(facts);
  }
}

function noted(facts: Facts, event: MembershipEvent): Facts {
  return { ...facts, from: new Set([...facts.from, event]) };
}

/** A checked membership event out of a journal event. */
export function membershipEvent(
  source: FoldEvent,
  draft: MembershipDraft,
  named: readonly Stamp[],
  context: MembershipContext,
): MembershipEvent {
  const event = { stamp: stampOf(source), source, draft, ...(named.length > 0 && { named }) };
  if (draft.kind === 'device-invited' && draft.body.accepts === true) {
    const { invite, member, sig } = draft.body;
    return { ...event, proven: context.verify(invite, inviteText(source.device, member), sig ?? '') };
  }
  if (draft.kind !== 'member-joined' && draft.kind !== 'device-vouched') return event;
  const { device, member, publicKey } = draft.body;
  const proven =
    source.seq === 1 &&
    source.device === device &&
    source.member === member &&
    context.deviceIdOf(publicKey) === device &&
    (draft.kind === 'device-vouched' || memberIdOf(device) === member) &&
    (draft.kind !== 'device-vouched' || showsItsCode(draft.body, context));
  return { ...event, proven };
}

/** Whether what a further device shows is signed by the code that it names; of what another device signed it says nothing. */
function showsItsCode(
  { by, device, member, sig }: EventBody<'device-vouched'>,
  { verify }: MembershipContext,
): boolean {
  return !('invite' in by) || verify(by.invite, vouchText(device, member), sig);
}

class MembershipPass {
  /** What of the pass is to be known from the start of the next one: of the most senior author's. */
  findings: Finding[] = [];
  readonly #founding: MembershipEvent;
  readonly #hub: EventBody<'hub-created'>;
  readonly #facts: Facts;
  readonly #context: MembershipContext;
  readonly #heir: SampleHeir | undefined;
  readonly #members = new Map<string, MemberState>();
  readonly #devices: Map<string, DeviceState>;
  readonly #further: FurtherDevices;
  /** Devices that nobody had let in when what they wrote was folded. */
  readonly #strangers = new Set<string>();
  readonly #policies: PolicyRegisters = {};
  readonly #refused: RefusedEvent[] = [];
  readonly #ranks = new Map<string, Rank>();
  /** Whose they are, of devices that came in by themselves: nobody says it in their place, however early. */
  readonly #ownWords: ReadonlyMap<string, string>;
  /** Events that counted, by author. */
  readonly #counted = new Map<string, MembershipEvent[]>();
  /** What leads' devices said of the history that they had seen, in the order of all writes. */
  readonly #anchorings: Timeline['anchorings'][number][] = [];
  /** Devices that came in by themselves. */
  readonly #cameIn: string[] = [];
  /** Admissions whose joining has not come yet. */
  readonly #admitted = new Map<string, { readonly given: GivenRole; readonly event: MembershipEvent }>();

  constructor(
    founding: MembershipEvent,
    hub: EventBody<'hub-created'>,
    facts: Facts,
    context: MembershipContext,
    heir: SampleHeir | undefined,
    ownWords: ReadonlyMap<string, string>,
  ) {
    this.#ownWords = ownWords;
    this.#founding = founding;
    this.#hub = hub;
    this.#facts = facts;
    this.#context = context;
    this.#heir = heir;
    this.#devices = new Map(
      heir?.member === undefined ? facts.accepted : [...heir.devices, ...facts.accepted],
    );
    this.#further = new FurtherDevices(facts.settled);
    this.#ranks.set(founding.source.member, FOUNDER_RANK);
    if (heir?.member !== undefined) this.#ranks.set(heir.member, FOUNDER_RANK);
  }

  timeline(): Timeline {
    const isBound = (device: string): boolean => this.#devices.has(device);
    return {
      hub: {
        id: this.#hub.hub,
        name: { stamp: this.#founding.stamp, value: this.#hub.name },
        sample: this.#isSample(),
        founder: this.#founding.source.device,
        founderMember: this.#founding.source.member,
        ...(this.#heir !== undefined && { endedBy: new Set(this.#heir.devices.keys()) }),
        ...(this.#heir?.member !== undefined && { heir: this.#heir.member }),
      },
      members: this.#members,
      devices: this.#devices,
      invites: this.#further.invites,
      pending: this.#further.pending(isBound),
      policies: this.#policies,
      ...anchorsOf(this.#anchorings),
      refused: [...this.#refused, ...this.#further.refused(isBound)],
    };
  }

  /** Whether everybody may look at Kitbag through every role. */
  #isSample(): boolean {
    return this.#hub.sample === true && this.#heir?.member === undefined;
  }

  /** Says whether a member's event counted. */
  counts(event: MembershipEvent): boolean {
    return this.#counted.get(event.source.member)?.includes(event) ?? false;
  }

  fold(event: MembershipEvent): void {
    const { draft } = event;
    const why =
      draft.kind === 'member-joined'
        ? this.#join(event, draft.body)
        : draft.kind === 'device-vouched'
          ? this.#vouch(event, draft.body)
          : this.#byMember(event);
    if (why !== undefined) this.#refused.push(refusal(event.source, why));
  }

  /** An event by somebody whose device is known. */
  #byMember(event: MembershipEvent): RefusalCode | undefined {
    const { source } = event;
    const founder = this.#founding.source;
    const bound =
      source.device === founder.device ? founder.member : this.#devices.get(source.device)?.member;
    if (bound === undefined) {
      this.#strangers.add(source.device);
      return 'unknown-device';
    }
    if (bound !== source.member) return 'wrong-member';
    const member = this.#members.get(source.member);
    const place = placeOf(event);
    const span = spanAt(member, place);
    const isFounder = source.member === founder.member || source.member === this.#heir?.member;
    if (span === undefined && (!isFounder || (member?.roles.length ?? 0) > 0)) {
      this.#contest(event);
      return absenceAt(member, place);
    }
    // Who founds a hub may be a rep in it and take the lead again; not so after another lead took it away.
    const chose = span !== undefined && (span.by === source.member || span.by === founder.member);
    const leads = span === undefined || span.role === 'lead' || (isFounder && chose);
    if (!this.#allowed(event, leads)) {
      this.#contest(event);
      return 'not-allowed';
    }
    if (event.proven === false) return 'bad-proof';
    entryOf(this.#counted, source.member, () => []).push(event);
    this.#apply(event);
    return undefined;
  }

  /** Says whether the author, who is a member, may do this. */
  #allowed(event: MembershipEvent, leads: boolean): boolean {
    const { draft, source } = event;
    if (isOvertaken(event, this.#members, { devices: this.#devices, context: this.#context })) return false;
    switch (draft.kind) {
      case 'member-added':
      case 'member-admitted':
      case 'member-removed':
      case 'hub-policy-set':
      case 'history-anchored':
        return leads;
      case 'device-added': // a device that its owner could name would be another's before that one says so itself
        return leads && (this.#ownWords.get(draft.body.device) ?? draft.body.member) === draft.body.member;
      case 'role-granted':
        return leads || (this.#isSample() && draft.body.member === source.member);
      case 'sample-ended':
        return source.member === this.#heir?.member;
      case 'member-renamed':
        return leads || draft.body.member === source.member;
      case 'device-invited':
        return draft.body.member === source.member;
      case 'device-accepted': // of a code that another device shows it says nothing
        return true;
      default:
        return false; // a hub is created once; joining and vouching are no member's events
    }
  }

  #apply(event: MembershipEvent): void {
    const { draft, stamp } = event;
    switch (draft.kind) {
      case 'member-added': {
        const { member, name, role } = draft.body;
        const state = this.#memberOf(member, name, stamp);
        state.name = later(state.name, stamp, name);
        this.#giveRole(state, { role }, event);
        return;
      }
      case 'member-renamed': {
        const state = this.#members.get(draft.body.member);
        if (state !== undefined) state.name = later(state.name, stamp, draft.body.name);
        return;
      }
      case 'member-admitted':
      case 'role-granted': {
        const { member, ...given } = draft.body;
        const state = this.#members.get(member);
        if (state !== undefined) this.#giveRole(state, given, event);
        else if (draft.kind === 'member-admitted') this.#admitted.set(member, { given, event });
        return;
      }
      case 'member-removed':
        this.#remove(event, draft.body);
        return;
      case 'device-added': {
        const { device, member, name, publicKey } = draft.body;
        this.#bind({ id: device, member, name, publicKey });
        return;
      }
      case 'device-invited':
        this.#bindAccepted(this.#further.invited(event, draft.body));
        return;
      case 'device-accepted':
        this.#accept(event, draft.body);
        return;
      case 'hub-policy-set':
        this.#setPolicies(event, draft.body);
        return;
      case 'history-anchored':
        this.#anchorings.push({ device: event.source.device, ...draft.body });
        return;
      default:
        return;
    }
  }

  /** Somebody comes in. Key, device and member prove each other, so nobody can come in as somebody else, however early the stamp. */
  #join(event: MembershipEvent, body: EventBody<'member-joined'>): RefusalCode | undefined {
    const { device, member, name, deviceName, publicKey, at } = body;
    if (event.proven !== true) return 'bad-proof';
    if ((this.#devices.get(device)?.member ?? member) !== member) return 'wrong-member';
    this.#bind({ id: device, member, name: deviceName, publicKey });
    if (this.#members.has(member)) return undefined;
    const state = this.#memberOf(member, name, event.stamp);
    if (at !== undefined) state.joinedAt = at;
    const admitted = this.#admitted.get(member);
    if (admitted !== undefined) {
      state.waiting = event.stamp;
      this.#giveRole(state, admitted.given, admitted.event);
    } else if (this.#policies.admission?.value === 'ask' || this.#facts.unknown.has(device)) {
      state.waiting = event.stamp;
    } else {
      state.roles.push({ since: event.stamp, role: 'rep', by: member, given: event.stamp, first: true });
      this.#cameIn.push(device);
    }
    return undefined;
  }

  /** A further device of a member. Whether what it writes counts is the member's standing, as for the other devices. */
  #vouch(event: MembershipEvent, body: EventBody<'device-vouched'>): RefusalCode | undefined {
    const { device, member, name, publicKey, by, sig } = body;
    if (event.proven !== true) return 'bad-proof';
    if ((this.#devices.get(device)?.member ?? member) !== member) return 'wrong-member';
    if ('invite' in by) {
      const found = this.#further.vouched(event, body, this.#context.timeOf(event.source.hlc));
      if (typeof found === 'string') return found === 'waits' ? undefined : found;
      this.#bindAccepted(found);
      return undefined;
    }
    const old = this.#devices.get(by.device);
    if (old === undefined || old.member !== member || old.id === device) return 'bad-proof';
    if (this.#context.deviceIdOf(old.publicKey) !== old.id) return 'bad-proof';
    if (!this.#context.verify(old.publicKey, vouchText(device, member), sig)) return 'bad-proof';
    this.#bind({ id: device, member, name, publicKey });
    return undefined;
  }

  /** What a code was worth is said from the start where it takes away what had come of it. */
  #accept(event: MembershipEvent, body: EventBody<'device-accepted'>): void {
    const { binds, unbinds } = this.#further.accepted(event, body);
    this.#bindAccepted(binds);
    if (unbinds !== true || this.#facts.from.has(event)) return;
    const key = inviteKey(body.invite, event.source.device);
    const settled = { event, device: body.device };
    const learn = (known: Facts): Facts => ({
      ...noted(known, event),
      settled: new Map([...known.settled, [key, settled]]),
    });
    this.#find(event, learn, true);
  }

  /** Binds a device that a code let in; from the start where something of it was folded before that. */
  #bindAccepted(device: DeviceState | undefined): void {
    if (device === undefined) return;
    this.#bind(device);
    const event = this.#further.acceptanceOf(device.id);
    if (event === undefined || !this.#strangers.has(device.id) || this.#facts.from.has(event)) return;
    const learn = (known: Facts): Facts => ({
      ...noted(known, event),
      accepted: new Map([...known.accepted, [device.id, device]]),
    });
    this.#find(event, learn, true);
  }

  /** The first binding stays: a device never changes hands. */
  #bind(device: DeviceState): void {
    entryOf(this.#devices, device.id, () => device);
  }

  #memberOf(id: string, name: string, stamp: OrderKey): MemberState {
    return entryOf(this.#members, id, () => ({
      id,
      known: stamp,
      name: earlier(undefined, stamp, name),
      roles: [],
      removals: [...(this.#facts.removals.get(id) ?? [])],
      ahead: this.#facts.givings.get(id) ?? [],
    }));
  }

  /** Gives a role: to somebody who waited, since they asked. */
  #giveRole(state: MemberState, { role, last }: GivenRole, event: MembershipEvent): void {
    const { stamp, source } = event;
    const first = state.roles.length === 0 && !state.removals.some((removal) => removal.stamp < stamp);
    const span: RoleSpan = {
      role,
      by: source.member,
      given: stamp,
      since: first ? (state.waiting ?? stamp) : stamp,
      ...(first ? { first } : last && { last }),
    };
    state.roles.push(span);
    if (role === 'lead' && !this.#ranks.has(state.id)) {
      this.#ranks.set(state.id, { depth: this.#rankOf(source.member).depth + 1, since: stamp });
    }
    if (role !== 'lead' && this.#hasCountedBehind(state.id, span, (one) => !this.#allowed(one, false)))
      this.#reachBack(event, state.id, span);
  }

  /** Says whether anything of a member counted that stands behind what a change of their role names. */
  #hasCountedBehind(
    member: string,
    { last }: RoleSpan | Removal,
    matters: (event: MembershipEvent) => boolean = () => true,
  ): boolean {
    if (last === undefined) return false;
    const counted = this.#counted.get(member) ?? [];
    return counted.some(
      (one) => one.source.seq > positionIn(last, one.source.device, 'catalog') && matters(one),
    );
  }

  #rankOf(member: string): Rank {
    return this.#ranks.get(member) ?? NO_RANK;
  }

  #remove(event: MembershipEvent, { member, last, at }: EventBody<'member-removed'>): void {
    const state = this.#members.get(member);
    if (state === undefined) return;
    const removal: Removal = {
      stamp: event.stamp,
      by: event.source.member,
      ...(last && { last }),
      ...(at !== undefined && { at }),
    };
    if (!state.removals.some(({ stamp }) => stamp === event.stamp)) state.removals.push(removal);
    if (this.#hasCountedBehind(member, removal)) this.#reachBack(event, member, removal);
  }

  /**
   * Of two who took the lead from each other (by a removal or by another role) the senior one stays, also where the other's word has the earlier
   * place: it may be back-dated.
   */
  #contest(event: MembershipEvent): void {
    const { draft, source, stamp } = event;
    if (draft.kind !== 'member-removed' && draft.kind !== 'role-granted') return;
    const { member, last } = draft.body;
    if (last === undefined) return;
    const own = this.#members.get(source.member);
    const takenBy = [...(own?.removals ?? []), ...(own?.roles ?? [])].some(({ by }) => by === member);
    if (!takenBy || !isSenior(this.#rankOf(source.member), this.#rankOf(member))) return;
    const by = source.member;
    if (draft.kind === 'member-removed') this.#reachBack(event, member, { stamp, by, last });
    else if (draft.body.role !== 'lead')
      this.#reachBack(event, member, { role: draft.body.role, by, given: stamp, since: stamp, last });
  }

  #reachBack(event: MembershipEvent, member: string, change: RoleSpan | Removal): void {
    if (this.#facts.from.has(event)) return;
    this.#find(event, (known) => {
      const base = noted(known, event);
      if ('role' in change) {
        const givings = new Map(known.givings);
        givings.set(member, [...(givings.get(member) ?? []), change]);
        return { ...base, givings };
      }
      const removals = new Map(known.removals);
      removals.set(member, [...(removals.get(member) ?? []), change]);
      return { ...base, removals };
    });
  }

  #setPolicies(event: MembershipEvent, body: EventBody<'hub-policy-set'>): void {
    const { admission, searchWords, known } = body;
    const policies = this.#policies;
    if (admission !== undefined) policies.admission = later(policies.admission, event.stamp, admission);
    if (searchWords !== undefined)
      policies.searchWords = later(policies.searchWords, event.stamp, searchWords);
    if (admission !== 'ask' || known === undefined || this.#facts.from.has(event)) return;
    const named = new Set(known);
    const unknown = this.#cameIn.filter((device) => !named.has(device));
    if (unknown.length === 0) return;
    this.#find(event, (known) => ({
      ...noted(known, event),
      unknown: new Set([...known.unknown, ...unknown]),
    }));
  }

  /** Notes what an event says about earlier ones, if its author's word weighs more than that of what was noted before. */
  #find(event: MembershipEvent, learn: Finding['learn'], ofCode = false): void {
    const finding = { event, rank: this.#rankOf(event.source.member), learn, ofCode };
    const [best] = this.findings;
    if (best === undefined || isSenior(finding.rank, best.rank)) this.findings = [finding];
    else if (ofCode && best.ofCode && !isSenior(best.rank, finding.rank)) this.findings.push(finding);
  }
}

function isSenior(one: Rank, other: Rank): boolean {
  return one.depth < other.depth || (one.depth === other.depth && one.since < other.since);
}

function placeOf({ source, stamp }: MembershipEvent): EventPlace {
  return { device: source.device, seq: source.seq, stream: 'catalog', stamp };
}
