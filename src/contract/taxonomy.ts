import { z } from 'zod';
import {
  LONGEST_REVIEW_DAYS,
  LONGEST_SYNONYM,
  LONGEST_TAG,
  MOST_NEW_TERMS,
  MOST_SYNONYMS,
} from '../shared/limits.ts';
import { TERM_FACETS } from '../shared/vocabulary/taxonomy.ts';
import { MOST_EDITED } from './asset-edits.ts';
import {
  anyFacetSchema,
  assetIdSchema,
  audienceSchema,
  lineSchema,
  orderSchema,
  proseSchema,
  termIdSchema,
} from './common.ts';
import { procedure } from './errors.ts';
import { undoSchema } from './undo.ts';

/** The shared words of a hub: buying stages, personas, content types, products. */

const stageSchema = z.object({
  id: termIdSchema,
  name: z.string(),
  definition: z.string(),
  entryCriteria: z.string(),
  order: z.number(),
  retired: z.boolean(),
});
const personaSchema = z.object({
  id: termIdSchema,
  name: z.string(),
  goals: z.string(),
  challenges: z.string(),
  order: z.number(),
  retired: z.boolean(),
});
const typeSchema = z.object({
  id: termIdSchema,
  name: z.string(),
  audience: audienceSchema,
  /** After how many days assets of the type are due for review; absent: as usual. */
  reviewDays: z.number().optional(),
  /** Nothing of the type comes out before reviewers have approved it. */
  needsReview: z.boolean().optional(),
  order: z.number(),
  retired: z.boolean(),
});
const productSchema = z.object({
  id: termIdSchema,
  name: z.string(),
  order: z.number(),
  retired: z.boolean(),
});

/** Words for one thing: they mean one another, or a term. */
const synonymsSchema = z.object({
  id: termIdSchema,
  words: z.array(z.string()),
  means: z.discriminatedUnion('facet', [
    z.object({ facet: z.literal('same') }),
    z.object({ facet: z.enum(TERM_FACETS), term: termIdSchema }),
  ]),
  retired: z.boolean(),
});

const dimensionTermSchema = z.object({
  id: termIdSchema,
  name: z.string(),
  definition: z.string(),
  /** Other words that find what is tagged with it. */
  synonyms: z.array(z.string()),
  order: z.number(),
  retired: z.boolean(),
});
const dimensionSchema = z.object({
  id: termIdSchema,
  name: z.string(),
  /** An asset may have several of its terms. */
  many: z.boolean(),
  /** Publishing asks for it. */
  required: z.boolean(),
  order: z.number(),
  retired: z.boolean(),
  /** One of those that the hub uses: not retired, and among the first that there is room for. */
  inUse: z.boolean(),
  /** What asks for it in a query; absent where every hub has an operator of that name. */
  operator: z.string().optional(),
  terms: z.array(dimensionTermSchema),
});

const taxonomySchema = z.object({
  stages: z.array(stageSchema),
  personas: z.array(personaSchema),
  types: z.array(typeSchema),
  products: z.array(productSchema),
  synonyms: z.array(synonymsSchema),
  /** Further lists, each with its terms; the retired ones too. */
  dimensions: z.array(dimensionSchema),
  /** Tags in use, most used first. */
  tags: z.array(z.object({ tag: z.string(), count: z.number() })),
  /** Languages in use (BCP 47). */
  languages: z.array(z.string()),
});

const wordsSchema = z.array(z.string().trim().min(1).max(LONGEST_SYNONYM)).max(MOST_SYNONYMS);

/** A dimension to add (no id) or to change, with terms to add to it by their names. Leads only. */
const dimensionInputSchema = z.object({
  id: termIdSchema.optional(),
  name: lineSchema,
  many: z.boolean().optional(),
  required: z.boolean().optional(),
  order: orderSchema.optional(),
  retired: z.boolean().optional(),
  terms: z.array(lineSchema).max(MOST_NEW_TERMS).optional(),
});

/** A term to add (no id: one is made from the name) or to change. Leads only; a marketer may add products. */
const termInputSchema = z.discriminatedUnion('facet', [
  z.object({
    facet: z.literal('stage'),
    id: termIdSchema.optional(),
    name: lineSchema,
    definition: proseSchema,
    entryCriteria: proseSchema,
    order: orderSchema.optional(),
    retired: z.boolean().optional(),
  }),
  z.object({
    facet: z.literal('persona'),
    id: termIdSchema.optional(),
    name: lineSchema,
    goals: proseSchema,
    challenges: proseSchema,
    order: orderSchema.optional(),
    retired: z.boolean().optional(),
  }),
  z.object({
    facet: z.literal('type'),
    id: termIdSchema.optional(),
    name: lineSchema,
    audience: audienceSchema,
    /** Absent: as it is; null: as usual. */
    reviewDays: z.number().int().min(1).max(LONGEST_REVIEW_DAYS).nullable().optional(),
    needsReview: z.boolean().optional(),
    order: orderSchema.optional(),
    retired: z.boolean().optional(),
  }),
  z.object({
    facet: z.literal('product'),
    id: termIdSchema.optional(),
    name: lineSchema,
    order: orderSchema.optional(),
    retired: z.boolean().optional(),
  }),
  z.object({
    facet: z.literal('term'),
    dimension: termIdSchema,
    id: termIdSchema.optional(),
    name: lineSchema,
    definition: proseSchema.optional(),
    synonyms: wordsSchema.optional(),
    order: orderSchema.optional(),
    retired: z.boolean().optional(),
  }),
]);

