import { assertNever } from '../shared/assert-never.ts';
import { sameAnchors } from './anchors.ts';
import { type CatalogState, emptyCatalog } from './catalog-state.ts';
import { type ClaimedId, Contest, contestedIds, type Weight, weightOf } from './claims.ts';
import type { EventDraft, Role } from './events.ts';
import {
  type Author,
  foldAssetAdded,
  foldAssetEdited,
  foldAssetVerified,
  foldVersionAdded,
  foldVersionMoved,
  foldVersionRead,
} from './fold-assets.ts';
import {
  deferral,
  type FoldEvent,
  type RefusalCode,
  type RefusedEvent,
  readEvent,
  refusal,
} from './fold-event.ts';
import { foldMembership, type MembershipContext, membershipEvent } from './fold-membership.ts';
import {
  foldAnswer,
  foldComment,
  foldRatingGiven,
  foldRatingWithdrawn,
  foldRequestMade,
  foldVote,
} from './fold-requests.ts';
import type { EventPlace, MembershipEvent } from './membership.ts';
import { addToOrder, isImpossibleTime, keyOf, namedBy, type OrderKey } from './order.ts';
import { isMembershipKind, type MembershipKind } from './permissions.ts';
import { later, type Register, type Stamp, stampOf } from './register.ts';
import { see, standingOf, worthChanged } from './standing.ts';

/** Raised when the way events are folded changes, so that a snapshot of an older fold is not used. */
export const FOLD_FORMAT = 22;

/** What a batch of events changed, so that only that is worked out again. */
export type Touched = {
  readonly assets: Set<string>;
  readonly requests: Set<string>;
  ratings: boolean;
  taxonomy: boolean;
  golden: boolean;
  members: boolean;
  /** Something was refused or deferred. */
  refused: boolean;
};

/** What of the outside the fold needs. */
export type FoldContext = MembershipContext & {
  /** Lower-case hexadecimal SHA-256 of a text's UTF-8 bytes. */
  readonly sha256: (text: string) => string;
};

/** How folding a batch ended. On `refold` nothing but the list of membership events changed: fold everything again. */
export type FoldOutcome = { readonly fold: 'done'; readonly touched: Touched } | { readonly fold: 'refold' };

/** Nothing touched yet. */
export function nothingTouched(): Touched {
  return {
    assets: new Set(),
    requests: new Set(),
    ratings: false,
    taxonomy: false,
    golden: false,
    members: false,
    refused: false,
  };
}

/** Folds all events of the `catalog` stream, in any order, into a new catalog. */
export function foldCatalog(events: Iterable<FoldEvent>, context: FoldContext): CatalogState {
  const state = emptyCatalog();
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
  const touched = nothingTouched();
  const ordinary: OrdinaryEvent[] = [];
  const membership: MembershipEvent[] = [];
  const refusedBefore = state.refused.size + state.deferred.size;
  for (const event of events) {
    const result = readEvent(event);
    const named = namedBy(event);
    if (isImpossibleTime(context.timeOf(event.hlc))) refuse(state, event, 'impossible-time');
    else if (result.read === 'unknown-kind') defer(state, event);
    else if (result.read === 'invalid-body' || named === undefined) refuse(state, event, 'invalid-body');
    else if (isMembershipDraft(result.draft))
      membership.push(membershipEvent(event, result.draft, named, context));
    else ordinary.push({ event, draft: result.draft as OrdinaryDraft, named });
  }
  if (membership.length > 0) {
    touched.members = true;
    if (!foldMembers(state, membership, context)) return { fold: 'refold' };
  }
  const judged = ordinary.map((one) => ({ ...one, ...judge(state, one, context) }));
  const naming = judged.filter(({ named, standing }) => standing.counts && named.length > 0);
  if (naming.length > 0) {
    if (!addToOrder(state.order, naming)) return { fold: 'refold' };
    touched.members = true; // the order is kept with them
  }
  const counting = judged.flatMap((one) => counted(state, one, context) ?? []);
  const contest = new Contest(state, counting);
  if (contest.displaces) return { fold: 'refold' };
  for (const one of counting) foldCounting(state, one, contest, touched);
  touched.refused = state.refused.size + state.deferred.size > refusedBefore;
  return { fold: 'done', touched };
}

type OrdinaryDraft = Exclude<EventDraft, { readonly kind: MembershipKind }>;
type OrdinaryEvent = {
  readonly event: FoldEvent;
  readonly draft: OrdinaryDraft;
  readonly named: readonly Stamp[];
};
/** An event that counts by the standing of its author. */
type CountingEvent = Pick<OrdinaryEvent, 'event' | 'draft'> & {
  readonly contested: readonly ClaimedId[];
  readonly author: Author;
  readonly role: Role;
};
type Judged = OrdinaryEvent & ReturnType<typeof judge>;

