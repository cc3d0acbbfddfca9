import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { PROPOSAL_ANSWERS } from '../shared/vocabulary/proposals.ts';
import {
  assetIdSchema,
  lineSchema,
  memberSchema,
  proposalIdSchema,
  requestIdSchema,
  saysSchema,
  stagedIdSchema,
  timeSchema,
} from './common.ts';
import { procedure } from './errors.ts';
import { undoSchema } from './undo.ts';

/** Files that reps propose. Marketing adopts them by the publish table, or declines them with a reason; whoever proposed hears of either. */

const namedAssetSchema = z.object({ asset: assetIdSchema, title: z.string() });

const proposalSchema = z.object({
  id: proposalIdSchema,
  fileName: z.string(),
  size: z.number(),
  why: z.string(),
  by: memberSchema,
  mine: z.boolean(),
  at: timeSchema,
  /** The request that it would answer. */
  request: z.object({ request: requestIdSchema, title: z.string() }).optional(),
  /** `open`: it waits for an answer. */
  answer: z.enum(PROPOSAL_ANSWERS),
  answeredBy: memberSchema.optional(),
  answeredAt: timeSchema.optional(),
  /** Why it was declined. */
  reason: z.string().optional(),
  /** What it became, or what was there already; absent where the person here does not see it (yet). */
  asset: namedAssetSchema.optional(),
  /** The same file is in the library: of those that wait, for who answers. */
  inLibrary: namedAssetSchema.optional(),
  /** What others answered since this device came in: looking at it makes just that seen. */
  said: z.number(),
  /** One's own, and answered since one last looked at it here. */
  news: z.boolean(),
  /** The system has not told of the last of it. */
  untold: z.boolean(),
});

const saidSchema = z.object({ proposal: proposalIdSchema, said: z.number().int().nonnegative() });

export const proposalsContract = {
  /** Proposes files that were chosen or dropped. Each that can't be is told and stops no other; the grant stays good while one is left. */
  make: procedure
    .input(
      z.object({
        grant: z.string().max(100),
        why: lineSchema,
        request: requestIdSchema.optional(),
        /** Somebody was asked about what looks like a key or passwords, and said that marketing is to have it. */
        meant: z.boolean().default(false),
      }),
    )
    .output(
      z.object({
        proposals: z.array(proposalSchema),
        refused: z.array(
          z.object({
            fileName: z.string(),
            code: z.string(),
            says: saysSchema,
            asset: namedAssetSchema.optional(),
          }),
        ),
      }),
    ),
  /** One's own, the newest first; who answers them sees everybody's. */
  list: procedure.output(z.array(proposalSchema)),
  /** Marketing declines with a reason, or says what is there already; whoever proposed withdraws, or takes up again (`open`). */
  answer: procedure
    .input(
      z.object({
        proposal: proposalIdSchema,
        answer: z.enum(PROPOSAL_ANSWERS).exclude(['adopted']),
        reason: lineSchema.optional(),
        asset: assetIdSchema.optional(),
      }),
    )
    .output(z.object({ proposal: proposalSchema, undo: undoSchema })),
  /** Puts the file on the publish table, by which it is adopted: brings it here, yields how far that is, then its row. */
  stage: procedure
    .input(z.object({ proposal: proposalIdSchema }))
    .output(
      eventIterator(
        z.union([z.object({ bytes: z.number(), total: z.number() }), z.object({ row: stagedIdSchema })]),
      ),
    ),
  /** Whoever proposed has seen so much of what was answered. */
  seen: procedure.input(saidSchema).output(z.object({ seen: z.boolean() })),
  /** The system told of so much. It is not told again. */
  told: procedure.input(saidSchema).output(z.void()),
};

export type Proposal = z.infer<typeof proposalSchema>;
