import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { assetIdSchema, stagedIdSchema } from './common.ts';
import { procedure } from './errors.ts';
import { importPlanProcedures } from './import-plan.ts';
import { runSchema } from './near.ts';
import { rowChangeSchema, stagedRowSchema } from './publish-rows.ts';
import { undoSchema } from './undo.ts';

/**
 * From files on a marketer's disk to assets. Files are *staged* first: copied, hashed and read in the background while the marketer
 * fills in what is missing; publishing then is one quick write. The table survives a restart.
 */

const stagingStateSchema = z.object({
  /** Counts the table's changes since the engine started: a later state has a higher one. */
  revision: z.number().int().nonnegative(),
  rows: z.array(stagedRowSchema),
  /** While files are being looked for or read. */
  progress: z
    .object({
      done: z.number(),
      total: z.number(),
      failed: z.number(),
      current: z.string(),
      /** Folders are still looked through: there will be more. */
      looking: z.boolean().optional(),
      /** Milliseconds; absent while it can't be told. */
      timeLeft: z.number().optional(),
      /** A person paused it. */
      paused: z.boolean().optional(),
    })
    .nullable(),
  /** Files and folders that were passed over (hidden files, system files, locks of office programs). */
  skipped: z.number(),
});

/** An asset that has pages in common with a file on the table. */
const nearAssetSchema = z.object({
  asset: assetIdSchema,
  title: z.string(),
  versions: z.number(),
  /** Most of the pages of either are the other's, in its order: it could be a version of it. */
  whole: z.boolean(),
  similarity: z.number(),
  /** How many pages are in both. */
  pages: z.number(),
  /** `a`: the file's pages, `b`: the asset's. */
  runs: z.array(runSchema),
});

export const publishContract = {
  /** The assets that have pages in common with a row that was read, the most alike first; those that it is a copy or a version of by name too. */
  nearTo: procedure.input(z.object({ row: stagedIdSchema })).output(z.array(nearAssetSchema)),
  /**
   * Takes what was dropped or chosen; the grant stands for paths that only the shell knows. `versionOf`: the asset that a single file is a new
   * version of. Several stay what they are: which of them is meant is for the table to say.
   */
  stage: procedure
    .input(z.object({ grant: z.string().max(100), versionOf: assetIdSchema.optional() }))
    .output(z.object({ files: z.number(), skipped: z.number() })),
  state: procedure.output(stagingStateSchema),
  /** Yields at once and whenever rows or progress change, at most ten times a second. */
  watch: procedure.output(eventIterator(stagingStateSchema)),
  /** Sets fields of rows, each to values of its own: one typed, a column pasted, an undo. Answers the first revision of the table that has them. */
  setEach: procedure
    .input(z.object({ changes: z.array(rowChangeSchema).min(1) }))
    .output(z.object({ changed: z.number(), revision: z.number() })),
  /**
   * Keeps this one of several rows with the same bytes. `carry` takes along what a person said of the one that was kept until now.
   * Answers which one that was, and what `row` held before, for undo.
   */
  keep: procedure
    .input(z.object({ row: stagedIdSchema, carry: z.boolean().default(true) }))
    .output(z.object({ kept: stagedIdSchema, before: rowChangeSchema })),
  /**
   * Publishes ready rows; refuses the call (INVALID) when one lacks a title, type, stage or persona. `draft` keeps them from reps and
   * needs a title only.
   */
  publish: procedure
    .input(z.object({ rows: z.array(stagedIdSchema).min(1), draft: z.boolean().default(false) }))
    .output(
      z.object({
        published: z.array(
          z.object({
            row: stagedIdSchema,
            asset: assetIdSchema,
            title: z.string(),
            /** A further version of an asset that was there. */
            version: z.boolean(),
          }),
        ),
        /** Groups of assets, published now or before, that look like language editions of one another by their files’ names. */
        languages: z.array(z.array(assetIdSchema)),
        /** Takes all of it back: the rows stand on the table again. */
        undo: undoSchema,
      }),
    ),
  ...importPlanProcedures,
  /** Takes rows off the table; their files stay where they were on disk. */
  discard: procedure
    .input(z.object({ rows: z.array(stagedIdSchema).min(1) }))
    .output(z.object({ discarded: z.number() })),
  /** Reads a failed row again. */
  retry: procedure
    .input(z.object({ rows: z.array(stagedIdSchema).min(1) }))
    .output(z.object({ retried: z.number() })),
  /** Reads no further file, or goes on; what is being read is read to its end. */
  pause: procedure.input(z.object({ paused: z.boolean() })).output(z.object({ paused: z.boolean() })),
  /** Stops reading; what was read stays on the table, the rest is taken off it. */
  cancel: procedure.output(z.object({ cancelled: z.number() })),
  /** A first frame that the window drew of a video, as base64 of a WebP or JPEG of at most 500 kB. */
  setThumbnail: procedure
    .input(
      z.object({
        row: stagedIdSchema,
        mediaType: z.enum(['image/webp', 'image/jpeg']),
        data: z.string().max(700_000),
        width: z.number(),
        height: z.number(),
      }),
    )
    .output(z.object({ set: z.boolean() })),
};

export type StagingState = z.infer<typeof stagingStateSchema>;
export type NearAsset = z.infer<typeof nearAssetSchema>;