function isMembershipDraft(
  draft: EventDraft,
): draft is Extract<EventDraft, { readonly kind: MembershipKind }> {
  return isMembershipKind(draft.kind);
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
function judge(state: CatalogState, { event, draft }: OrdinaryEvent, context: FoldContext) {
  const stamp = stampOf(event);
  const place: EventPlace = { device: event.device, seq: event.seq, stream: 'catalog', stamp };
  return { stamp, place, standing: judgement(state, { event, draft }, place, context) };
}

function judgement(
  state: CatalogState,
  { event, draft }: Pick<OrdinaryEvent, 'event' | 'draft'>,
  place: EventPlace,
  context: FoldContext,
): Judgement {
  const { timeline } = state.membership;
  const standing = standingOf(timeline, event, draft.kind, place);
  if (!standing.counts) return standing;
  const weight = weightOf(draft, event, timeline, context.sha256);
  return weight === undefined ? { counts: false, why: 'wrong-id' } : { ...standing, weight };
}

/** An event with its author, where it counts; otherwise it is refused. */
function counted(
  state: CatalogState,
  { event, draft, named, stamp, place, standing }: Judged,
  context: FoldContext,
): CountingEvent | undefined {
  see(state.seen, place);
  if (!standing.counts) return refuse(state, event, standing.why);
  const { member, seq, hlc } = event;
  const { role, weight } = standing;
  const key = keyOf(state.order, stamp, named);
  const author = { stamp: key, seq, weight, member, time: context.timeOf(hlc) };
  return { event, draft, contested: contestedIds(draft), role, author };
}

function foldCounting(state: CatalogState, one: CountingEvent, contest: Contest, touched: Touched): void {
  const { event, draft, author, role } = one;
  const lost = contest.lost(one);
  // Who wrote the same again (a device with a new identity) has not taken anything from anybody.
  if (lost.size > 0 && !contest.isOwn(one)) refuse(state, event, 'id-taken');
  if (draft.kind === 'asset-added' ? lost.has('asset') : lost.size > 0) return;
  if (isTermDraft(draft)) foldTerm(state, draft, author.stamp, touched);
  else if (isAssetDraft(draft)) foldAssetDraft(state, draft, author, !lost.has('version'), touched);
  else if (isRequestDraft(draft)) foldRequestDraft(state, draft, author, role, touched);
  else refuse(state, event, 'invalid-body'); // activity belongs to the other stream and changes nothing here
}

type TermDraft = Extract<OrdinaryDraft, { readonly kind: `${string}-defined` | 'hub-renamed' }>;
type AssetDraft = Extract<OrdinaryDraft, { readonly body: { readonly asset: string } }> & {
  readonly kind:
    | `asset-added`
    | `asset-version-${string}`
    | `asset-edited`
    | `asset-verified`
    | `rating-${string}`;
};
type RequestDraft = Extract<OrdinaryDraft, { readonly kind: `request-${string}` }>;

function isTermDraft(draft: OrdinaryDraft): draft is TermDraft {
  return draft.kind === 'hub-renamed' || draft.kind.endsWith('-defined');
}

function isAssetDraft(draft: OrdinaryDraft): draft is AssetDraft {
  const { kind } = draft;
  if (kind === 'asset-viewed' || kind === 'asset-shared') return false;
  return kind.startsWith('asset-') || kind.startsWith('rating-');
}

function isRequestDraft(draft: OrdinaryDraft): draft is RequestDraft {
  return draft.kind.startsWith('request-');
}

function foldTerm(state: CatalogState, draft: TermDraft, stamp: OrderKey, touched: Touched): void {
  switch (draft.kind) {
    case 'hub-renamed':
      state.hubName.renamed = later(state.hubName.renamed, stamp, draft.body.name);
      touched.members = true;
      return;
    case 'stage-defined':
      define(state.taxonomy.stages, draft.body, stamp);
      break;
    case 'persona-defined':
      define(state.taxonomy.personas, draft.body, stamp);
      break;
    case 'type-defined':
      define(state.taxonomy.types, draft.body, stamp);
      break;
    case 'product-defined':
      define(state.taxonomy.products, draft.body, stamp);
      break;
    case 'synonyms-defined':
      define(state.taxonomy.synonyms, draft.body, stamp);
      break;
    case 'golden-query-defined':
      define(state.golden, draft.body, stamp);
      touched.golden = true;
      return;
    default:
      assertNever(draft);
  }
  touched.taxonomy = true;
}

function foldAssetDraft(
  state: CatalogState,
  draft: AssetDraft,
  author: Author,
  ownsVersion: boolean,
  touched: Touched,
): void {
  touched.assets.add(draft.body.asset);
  switch (draft.kind) {
    case 'asset-added':
      foldAssetAdded(state, draft.body, author, ownsVersion);
      return;
    case 'asset-version-added':
      foldVersionAdded(state, draft.body, author);
      return;
    case 'asset-version-drafted':
      foldVersionAdded(state, draft.body, author, true);
      return;
    case 'asset-version-moved':
      foldVersionMoved(state, draft.body, author);
      return;
    case 'asset-version-read':
      foldVersionRead(state, draft.body, author);
      return;
    case 'asset-edited':
      foldAssetEdited(state, draft.body, author);
      return;
    case 'asset-verified':
      foldAssetVerified(state, draft.body, author);
      return;
    case 'rating-given':
      foldRatingGiven(state, draft.body, author);
      touched.ratings = true;
      return;
    case 'rating-withdrawn':
      foldRatingWithdrawn(state, draft.body, author);
      touched.ratings = true;
      return;
    default:
      assertNever(draft);
  }
}

function foldRequestDraft(
  state: CatalogState,
  draft: RequestDraft,
  author: Author,
  role: Role,
  touched: Touched,
): void {
  touched.requests.add(draft.body.request);
  switch (draft.kind) {
    case 'request-made':
      foldRequestMade(state, draft.body, author);
      return;
    case 'request-voted': {
      const { request, at, dealValue } = draft.body;
      foldVote(state, request, { at, ...(dealValue !== undefined && { dealValue }) }, author);
      return;
    }
    case 'request-vote-withdrawn':
      foldVote(state, draft.body.request, null, author);
      return;
    case 'request-commented':
      foldComment(state, draft.body, author);
      return;
    case 'request-answered':
      foldAnswer(state, draft.body, author, role);
      return;
    default:
      assertNever(draft);
  }
}

function define<Body extends { readonly id: string }>(
  terms: Map<string, Register<Body>>,
  body: Body,
  stamp: OrderKey,
): void {
  terms.set(body.id, later(terms.get(body.id), stamp, body));
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
