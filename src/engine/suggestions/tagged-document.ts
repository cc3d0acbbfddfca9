import type { Holds } from '../../domain/kernel/holds.ts';
import type { TaxonomyPart } from '../../domain/taxonomy/terms.ts';
import { type AttributeOf, attributesOf } from '../../shared/vocabulary/asset-attributes.ts';
import type { DimensionField } from '../../shared/vocabulary/asset-fields.ts';
import { dimensionFields } from '../assets/dimension-fields.ts';
import type { Signals } from './signals.ts';

/** The attributes that are suggested: those of which there are some few values, whatever else comes. */
type SuggestedAttribute = AttributeOf<'term' | 'terms' | 'audience' | 'language'>;
/** The content type first: the others depend on it. */
export const SUGGESTED: readonly SuggestedAttribute[] = attributesOf('term', 'terms', 'audience', 'language');

/** Whatever is suggested: attributes, and the terms of dimensions. */
export type SuggestedField = SuggestedAttribute | DimensionField;

/** What is suggested in a hub: the attributes, then its dimensions in use. */
export function suggestedFields(catalog: Holds<TaxonomyPart>): SuggestedField[] {
  return [...SUGGESTED, ...dimensionFields(catalog)];
}

/** A document that somebody tagged. */
export type TaggedDocument = Signals & {
  readonly values: Readonly<Partial<Record<SuggestedField, readonly string[]>>>;
};
