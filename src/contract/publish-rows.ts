import { z } from 'zod';
import { withDimensions } from '../shared/dimension-values.ts';
import { LONGEST_LINE, LONGEST_PATH } from '../shared/limits.ts';
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
  dimensionFieldSchema,
  documentKindSchema,
  languageSchema,
  plainMemberIdSchema,
  proposalIdSchema,
  proseSchema,
  saysSchema,
  sha256Schema,
  stagedIdSchema,
  termIdSchema,
  textStateSchema,
} from './common.ts';

/** A row of the publish table, and what is said of it. */

/** What the marketer says of a row. */
export const rowFieldsSchema = withDimensions(
  z.object({
    ...pickAttributes(
      byAttribute({
        line: () => z.string().trim().max(LONGEST_LINE),
        path: () => z.string().max(LONGEST_PATH),
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
    /** As a version of a language edition: it has what the original’s current version says; absent: it does. */
    follows: z.boolean().optional(),
    /** It is a language edition of what this other row becomes, or of this asset: linked when it is published. */
    editionOf: z.union([stagedIdSchema, assetIdSchema]).nullable().optional(),
  }),
);

/** A field that a row may say something in: an attribute, or the field of a dimension. */
export const rowFieldSchema = z.union([z.enum(ROW_ATTRIBUTES), dimensionFieldSchema]);

/** Another row with the same bytes: where it lies, for people. */
const twinSchema = z.object({ row: stagedIdSchema, fileName: z.string(), folder: z.string() });

/** New values of one row. `guessed` names those of them that are guesses again: what undo gives back is what it was. */
export const rowChangeSchema = z.object({
  row: stagedIdSchema,
  set: rowFieldsSchema.partial(),
  guessed: z.array(z.string()).optional(),
});

/** Why something is suggested, and how sure it is. */
const proposalSchema = z.object({ sure: z.number(), why: saysSchema });

export const stagedRowSchema = z.object({
  id: stagedIdSchema,
  fileName: z.string(),
  /** Where it came from, for people: the folder below what was dropped. */
  folder: z.string(),
  size: z.number(),
  /** Somebody proposed it: publishing adopts it. `by`: their name. */
  proposal: z.object({ id: proposalIdSchema, by: z.string(), why: z.string() }).optional(),
  state: z.enum(['waiting', 'reading', 'ready', 'duplicate', 'failed']),
  /** Why it failed, or what to know about it: what, why, what next. */
  says: saysSchema.optional(),
  reason: z.string().optional(),
  fields: rowFieldsSchema,
  /** Fields that were guessed and that nobody has touched: shown in grey. */
  guessed: z.array(z.string()),
  /** Of what was suggested: how sure it is (0 to 1), and why. */
  proposed: z.partialRecord(rowFieldSchema, proposalSchema).optional(),
  /** The row that this is an earlier version of, the oldest at place 0: they are published together, as one asset. */
  earlierOf: z.object({ row: stagedIdSchema, place: z.number().int().nonnegative() }).optional(),
  /** The dimensions that publishing asks for in this hub; absent for none. */
  required: z.array(dimensionFieldSchema).optional(),
  /** What is missing before it can be published. */
  missing: z.array(z.union([z.enum(REQUIRED_ATTRIBUTES), dimensionFieldSchema])),
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

export type RowField = z.infer<typeof rowFieldSchema>;
export type RowFields = z.infer<typeof rowFieldsSchema>;
export type RowChange = z.infer<typeof rowChangeSchema>;
export type StagedRow = z.infer<typeof stagedRowSchema>;
