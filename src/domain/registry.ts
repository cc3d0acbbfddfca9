import { activity } from './activity/activity.ts';
import { assetShared, assetViewed, searched } from './activity/activity-events.ts';
import { assetAdded, assetEdited } from './assets/asset-events.ts';
import { assets } from './assets/assets.ts';
import { assetMerged } from './assets/merge-events.ts';
import { assetRecalled, assetRecallLifted } from './assets/recall-events.ts';
import { assetReviewAnswered, assetSubmitted } from './assets/review-events.ts';
import { assetVariantFollowed, assetVariantLinked } from './assets/variant-events.ts';
import {
  assetVerified,
  versionAdded,
  versionDrafted,
  versionMoved,
  versionRead,
  versionWithdrawn,
} from './assets/version-events.ts';
import type { FoldState, StreamState } from './kernel/define-collection.ts';
import type { DraftOf, Subject } from './kernel/define-event.ts';
import { Model } from './kernel/model.ts';
import type { Outside } from './kernel/outside.ts';
import type { Touched as TouchedOf } from './kernel/touched.ts';
import { kitCreated, kitEdited, kitItemsSet, kitRated } from './kits/kit-events.ts';
import {
  kitRecalled,
  kitRecallLifted,
  kitReviewAnswered,
  kitSubmitted,
  kitVerified,
} from './kits/kit-life-events.ts';
import { kitProposalAnswered, kitProposalWithdrawn, kitProposed } from './kits/kit-proposals.ts';
import { kits } from './kits/kits.ts';
import { apart, assetsToldApart } from './near/apart.ts';
import { hubRenamed, members } from './people/members.ts';
import type { MembershipDraft } from './people/membership.ts';
import { membershipEvents } from './people/membership-events.ts';
import { proposalAnswered, proposalMade } from './proposals/proposal-events.ts';
import { proposals } from './proposals/proposals.ts';
import { ratingGiven, ratings, ratingWithdrawn } from './ratings/ratings.ts';
import {
  requestAnswered,
  requestCommented,
  requestMade,
  requestVoted,
  requestVoteWithdrawn,
} from './requests/request-events.ts';
import { requests } from './requests/requests.ts';
import { ruleDefined, rules } from './rules/rules.ts';
import { golden, goldenQueryDefined } from './search-quality/golden.ts';
import {
  dimensionDefined,
  dimensionTermDefined,
  personaDefined,
  productDefined,
  stageDefined,
  synonymsDefined,
  taxonomy,
  typeDefined,
} from './taxonomy/terms.ts';
import { viewDefined, views } from './views/views.ts';

/** Where every kind of event and every collection is registered: the one line that one costs besides its definition. */

const COLLECTIONS = [
  members,
  taxonomy,
  golden,
  rules,
  assets,
  ratings,
  requests,
  views,
  apart,
  proposals,
  kits,
] as const;
const ACTIVITY_COLLECTIONS = [activity] as const;

const CATALOG_EVENTS = [
  hubRenamed,
  stageDefined,
  personaDefined,
  typeDefined,
  productDefined,
  dimensionDefined,
  dimensionTermDefined,
  synonymsDefined,
  goldenQueryDefined,
  ruleDefined,
  assetAdded,
  versionAdded,
  versionDrafted,
  versionMoved,
  versionRead,
  versionWithdrawn,
  assetEdited,
  assetVerified,
  assetRecalled,
  assetRecallLifted,
  assetSubmitted,
  assetReviewAnswered,
  assetMerged,
  assetVariantLinked,
  assetVariantFollowed,
  assetsToldApart,
  ratingGiven,
  ratingWithdrawn,
  requestMade,
  requestVoted,
  requestVoteWithdrawn,
  requestCommented,
  requestAnswered,
  viewDefined,
  proposalMade,
  proposalAnswered,
  kitCreated,
  kitEdited,
  kitItemsSet,
  kitRated,
  kitSubmitted,
  kitReviewAnswered,
  kitRecalled,
  kitRecallLifted,
  kitVerified,
  kitProposed,
  kitProposalAnswered,
  kitProposalWithdrawn,
] as const;
const ACTIVITY_EVENTS = [assetViewed, assetShared, searched] as const;

/** Raised by hand when the logic of a fold changes, so that a snapshot of an older one is not used. What a schema shows is seen without it. */
const FOLD_LOGIC = 26;

type Definition = (typeof CATALOG_EVENTS)[number] | (typeof ACTIVITY_EVENTS)[number];

/** What a use case wants to have happened; the replica adds device, sequence, clock and chain. */
export type EventDraft = MembershipDraft | DraftOf<Definition>;
export type EventKind = EventDraft['kind'];
export type EventBody<Kind extends EventKind> = Extract<EventDraft, { readonly kind: Kind }>['body'];
/** Kinds whose history the engine words by what only it knows. */
export type ToldByEngine<Of extends Subject> = KindToldOf<(typeof CATALOG_EVENTS)[number], Of>;
type KindToldOf<Event, Of extends Subject> = Event extends {
  readonly kind: infer Kind extends EventKind;
  readonly toldByEngine?: infer By;
}
  ? [Extract<By, Of>] extends [never]
    ? never
    : Kind
  : never;

type PartsOf<Collections extends readonly { readonly empty: () => object }[]> = UnionToIntersection<
  ReturnType<Collections[number]['empty']>
>;
type UnionToIntersection<Union> = (Union extends unknown ? (one: Union) => void : never) extends (
  all: infer All,
) => void
  ? All
  : never;

/**
 * The catalog: what all events of the `catalog` stream say together. Maps throughout, because ids come from other people's devices.
 * Nothing in it depends on the order in which events arrived.
 */
export type CatalogState = PartsOf<typeof COLLECTIONS> & FoldState;
/** What was done with the catalog, by everybody whose activity is here. */
export type ActivityState = PartsOf<typeof ACTIVITY_COLLECTIONS> & StreamState;

export type CatalogCollection = (typeof COLLECTIONS)[number]['name'];
export type ActivityCollection = (typeof ACTIVITY_COLLECTIONS)[number]['name'];
/** What windows are told of a fold. */
type FoldTopic = ((typeof COLLECTIONS)[number] | (typeof ACTIVITY_COLLECTIONS)[number])['topics'][number];

type DomainTypes = {
  readonly draft: EventDraft;
  readonly catalog: CatalogState;
  readonly activity: ActivityState;
  readonly collection: CatalogCollection;
  readonly activityCollection: ActivityCollection;
  readonly topic: FoldTopic;
};
export type DomainModel = Model<DomainTypes>;

/** What a batch of events changed, so that only that is worked out again. */
export type Touched = TouchedOf<CatalogCollection>;

/** What of the outside the fold needs, and by which definitions it folds: those that are registered, unless others are given. */
export type FoldContext = Outside & { readonly model?: DomainModel };

/** Everything that follows from the definitions. */
export const MODEL: DomainModel = new Model<DomainTypes>({
  events: [...membershipEvents, ...CATALOG_EVENTS, ...ACTIVITY_EVENTS],
  collections: [...COLLECTIONS, ...ACTIVITY_COLLECTIONS],
  logic: FOLD_LOGIC,
});
