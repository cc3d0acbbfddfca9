import { z } from 'zod';
import { MOST_CHOSEN } from '../shared/limits.ts';
import { kitIdSchema } from '../shared/vocabulary/id-schemas.ts';
import { KIT_REVIEW_REASONS, REVIEW_WAYS } from '../shared/vocabulary/reviews.ts';
import { WAYS_OUT } from '../shared/vocabulary/ways-out.ts';
import { assetIdSchema, lineSchema, plainMemberIdSchema, proseSchema, saysSchema } from './common.ts';
import { procedure } from './errors.ts';
import { anyKitIdSchema, kitInsteadSchema, kitSummarySchema } from './kit-summary.ts';
import { undoSchema } from './undo.ts';

/** The steps of a kit's life, as those of an asset's: each may be taken for many at once, and what can't is told with the reason and stops no other. */

const stepInput = z.object({
  kits: z.array(kitIdSchema).min(1).max(1000),
  /** Only says what would change. */
  dryRun: z.boolean().default(false),
});

const takenSchema = z.object({
  changed: z.array(kitIdSchema),
  refused: z.array(z.object({ kit: kitIdSchema, code: z.string(), says: saysSchema })),
  undo: undoSchema,
});

/** What the gate says to a kit: what was recalled or has expired is held back, with what was named in its place. */
const gateAnswerSchema = z.discriminatedUnion('verdict', [
  z.object({ verdict: z.literal('allowed') }),
  z.object({
    verdict: z.literal('refused'),
    code: z.enum(['recalled', 'expired']),
    title: saysSchema,
    says: saysSchema,
    instead: kitInsteadSchema.optional(),
  }),
]);

/** A kit that somebody is to look at. */
const kitToReviewSchema = kitSummarySchema.extend({
  /** Why, what matters most first. */
  reasons: z.array(z.enum(KIT_REVIEW_REASONS)).min(1),
  /** The person here is asked, or answers for it. */
  mine: z.boolean(),
});

/** What the person here hears of kits that they had in hand. */
const recalledKitSchema = z.object({ kit: kitSummarySchema, instead: kitInsteadSchema.optional() });

export const kitStepsContract = {
  /** Asks reviewers to approve kits that are not out. */
  submit: procedure
    .input(
      stepInput.extend({
        reviewers: z.array(plainMemberIdSchema).min(1).max(MOST_CHOSEN),
        way: z.enum(REVIEW_WAYS).default('all'),
        note: proseSchema.optional(),
      }),
    )
    .output(takenSchema),
  /** Approves what one was asked to review; with the last approval it comes out, now or on its day. */
  approve: procedure.input(stepInput.extend({ comment: proseSchema.optional() })).output(takenSchema),
  /** Gives back what one was asked to review: it is a draft again. */
  return: procedure.input(stepInput.extend({ reason: proseSchema.trim().min(1) })).output(takenSchema),
  /** Says that they are right as they are now. */
  verify: procedure.input(stepInput).output(takenSchema),
  /** Nobody is to use them from now on; a kit or an asset may take their place. What is said again replaces what was said before. */
  recall: procedure
    .input(
      stepInput.extend({
        reason: lineSchema,
        replacement: z.union([kitIdSchema, assetIdSchema]).optional(),
      }),
    )
    .output(takenSchema),
  /** They may be used again. */
  liftRecall: procedure.input(stepInput).output(takenSchema),
  /** Whether a kit may leave on a way: presented, saved, sent. What of it leaves passes `gate.pass` besides, document by document. */
  pass: procedure.input(z.object({ kit: anyKitIdSchema, way: z.enum(WAYS_OUT) })).output(gateAnswerSchema),
  /** What to review: kits that wait for an approval (those that wait for the person here first), those due for another look, and those for which nobody answers. */
  toReview: procedure.output(z.array(kitToReviewSchema)),
  /** Recalls by others of kits that the person here has opened, rated or pinned, until they have looked; newest first. */
  recallNews: procedure.output(z.array(recalledKitSchema)),
  /** They have looked at the recalls of these. */
  recallsSeen: procedure
    .input(z.object({ kits: z.array(kitIdSchema).max(1000) }))
    .output(z.object({ seen: z.boolean() })),
};

export type KitStepTaken = z.infer<typeof takenSchema>;
export type KitGateAnswer = z.infer<typeof gateAnswerSchema>;
export type KitToReview = z.infer<typeof kitToReviewSchema>;
export type RecalledKit = z.infer<typeof recalledKitSchema>;
