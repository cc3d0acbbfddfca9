import { z } from 'zod';
import { MOST_CHOSEN } from '../shared/limits.ts';
import { DUE_KINDS, REVIEW_REASONS, REVIEW_WAYS } from '../shared/vocabulary/reviews.ts';
import { assetSummarySchema } from './assets.ts';
import {
  assetFieldSchema,
  assetIdSchema,
  daySchema,
  lineSchema,
  memberSchema,
  plainMemberIdSchema,
  proseSchema,
  requestIdSchema,
  termIdSchema,
  timeSchema,
} from './common.ts';
import { procedure } from './errors.ts';
import { insteadSchema } from './gate.ts';
import { anyKitIdSchema } from './kit-summary.ts';
import { givenSchema, stepTakenSchema } from './step-taken.ts';
import { undoSchema } from './undo.ts';

/** The steps of an asset's life: each one may be taken for many at once, and what can't is told with the reason and stops no other. */

const assetsSchema = z.array(assetIdSchema).min(1).max(10_000);

/** Of which assets; `dryRun`: only says what would change. */
const stepInput = z.object({ assets: assetsSchema, dryRun: z.boolean().default(false) });

const reviewItemSchema = z.object({
  asset: assetSummarySchema,
  /** Why it is on the list, what matters most first. */
  reasons: z.array(z.enum(REVIEW_REASONS)).min(1),
  /** The day from which it is due for review, and how many days are left; negative once it is past. */
  dueOn: daySchema,
  dueInDays: z.number(),
});

const reviewListSchema = z.object({
  items: z.array(reviewItemSchema),
  total: z.number(),
  /** How many others wait for: reviews that the person here was asked for. */
  forMe: z.number(),
  /** Verified by nobody for half a year and used by nobody: the longest forgotten first. */
  couldRetire: z.array(assetSummarySchema),
});

const retireEffectSchema = z.object({
  /** Cells of the coverage matrix that have nothing to show any more. */
  emptied: z.array(z.object({ stage: termIdSchema, persona: termIdSchema })),
  /** Golden queries that lose a right answer. */
  golden: z.array(z.object({ id: z.string(), query: z.string() })),
  /** Requests that were fulfilled with it. */
  requests: z.array(z.object({ id: requestIdSchema, title: z.string() })),
  /** Kits that hold any of them, and how much is left of each that can be used. */
  kits: z.array(z.object({ id: anyKitIdSchema, name: z.string(), own: z.boolean(), left: z.number() })),
  /** How many of them are pinned on this device. */
  pins: z.number(),
  lastUsed: z.object({ at: timeSchema, by: memberSchema }).nullable(),
  /** Of one asset alone: what can be used in its place. */
  nearest: insteadSchema.optional(),
});

const recallNewsSchema = z.object({
  asset: assetSummarySchema,
  /** What to use in its place. */
  instead: z.object({ asset: assetIdSchema, title: z.string() }).optional(),
});

/** A review or a last day that comes, of an asset that the person here answers for. */
const dueNewsSchema = z.object({
  asset: assetSummarySchema,
  due: z.enum(DUE_KINDS),
  on: daySchema,
  /** How many days are left. */
  days: z.number(),
});

/** A field that the person here edited, and somebody else at the same time or soon after: theirs counts. */
const overwrittenSchema = z.object({
  asset: assetIdSchema,
  title: z.string(),
  field: assetFieldSchema,
  /** What the dimension is called, of a field of one. */
  dimension: z.string().optional(),
  by: memberSchema,
  at: timeSchema,
  /** What was written here, and what counts. */
  mine: z.array(z.string()),
  theirs: z.array(z.string()),
});

const fieldSchema = z.object({ asset: assetIdSchema, field: assetFieldSchema });

const countsSchema = z.object({ owns: z.number(), verifies: z.number() });
/** Of assets and of the hub’s kits. */
const dutiesSchema = z.object({ assets: countsSchema, kits: countsSchema });

