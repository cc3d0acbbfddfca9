import { attributesOf } from './asset-attributes.ts';

/** The attributes that a rule for imports can set: those that are chosen from some few values. */
export const RULED_ATTRIBUTES = attributesOf('term', 'terms', 'audience', 'language');
export type RuledAttribute = (typeof RULED_ATTRIBUTES)[number];
