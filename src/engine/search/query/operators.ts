import type { QueryField, ToldOperator } from '../../../shared/says/search.ts';
import { type DimensionField, isDimensionField } from '../../../shared/vocabulary/asset-fields.ts';
import { foldWord } from '../words/fold.ts';
import type { Operators, SearchWords } from '../words/search-words.ts';

/** What can be asked for beside words: `stage:decision`, `is:stale`, `owner:me`. */

/** An operator: one for an attribute or a dimension, or one of what is worked out of an asset. */
export type Field = QueryField | DimensionField;

/** What else operators may be called, in the order in which they are offered. */
const ALIASES: Readonly<Record<QueryField, readonly string[]>> = {
  stage: ['stages'],
  persona: ['personas'],
  type: ['types'],
  product: ['products'],
  tag: ['tags'],
  is: ['status'],
  owner: ['owners'],
  language: ['languages', 'lang'],
  audience: [],
  folder: ['folders', 'path'],
  file: ['format'],
};

/** The operators, in the order in which they are offered. */
export const FIELDS = Object.keys(ALIASES) as readonly QueryField[];

const byName = new Map<string, QueryField>(
  FIELDS.flatMap((field) => [field, ...ALIASES[field]].map((name) => [name, field] as const)),
);

/** The operator of a name that every hub has, whatever its case; undefined for any other word. */
export function fieldOf(name: string): QueryField | undefined {
  return byName.get(name.toLowerCase());
}

/** The same with a hub's own: what every hub has comes first. */
export function operatorNamed(name: string, operators: Operators): Field | undefined {
  return fieldOf(name) ?? operators.get(foldWord(name));
}

/** An operator as sentences tell it. */
export function toldOperator(field: Field, { dimensions }: Pick<SearchWords, 'dimensions'>): ToldOperator {
  if (!isDimensionField(field)) return field as QueryField;
  return { dimension: dimensions.find((one) => one.field === field)?.name ?? field };
}
