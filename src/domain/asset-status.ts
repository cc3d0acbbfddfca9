import { DAY_MS } from './calendar.ts';
import type { AssetStatus } from './events.ts';

/** After how many days without a new version or verification an asset is due for review (see vocabulary: 90 by default). */
export const REVIEW_INTERVAL_DAYS = 90;

/** What is shown: the status that was set, and what follows from dates. */
export type ShownStatus = AssetStatus | 'due-for-review' | 'expired';

/** What the status follows from. Days are `2026-11-21`, times milliseconds since 1970. */
export type StatusFacts = {
  readonly status: AssetStatus;
  readonly releaseOn: string | null;
  readonly expiresOn: string | null;
  /** The later of the last version and the last verification. */
  readonly renewedAt: number;
  readonly today: string;
  readonly now: number;
};

/**
 * The status that is shown: scheduled until its release day and published from then on; expired after its last day; due for review
 * when it was not renewed for the review interval. Drafts, reviews and archived assets stay what they are.
 */
export function shownStatus(facts: StatusFacts): ShownStatus {
  const { status, releaseOn, expiresOn, today } = facts;
  if (status !== 'scheduled' && status !== 'published') return status;
  if (releaseOn !== null && releaseOn > today) return 'scheduled';
  if (expiresOn !== null && expiresOn < today) return 'expired';
  return isFresh(facts.renewedAt, facts.now) ? 'published' : 'due-for-review';
}

/** Fresh until the review interval has passed since the last version or verification. */
export function isFresh(renewedAt: number, now: number): boolean {
  return now - renewedAt <= REVIEW_INTERVAL_DAYS * DAY_MS;
}

/** Says whether reps may use an asset of this status. */
export function isUsable(status: ShownStatus): status is 'published' | 'due-for-review' {
  return status === 'published' || status === 'due-for-review';
}
