import { z } from 'zod';
import { withDimensions } from '../shared/dimension-values.ts';
import { assetIdSchema, dimensionFieldSchema, saysSchema } from './common.ts';
import { undoSchema } from './undo.ts';

/** Terms of dimensions for those assets that have none, where the step asks for them: said in the same write. */
export const givenSchema = withDimensions(z.object({})).optional();

/** What came of a step that was taken with many assets: those that it changed, and why it was not taken with the others. */
export const stepTakenSchema = z.object({
  changed: z.array(assetIdSchema),
  refused: z.array(
    z.object({
      asset: assetIdSchema,
      code: z.string(),
      says: saysSchema,
      /** What the step asks for and the asset has not. */
      missing: z.array(dimensionFieldSchema).optional(),
    }),
  ),
  undo: undoSchema,
});

export type StepTaken = z.infer<typeof stepTakenSchema>;
