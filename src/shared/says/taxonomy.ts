import type { ToldFacet } from '../vocabulary/taxonomy.ts';
import type { NoValues } from './says.ts';

type OfFacet = { readonly facet: ToldFacet };

/** The hub's own words. */
export type TaxonomySays = {
  readonly 'taxonomy.terms-by-lead': NoValues;
  readonly 'taxonomy.products-by-publishers': NoValues;
  readonly 'taxonomy.retired-by-lead': NoValues;
  readonly 'taxonomy.synonyms-by-lead': NoValues;
  /** Who may retire the term may not pass on the words that mean it. */
  readonly 'taxonomy.synonyms-passed-on-by-lead': OfFacet;
  readonly 'taxonomy.name-taken': OfFacet;
  readonly 'taxonomy.dimension-name-taken': NoValues;
  /** It would be called as a field that every asset has. */
  readonly 'taxonomy.dimension-name-reserved': { readonly name: string };
  readonly 'taxonomy.most-dimensions': { readonly most: number };
  readonly 'taxonomy.no-such-dimension': { readonly dimension: string };
  readonly 'taxonomy.one-term': { readonly dimension: string };
  readonly 'taxonomy.dimension-needed': { readonly dimension: string };
  readonly 'taxonomy.tags-by-lead': NoValues;
  readonly 'taxonomy.not-of-type': NoValues;
  readonly 'taxonomy.not-tagged': NoValues;
  readonly 'taxonomy.another-successor': OfFacet;
  readonly 'taxonomy.no-such-term': OfFacet & { readonly term: string };
  readonly 'taxonomy.unsearchable-word': { readonly word: string };
  readonly 'taxonomy.two-words': NoValues;
};
