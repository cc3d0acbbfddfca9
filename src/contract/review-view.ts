import { z } from 'zod';
import { REVIEW_ANSWERS, REVIEW_WAYS } from '../shared/vocabulary/reviews.ts';
import { memberSchema, timeSchema, versionIdSchema } from './common.ts';

/** A review of what waits to come out. */
export const reviewViewSchema = z.object({
  by: memberSchema,
  at: timeSchema,
  way: z.enum(REVIEW_WAYS),
  reviewers: z.array(memberSchema),
  outcome: z.enum(['open', 'approved', 'returned']),
  /** Who may approve next, and whether that is the person here. */
  next: z.array(memberSchema),
  mine: z.boolean(),
  /** The version that waits, where the asset itself is out. */
  version: versionIdSchema.optional(),
  note: z.string().optional(),
  answers: z.array(
    z.object({
      by: memberSchema,
      answer: z.enum(REVIEW_ANSWERS),
      at: timeSchema,
      comment: z.string().optional(),
    }),
  ),
});

export type ReviewView = z.infer<typeof reviewViewSchema>;
