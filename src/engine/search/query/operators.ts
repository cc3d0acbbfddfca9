import type { AttributeOperator } from '../../../shared/vocabulary/asset-attributes.ts';

/** What can be asked for beside words: `stage:decision`, `is:stale`, `owner:me`. */

/** An operator: one for an attribute, or one of what is worked out of an asset. */
export type Field = AttributeOperator | 'is' | 'file';

type About = {
  /** What it is called in a sentence: ‘No stage is called …’. */
  readonly noun: string;
  /** At the front of what was understood: `Stage: Decision`. */
  readonly label: string;
  /** Beside the name where it is offered. */
  readonly does: string;
  readonly aliases: readonly string[];
};

/** How operators are called and what they do, in the order in which they are offered. */
export const ABOUT: Readonly<Record<Field, About>> = {
  stage: { noun: 'stage', label: 'Stage', does: 'for a buying stage', aliases: ['stages'] },
  persona: { noun: 'persona', label: 'Persona', does: 'for a persona', aliases: ['personas'] },
  type: { noun: 'content type', label: 'Type', does: 'of a content type', aliases: ['types'] },
  product: { noun: 'product', label: 'Product', does: 'for a product', aliases: ['products'] },
  tag: { noun: 'tag', label: 'Tag', does: 'with a tag', aliases: ['tags'] },
  is: { noun: 'state', label: '', does: 'stale, unrated, verified…', aliases: ['status'] },
  owner: { noun: 'owner', label: 'Owner', does: 'that somebody looks after', aliases: ['owners'] },
  language: { noun: 'language', label: 'Language', does: 'in a language', aliases: ['languages', 'lang'] },
  audience: { noun: 'audience', label: 'Audience', does: 'internal or customer-facing', aliases: [] },
  file: { noun: 'kind of file', label: 'File', does: 'as a PDF, slides, a video…', aliases: ['format'] },
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
