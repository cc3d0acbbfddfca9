import { z } from 'zod';
import {
  FARTHEST_ORDER,
  LARGEST_AMOUNT,
  LONGEST_LANGUAGE,
  LONGEST_LINE,
  LONGEST_PROSE,
  LONGEST_TAG,
  MOST_CHOSEN,
  MOST_PAGES,
} from '../shared/limits.ts';
import { cleanName } from '../shared/person-name.ts';
import { type AnySays, isSays } from '../shared/says/says.ts';
import {
  type AssetField,
  type DimensionField,
  isAssetField,
  isDimensionField,
} from '../shared/vocabulary/asset-fields.ts';
import { ASSET_STATES, type AssetStateName, AUDIENCES, DOCUMENT_KINDS } from '../shared/vocabulary/assets.ts';
import { plainMemberIdSchema, termIdSchema } from '../shared/vocabulary/id-schemas.ts';
import { REQUEST_SIZES, REQUEST_STATUSES } from '../shared/vocabulary/requests.ts';
import { ROLES } from '../shared/vocabulary/roles.ts';
import { TERM_FACETS } from '../shared/vocabulary/taxonomy.ts';

/** Pieces that several areas of the contract share. */

export {
  assetIdSchema,
  commentIdSchema,
  memberIdSchema,
  plainMemberIdSchema,
  proposalIdSchema,
  requestIdSchema,
  sha256Schema,
  stagedIdSchema,
  termIdSchema,
  versionIdSchema,
} from '../shared/vocabulary/id-schemas.ts';
/** A calendar day, `2026-11-21`. Whether it exists is the use case's to say, in a sentence. */
export const daySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** Milliseconds since 1970. */
export const timeSchema = z.number();
export const lineSchema = z.string().trim().min(1).max(LONGEST_LINE);
/** A name of somebody or of a hub: what can't be seen in it is left out. */
export const nameSchema = z.string().transform(cleanName).pipe(lineSchema);
export const proseSchema = z.string().trim().max(LONGEST_PROSE);
/** Money as somebody says it, in the hub's currency. */
export const amountSchema = z.number().nonnegative().max(LARGEST_AMOUNT);
/** A page, slide or sheet, from 1. */
export const pageSchema = z.number().int().positive().max(MOST_PAGES);
/** Where a term is to stand in its list. */
export const orderSchema = z.number().min(-FARTHEST_ORDER).max(FARTHEST_ORDER);
export const languageSchema = z.string().max(LONGEST_LANGUAGE);
export const tagsSchema = z.array(z.string().trim().min(1).max(LONGEST_TAG)).max(MOST_CHOSEN);
/** The field of a dimension. */
export const dimensionFieldSchema = z.custom<DimensionField>(
  (name) => typeof name === 'string' && isDimensionField(name),
);
/** An attribute, or the field of a dimension. */
export const assetFieldSchema = z.custom<AssetField>(
  (name) => typeof name === 'string' && isAssetField(name),
);
/** A list of the taxonomy, or a dimension. */
export const anyFacetSchema = z.union([z.enum(TERM_FACETS), dimensionFieldSchema]);
export const chosenTermsSchema = z.array(termIdSchema).max(MOST_CHOSEN);

export const roleSchema = z.enum(ROLES);
export const audienceSchema = z.enum(AUDIENCES);
/** The one state that an asset is in: the first of these that holds. */
export const assetStateSchema = z.enum(ASSET_STATES);
export const requestStatusSchema = z.enum(REQUEST_STATUSES);
export const requestSizeSchema = z.enum(REQUEST_SIZES);
export const documentKindSchema = z.enum(DOCUMENT_KINDS);

/** What was called the status before verification was a state of its own: what stands in rows for other programs stays as it was. */
export function statusOfState(state: AssetStateName): Exclude<AssetStateName, 'verified'> {
  return state === 'verified' ? 'published' : state;
}

/** A member as others see one. */
export const memberSchema = z.object({
  id: plainMemberIdSchema,
  name: z.string(),
  role: roleSchema,
  /** They came in within the last day; told where something of theirs is shown that weighs. */
  isNew: z.boolean().optional(),
  /** Another one's name that looks the same; told where `isNew` is. */
  looksLike: z.string().optional(),
});

/** What the engine tells people: a code with its values. `src/words` has the sentence. */
export const saysSchema = z.custom<AnySays>(isSays);

/**
 * What an error carries across the border. `says`: what happened, what is safe, what to do; `retry`: whether the same call may work
 * later; `field`, `asset`: what it is about.
 */
export const wireErrorSchema = z.object({
  says: saysSchema,
  retry: z.boolean(),
  field: z.string().optional(),
  asset: z.string().optional(),
});

/** A text cut into parts, some of them matches: never markup. */
export const markedTextSchema = z.array(z.object({ text: z.string(), marked: z.boolean() }));

/** How many pages of how many have no text. */
export const missingPagesSchema = z.object({ pagesWithoutText: z.number(), pageCount: z.number() });

/** Whether the text of a version can be searched. `reason`: an `UnsearchableReason`, or one that only other versions of Kitbag know. */
export const textStateSchema = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('searchable'),
    /** A recording: what is said in it is found through its captions. */
    by: z.literal('captions').exactOptional(),
  }),
  z.object({
    state: z.literal('partly'),
    reason: z.string(),
    /** Absent in rows that an older version of Kitbag had read. */
    missing: missingPagesSchema.exactOptional(),
  }),
  z.object({ state: z.literal('not'), reason: z.string() }),
]);

export type Member = z.infer<typeof memberSchema>;
export type MarkedText = z.infer<typeof markedTextSchema>;
export type TextState = z.infer<typeof textStateSchema>;
