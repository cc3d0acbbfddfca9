import type { ReviewAnswerName, ReviewWay } from '../../shared/vocabulary/reviews.ts';
import { ownStamp } from '../kernel/order.ts';
import type { Register, Stamp } from '../kernel/register.ts';
import type { Origin } from '../versions/version-state.ts';

/** A review that somebody asked for, and where it stands. */

/** Who asked whom, and when. */
export type Review = Origin & {
  /** In the order in which they were named. */
  readonly reviewers: readonly string[];
  readonly way: ReviewWay;
  /** The version that waits, where the asset itself is out. */
  readonly version?: string;
  readonly note?: string;
  /** It was asked for by mistake. */
  readonly withdrawn?: true;
};

/** What a reviewer said of a review: of the one that was asked for at `to`, by the write `asked` where they say so. */
export type ReviewAnswer = {
  readonly answer: ReviewAnswerName;
  readonly at: number;
  readonly to: number;
  readonly asked?: Stamp;
  readonly comment?: string;
};

/** The last review of something, and the last word of each reviewer. */
export type Reviewed = {
  review?: Register<Review>;
  answers?: Map<string, Register<ReviewAnswer>>;
};

/** Where a review stands. */
type ReviewStanding = {
  readonly outcome: 'open' | 'approved' | 'returned';
  /** Who may approve next; and who has not approved of those who are asked. */
  readonly next: readonly string[];
  readonly missing: readonly string[];
  readonly answers: readonly (ReviewAnswer & { readonly member: string })[];
};

/** Where the last review stands; undefined where nobody is asked. Nobody approves what they submitted themselves: where they are named, they are passed over. */
export function reviewStanding({ review, answers }: Reviewed): ReviewStanding | undefined {
  if (review === undefined || review.value.withdrawn === true) return undefined;
  const { way, reviewers, member } = review.value;
  const asked = reviewers.filter((reviewer) => reviewer !== member);
  const said = asked.flatMap((reviewer) => {
    const answer = answers?.get(reviewer)?.value;
    return answer === undefined || !isOf(answer, review) || answer.answer === 'withdrawn'
      ? []
      : [{ ...answer, member: reviewer }];
  });
  const approved = new Set(said.flatMap(({ answer, member: by }) => (answer === 'approved' ? [by] : [])));
  const missing = asked.filter((reviewer) => !approved.has(reviewer));
  if (said.some(({ answer }) => answer === 'returned'))
    return { outcome: 'returned', next: [], missing, answers: said };
  const isApproved = way === 'any' ? approved.size > 0 : asked.length > 0 && missing.length === 0;
  if (isApproved) return { outcome: 'approved', next: [], missing, answers: said };
  return { outcome: 'open', next: way === 'order' ? missing.slice(0, 1) : missing, missing, answers: said };
}

/** Whether an answer is one to this review: not to another one of which somebody says that it was asked for at the same time. */
function isOf({ to, asked }: ReviewAnswer, { value, stamp }: Register<Review>): boolean {
  return to === value.at && (asked === undefined || asked === ownStamp(stamp));
}

/** A review that is under way or was returned; `asked`: the write that asked for it. */
export type WaitingReview = {
  readonly review: Review;
  readonly asked: Stamp;
  readonly standing: ReviewStanding;
};

/** The review of something that was submitted as a whole; undefined where nobody has asked for one, or it has come out (or was made a draft) since: `status` is where that was set last. */
export function waitingReview(reviewed: Reviewed, status: Stamp | undefined): WaitingReview | undefined {
  const standing = reviewStanding(reviewed);
  if (reviewed.review === undefined || standing === undefined) return undefined;
  const { value: review, stamp } = reviewed.review;
  return status === stamp && standing.outcome !== 'approved'
    ? { review, asked: ownStamp(stamp), standing }
    : undefined;
}
