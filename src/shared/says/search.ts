import type { AttributeOperator } from '../vocabulary/asset-attributes.ts';
import type { Audience } from '../vocabulary/assets.ts';
import type { FileGroup, QueryState } from '../vocabulary/query-values.ts';
import type { NoValues, Says } from './says.ts';

/** An operator of a query: one for an attribute, or one of what is worked out of an asset. */
export type QueryField = AttributeOperator | 'is' | 'file';

/** An operator as sentences tell it: one for a dimension by the dimension's name. */
export type ToldOperator = QueryField | { readonly dimension: string };

/** What an operator can ask for: what people named, or a word of the vocabulary. */
type ValueSays = {
  readonly 'search.named': { readonly name: string };
  readonly 'search.state': { readonly state: QueryState };
  readonly 'search.file-group': { readonly group: FileGroup };
  readonly 'search.audience': { readonly audience: Audience };
  readonly 'search.language': { readonly language: string };
  readonly 'search.me': NoValues;
  readonly 'search.nobody': NoValues;
};
export type SearchValue = Says<keyof ValueSays>;

type Asked = { readonly field: ToldOperator; readonly values: readonly SearchValue[] };
type Unknown = { readonly field: ToldOperator; readonly value: string };
type Named = Unknown & { readonly names: readonly SearchValue[] };

/** What one should know of what a search found. */
export type SearchSays = ValueSays & {
  readonly 'search.no-word': NoValues;
  /** `count`: how many words were used. */
  readonly 'search.long': { readonly count: number };
  /** What was found has some of the words. */
  readonly 'search.none-has-all': NoValues;
  readonly 'search.mending': NoValues;
  readonly 'search.still-reading': { readonly count: number };
  /** Nothing can be named instead; else what is near, all that there are, or some of them. */
  readonly 'search.unknown-value': Unknown;
  readonly 'search.unknown-value-near': Unknown & { readonly near: SearchValue };
  readonly 'search.unknown-value-all': Named;
  readonly 'search.unknown-value-some': Named;
  /** What an operator of the query asks for, or leaves out: one of the values. */
  readonly 'search.asked': Asked;
  readonly 'search.not-asked': Asked;
  /** Words that are left out. */
  readonly 'search.without': { readonly words: string };
  /** What an operator is for, where it is offered. */
  readonly 'search.operator': { readonly field: ToldOperator };
};