/** Synonyms to add (no id) or to change; retired ones are not used. Leads only. */
export const synonymsInputSchema = synonymsSchema.extend({
  id: termIdSchema.optional(),
  words: wordsSchema.min(1),
  retired: z.boolean().optional(),
});

/** A term to give up, and the one that takes over what it was for. */
const retirementInputSchema = z.object({
  facet: anyFacetSchema,
  id: termIdSchema,
  successor: termIdSchema.optional(),
});

/** What is tagged with a term, and what leaves coverage with it. */
const retirementEffectSchema = z.object({
  assets: z.number(),
  /** Of these, what reps may use, and what has no other term of the kind. */
  published: z.number(),
  alone: z.number(),
  /** Cells that are covered now; of stages and personas. */
  covered: z.number(),
  /** Demand for its cells in the last days. */
  demand: z.number(),
  days: z.number(),
  /** Open requests for it. */
  requests: z.number(),
  synonyms: z.number(),
  golden: z.number(),
});

/** What is told apart by a dimension, and what asks for it: none of it would be any more. */
const dimensionEffectSchema = z.object({
  /** What has terms of it; of these, what reps may use. */
  assets: z.number(),
  published: z.number(),
  /** Its terms in use; of these, those with something fresh to show. */
  terms: z.number(),
  covered: z.number(),
  /** Open requests that name it. */
  requests: z.number(),
  /** Rules for imports that say it, by their patterns. */
  rules: z.array(z.string()),
  /** What looks by it, by its names: shared views, searches kept on this device, smart kits. */
  views: z.array(z.string()),
  searches: z.array(z.string()),
  kits: z.array(z.string()),
  golden: z.number(),
});

/** How much a term is used. */
const termUseSchema = z.object({
  facet: anyFacetSchema,
  id: termIdSchema,
  assets: z.number(),
  /** Of these, what reps may use. */
  published: z.number(),
  /** Open requests that name it. */
  requests: z.number(),
});

/** A term of which some assets go over to another one, in use or made just now. */
const splitInputSchema = z.object({
  facet: anyFacetSchema,
  id: termIdSchema,
  to: z.union([z.object({ id: termIdSchema }), z.object({ name: lineSchema })]),
  /** The assets that go over; the others keep the term. */
  assets: z.array(assetIdSchema).min(1).max(MOST_EDITED),
});

/** What becomes of tags, wherever they stand: one tag of all, a term that is beside them, or nothing. */
const tagChangeSchema = z.object({
  tags: z.array(z.string().min(1).max(LONGEST_TAG)).min(1).max(1000),
  to: z.discriminatedUnion('is', [
    z.object({ is: z.literal('tag'), tag: z.string().trim().min(1).max(LONGEST_TAG) }),
    z.object({ is: z.literal('term'), facet: anyFacetSchema, id: termIdSchema.optional() }),
    z.object({ is: z.literal('nothing') }),
  ]),
  /** Says how many assets it would change, and changes nothing. */
  dryRun: z.boolean().optional(),
});
const retaggedSchema = z.object({ retagged: z.number(), undo: undoSchema });

export const taxonomyContract = {
  get: procedure.output(taxonomySchema),
  define: procedure.input(termInputSchema).output(z.object({ id: termIdSchema, undo: undoSchema })),
  defineDimension: procedure
    .input(dimensionInputSchema)
    .output(z.object({ id: termIdSchema, undo: undoSchema })),
  /** What giving up a dimension would take out of coverage, filters, views, rules and kits, before it is done. */
  dimensionRetirement: procedure.input(z.object({ id: termIdSchema })).output(dimensionEffectSchema),
  /** How much each term is used; those that nothing uses are left out. */
  usage: procedure.output(z.array(termUseSchema)),
  /** Takes assets from a term to another one. One write. Leads only. */
  split: procedure.input(splitInputSchema).output(retaggedSchema.extend({ id: termIdSchema })),
  /** Renames tags, makes one or a term of them, or takes them away. One write. Leads only. */
  changeTags: procedure.input(tagChangeSchema).output(retaggedSchema),
  /** What giving up a term would do, before it is done. */
  retirement: procedure.input(retirementInputSchema).output(retirementEffectSchema),
  /** Retires a term; with a successor, assets, demand, synonyms and golden queries go over to that one. One write. */
  retire: procedure.input(retirementInputSchema).output(z.object({ undo: undoSchema, retagged: z.number() })),
  defineSynonyms: procedure
    .input(synonymsInputSchema)
    .output(z.object({ id: termIdSchema, undo: undoSchema })),
  /** How many of the synonyms that a new hub starts with this one lacks. */
  usualSynonyms: procedure.output(z.object({ missing: z.number().int() })),
  /** Adds those that are missing, all at once; answers their ids. Leads only. */
  addUsualSynonyms: procedure.output(z.object({ added: z.array(termIdSchema), undo: undoSchema })),
};

export type Taxonomy = z.infer<typeof taxonomySchema>;
export type SynonymGroup = z.infer<typeof synonymsSchema>;
export type SynonymsInput = z.infer<typeof synonymsInputSchema>;
export type DimensionInput = z.infer<typeof dimensionInputSchema>;
export type Dimension = z.infer<typeof dimensionSchema>;
export type TermUse = z.infer<typeof termUseSchema>;
export type SplitInput = z.infer<typeof splitInputSchema>;
export type TagChange = z.infer<typeof tagChangeSchema>;
export type TermInput = z.infer<typeof termInputSchema>;
export type RetirementInput = z.infer<typeof retirementInputSchema>;
export type RetirementEffect = z.infer<typeof retirementEffectSchema>;
export type DimensionEffect = z.infer<typeof dimensionEffectSchema>;
export type Retired = { readonly undo?: string; readonly retagged: number };
