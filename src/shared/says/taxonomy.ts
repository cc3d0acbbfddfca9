import type { TermFacet } from '../vocabulary/taxonomy.ts';
import type { NoValues } from './says.ts';

type OfFacet = { readonly facet: TermFacet };

/** The hub's own words. */
export type TaxonomySays = {
  readonly 'taxonomy.terms-by-lead': NoValues;
  readonly 'taxonomy.products-by-publishers': NoValues;
  readonly 'taxonomy.retired-by-lead': NoValues;
  readonly 'taxonomy.synonyms-by-lead': NoValues;
  /** Who may retire the term may not pass on the words that mean it. */
  readonly 'taxonomy.synonyms-passed-on-by-lead': OfFacet;
  readonly 'taxonomy.name-taken': OfFacet;
  readonly 'taxonomy.another-successor': OfFacet;
  readonly 'taxonomy.no-such-term': OfFacet & { readonly term: string };
  readonly 'taxonomy.unsearchable-word': { readonly word: string };
  readonly 'taxonomy.two-words': NoValues;
};
