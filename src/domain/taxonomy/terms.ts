import { z } from 'zod';
import { cleanLine } from '../../shared/clean-line.ts';
import { LONGEST_REVIEW_DAYS } from '../../shared/limits.ts';
import { AUDIENCES } from '../../shared/vocabulary/assets.ts';
import { TERM_FACETS } from '../../shared/vocabulary/taxonomy.ts';
import { defineCollection } from '../kernel/define-collection.ts';
import { defineEvent } from '../kernel/define-event.ts';
import { line, order, prose, shortText, termId } from '../kernel/fields.ts';
import { later, type Register } from '../kernel/register.ts';
import { LEADS, MARKETERS } from '../kernel/roles.ts';
import { type Entries, fillMap } from '../kernel/snapshot-json.ts';

/** The terms of the taxonomy and the words for them: each is written as a whole, and the last word counts. */

/** What terms of the taxonomy have in common when they are given up. */
const retirement = {
  retired: z.boolean().optional(),
  /** The term that took the place of a retired one: what is asked for this one is asked for that. */
  successor: termId.optional(),
};

const stageBody = z.object({
  id: termId,
  name: line,
  definition: prose,
  entryCriteria: prose,
  order,
  ...retirement,
});
const personaBody = z.object({
  id: termId,
  name: line,
  goals: prose,
  challenges: prose,
  order,
  ...retirement,
});
const typeBody = z.object({
  id: termId,
  name: line,
  audience: z.enum(AUDIENCES),
  order,
  /** After how many days somebody looks again whether an asset of the type is still right; absent: as usual. */
  reviewDays: z.number().int().min(1).max(LONGEST_REVIEW_DAYS).optional(),
  /** Nothing of the type comes out before reviewers have approved it. */
  needsReview: z.boolean().optional(),
  ...retirement,
});
const productBody = z.object({ id: termId, name: line, order, ...retirement });
/** Words for the same thing, or for a term: searching for one finds the others. */
const synonymsBody = z.object({
  id: termId,
  words: z
    .array(z.string().transform(cleanLine).pipe(shortText.max(100)))
    .min(1)
    .max(30),
  means: z.discriminatedUnion('facet', [
    z.object({ facet: z.literal('same') }),
    ...TERM_FACETS.map((facet) => z.object({ facet: z.literal(facet), term: termId })),
  ]),
  retired: z.boolean().optional(),
});

type Terms<Body extends z.ZodType> = Map<string, Register<z.infer<Body>>>;

/** The lists of terms, and the groups of synonyms. */
export type TaxonomyState = {
  readonly stages: Terms<typeof stageBody>;
  readonly personas: Terms<typeof personaBody>;
  readonly types: Terms<typeof typeBody>;
  readonly products: Terms<typeof productBody>;
  readonly synonyms: Terms<typeof synonymsBody>;
};

export type TaxonomyPart = { readonly taxonomy: TaxonomyState };

const emptyTaxonomy = (): TaxonomyState => ({
  stages: new Map(),
  personas: new Map(),
  types: new Map(),
  products: new Map(),
  synonyms: new Map(),
});
const LISTS = Object.keys(emptyTaxonomy()) as readonly (keyof TaxonomyState)[];

export const taxonomy = defineCollection({
  name: 'taxonomy',
  topics: ['taxonomy'],
  inEveryText: true,
  empty: (): TaxonomyPart => ({ taxonomy: emptyTaxonomy() }),
  toJson: ({ taxonomy: state }: TaxonomyPart) =>
    Object.fromEntries(LISTS.map((list) => [list, [...state[list]]])),
  fill({ taxonomy: state }: TaxonomyPart, json) {
    const lists = json as Record<keyof TaxonomyState, Entries<never>>;
    for (const list of LISTS) fillMap(state[list] as Map<string, never>, lists[list]);
  },
});

const termOf = ({ id }: { readonly id: string }): string => id;

/** Writes a term into its list. */
function define<Body extends { readonly id: string }>(
  terms: Map<string, Register<Body>>,
  body: Body,
  stamp: string,
): void {
  terms.set(body.id, later(terms.get(body.id), stamp, body));
}

export const stageDefined = defineEvent({
  kind: 'stage-defined',
  body: stageBody,
  leaves: 'leaves.terms',
  roles: LEADS,
  into: taxonomy,
  entry: termOf,
  over: (state, { id }) => [state.taxonomy.stages.get(id)?.stamp],
  fold: (state, body, { stamp }) => define(state.taxonomy.stages, body, stamp),
});

export const personaDefined = defineEvent({
  kind: 'persona-defined',
  body: personaBody,
  leaves: 'leaves.terms',
  roles: LEADS,
  into: taxonomy,
  entry: termOf,
  over: (state, { id }) => [state.taxonomy.personas.get(id)?.stamp],
  fold: (state, body, { stamp }) => define(state.taxonomy.personas, body, stamp),
});

export const typeDefined = defineEvent({
  kind: 'type-defined',
  body: typeBody,
  leaves: 'leaves.terms',
  roles: LEADS,
  into: taxonomy,
  entry: termOf,
  over: (state, { id }) => [state.taxonomy.types.get(id)?.stamp],
  fold: (state, body, { stamp }) => define(state.taxonomy.types, body, stamp),
});

export const productDefined = defineEvent({
  kind: 'product-defined',
  body: productBody,
  leaves: 'leaves.terms',
  roles: MARKETERS,
  into: taxonomy,
  entry: termOf,
  over: (state, { id }) => [state.taxonomy.products.get(id)?.stamp],
  fold: (state, body, { stamp }) => define(state.taxonomy.products, body, stamp),
});

export const synonymsDefined = defineEvent({
  kind: 'synonyms-defined',
  body: synonymsBody,
  leaves: 'leaves.terms',
  roles: LEADS,
  into: taxonomy,
  entry: termOf,
  over: (state, { id }) => [state.taxonomy.synonyms.get(id)?.stamp],
  fold: (state, body, { stamp }) => define(state.taxonomy.synonyms, body, stamp),
});
