import { z } from 'zod';
import { assetIdSchema, saysSchema } from './common.ts';
import { undoSchema } from './undo.ts';

/** What came of a step that was taken with many assets: those that it changed, and why it was not taken with the others. */
export const stepTakenSchema = z.object({
  changed: z.array(assetIdSchema),
  refused: z.array(z.object({ asset: assetIdSchema, code: z.string(), says: saysSchema })),
  undo: undoSchema,
});

export type StepTaken = z.infer<typeof stepTakenSchema>;
