import { z } from 'zod';
import { withDimensions } from '../shared/dimension-values.ts';
import { LONGEST_LINE, LONGEST_PATH } from '../shared/limits.ts';
import {
  ATTRIBUTES,
  byAttribute,
  LIST_ATTRIBUTES,
  type ListAttribute,
} from '../shared/vocabulary/asset-attributes.ts';
import { ASSET_STATUSES, EDIT_REFUSALS } from '../shared/vocabulary/assets.ts';
import {
  assetIdSchema,
  audienceSchema,
  chosenTermsSchema,
  daySchema,
  languageSchema,
  lineSchema,
  plainMemberIdSchema,
  proseSchema,
  saysSchema,
  tagsSchema,
  termIdSchema,
} from './common.ts';
import { procedure } from './errors.ts';
import { undoSchema } from './undo.ts';

/** Changing what is said of assets: of one, of many at once, out of a table. */

export const statusSchema = z.enum(ASSET_STATUSES);

/** Fields to change; what is absent stays. */
export const assetChangesSchema = withDimensions(
  z.object(
    byAttribute({
      line: (required) => (required ? lineSchema : z.string().trim().max(LONGEST_LINE)),
      path: () => z.string().trim().max(LONGEST_PATH),
      prose: () => proseSchema,
      term: () => termIdSchema,
      terms: (required) => (required ? chosenTermsSchema.min(1) : chosenTermsSchema),
      tags: () => tagsSchema,
      audience: () => audienceSchema,
      status: () => statusSchema,
      language: () => languageSchema,
      day: () => daySchema.nullable(),
      person: () => plainMemberIdSchema.nullable(),
    }),
  ),
).partial();

const MEMBERS = { terms: chosenTermsSchema, tags: tagsSchema };
type ListSchemas = { readonly [Name in ListAttribute]: z.ZodArray<z.ZodString> };

/** Values of attributes that hold several. */
const listChangesSchema = withDimensions(
  // `fromEntries` forgets which key has which value; each comes from its own kind.
  z.object(
    Object.fromEntries(LIST_ATTRIBUTES.map((name) => [name, MEMBERS[ATTRIBUTES[name].kind]])) as ListSchemas,
  ),
).partial();

/** What is done to assets: values set, others added to those that each has, others taken from them. */
const assetEditSchema = z.object({
  set: assetChangesSchema.default({}),
  add: listChangesSchema.default({}),
  remove: listChangesSchema.default({}),
});

/** How many assets are changed at once. */
export const MOST_EDITED = 10_000;

/** An asset that was left as it is. `code` is for programs. */
const refusedSchema = z.object({ asset: z.string(), code: z.enum(EDIT_REFUSALS), says: saysSchema });

/** What came of changing assets. */
export const editedSchema = z.object({
  /** What was changed; on a dry run, what would be. */
  changed: z.array(assetIdSchema),
  /** How many were as they were to be. */
  unchanged: z.number(),
  refused: z.array(refusedSchema),
  undo: undoSchema,
});

export const changeManyProcedure = procedure
  .input(
    assetEditSchema.extend({
      assets: z.array(assetIdSchema).min(1).max(MOST_EDITED),
      /** Says what would be changed and changes nothing. */
      dryRun: z.boolean().optional(),
    }),
  )
  .output(editedSchema);

export type AssetChanges = z.infer<typeof assetChangesSchema>;
export type ListChanges = z.infer<typeof listChangesSchema>;
export type AssetEdit = z.infer<typeof assetEditSchema>;
export type Edited = z.infer<typeof editedSchema>;
