import { z } from 'zod';
import { LONGEST_REVIEW_DAYS } from '../shared/limits.ts';
import { TERM_FACETS } from '../shared/vocabulary/taxonomy.ts';
import { audienceSchema, lineSchema, orderSchema, proseSchema, termIdSchema } from './common.ts';
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

const taxonomySchema = z.object({
  stages: z.array(stageSchema),
  personas: z.array(personaSchema),
  types: z.array(typeSchema),
  products: z.array(productSchema),
  synonyms: z.array(synonymsSchema),
  /** Tags in use, most used first. */
  tags: z.array(z.object({ tag: z.string(), count: z.number() })),
  /** Languages in use (BCP 47). */
  languages: z.array(z.string()),
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
]);

/** Synonyms to add (no id) or to change; retired ones are not used. Leads only. */
export const synonymsInputSchema = synonymsSchema.extend({
  id: termIdSchema.optional(),
  words: z.array(z.string().trim().min(1).max(100)).min(1).max(30),
  retired: z.boolean().optional(),
});

const facetSchema = z.enum(TERM_FACETS);

/** A term to give up, and the one that takes over what it was for. */
const retirementInputSchema = z.object({
  facet: facetSchema,
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

export const taxonomyContract = {
  get: procedure.output(taxonomySchema),
  define: procedure.input(termInputSchema).output(z.object({ id: termIdSchema, undo: undoSchema })),
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
export type TermInput = z.infer<typeof termInputSchema>;
export type RetirementInput = z.infer<typeof retirementInputSchema>;
export type RetirementEffect = z.infer<typeof retirementEffectSchema>;
export type Retired = { readonly undo?: string; readonly retagged: number };
