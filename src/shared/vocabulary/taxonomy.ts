import type { TermList } from './asset-attributes.ts';

/** The lists of terms that the taxonomy has. */
export const TERM_FACETS = ['stage', 'persona', 'type', 'product'] as const;
export type TermFacet = (typeof TERM_FACETS)[number];

/** The facet whose terms stand in a list of the taxonomy. */
export const FACET_OF_LIST = {
  types: 'type',
  stages: 'stage',
  personas: 'persona',
  products: 'product',
} as const satisfies Readonly<Record<TermList, TermFacet>>;
