import type { Role } from '../../shared/vocabulary/roles.ts';
import type { ClaimedId, Weight } from '../kernel/claims.ts';
import { Contest, NOTHING_LOST, weightOf } from '../kernel/claims.ts';
import type { Author } from '../kernel/define-event.ts';
import {
  deferral,
  type EventPlace,
  type FoldEvent,
  type RefusalCode,
  type RefusedEvent,
  refusal,
} from '../kernel/fold-event.ts';
import type { Foldable } from '../kernel/foldable.ts';
import { addToOrder, isImpossibleTime, keyOf, namedBy } from '../kernel/order.ts';
import { type Stamp, stampOf } from '../kernel/register.ts';
import type { Touching } from '../kernel/touched.ts';
import { sameAnchors } from '../people/anchors.ts';
import { foldMembership, membershipEvent } from '../people/fold-membership.ts';
import { members } from '../people/members.ts';
import type { MembershipDraft, MembershipEvent } from '../people/membership.ts';
import { see, worthChanged, worthOf } from '../people/standing.ts';
import {
  type CatalogCollection,
  type CatalogState,
  type FoldContext,
  MODEL,
  type Touched,
} from '../registry.ts';

/** How folding a batch ended. On `refold` nothing but the list of membership events changed: fold everything again. */
type FoldOutcome = { readonly fold: 'done'; readonly touched: Touched } | { readonly fold: 'refold' };

/** Folds all events of the `catalog` stream, in any order, into a new catalog. */
export function foldCatalog(events: Iterable<FoldEvent>, context: FoldContext): CatalogState {
  const state = (context.model ?? MODEL).emptyCatalog();
  const outcome = foldInto(state, events, context);
  if (outcome.fold === 'refold') throw new Error('An empty catalog can be folded into at once.');
  return state;
}

/**
 * Folds further events into a catalog. Membership is folded first; where it changes what earlier events were worth, the caller has to
 * fold everything again, because the catalog keeps no events.
 */
export function foldInto(
  state: CatalogState,
  events: Iterable<FoldEvent>,
  context: FoldContext,
): FoldOutcome {
  const model = context.model ?? MODEL;
  const touching = model.nothingTouched();
  const refusedBefore = state.refused.size + state.deferred.size;
  const { ordinary, membership } = read(state, events, context);
  if (membership.length > 0) {
    touching.written.add(members.name);
    if (!foldMembers(state, membership, context)) return { fold: 'refold' };
  }
  const judged = ordinary.map((one) => judge(state, one, context));
  const naming = judged.filter(({ named, standing }) => standing.counts && named.length > 0);
  if (naming.length > 0) {
    if (!addToOrder(state.order, naming)) return { fold: 'refold' };
    touching.written.add(model.keepingFold);
  }
  const counting = judged.flatMap((one) => counted(state, one, context) ?? []);
  const contest = new Contest(model.holdersIn(state), counting);
  if (contest.displaces) return { fold: 'refold' };
  for (const one of counting) foldCounting(state, one, contest, touching);
  touching.refused = state.refused.size + state.deferred.size > refusedBefore;
  return { fold: 'done', touched: touching };
}

type OrdinaryEvent = {
  readonly event: FoldEvent;
  readonly roles: readonly Role[];
  /** Absent for an event of the activity, which belongs to the other stream and changes nothing here. */
  readonly definition: Foldable | undefined;
  readonly body: object;
  readonly named: readonly Stamp[];
};
/** An event that counts by the standing of its author. */
type CountingEvent = Pick<OrdinaryEvent, 'event' | 'definition' | 'body'> & {
  readonly contested: readonly ClaimedId[];
  /** By whom, as long as none of its ids is somebody else's. */
  readonly author: Author;
};
type Judged = ReturnType<typeof judge>;

const NO_IDS: readonly ClaimedId[] = [];

/** Tells membership from the rest; what can't be read is refused or deferred. */
function read(state: CatalogState, events: Iterable<FoldEvent>, context: FoldContext) {
  const model = context.model ?? MODEL;
  const ordinary: OrdinaryEvent[] = [];
  const membership: MembershipEvent[] = [];
  for (const event of events) {
    const result = model.read(event);
    const named = namedBy(event);
    if (isImpossibleTime(context.timeOf(event.hlc))) refuse(state, event, 'impossible-time');
    else if (result.read === 'unknown-kind') defer(state, event);
    else if (result.read === 'invalid-body' || named === undefined) refuse(state, event, 'invalid-body');
    else {
      const { kind, body } = result.draft;
      const definition = model.foldableOf(kind);
      if (definition !== undefined)
        ordinary.push({ event, roles: definition.roles, definition, body, named });
      else if (model.saysWhoIsWho(kind))
        membership.push(membershipEvent(event, result.draft as MembershipDraft, named, context));
      else ordinary.push({ event, roles: model.rolesOf(kind) ?? [], definition, body, named });
    }
  }
  return { ordinary, membership };
}

