import { z } from 'zod';
import { callIdSchema } from '../shared/vocabulary/id-schemas.ts';
import { LEFT_OUT } from '../shared/vocabulary/presenting.ts';
import { GATE_REASONS } from '../shared/vocabulary/ways-out.ts';
import { assetIdSchema, pageSchema, saysSchema, sha256Schema, versionIdSchema } from './common.ts';
import { procedure } from './errors.ts';
import { anyKitIdSchema } from './kit-summary.ts';

/** Presenting: documents shown to others, page by page. What may be shown is decided by the gate, what was shown is noted on this device. */

const askedSchema = z.union([
  /** Absent: the current version, from its first page. `kit`: read as part of it. */
  z.object({
    asset: assetIdSchema,
    version: versionIdSchema.optional(),
    page: pageSchema.optional(),
    kit: anyKitIdSchema.optional(),
  }),
  z.object({ kit: anyKitIdSchema }),
  z.object({ call: callIdSchema }),
]);

const leftOutSchema = z.object({
  asset: assetIdSchema,
  title: z.string(),
  code: z.enum([...GATE_REASONS, ...LEFT_OUT]),
  says: saysSchema,
});

/** A page that is shown, in the order in which it is. */
const slideSchema = z.object({
  asset: assetIdSchema,
  version: versionIdSchema,
  /** What the asset is called. */
  title: z.string(),
  page: pageSchema,
  /** How the page is counted: '7', 'Slide 3'. */
  label: z.string(),
  /** The words on it: shown until it is drawn, and searched. */
  words: z.string(),
  notes: z.string(),
  /** The picture that was kept of it, where it is the one of the asset. */
  kept: sha256Schema.exactOptional(),
});

const showSchema = z.object({
  title: z.string(),
  /** At which slide it begins; 0 for the first. */
  at: z.number().int().nonnegative(),
  slides: z.array(slideSchema).min(1),
});

/** What is to be shown, for the shell. */
export const showOutSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('allowed'), show: showSchema }),
  z.object({ outcome: z.literal('held'), says: saysSchema }),
]);

export const presentingContract = {
  /**
   * Makes ready what may be shown, in one running order; what may not is told. The ticket stands for it: the shell asks the engine by it. Throws
   * NOT_ALLOWED where nothing of it may.
   */
  prepare: procedure
    .input(z.object({ what: askedSchema }))
    .output(z.object({ ticket: z.string(), pages: z.number(), left: z.array(leftOutSchema) })),
};

/** What somebody wants to present. */
export type ToPresent = z.infer<typeof askedSchema>;
export type LeftOut = z.infer<typeof leftOutSchema>;
export type Slide = z.infer<typeof slideSchema>;
export type Show = z.infer<typeof showSchema>;
export type ShowOut = z.infer<typeof showOutSchema>;
