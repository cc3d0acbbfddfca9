/** The lists of terms that the taxonomy has. */
export const TERM_FACETS = ['stage', 'persona', 'type', 'product'] as const;
export type TermFacet = (typeof TERM_FACETS)[number];
