import { z } from 'zod';
import { LONGEST_PROSE, MOST_CHOSEN } from '../../shared/limits.ts';
import { plainMemberIdSchema } from '../../shared/vocabulary/id-schemas.ts';
import { REVIEW_ANSWERS, REVIEW_WAYS } from '../../shared/vocabulary/reviews.ts';
import { time } from '../kernel/fields.ts';
import { stampSchema } from '../kernel/order.ts';
import { later, type Stamp } from '../kernel/register.ts';
import type { Review, ReviewAnswer, Reviewed } from './review.ts';

/** What is said of reviews, whatever they are of: the events of assets and of kits are made of it. */

const text = z.string().trim().max(LONGEST_PROSE).optional();

/** Who is asked, and in which way. */
export const submission = {
  reviewers: z.array(plainMemberIdSchema).min(1).max(MOST_CHOSEN),
  way: z.enum(REVIEW_WAYS),
  note: text,
  at: time,
  /** It was asked for by mistake: nobody is asked. */
  withdrawn: z.literal(true).optional(),
};

/**
 * What a reviewer says of the review that was asked for at `to`, by the write `asked`: whoever asks states the time themselves, and could state that of
 * a review that was approved. Older versions of Kitbag name the time alone.
 */
export const reviewAnswer = {
  to: time,
  asked: stampSchema.optional(),
  answer: z.enum(REVIEW_ANSWERS),
  comment: text,
  at: time,
};

type Submission = z.infer<z.ZodObject<typeof submission>> & { readonly version?: string | undefined };

/** Takes down who is asked by whom. */
export function foldSubmission(reviewed: Reviewed, said: Submission, member: string, stamp: Stamp): void {
  const { reviewers, way, version, note, at, withdrawn } = said;
  const review: Review = {
    ...{ member, at, reviewers, way },
    ...(version !== undefined && { version }),
    ...(note !== undefined && note !== '' && { note }),
    ...(withdrawn && { withdrawn }),
  };
  reviewed.review = later(reviewed.review, stamp, review);
}

/** Takes down what a reviewer says: their last word counts. */
export function foldReviewAnswer(
  reviewed: Reviewed,
  { to, asked, answer, comment, at }: z.infer<z.ZodObject<typeof reviewAnswer>>,
  member: string,
  stamp: Stamp,
): void {
  reviewed.answers ??= new Map();
  const said: ReviewAnswer = {
    answer,
    at,
    to,
    ...(asked !== undefined && { asked }),
    ...(comment !== undefined && comment !== '' && { comment }),
  };
  reviewed.answers.set(member, later(reviewed.answers.get(member), stamp, said));
}
