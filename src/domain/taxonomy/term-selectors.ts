import { MOST_DIMENSIONS } from '../../shared/limits.ts';
import { dimensionOfField, isDimensionField } from '../../shared/vocabulary/asset-fields.ts';
import type { Audience } from '../../shared/vocabulary/assets.ts';
import type { AnyFacet, TermFacet } from '../../shared/vocabulary/taxonomy.ts';
import type { Holds } from '../kernel/holds.ts';
import type { Register } from '../kernel/register.ts';
import { followed } from './successor.ts';
import { TERM_LISTS } from './synonyms.ts';
import { dimensionTermKey, type TaxonomyPart, type TaxonomyState } from './terms.ts';

/** What one asks of the hub's own words. */

type Catalog = Holds<TaxonomyPart>;
type ValueIn<Terms> = Terms extends Map<string, Register<infer Term>> ? Term : never;

/** A term of a list of the taxonomy, as it was defined last. */
export type TermOf<Facet extends AnyFacet> = Facet extends TermFacet
  ? ValueIn<TaxonomyState[(typeof TERM_LISTS)[Facet]]>
  : DimensionTerm;
/** A term of a dimension. */
type DimensionTerm = ValueIn<TaxonomyState['dimensionTerms']>;
/** A dimension, as it was defined last. */
export type Dimension = ValueIn<TaxonomyState['dimensions']>;
/** Words that mean the same, or a term. */
type Synonyms = ValueIn<TaxonomyState['synonyms']>;

/** The register of a term, in use or retired: of a list of the taxonomy or of a dimension. */
export function registerOfTerm<Facet extends AnyFacet>(
  { state }: Catalog,
  facet: Facet,
  id: string,
): Register<TermOf<Facet>> | undefined {
  const register: unknown = isDimensionField(facet)
    ? state.taxonomy.dimensionTerms.get(dimensionTermKey(dimensionOfField(facet), id))
    : state.taxonomy[TERM_LISTS[facet as TermFacet]].get(id);
  // Which list holds which terms, the compiler does not follow through the table.
  return register as Register<TermOf<Facet>> | undefined;
}

/** A term, in use or retired. */
export function knownTerm<Facet extends AnyFacet>(
  catalog: Catalog,
  facet: Facet,
  id: string,
): TermOf<Facet> | undefined {
  return registerOfTerm(catalog, facet, id)?.value;
}

/** All terms of a list or a dimension, in use or retired. */
export function allTerms<Facet extends AnyFacet>({ state }: Catalog, facet: Facet): TermOf<Facet>[] {
  const values: unknown = isDimensionField(facet)
    ? termsOfDimension(state.taxonomy, dimensionOfField(facet))
    : [...state.taxonomy[TERM_LISTS[facet as TermFacet]].values()].map(({ value }) => value);
  return values as TermOf<Facet>[];
}

function termsOfDimension({ dimensionTerms }: TaxonomyState, dimension: string): DimensionTerm[] {
  return [...dimensionTerms.values()].flatMap(({ value }) => (value.dimension === dimension ? [value] : []));
}

/** Says whether a term was defined, in use or retired. */
export function isTerm(catalog: Catalog, facet: AnyFacet, id: string): boolean {
  return registerOfTerm(catalog, facet, id) !== undefined;
}

/** The term that a retired one was given up for, over any number of steps; the term itself where there is none, or where they form a ring. */
export function succeeding(catalog: Catalog, facet: AnyFacet, id: string): string {
  return followed((term) => registerOfTerm(catalog, facet, term)?.value, id);
}

/** All dimensions, in use or retired, in their order. */
export function allDimensions({ state }: Catalog): Dimension[] {
  return [...state.taxonomy.dimensions.values()]
    .map(({ value }) => value)
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

/**
 * The dimensions in use, in their order: those that are not retired, of more than a hub may have the first ones. Two leads who each define the
 * last one that there is room for see the same of them everywhere, and the other one once another was retired.
 */
export function dimensionsInUse(catalog: Catalog): Dimension[] {
  return allDimensions(catalog)
    .filter(({ retired }) => retired !== true)
    .slice(0, MOST_DIMENSIONS);
}

/** A dimension, in use or retired. */
export function knownDimension({ state }: Catalog, id: string): Dimension | undefined {
  return state.taxonomy.dimensions.get(id)?.value;
}

/** What a term is called. */
export function nameOfTerm(catalog: Catalog, facet: AnyFacet, id: string): string | undefined {
  return knownTerm(catalog, facet, id)?.name;
}

/** For whom assets of a type are, where they do not say otherwise. Who asks decides for whom those of an unknown type are. */
export function audienceOfType(catalog: Catalog, type: string): Audience | undefined {
  return knownTerm(catalog, 'type', type)?.audience;
}

/** After how many days an asset of a type is due for review; undefined where nobody said. */
export function reviewDaysOfType(catalog: Catalog, type: string): number | undefined {
  return knownTerm(catalog, 'type', type)?.reviewDays;
}

/** Whether assets of a type come out only once reviewers have approved them. */
export function typeNeedsReview(catalog: Catalog, type: string): boolean {
  return knownTerm(catalog, 'type', type)?.needsReview === true;
}

/** All groups of synonyms, in use or retired. */
export function allSynonyms({ state }: Catalog): Synonyms[] {
  return [...state.taxonomy.synonyms.values()].map(({ value }) => value);
}

/** The groups of synonyms in use. */
export function synonymsInUse(catalog: Catalog): Synonyms[] {
  return allSynonyms(catalog).filter(({ retired }) => retired !== true);
}

/** Other words that stand for a term: those of a group in use, of a term of a dimension its own. */
export function wordsForTerm(catalog: Catalog, facet: AnyFacet, id: string): string[] {
  if (isDimensionField(facet)) return [...(knownTerm(catalog, facet, id)?.synonyms ?? [])];
  return synonymsInUse(catalog).flatMap(({ words, means }) =>
    means.facet === facet && means.term === id ? words : [],
  );
}

/** A group of synonyms, in use or retired. */
export function knownSynonyms({ state }: Catalog, id: string): Synonyms | undefined {
  return state.taxonomy.synonyms.get(id)?.value;
}
