import type { z } from 'zod';
import type { MemberId } from '../../shared/vocabulary/ids.ts';
import { type EventPlace, type RefusalCode, type RefusedEvent, refusal } from '../kernel/fold-event.ts';
import type { OrderKey } from '../kernel/order.ts';
import type { Outside } from '../kernel/outside.ts';
import { earlier, entryOf } from '../kernel/register.ts';
import { anchorsOf } from './anchors.ts';
import {
  type Facts,
  type Finding,
  FOUNDER_RANK,
  type GivenRole,
  isSenior,
  NO_RANK,
  noted,
  type Rank,
} from './facts.ts';
import { FurtherDevices } from './further-devices.ts';
import type {
  Anchoring,
  DeviceState,
  MemberState,
  MembershipBodies,
  MembershipEvent,
  PolicyRegisters,
  Timeline,
} from './membership.ts';
import { rulesOf } from './membership-events.ts';
import { absenceAt, isOvertaken, spanAt } from './role-changes.ts';
import type { SampleHeir } from './sample-heir.ts';

type Founding = { readonly event: MembershipEvent; readonly hub: z.infer<MembershipBodies['hub-created']> };

/** What is known before the first event of a pass. */
type PassStart = {
  readonly founding: Founding;
  readonly facts: Facts;
  readonly heir: SampleHeir | undefined;
  /** Whose they are, of devices that came in by themselves: nobody says it in their place, however early. */
  readonly ownWords: ReadonlyMap<string, string>;
};

/** One pass over the membership events in the order of all writes: who is who so far. What each kind does to it says its definition. */
export class MembershipPass {
  /** What of the pass is to be known from the start of the next one: of the most senior author's. */
  findings: Finding[] = [];
  readonly outside: Outside;
  readonly facts: Facts;
  readonly ownWords: ReadonlyMap<string, string>;
  readonly members = new Map<string, MemberState>();
  readonly devices: Map<string, DeviceState>;
  readonly further: FurtherDevices;
  readonly policies: PolicyRegisters = {};
  /** What leads' devices said of the history that they had seen, in the order of all writes. */
  readonly anchorings: Anchoring[] = [];
  /** Devices that came in by themselves. */
  readonly cameIn: string[] = [];
  /** Admissions whose joining has not come yet. */
  readonly admitted = new Map<string, { readonly given: GivenRole; readonly event: MembershipEvent }>();
  readonly #founding: Founding;
  readonly #heir: SampleHeir | undefined;
  /** Devices that nobody had let in when what they wrote was folded. */
  readonly #strangers = new Set<string>();
  readonly #refused: RefusedEvent[] = [];
  readonly #ranks = new Map<string, Rank>();
  /** Events that counted, by author. */
  readonly #counted = new Map<string, MembershipEvent[]>();

  constructor({ founding, facts, heir, ownWords }: PassStart, outside: Outside) {
    this.ownWords = ownWords;
    this.#founding = founding;
    this.facts = facts;
    this.outside = outside;
    this.#heir = heir;
    this.devices = new Map(
      heir?.member === undefined ? facts.accepted : [...heir.devices, ...facts.accepted],
    );
    this.further = new FurtherDevices(facts.settled);
    this.#ranks.set(founding.event.source.member, FOUNDER_RANK);
    if (heir?.member !== undefined) this.#ranks.set(heir.member, FOUNDER_RANK);
  }

