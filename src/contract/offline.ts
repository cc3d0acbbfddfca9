import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { assetIdSchema, saysSchema, termIdSchema, timeSchema, versionIdSchema } from './common.ts';
import { procedure } from './errors.ts';

/** Which files are kept on this device. */

/** Which files are kept on this device; the text of everything always is. */
export const offlinePolicySchema = z.object({
  keep: z.enum(['all', 'small', 'chosen']),
  /** For `small`: the largest file, in bytes. */
  maxFileBytes: z.number().int().positive(),
  /** For `chosen`: files of these stages or personas, pinned ones, and those opened on this device. */
  stages: z.array(termIdSchema),
  personas: z.array(termIdSchema),
  /** What all files together may take here, in bytes. The least used go first. */
  budgetBytes: z.number().int().positive(),
});

const offlineStateSchema = z.object({
  policy: offlinePolicySchema,
  keptFiles: z.number(),
  keptBytes: z.number(),
  wantedFiles: z.number(),
  wantedBytes: z.number(),
  allFiles: z.number(),
  allBytes: z.number(),
  /** Assets whose files stay whatever the policy says. */
  pinned: z.array(assetIdSchema),
  /** Files that go soon, because they are not wanted any more: how many, how much, when, and whether the change can be taken back. */
  going: z
    .object({ files: z.number(), bytes: z.number(), at: timeSchema, canTakeBack: z.boolean() })
    .optional(),
  /** Said when the budget is too small for what is wanted. */
  says: saysSchema.optional(),
});

/** What is on this device of what belongs on it. */
const hereSchema = z.object({
  /** Texts that search reads: of all assets, whatever the policy. */
  texts: z.object({ wanted: z.number(), here: z.number() }),
  /** Files, by the policy, and the bytes that are missing. */
  files: z.object({ wanted: z.number(), here: z.number(), missingBytes: z.number() }),
});

export const offlineContract = {
  get: procedure.output(offlineStateSchema),
  /** What has arrived and what has not; answers once the disk was read. */
  here: procedure.output(hereSchema),
  /** What of the files that are here a policy would give up: asked before it is set. */
  preview: procedure.input(offlinePolicySchema).output(z.object({ files: z.number(), bytes: z.number() })),
  set: procedure.input(offlinePolicySchema).output(offlineStateSchema),
  /** Takes back the changes whose files are not gone yet. */
  takeBack: procedure.output(offlineStateSchema),
  pin: procedure.input(z.object({ asset: assetIdSchema, pinned: z.boolean() })).output(offlineStateSchema),
  /** Brings a version's file here now. Yields progress in bytes; ends when it is here. */
  fetch: procedure
    .input(z.object({ version: versionIdSchema }))
    .output(eventIterator(z.object({ bytes: z.number(), total: z.number() }))),
};

export type OfflinePolicy = z.infer<typeof offlinePolicySchema>;
export type WhatIsHere = z.infer<typeof hereSchema>;
export type OfflineState = z.infer<typeof offlineStateSchema>;
