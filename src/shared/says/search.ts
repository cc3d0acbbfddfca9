import type { AttributeOperator } from '../vocabulary/asset-attributes.ts';
import type { NoValues } from './says.ts';

/** An operator of a query: one for an attribute, or one of what is worked out of an asset. */
export type QueryField = AttributeOperator | 'is' | 'file';

type Unknown = { readonly field: QueryField; readonly value: string };
type Named = Unknown & { readonly names: readonly string[] };

/** What one should know of what a search found. */
export type SearchSays = {
  readonly 'search.no-word': NoValues;
  /** `count`: how many words were used. */
  readonly 'search.long': { readonly count: number };
  readonly 'search.mending': NoValues;
  readonly 'search.still-reading': { readonly count: number };
  /** Nothing can be named instead; else what is near, all that there are, or some of them. */
  readonly 'search.unknown-value': Unknown;
  readonly 'search.unknown-value-near': Unknown & { readonly near: string };
  readonly 'search.unknown-value-all': Named;
  readonly 'search.unknown-value-some': Named;
};
