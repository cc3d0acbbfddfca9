import { z } from 'zod';
import { MOST_PREFERRED_LANGUAGES, MOST_VARIANTS } from '../shared/limits.ts';
import { variantSchema } from './assets.ts';
import { assetIdSchema, languageSchema, versionIdSchema } from './common.ts';
import { procedure } from './errors.ts';
import { undoSchema } from './undo.ts';

/** Language editions: assets that say the same in different languages, one of them the original. */

const someAssets = z.array(assetIdSchema).min(1).max(MOST_VARIANTS);

/** Languages that somebody prefers to read, codes, best first. */
export const preferredLanguagesSchema = z.array(languageSchema).max(MOST_PREFERRED_LANGUAGES);

const linkedSchema = z.object({
  /** The editions of the first asset as they are then, with itself; empty where it has no other any more. */
  variants: z.array(variantSchema),
  /** The assets of which something else is said than before; on a dry run, would be. */
  changed: z.array(assetIdSchema),
  undo: undoSchema,
});

export const variantsContract = {
  /** The editions of an asset with itself, the original first; empty where there is no other. */
  list: procedure
    .input(z.object({ asset: assetIdSchema }))
    .output(z.object({ variants: z.array(variantSchema) })),
  /** Makes assets editions of another one, with all editions that they have. Whoever may edit. One write, one undo. */
  link: procedure
    .input(
      z.object({
        assets: someAssets,
        of: assetIdSchema,
        /** `of` becomes the original of them all, even where it is an edition of another one now. */
        asOriginal: z.boolean().default(false),
        /** Which version of the original they have in their language: its number; absent: the current one; null: nobody knows. */
        follows: z.number().int().positive().nullable().optional(),
        dryRun: z.boolean().default(false),
      }),
    )
    .output(linkedSchema),
  /** Makes assets again ones of their own; the others of their editions stay together. */
  unlink: procedure
    .input(z.object({ assets: someAssets, dryRun: z.boolean().default(false) }))
    .output(linkedSchema),
  /** Says which version of the original an edition has in its language: the current one where none is named. */
  follow: procedure
    .input(
      z.object({
        asset: assetIdSchema,
        /** The version of the edition; absent: its current one. */
        version: versionIdSchema.optional(),
        follows: z.number().int().positive().optional(),
        dryRun: z.boolean().default(false),
      }),
    )
    .output(linkedSchema),
  /** In which languages the person at this device wants documents: what they chose (null: as the window and the system), and what these speak. */
  languages: procedure.output(
    z.object({ chosen: preferredLanguagesSchema.nullable(), spoken: preferredLanguagesSchema }),
  ),
  /** Chooses them, best first; null follows the window and the system. Search and kits go by it, and what of kits is kept offline. */
  preferLanguages: procedure
    .input(z.object({ languages: preferredLanguagesSchema.min(1).nullable() }))
    .output(z.void()),
  /** What the window and the system speak, best first: a window tells it when it opens. */
  tellSpoken: procedure.input(z.object({ languages: preferredLanguagesSchema })).output(z.void()),
};

export type Linked = z.infer<typeof linkedSchema>;
