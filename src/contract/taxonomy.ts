import { z } from 'zod';
import { audienceSchema, lineSchema, proseSchema, termIdSchema } from './common.ts';
import { procedure } from './errors.ts';

/** The shared words of a hub: buying stages, personas, content types, products. */

export const stageSchema = z.object({
  id: termIdSchema,
  name: z.string(),
  definition: z.string(),
  entryCriteria: z.string(),
  order: z.number(),
  retired: z.boolean(),
});
export const personaSchema = z.object({
  id: termIdSchema,
  name: z.string(),
  goals: z.string(),
  challenges: z.string(),
  order: z.number(),
  retired: z.boolean(),
});
export const typeSchema = z.object({
  id: termIdSchema,
  name: z.string(),
  audience: audienceSchema,
  order: z.number(),
  retired: z.boolean(),
});
export const productSchema = z.object({
  id: termIdSchema,
  name: z.string(),
  order: z.number(),
  retired: z.boolean(),
});

/** Words for one thing: they mean one another, or a term. */
export const synonymsSchema = z.object({
  id: termIdSchema,
  words: z.array(z.string()),
  means: z.discriminatedUnion('facet', [
    z.object({ facet: z.literal('same') }),
    z.object({ facet: z.enum(['stage', 'persona', 'type', 'product']), term: termIdSchema }),
  ]),
  retired: z.boolean(),
});

export const taxonomySchema = z.object({
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
export const termInputSchema = z.discriminatedUnion('facet', [
  z.object({
    facet: z.literal('stage'),
    id: termIdSchema.optional(),
    name: lineSchema,
    definition: proseSchema,
    entryCriteria: proseSchema,
    order: z.number().optional(),
    retired: z.boolean().optional(),
  }),
  z.object({
    facet: z.literal('persona'),
    id: termIdSchema.optional(),
    name: lineSchema,
    goals: proseSchema,
    challenges: proseSchema,
    order: z.number().optional(),
    retired: z.boolean().optional(),
  }),
  z.object({
    facet: z.literal('type'),
    id: termIdSchema.optional(),
    name: lineSchema,
    audience: audienceSchema,
    order: z.number().optional(),
    retired: z.boolean().optional(),
  }),
  z.object({
    facet: z.literal('product'),
    id: termIdSchema.optional(),
    name: lineSchema,
    order: z.number().optional(),
    retired: z.boolean().optional(),
  }),
]);

/** Synonyms to add (no id) or to change; retired ones are not used. Leads only. */
export const synonymsInputSchema = synonymsSchema.extend({
  id: termIdSchema.optional(),
  words: z.array(z.string().trim().min(1).max(100)).min(1).max(30),
  retired: z.boolean().optional(),
});

export const taxonomyContract = {
  get: procedure.output(taxonomySchema),
  define: procedure.input(termInputSchema).output(z.object({ id: termIdSchema })),
  defineSynonyms: procedure.input(synonymsInputSchema).output(z.object({ id: termIdSchema })),
  /** How many of the synonyms that a new hub starts with this one lacks. */
  usualSynonyms: procedure.output(z.object({ missing: z.number().int() })),
  /** Adds those that are missing; answers their ids, so that it can be undone. Leads only. */
  addUsualSynonyms: procedure.output(z.object({ added: z.array(termIdSchema) })),
  /** Takes groups out of use, all at once. Leads only. */
  removeSynonyms: procedure
    .input(z.object({ ids: z.array(termIdSchema).max(1000) }))
    .output(z.object({ removed: z.number().int() })),
};

export type Stage = z.infer<typeof stageSchema>;
export type Persona = z.infer<typeof personaSchema>;
export type ContentType = z.infer<typeof typeSchema>;
export type Product = z.infer<typeof productSchema>;
export type Taxonomy = z.infer<typeof taxonomySchema>;
export type SynonymGroup = z.infer<typeof synonymsSchema>;
export type SynonymsInput = z.infer<typeof synonymsInputSchema>;
export type TermInput = z.infer<typeof termInputSchema>;
