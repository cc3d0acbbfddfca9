import { z } from 'zod';
import { cleanLine } from '../../shared/clean-line.ts';
import { LONGEST_REVIEW_DAYS, LONGEST_SYNONYM, MOST_SYNONYMS } from '../../shared/limits.ts';
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

/** Words that people use for something. */
const synonymWords = z
  .array(z.string().transform(cleanLine).pipe(shortText.max(LONGEST_SYNONYM)))
  .max(MOST_SYNONYMS);

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
/** A further list of terms that assets are told apart by, beside those that every hub has. */
const dimensionBody = z.object({
  id: termId,
  name: line,
  /** An asset may have several of its terms. */
  many: z.boolean(),
  /** Publishing asks for it. */
  required: z.boolean(),
  order,
  retired: z.boolean().optional(),
});
/** A term of a dimension. Its id is one of its dimension's: two dimensions may each have an `other`. */
const dimensionTermBody = z.object({
  dimension: termId,
  id: termId,
  name: line,
  definition: prose,
  /** Other words that find what is tagged with it. */
  synonyms: synonymWords,
  order,
  ...retirement,
});
/** Words for the same thing, or for a term: searching for one finds the others. */
const synonymsBody = z.object({
  id: termId,
  words: synonymWords.min(1),
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
  readonly dimensions: Terms<typeof dimensionBody>;
  /** By dimension and term, see {@link dimensionTermKey}. */
  readonly dimensionTerms: Terms<typeof dimensionTermBody>;
};

export type TaxonomyPart = { readonly taxonomy: TaxonomyState };

const emptyTaxonomy = (): TaxonomyState => ({
  stages: new Map(),
  personas: new Map(),
  types: new Map(),
  products: new Map(),
  synonyms: new Map(),
  dimensions: new Map(),
  dimensionTerms: new Map(),
});
const LISTS = Object.keys(emptyTaxonomy()) as readonly (keyof TaxonomyState)[];

/** The lists that hubs had none of at first. */
const LATER: ReadonlySet<keyof TaxonomyState> = new Set(['dimensions', 'dimensionTerms']);

export const taxonomy = defineCollection({
  name: 'taxonomy',
  topics: ['taxonomy'],
  inEveryText: true,
  empty: (): TaxonomyPart => ({ taxonomy: emptyTaxonomy() }),
  toJson: ({ taxonomy: state }: TaxonomyPart) =>
    // A hub without dimensions has the text that it had before there were any.
    Object.fromEntries(
      LISTS.filter((list) => state[list].size > 0 || !LATER.has(list)).map((list) => [
        list,
        [...state[list]],
      ]),
    ),
  fill({ taxonomy: state }: TaxonomyPart, json) {
    const lists = json as Partial<Record<keyof TaxonomyState, Entries<never>>>;
    for (const list of LISTS) fillMap(state[list] as Map<string, never>, lists[list] ?? []);
  },
});

/** Where a term of a dimension stands among those of all. */
export function dimensionTermKey(dimension: string, term: string): string {
  return `${dimension}/${term}`;
}

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

export const dimensionDefined = defineEvent({
  kind: 'dimension-defined',
  body: dimensionBody,
  leaves: 'leaves.terms',
  roles: LEADS,
  into: taxonomy,
  entry: termOf,
  over: (state, { id }) => [state.taxonomy.dimensions.get(id)?.stamp],
  fold: (state, body, { stamp }) => define(state.taxonomy.dimensions, body, stamp),
});

export const dimensionTermDefined = defineEvent({
  kind: 'dimension-term-defined',
  body: dimensionTermBody,
  leaves: 'leaves.terms',
  roles: LEADS,
  into: taxonomy,
  entry: ({ dimension, id }) => dimensionTermKey(dimension, id),
  over: (state, { dimension, id }) => [
    state.taxonomy.dimensionTerms.get(dimensionTermKey(dimension, id))?.stamp,
  ],
  fold({ taxonomy: state }, body, { stamp }) {
    const key = dimensionTermKey(body.dimension, body.id);
    state.dimensionTerms.set(key, later(state.dimensionTerms.get(key), stamp, body));
  },
});
