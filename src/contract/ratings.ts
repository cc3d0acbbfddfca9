import { z } from 'zod';
import { assetDetailSchema } from './assets.ts';
import { assetIdSchema, proseSchema, termIdSchema, versionIdSchema } from './common.ts';
import { procedure } from './errors.ts';
import { undoSchema } from './undo.ts';

const ratedSchema = z.object({ asset: assetDetailSchema, undo: undoSchema });

/** How useful an asset was for a call: one rating a member and asset, which can be changed or withdrawn. */
export const ratingsContract = {
  give: procedure
    .input(
      z.object({
        asset: assetIdSchema,
        /** The version that was used; the current one when absent. */
        version: versionIdSchema.optional(),
        value: z.number().int().min(1).max(5),
        stage: termIdSchema.optional(),
        persona: termIdSchema.optional(),
        comment: proseSchema.optional(),
      }),
    )
    .output(ratedSchema),
  withdraw: procedure.input(z.object({ asset: assetIdSchema })).output(ratedSchema),
};
