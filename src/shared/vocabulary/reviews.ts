/** What tells reviews of assets apart. */

/** Who of the named reviewers must approve: any one, all, or all in the order in which they are named. */
export const REVIEW_WAYS = ['any', 'all', 'order'] as const;
export type ReviewWay = (typeof REVIEW_WAYS)[number];

/** What a reviewer says: it may come out, it goes back to whoever submitted it, or they take back what they said. */
export const REVIEW_ANSWERS = ['approved', 'returned', 'withdrawn'] as const;
export type ReviewAnswerName = (typeof REVIEW_ANSWERS)[number];

/** Why an asset is on the list of reviews, what matters most first. Other programs read these codes. */
export const REVIEW_REASONS = [
  'review-asked',
  'in-review',
  'due',
  'variant-behind',
  'owner-left',
  'verifier-left',
  'no-owner',
  'due-soon',
  'new-version',
  'unverified',
] as const;
export type ReviewReason = (typeof REVIEW_REASONS)[number];

/** Which of them say that somebody who should answer for an asset or a kit does not: their owner or verifier has left, or nobody owns it. */
export const MISSING_PEOPLE = [
  'owner-left',
  'verifier-left',
  'no-owner',
] as const satisfies readonly ReviewReason[];
export type MissingPerson = (typeof MISSING_PEOPLE)[number];

/** Why a kit is on it, what matters most first. */
export const KIT_REVIEW_REASONS = [
  'review-asked',
  'in-review',
  'due',
  ...MISSING_PEOPLE,
] as const satisfies readonly ReviewReason[];
export type KitReviewReason = (typeof KIT_REVIEW_REASONS)[number];

/** What comes due of an asset: that somebody verifies it again, its last day of use. */
export const DUE_KINDS = ['review', 'expiry'] as const;
export type DueKind = (typeof DUE_KINDS)[number];