/** Adds membership events; says whether all that was folded before is still worth the same. */
function foldMembers(state: CatalogState, added: readonly MembershipEvent[], context: FoldContext): boolean {
  const { membership } = state;
  const before = membership.timeline;
  for (const event of added) membership.events.set(eventKey(event.source), event);
  membership.timeline = foldMembership(membership.events.values(), context);
  // Which claims hold follows from the anchors: what was folded by others is worth something else.
  const isFolded = state.seen.size > 0;
  if (isFolded && !sameAnchors(before.anchored, membership.timeline.anchored)) return false;
  return !worthChanged(before, membership.timeline, state.seen, 'catalog');
}

type Judgement =
  | { readonly counts: true; readonly role: Role; readonly weight: Weight }
  | { readonly counts: false; readonly why: RefusalCode };

/** Whether an event counts. Asked before anything is folded, because what counts decides where events stand that name it. */
function judge(state: CatalogState, one: OrdinaryEvent, { sha256 }: FoldContext) {
  const { event, definition, body } = one;
  const stamp = stampOf(event);
  const place: EventPlace = { device: event.device, seq: event.seq, stream: 'catalog', stamp };
  const ids = definition?.claims?.(body) ?? NO_IDS;
  const standing = judgement(state, one, place, ids, sha256);
  return { event, definition, body, named: one.named, stamp, place, ids, standing };
}

function judgement(
  state: CatalogState,
  { event, roles, body }: OrdinaryEvent,
  place: EventPlace,
  ids: readonly ClaimedId[],
  sha256: FoldContext['sha256'],
): Judgement {
  const { timeline } = state.membership;
  const standing = worthOf(timeline, event, roles, place);
  if (!standing.counts) return standing;
  const nonce = 'nonce' in body && typeof body.nonce === 'string' ? body.nonce : undefined;
  const weight = weightOf(ids, nonce, event, timeline.anchored, sha256);
  return weight === undefined ? { counts: false, why: 'wrong-id' } : { ...standing, weight };
}

/** An event with its author, where it counts; otherwise it is refused. */
function counted(
  state: CatalogState,
  { event, definition, body, named, stamp, place, ids, standing }: Judged,
  context: FoldContext,
): CountingEvent | undefined {
  see(state.seen, place);
  if (!standing.counts) return refuse(state, event, standing.why);
  const { member, seq, hlc } = event;
  const { role, weight } = standing;
  const key = keyOf(state.order, stamp, named);
  const author = { stamp: key, seq, weight, member, role, time: context.timeOf(hlc), lost: NOTHING_LOST };
  return { event, definition, body, contested: definition?.uncontested === true ? NO_IDS : ids, author };
}

function foldCounting(
  state: CatalogState,
  one: CountingEvent,
  contest: Contest,
  touching: Touching<CatalogCollection>,
): void {
  const { event, definition, body, author, contested } = one;
  const lost = contest.lost(one);
  // Who wrote the same again (a device with a new identity) has not taken anything from anybody.
  if (lost.size > 0 && !contest.isOwn(one)) refuse(state, event, 'id-taken');
  const [first] = contested;
  if (first !== undefined && lost.has(first.kind)) return;
  if (definition === undefined) {
    refuse(state, event, 'invalid-body');
    return;
  }
  definition.fold(state, body, lost.size === 0 ? author : { ...author, lost });
  const { into, entry, shownIn } = definition;
  const name = into.name as CatalogCollection;
  touching.written.add(name);
  touching.entries[name].add(entry(body));
  if (shownIn !== undefined) touching.entries[shownIn.in.name as CatalogCollection].add(shownIn.entry(body));
}

function refuse(state: CatalogState, event: FoldEvent, why: RefusalCode): undefined {
  state.refused.set(eventKey(event), refusal(event, why));
}

function defer(state: CatalogState, event: FoldEvent): void {
  state.deferred.set(eventKey(event), deferral(event));
}

function eventKey(event: FoldEvent): string {
  return `${event.device}/${event.seq}`;
}

/** Everything that was refused, in a fixed order. */
export function refusedEvents(state: CatalogState): readonly RefusedEvent[] {
  const all = [...state.membership.timeline.refused, ...state.refused.values()];
  return all.sort((a, b) => (a.device === b.device ? a.seq - b.seq : a.device < b.device ? -1 : 1));
}
