import type { NoValues } from './says.ts';

/** What is told of events by their kind, for whoever never wrote one. */

type Plain<Code extends string> = { readonly [One in Code]: NoValues };

/** Every kind of event that there is: one that is missing here does not compile where a refused one is told. */
type Kind =
  | 'asset-added'
  | 'asset-edited'
  | 'asset-recall-lifted'
  | 'asset-recalled'
  | 'asset-review-answered'
  | 'asset-merged'
  | 'asset-shared'
  | 'asset-submitted'
  | 'asset-variant-followed'
  | 'asset-variant-linked'
  | 'asset-verified'
  | 'asset-version-added'
  | 'asset-version-drafted'
  | 'asset-version-moved'
  | 'asset-version-read'
  | 'asset-version-withdrawn'
  | 'asset-viewed'
  | 'assets-told-apart'
  | 'device-accepted'
  | 'device-added'
  | 'device-invited'
  | 'device-vouched'
  | 'dimension-defined'
  | 'dimension-term-defined'
  | 'golden-query-defined'
  | 'history-anchored'
  | 'hub-created'
  | 'hub-policy-set'
  | 'hub-renamed'
  | 'kit-edited'
  | 'kit-items-set'
  | 'kit-created'
  | 'kit-proposal-answered'
  | 'kit-proposal-withdrawn'
  | 'kit-proposed'
  | 'kit-rated'
  | 'kit-recall-lifted'
  | 'kit-recalled'
  | 'kit-review-answered'
  | 'kit-submitted'
  | 'kit-verified'
  | 'member-added'
  | 'member-admitted'
  | 'member-joined'
  | 'member-removed'
  | 'member-renamed'
  | 'persona-defined'
  | 'product-defined'
  | 'proposal-answered'
  | 'proposal-made'
  | 'rating-given'
  | 'rating-withdrawn'
  | 'request-answered'
  | 'request-commented'
  | 'request-made'
  | 'request-vote-withdrawn'
  | 'request-voted'
  | 'role-granted'
  | 'rule-defined'
  | 'sample-ended'
  | 'searched'
  | 'stage-defined'
  | 'synonyms-defined'
  | 'type-defined'
  | 'view-defined';

/** What an event wanted, for whoever reads why it was refused. */
type WantedSays = Plain<`wanted.${Kind}`> & {
  /** Of a kind that this version does not know. */
  readonly 'wanted.something-new': { readonly kind: string };
  /** Of entries that can't be read. */
  readonly 'wanted.entries': NoValues;
};

/** What events take out of their author's device. */
type LeavesSays = Plain<
  | 'leaves.reading'
  | 'leaves.taking-out'
  | 'leaves.searches'
  | 'leaves.searches-with-words'
  | 'leaves.published'
  | 'leaves.changed'
  | 'leaves.ratings'
  | 'leaves.requested'
  | 'leaves.proposed'
  | 'leaves.backed'
  | 'leaves.terms'
  | 'leaves.golden-queries'
  | 'leaves.views'
  | 'leaves.rules'
  | 'leaves.kits'
  | 'leaves.kit-proposals'
  | 'leaves.oneself'
  | 'leaves.standing'
  | 'leaves.hub-decided'
>;
export type LeavesCode = keyof LeavesSays;

export type EventsSays = WantedSays & LeavesSays;
