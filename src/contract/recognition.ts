import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { RECOGNITIONS } from '../shared/vocabulary/people.ts';
import { assetIdSchema } from './common.ts';
import { procedure } from './errors.ts';
import { progressSchema } from './session.ts';

/** Recognizing the words on pages that are pictures. */

/** How much waits to be looked at on this device; nothing where it is turned off. */
export const waitingToRecognizeSchema = z.object({ documents: z.number(), pages: z.number() });

const recognitionSchema = z.object({
  /** What the leads decided for the hub. */
  policy: z.enum(RECOGNITIONS),
  /** What the person decided for this device. */
  on: z.boolean(),
  /** Whether they may publish: only then there is something to recognize. */
  publishes: z.boolean(),
  waiting: waitingToRecognizeSchema,
  /** What is being looked at, and how many of its pages have been. */
  current: z
    .object({ asset: assetIdSchema, title: z.string(), done: z.number(), total: z.number() })
    .exactOptional(),
});

export const recognitionContract = {
  state: procedure.output(recognitionSchema),
  /** Turns it on or off for this device. Off stops what is going on; what was recognized stays. */
  set: procedure.input(z.object({ on: z.boolean() })).output(recognitionSchema),
  /** Recognizes all that waits, now. */
  all: procedure.output(eventIterator(progressSchema)),
};

export type WaitingToRecognize = z.infer<typeof waitingToRecognizeSchema>;
export type RecognitionState = z.infer<typeof recognitionSchema>;
