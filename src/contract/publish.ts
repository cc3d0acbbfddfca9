import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { LONGEST_LINE } from '../shared/limits.ts';
import {
  byAttribute,
  pickAttributes,
  REQUIRED_ATTRIBUTES,
  ROW_ATTRIBUTES,
} from '../shared/vocabulary/asset-attributes.ts';
import { thumbnailSchema } from './assets.ts';
import {
  assetIdSchema,
  audienceSchema,
  daySchema,
  documentKindSchema,
  languageSchema,
  plainMemberIdSchema,
  proseSchema,
  saysSchema,
  sha256Schema,
  stagedIdSchema,
  termIdSchema,
  textStateSchema,
} from './common.ts';
import { procedure } from './errors.ts';
import { runSchema } from './near.ts';

/**
 * From files on a marketer's disk to assets. Files are *staged* first: copied, hashed and read in the background while the marketer
 * fills in what is missing; publishing then is one quick write. The table survives a restart.
 */

/** What the marketer says of a row. */
const rowFieldsSchema = z.object({
  ...pickAttributes(
    byAttribute({
      line: () => z.string().trim().max(LONGEST_LINE),
      prose: () => proseSchema,
      term: () => termIdSchema.nullable(),
      terms: () => z.array(termIdSchema),
      tags: () => z.array(z.string()),
      audience: () => audienceSchema.nullable(),
      language: () => languageSchema.nullable(),
      status: () => z.never(),
      day: () => daySchema.nullable(),
      person: () => plainMemberIdSchema.nullable(),
    }),
    ROW_ATTRIBUTES,
  ),
  /** What to know of this version; what said in its name which one it is (`v3, FINAL`). */
  note: z.string().trim().max(LONGEST_LINE),
  /** Publishes the row as a new version of this asset, which keeps its own fields, instead of as a new asset. */
  versionOf: assetIdSchema.nullable(),
});

/** Another row with the same bytes: where it lies, for people. */
const twinSchema = z.object({ row: stagedIdSchema, fileName: z.string(), folder: z.string() });

/** New values of one row. `guessed` names those of them that are guesses again: what undo gives back is what it was. */
const rowChangeSchema = z.object({
  row: stagedIdSchema,
  set: rowFieldsSchema.partial(),
  guessed: z.array(z.string()).optional(),
});

export const stagedRowSchema = z.object({
  id: stagedIdSchema,
  fileName: z.string(),
  /** Where it came from, for people: the folder below what was dropped. */
  folder: z.string(),
  size: z.number(),
  state: z.enum(['waiting', 'reading', 'ready', 'duplicate', 'failed']),
  /** Why it failed, or what to know about it: what, why, what next. */
  says: saysSchema.optional(),
  reason: z.string().optional(),
  fields: rowFieldsSchema,
  /** Fields that were guessed and that nobody has touched: shown in grey. */
  guessed: z.array(z.string()),
  /** What is missing before it can be published. */
  missing: z.array(z.enum(REQUIRED_ATTRIBUTES)),
  /** Known once it was read. */
  found: z
    .object({
      kind: documentKindSchema,
      mediaType: z.string(),
      sha256: sha256Schema,
      pageCount: z.number(),
      words: z.number(),
      text: textStateSchema,
      misnamed: z.boolean(),
      thumbnail: thumbnailSchema.optional(),
    })
    .optional(),
  /** The asset that has the same bytes. */
  duplicateOf: z.object({ asset: assetIdSchema, title: z.string() }).optional(),
  /** The row with the same bytes that is kept instead of this one. */
  sameAs: twinSchema.optional(),
  /** The other rows with the same bytes, where this one is kept. */
  copies: z.array(twinSchema).optional(),
  /** An asset that this could be a new version of, by title or file name. */
  looksLike: z.object({ asset: assetIdSchema, title: z.string(), versions: z.number() }).optional(),
});

const stagingStateSchema = z.object({
  /** Counts the table's changes since the engine started: a later state has a higher one. */
  revision: z.number().int().nonnegative(),
  rows: z.array(stagedRowSchema),
  /** While files are being read. */
  progress: z
    .object({
      done: z.number(),
      total: z.number(),
      failed: z.number(),
      current: z.string(),
      /** Milliseconds; absent while it can't be told. */
      timeLeft: z.number().optional(),
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
      }),
    ),
  /** Takes rows off the table; their files stay where they were on disk. */
  discard: procedure
    .input(z.object({ rows: z.array(stagedIdSchema).min(1) }))
    .output(z.object({ discarded: z.number() })),
  /** Reads a failed row again. */
  retry: procedure
    .input(z.object({ rows: z.array(stagedIdSchema).min(1) }))
    .output(z.object({ retried: z.number() })),
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

export type RowFields = z.infer<typeof rowFieldsSchema>;
export type RowChange = z.infer<typeof rowChangeSchema>;
export type StagedRow = z.infer<typeof stagedRowSchema>;
export type StagingState = z.infer<typeof stagingStateSchema>;
export type NearAsset = z.infer<typeof nearAssetSchema>;
