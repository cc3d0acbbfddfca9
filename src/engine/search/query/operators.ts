import type { QueryField } from '../../../shared/says/search.ts';

/** What can be asked for beside words: `stage:decision`, `is:stale`, `owner:me`. */

/** An operator: one for an attribute, or one of what is worked out of an asset. */
export type Field = QueryField;

/** What else operators may be called, in the order in which they are offered. */
const ALIASES: Readonly<Record<Field, readonly string[]>> = {
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
export const FIELDS = Object.keys(ALIASES) as readonly Field[];

const byName = new Map<string, Field>(
  FIELDS.flatMap((field) => [field, ...ALIASES[field]].map((name) => [name, field] as const)),
);

/** The operator of a name, whatever its case; undefined for any other word. */
export function fieldOf(name: string): Field | undefined {
  return byName.get(name.toLowerCase());
}
