import { z } from 'zod';
import { withDimensions } from '../../shared/dimension-values.ts';
import { MOST_KIT_ITEMS, MOST_PAGE_RUNS, MOST_PAGES } from '../../shared/limits.ts';
import {
  type DimensionField,
  dimensionFieldsIn,
  isDimensionField,
} from '../../shared/vocabulary/asset-fields.ts';
import { ASSET_STATUSES, AUDIENCES } from '../../shared/vocabulary/assets.ts';
import { plainMemberIdSchema } from '../../shared/vocabulary/id-schemas.ts';
import { GUIDANCE, KIT_FIELDS, type KitField } from '../../shared/vocabulary/kits.ts';
import {
  assetId,
  chosenFilters,
  day,
  kitItemId,
  line,
  optionalLine,
  prose,
  settingWord,
  termIds,
  versionId,
} from '../kernel/fields.ts';
import { PLACE_PATTERN } from './item-order.ts';

/** What is said of a kit and of what it holds: each field a last-writer-wins register, so that two people who change different ones both do. */

const page = z.number().int().positive().max(MOST_PAGES);

/** A query whose answer is the kit: words, filters by names (later versions may know more of them), order, and how many. */
const smartSchema = z.object({
  query: optionalLine,
  filters: chosenFilters,
  sort: settingWord,
  limit: z.number().int().positive().max(MOST_KIT_ITEMS),
});
export type SmartQuery = z.infer<typeof smartSchema>;

const guidance = Object.fromEntries(GUIDANCE.map((name) => [name, prose])) as Record<
  (typeof GUIDANCE)[number],
  typeof prose
>;

const plainFieldsSchema = z.object({
  name: line,
  summary: prose,
  ...guidance,
  stages: termIds,
  personas: termIds,
  products: termIds,
  /** As it was chosen; one that holds something internal is internal whatever was. */
  audience: z.enum(AUDIENCES),
  status: z.enum(ASSET_STATUSES),
  releaseOn: day.nullable(),
  expiresOn: day.nullable(),
  owner: plainMemberIdSchema.nullable(),
  /** Who looks at it again when that is due; null: its owner does. */
  verifier: plainMemberIdSchema.nullable(),
  /** The picture of a page of one of its assets. */
  cover: z.object({ asset: assetId, page }).nullable(),
  smart: smartSchema.nullable(),
  /** Its making was taken back. */
  gone: z.boolean(),
} satisfies Readonly<Record<KitField, z.ZodType>>);

/** Some of the fields, and the terms of dimensions. */
export const someKitFieldsSchema = withDimensions(plainFieldsSchema.partial());
/** The same of a kit that somebody keeps for themselves. */
export const ownKitFieldsSchema = withDimensions(plainFieldsSchema.partial().required({ name: true }));
/** The same of one that is made. */
export const madeKitFieldsSchema = withDimensions(
  plainFieldsSchema.partial().required({ name: true, status: true }),
);

type PlainKitFields = z.infer<typeof plainFieldsSchema>;
export type KitFields = PlainKitFields & { [Field in DimensionField]?: string[] };

/** What a field is where nobody said anything. */
export const KIT_DEFAULTS: PlainKitFields = {
  name: '',
  summary: '',
  objective: '',
  whenToRun: '',
  talkTrack: '',
  redFlags: '',
  stages: [],
  personas: [],
  products: [],
  audience: 'customer',
  status: 'draft',
  releaseOn: null,
  expiresOn: null,
  owner: null,
  verifier: null,
  cover: null,
  smart: null,
  gone: false,
};

const itemFieldsSchema = z.object({
  asset: assetId,
  /** Runs of pages, both ends among them; none: the whole document. */
  pages: z.array(z.tuple([page, page])).max(MOST_PAGE_RUNS),
  /** Whatever comes after it; null: always the current one. */
  version: versionId.nullable(),
  /** Why it is in the kit. */
  why: optionalLine,
  place: z.string().regex(PLACE_PATTERN),
  removed: z.boolean(),
});

export type KitItemFields = z.infer<typeof itemFieldsSchema>;
export type KitItemField = keyof KitItemFields;
export const KIT_ITEM_FIELDS = Object.keys(itemFieldsSchema.shape) as readonly KitItemField[];

/** The same of an item: that it is not there. */
export const ITEM_DEFAULTS: Omit<KitItemFields, 'asset' | 'place'> = {
  pages: [],
  version: null,
  why: '',
  removed: false,
};

/** What is set of an item. */
const itemPatchSchema = itemFieldsSchema.partial().extend({ item: kitItemId });
export type KitItemPatch = z.infer<typeof itemPatchSchema>;
export const itemPatchesSchema = z.array(itemPatchSchema).max(MOST_KIT_ITEMS);

/** What of a kit somebody may propose who may not publish one. */
export const proposedFieldsSchema = withDimensions(
  plainFieldsSchema
    .pick({ name: true, summary: true, stages: true, personas: true, products: true })
    .extend(guidance)
    .partial()
    .required({ name: true }),
);

export const proposedItemsSchema = z
  .array(
    itemFieldsSchema
      .pick({ asset: true, pages: true, version: true, why: true })
      .partial()
      .required({ asset: true }),
  )
  .max(MOST_KIT_ITEMS);

/** The fields that values are given for: those that every kit has in their order, then dimensions by their ids. */
export function kitFieldsIn(values: { readonly [Name in keyof KitFields]?: unknown }): (keyof KitFields)[] {
  return [
    ...KIT_FIELDS.filter((field: KitField) => values[field] !== undefined),
    ...dimensionFieldsIn(values),
  ];
}

/** What a field is where nobody said anything: of a dimension no term. */
export function kitDefault<Field extends keyof KitFields>(field: Field): KitFields[Field] {
  const known: Partial<KitFields> = KIT_DEFAULTS;
  // Of a dimension there is none of its own; each other field has its own one.
  return (known[field] ?? (isDimensionField(field) ? [] : null)) as KitFields[Field];
}