  /** Who is who after the pass. */
  timeline(): Timeline {
    const isBound = (device: string): boolean => this.devices.has(device);
    const { event, hub } = this.#founding;
    return {
      hub: {
        id: hub.hub,
        name: { stamp: event.stamp, value: hub.name },
        sample: this.isSample(),
        ...(hub.timeZone !== undefined && { timeZone: hub.timeZone }),
        founder: event.source.device,
        founderMember: event.source.member,
        ...(this.#heir !== undefined && { endedBy: new Set(this.#heir.devices.keys()) }),
        ...(this.#heir?.member !== undefined && { heir: this.#heir.member }),
      },
      members: this.members,
      devices: this.devices,
      invites: this.further.invites,
      pending: this.further.pending(isBound),
      policies: this.policies,
      ...anchorsOf(this.anchorings),
      refused: [...this.#refused, ...this.further.refused(isBound)],
    };
  }

  /** Whether everybody may look at Kitbag through every role. */
  isSample(): boolean {
    return this.#founding.hub.sample === true && this.#heir?.member === undefined;
  }

  /** The member who takes the founder's place, once a sample has ended. */
  get heir(): MemberId | undefined {
    return this.#heir?.member;
  }

  /** Says whether a member's event counted. */
  counts(event: MembershipEvent): boolean {
    return this.#counted.get(event.source.member)?.includes(event) ?? false;
  }

  /** The events of a member that counted. */
  countedOf(member: string): readonly MembershipEvent[] {
    return this.#counted.get(member) ?? [];
  }

  /** Folds one event. */
  fold(event: MembershipEvent): void {
    const { comesIn } = rulesOf(event.draft);
    const why = comesIn === undefined ? this.#byMember(event) : comesIn(this, event, event.draft.body);
    if (why !== undefined) this.#refused.push(refusal(event.source, why));
  }

  /** An event by somebody whose device is known. */
  #byMember(event: MembershipEvent): RefusalCode | undefined {
    const { source } = event;
    const founder = this.#founding.event.source;
    const bound = source.device === founder.device ? founder.member : this.devices.get(source.device)?.member;
    if (bound === undefined) {
      this.#strangers.add(source.device);
      return 'unknown-device';
    }
    if (bound !== source.member) return 'wrong-member';
    const member = this.members.get(source.member);
    const place = placeOf(event);
    const span = spanAt(member, place);
    const isFounder = source.member === founder.member || source.member === this.heir;
    const { contest, apply } = rulesOf(event.draft);
    if (span === undefined && (!isFounder || (member?.roles.length ?? 0) > 0)) {
      contest?.(this, event, event.draft.body);
      return absenceAt(member, place);
    }
    // Who founds a hub may be a rep in it and take the lead again; not so after another lead took it away.
    const chose = span !== undefined && (span.by === source.member || span.by === founder.member);
    const leads = span === undefined || span.role === 'lead' || (isFounder && chose);
    if (!this.allowed(event, leads)) {
      contest?.(this, event, event.draft.body);
      return 'not-allowed';
    }
    if (event.proven === false) return 'bad-proof';
    entryOf(this.#counted, source.member, () => []).push(event);
    apply?.(this, event, event.draft.body);
    return undefined;
  }

  /** Says whether the author, who is a member, may do this. A hub is created once; joining and vouching are no member's events. */
  allowed(event: MembershipEvent, leads: boolean): boolean {
    const { draft, source } = event;
    const { allowed, changesStanding } = rulesOf(draft);
    if (changesStanding === true && isOvertaken(event, this.members, this)) return false;
    return allowed?.({ member: source.member, leads, pass: this }, draft.body) ?? false;
  }

  /** Binds a device that a code let in; from the start where something of it was folded before that. */
  bindAccepted(device: DeviceState | undefined): void {
    if (device === undefined) return;
    this.bind(device);
    const event = this.further.acceptanceOf(device.id);
    if (event === undefined || !this.#strangers.has(device.id) || this.facts.from.has(event)) return;
    const learn = (known: Facts): Facts => ({
      ...noted(known, event),
      accepted: new Map([...known.accepted, [device.id, device]]),
    });
    this.find(event, learn, true);
  }

  /** The first binding stays: a device never changes hands. */
  bind(device: DeviceState): void {
    entryOf(this.devices, device.id, () => device);
  }

  /** A member, made known with a name if they were not. */
  memberOf(id: MemberId, name: string, stamp: OrderKey): MemberState {
    return entryOf(this.members, id, () => ({
      id,
      known: stamp,
      name: earlier(undefined, stamp, name),
      roles: [],
      removals: [...(this.facts.removals.get(id) ?? [])],
      ahead: this.facts.givings.get(id) ?? [],
    }));
  }

  /** How much a member's word weighs. */
  rankOf(member: string): Rank {
    return this.#ranks.get(member) ?? NO_RANK;
  }

  /** Notes how much the word of somebody weighs whom a member made a lead, if it is not known. */
  rankBelow(by: string, member: string, since: OrderKey): void {
    if (!this.#ranks.has(member)) this.#ranks.set(member, { depth: this.rankOf(by).depth + 1, since });
  }

  /** Notes what an event says about earlier ones, if its author's word weighs more than that of what was noted before. */
  find(event: MembershipEvent, learn: Finding['learn'], ofCode = false): void {
    const finding = { event, rank: this.rankOf(event.source.member), learn, ofCode };
    const [best] = this.findings;
    if (best === undefined || isSenior(finding.rank, best.rank)) this.findings = [finding];
    else if (ofCode && best.ofCode && !isSenior(best.rank, finding.rank)) this.findings.push(finding);
  }
}

function placeOf({ source, stamp }: MembershipEvent): EventPlace {
  return { device: source.device, seq: source.seq, stream: 'catalog', stamp };
}
