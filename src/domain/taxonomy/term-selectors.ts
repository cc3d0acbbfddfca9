import type { Audience } from '../../shared/vocabulary/assets.ts';
import type { TermFacet } from '../../shared/vocabulary/taxonomy.ts';
import type { Holds } from '../kernel/holds.ts';
import type { Register } from '../kernel/register.ts';
import { TERM_LISTS } from './synonyms.ts';
import type { TaxonomyPart, TaxonomyState } from './terms.ts';

/** What one asks of the hub's own words. */

type Catalog = Holds<TaxonomyPart>;
type ValueIn<Terms> = Terms extends Map<string, Register<infer Term>> ? Term : never;

/** A term of a list of the taxonomy, as it was defined last. */
export type TermOf<Facet extends TermFacet> = ValueIn<TaxonomyState[(typeof TERM_LISTS)[Facet]]>;
/** Words that mean the same, or a term. */
type Synonyms = ValueIn<TaxonomyState['synonyms']>;

function listOf<Facet extends TermFacet>(
  { state }: Catalog,
  facet: Facet,
): ReadonlyMap<string, Register<TermOf<Facet>>> {
  // Which list holds which terms, the compiler does not follow through the table.
  const list: unknown = state.taxonomy[TERM_LISTS[facet]];
  return list as ReadonlyMap<string, Register<TermOf<Facet>>>;
}

/** A term, in use or retired. */
export function knownTerm<Facet extends TermFacet>(
  catalog: Catalog,
  facet: Facet,
  id: string,
): TermOf<Facet> | undefined {
  return listOf(catalog, facet).get(id)?.value;
}

/** All terms of a list, in use or retired. */
export function allTerms<Facet extends TermFacet>(catalog: Catalog, facet: Facet): TermOf<Facet>[] {
  return [...listOf(catalog, facet).values()].map(({ value }) => value);
}

/** Says whether a term was defined, in use or retired. */
export function isTerm(catalog: Catalog, facet: TermFacet, id: string): boolean {
  return listOf(catalog, facet).has(id);
}

/** What a term is called. */
export function nameOfTerm(catalog: Catalog, facet: TermFacet, id: string): string | undefined {
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

/** A group of synonyms, in use or retired. */
export function knownSynonyms({ state }: Catalog, id: string): Synonyms | undefined {
  return state.taxonomy.synonyms.get(id)?.value;
}
