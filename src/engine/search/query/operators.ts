import type { QueryField } from '../../../shared/says/search.ts';

/** What can be asked for beside words: `stage:decision`, `is:stale`, `owner:me`. */

/** An operator: one for an attribute, or one of what is worked out of an asset. */
export type Field = QueryField;

type About = {
  /** At the front of what was understood: `Stage: Decision`. */
  readonly label: string;
  /** Beside the name where it is offered. */
  readonly does: string;
  readonly aliases: readonly string[];
};

/** How operators are called and what they do, in the order in which they are offered. */
export const ABOUT: Readonly<Record<Field, About>> = {
  stage: { label: 'Stage', does: 'for a buying stage', aliases: ['stages'] },
  persona: { label: 'Persona', does: 'for a persona', aliases: ['personas'] },
  type: { label: 'Type', does: 'of a content type', aliases: ['types'] },
  product: { label: 'Product', does: 'for a product', aliases: ['products'] },
  tag: { label: 'Tag', does: 'with a tag', aliases: ['tags'] },
  is: { label: '', does: 'stale, unrated, verified…', aliases: ['status'] },
  owner: { label: 'Owner', does: 'that somebody looks after', aliases: ['owners'] },
  language: { label: 'Language', does: 'in a language', aliases: ['languages', 'lang'] },
  audience: { label: 'Audience', does: 'internal or customer-facing', aliases: [] },
  file: { label: 'File', does: 'as a PDF, slides, a video…', aliases: ['format'] },
};

/** The operators, in the order in which they are offered. */
export const FIELDS = Object.keys(ABOUT) as readonly Field[];

const byName = new Map<string, Field>(
  FIELDS.flatMap((field) => [field, ...ABOUT[field].aliases].map((name) => [name, field] as const)),
);

/** The operator of a name, whatever its case; undefined for any other word. */
export function fieldOf(name: string): Field | undefined {
  return byName.get(name.toLowerCase());
}
