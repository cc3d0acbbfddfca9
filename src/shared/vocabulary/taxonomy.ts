import type { TermList } from './asset-attributes.ts';
import { type DimensionField, isDimensionField } from './asset-fields.ts';

/** The lists of terms that the taxonomy has. */
export const TERM_FACETS = ['stage', 'persona', 'type', 'product'] as const;
export type TermFacet = (typeof TERM_FACETS)[number];

/** The facet whose terms stand in a list of the taxonomy. */
const FACET_OF_LIST = {
  types: 'type',
  stages: 'stage',
  personas: 'persona',
  products: 'product',
} as const satisfies Readonly<Record<TermList, TermFacet>>;

/** Whatever has terms: a list of the taxonomy, or a dimension. */
export type AnyFacet = TermFacet | DimensionField;

const FIELD_OF_FACET = { stage: 'stages', persona: 'personas', type: 'type', product: 'products' } as const;

/** The field of assets that holds terms of a facet. */
export function fieldOfFacet(facet: AnyFacet): (typeof FIELD_OF_FACET)[TermFacet] | DimensionField {
  return isDimensionField(facet) ? facet : FIELD_OF_FACET[facet as TermFacet];
}

/** A facet as sentences tell it: a term of a dimension is a term, whichever dimension it is of. */
export type ToldFacet = TermFacet | 'term';

/** See {@link ToldFacet}. */
export function toldFacet(facet: AnyFacet): ToldFacet {
  return isDimensionField(facet) ? 'term' : (facet as TermFacet);
}

/** The facet whose terms stand in a list, of the taxonomy or of a dimension. */
export function facetOfList(list: TermList | DimensionField): AnyFacet {
  return isDimensionField(list) ? list : FACET_OF_LIST[list as TermList];
}
