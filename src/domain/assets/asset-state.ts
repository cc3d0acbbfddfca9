import { ASSET_STATES, type AssetStateName, type AssetStatus } from '../../shared/vocabulary/assets.ts';
import { DAY_MS } from '../kernel/calendar.ts';

/** The one state that an asset is in, worked out here alone: lists, cards, reader, filters, CSV and command line ask for it. */

/** After how many days without a verification a version is due for review, counted from its document's own date where its type says no other. */
export const REVIEW_INTERVAL_DAYS = 90;

/** What the state follows from. Days are `2026-11-21`, times milliseconds since 1970. */
type StateFacts = {
  /** As it was set. */
  readonly status: AssetStatus;
  readonly releaseOn: string | null;
  readonly expiresOn: string | null;
  /** Whether the current version was looked at within the review interval. */
  readonly fresh: boolean;
  /** Whether somebody has verified the current version. */
  readonly verified: boolean;
  /** Whether nobody is to use it from now on. */
  readonly recalled: boolean;
  readonly today: string;
};

const HOLDS: Readonly<Record<AssetStateName, (facts: StateFacts) => boolean>> = {
  recalled: ({ recalled }) => recalled,
  expired: ({ expiresOn, today }) => expiresOn !== null && expiresOn < today,
  draft: ({ status }) => status === 'draft',
  'in-review': ({ status }) => status === 'in-review',
  scheduled: (facts) => isOut(facts.status) && isAhead(facts),
  archived: ({ status }) => status === 'archived',
  'due-for-review': ({ fresh }) => !fresh,
  verified: ({ verified }) => verified,
  published: () => true,
};

/** The state that an asset is in. */
export function assetState(facts: StateFacts): AssetStateName {
  return ASSET_STATES.find((state) => HOLDS[state](facts)) ?? 'published';
}

/**
 * Says whether an asset has come out: reps may know of it, even where it has expired since. Of what was put away and then recalled they know too:
 * they may have it still.
 */
export function isReleased(
  facts: Pick<StateFacts, 'status' | 'releaseOn' | 'today' | 'recalled'> & { readonly cameOut: boolean },
): boolean {
  const { status, recalled, cameOut } = facts;
  return (isOut(status) || (status === 'archived' && recalled && cameOut)) && !isAhead(facts);
}

/**
 * The status to set with a release day: a day ahead makes a draft scheduled (what is in review is, once it is approved), and what was scheduled and loses its day is a draft again,
 * or taking the day away would publish it.
 */
export function statusForRelease(
  facts: Pick<StateFacts, 'status' | 'releaseOn' | 'today'>,
  releaseOn: string | null,
): AssetStatus {
  const { status, today } = facts;
  if (releaseOn === null) return isOut(status) && isAhead(facts) ? 'draft' : status;
  return status === 'draft' && releaseOn > today ? 'scheduled' : status;
}

/** Set to come out, now or on its release day. */
function isOut(status: AssetStatus): boolean {
  return status === 'published' || status === 'scheduled';
}

function isAhead({ status, releaseOn, today }: Pick<StateFacts, 'status' | 'releaseOn' | 'today'>): boolean {
  return releaseOn === null ? status === 'scheduled' : releaseOn > today;
}

/** Fresh until the review interval, in days, has passed. */
export function isFresh(renewedAt: number, now: number, days = REVIEW_INTERVAL_DAYS): boolean {
  return now - renewedAt <= days * DAY_MS;
}

/** Says whether reps may use an asset of this state. */
export function isUsable(state: AssetStateName): state is 'published' | 'verified' | 'due-for-review' {
  return state === 'published' || state === 'verified' || state === 'due-for-review';
}

/** Says whether an asset was put away: archived, or expired without being out any more. */
export function isPutAway(asset: { readonly state: AssetStateName; readonly released: boolean }): boolean {
  return asset.state === 'archived' || (asset.state === 'expired' && !asset.released);
}
