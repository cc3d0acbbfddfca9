import { z } from 'zod';
import { withDimensions } from '../shared/dimension-values.ts';
import { LONGEST_LINE, LONGEST_PROSE } from '../shared/limits.ts';
import { PROMISE_STATES, PROMISE_STEPS } from '../shared/vocabulary/requests.ts';
import { assetSummarySchema } from './assets.ts';
import {
  amountSchema,
  assetIdSchema,
  commentIdSchema,
  daySchema,
  lineSchema,
  memberSchema,
  proseSchema,
  requestIdSchema,
  requestSizeSchema,
  requestStatusSchema,
  termIdSchema,
  timeSchema,
} from './common.ts';
import { procedure } from './errors.ts';
import { undoSchema } from './undo.ts';

/** What reps miss, and the promise (SLA) with which marketing answers. */

/** Where a request stands against the promise. */
const slaSchema = z.object({
  /** Time to acknowledge while it is new, then time to answer; business days only. */
  step: z.enum(PROMISE_STEPS),
  dueAt: timeSchema,
  /** Calm, close (a quarter of the time left), over; `met` and `missed` once it is answered. */
  state: z.enum(PROMISE_STATES),
});

export const requestSummarySchema = withDimensions(
  z.object({
    id: requestIdSchema,
    title: z.string(),
    need: z.string(),
    why: z.string(),
    stage: termIdSchema.optional(),
    persona: termIdSchema.optional(),
    type: termIdSchema.optional(),
    neededBy: daySchema.optional(),
    status: requestStatusSchema,
    size: requestSizeSchema,
    by: memberSchema,
    mine: z.boolean(),
    at: timeSchema,
    /** The one who asked and everybody who said 'me too'. */
    votes: z.number(),
    /** How many of them are from members who came in within the last day; absent for none. */
    votesFromNew: z.number().optional(),
    voted: z.boolean(),
    dealValue: z.number(),
    sla: slaSchema,
    reason: z.string().optional(),
    answeredBy: memberSchema.optional(),
    answeredAt: timeSchema.optional(),
    fulfilledWith: z.object({ asset: assetIdSchema, title: z.string() }).optional(),
    mergedInto: z.object({ request: requestIdSchema, title: z.string() }).optional(),
    /** True when it concerns one (asked, or 'me too') and others answered or commented since one last looked at it here. */
    news: z.boolean(),
  }),
);

const requestDetailSchema = requestSummarySchema.extend({
  /** Oldest first. */
  conversation: z.array(
    z.discriminatedUnion('entry', [
      z.object({
        entry: z.literal('comment'),
        id: commentIdSchema,
        by: memberSchema,
        text: z.string(),
        at: timeSchema,
      }),
      z.object({
        entry: z.literal('status'),
        by: memberSchema,
        status: requestStatusSchema,
        reason: z.string().optional(),
        at: timeSchema,
      }),
      z.object({ entry: z.literal('vote'), by: memberSchema, at: timeSchema }),
    ]),
  ),
  /** What one's own vote says of a deal; so that taking it back can be undone. */
  ownDealValue: z.number().optional(),
  /** How much others said in it since this device came in: looking at it makes just that seen. */
  said: z.number(),
  can: z.object({ answer: z.boolean(), vote: z.boolean(), withdraw: z.boolean() }),
});

/** Something new about a request that concerns one: who said what last, and how much there is. */
const requestNewsSchema = z.object({
  request: requestIdSchema,
  title: z.string(),
  /** One asked oneself; otherwise one said 'me too'. */
  mine: z.boolean(),
  said: z.number(),
  /** True while the system has not told of the last of it. */
  untold: z.boolean(),
  by: memberSchema,
  at: timeSchema,
  /** The answer; absent for a comment. */
  status: requestStatusSchema.optional(),
  /** The comment, or the answer's reason. */
  text: z.string(),
});

const requestInputSchema = withDimensions(
  z.object({
    title: lineSchema,
    need: proseSchema,
    why: proseSchema.optional(),
    stage: termIdSchema.optional(),
    persona: termIdSchema.optional(),
    type: termIdSchema.optional(),
    neededBy: daySchema.optional(),
    dealValue: amountSchema.optional(),
  }),
);

const changedRequestSchema = z.object({ request: requestDetailSchema, undo: undoSchema });

export const requestsContract = {
  /** In the order in which they want an answer: what is due first, then those that are answered, the latest first. */
  list: procedure
    .input(z.object({ status: requestStatusSchema.optional(), mine: z.boolean().optional() }))
    .output(z.array(requestSummarySchema)),
  get: procedure.input(z.object({ request: requestIdSchema })).output(requestDetailSchema),
  make: procedure.input(requestInputSchema).output(requestDetailSchema),
  /** Assets and open requests that look like what is being asked for. */
  similar: procedure
    .input(
      z.object({
        title: z.string().max(LONGEST_LINE),
        need: z.string().max(LONGEST_PROSE).optional(),
        except: requestIdSchema.optional(),
      }),
    )
    .output(z.object({ assets: z.array(assetSummarySchema), requests: z.array(requestSummarySchema) })),
  /** 'Me too'. */
  vote: procedure
    .input(z.object({ request: requestIdSchema, dealValue: amountSchema.optional() }))
    .output(changedRequestSchema),
  withdrawVote: procedure.input(z.object({ request: requestIdSchema })).output(changedRequestSchema),
  comment: procedure
    .input(z.object({ request: requestIdSchema, text: proseSchema.min(1) }))
    .output(requestDetailSchema),
  /** Marketers and leads: accept, start, send to review, decline with a reason, fulfil with an asset, merge, reopen (`new`). */
  answer: procedure
    .input(
      z.object({
        request: requestIdSchema,
        status: requestStatusSchema,
        reason: proseSchema.optional(),
        asset: assetIdSchema.optional(),
        into: requestIdSchema.optional(),
        size: requestSizeSchema.optional(),
      }),
    )
    .output(changedRequestSchema),
  /** Whom it concerns has seen so much of what others said: what was shown, not what came meanwhile. */
  seen: procedure
    .input(z.object({ request: requestIdSchema, said: z.number().int().nonnegative() }))
    .output(z.object({ seen: z.boolean() })),
  /** What is new about the requests that one made or said 'me too' to, the newest first. */
  news: procedure.output(z.array(requestNewsSchema)),
  /** The system told of so much. It is not told again. */
  told: procedure
    .input(z.object({ request: requestIdSchema, said: z.number().int().nonnegative() }))
    .output(z.void()),
};

export type Sla = z.infer<typeof slaSchema>;
export type RequestSummary = z.infer<typeof requestSummarySchema>;
export type RequestDetail = z.infer<typeof requestDetailSchema>;
export type RequestNews = z.infer<typeof requestNewsSchema>;
export type RequestInput = z.infer<typeof requestInputSchema>;
