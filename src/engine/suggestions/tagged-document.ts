import { type AttributeOf, attributesOf } from '../../shared/vocabulary/asset-attributes.ts';
import type { Signals } from './signals.ts';

/** The attributes that are suggested: those of which there are some few values, whatever else comes. */
export type SuggestedAttribute = AttributeOf<'term' | 'terms' | 'audience' | 'language'>;
/** The content type first: the others depend on it. */
export const SUGGESTED: readonly SuggestedAttribute[] = attributesOf('term', 'terms', 'audience', 'language');

/** A document that somebody tagged. */
export type TaggedDocument = Signals & {
  readonly values: Readonly<Partial<Record<SuggestedAttribute, readonly string[]>>>;
};