export const reviewsContract = {
  /** What is to be looked at, and why: what others wait for first, then most used first. `mine`: only what the person here answers for. */
  list: procedure
    .input(z.object({ mine: z.boolean().optional(), limit: z.number().int().min(1).max(10_000) }))
    .output(reviewListSchema),
  /** Asks reviewers to approve drafts, or the versions that wait. */
  submit: procedure
    .input(
      stepInput.extend({
        reviewers: z.array(plainMemberIdSchema).min(1).max(MOST_CHOSEN),
        way: z.enum(REVIEW_WAYS).default('all'),
        note: proseSchema.optional(),
        given: givenSchema,
      }),
    )
    .output(stepTakenSchema),
  /** Approves what one was asked to review; with the last approval it comes out, now or on its day. */
  approve: procedure
    .input(stepInput.extend({ comment: proseSchema.optional(), given: givenSchema }))
    .output(stepTakenSchema),
  /** Gives back what one was asked to review: it is a draft again. */
  return: procedure.input(stepInput.extend({ reason: proseSchema.trim().min(1) })).output(stepTakenSchema),
  /** Says that the current versions are still right. */
  verify: procedure.input(stepInput).output(stepTakenSchema),
  /** Puts them away. */
  archive: procedure.input(stepInput).output(stepTakenSchema),
  /** What putting them away would break. */
  retireEffect: procedure.input(z.object({ assets: assetsSchema })).output(retireEffectSchema),
  /** How many assets and kits somebody owns and verifies. */
  duties: procedure.input(z.object({ member: plainMemberIdSchema })).output(dutiesSchema),
  /** Makes somebody else the owner and verifier of every asset and kit that a member owns and verifies; `changed`: of how many. */
  handOver: procedure
    .input(z.object({ from: plainMemberIdSchema, to: plainMemberIdSchema }))
    .output(z.object({ changed: z.number(), undo: undoSchema })),
  /** Nobody is to use them from now on; what is said again replaces what was said before. */
  recall: procedure
    .input(stepInput.extend({ reason: lineSchema, replacement: assetIdSchema.optional() }))
    .output(stepTakenSchema),
  /** They may be used again. */
  liftRecall: procedure.input(stepInput).output(stepTakenSchema),
  /** What can be used in place of an asset that was recalled or has expired; null where nothing is near. */
  instead: procedure.input(z.object({ asset: assetIdSchema })).output(insteadSchema.nullable()),
  /** Recalls by others of what the person here has opened, saved, sent or pinned on this device, until they have looked; newest first. */
  recallNews: procedure.output(z.array(recallNewsSchema)),
  /** Reviews and last days that come within four weeks, and again within two, of what the person here answers for, until they have looked; most used first. */
  dueNews: procedure.output(z.array(dueNewsSchema)),
  /** They have looked at what is due of these assets. */
  dueSeen: procedure
    .input(z.object({ assets: z.array(assetIdSchema).max(10_000) }))
    .output(z.object({ seen: z.boolean() })),
  /** What the person here edited on this device and somebody else at the same time or soon after, newest first. */
  overwritten: procedure.output(z.array(overwrittenSchema)),
  /** Gives a field again what was written here. */
  restoreMine: procedure.input(fieldSchema).output(z.object({ undo: undoSchema })),
  /** What counts is right. */
  overwrittenSeen: procedure.input(fieldSchema).output(z.object({ seen: z.boolean() })),
  /** They have looked at the recalls of these assets. */
  recallsSeen: procedure
    .input(z.object({ assets: z.array(assetIdSchema).max(10_000) }))
    .output(z.object({ seen: z.boolean() })),
};

export type RecallNews = z.infer<typeof recallNewsSchema>;
export type DueNews = z.infer<typeof dueNewsSchema>;
export type Overwritten = z.infer<typeof overwrittenSchema>;
export type ReviewItem = z.infer<typeof reviewItemSchema>;
export type ReviewList = z.infer<typeof reviewListSchema>;
export type RetireEffect = z.infer<typeof retireEffectSchema>;
export type DutyCounts = z.infer<typeof countsSchema>;
export type Duties = z.infer<typeof dutiesSchema>;
