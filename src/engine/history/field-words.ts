import { nameOfTerm } from '../../domain/taxonomy/term-selectors.ts';
import { type AssetAttribute, ATTRIBUTES } from '../../shared/vocabulary/asset-attributes.ts';
import type { LiveCatalog } from '../live/live-catalog.ts';

/** Fields and their values as people read them. */

const LABELS: Readonly<Record<AssetAttribute, string>> = {
  title: 'Title',
  summary: 'Summary',
  type: 'Content type',
  stages: 'Buying stages',
  personas: 'Personas',
  products: 'Products',
  audience: 'Audience',
  language: 'Language',
  tags: 'Tags',
  status: 'Status',
  releaseOn: 'Release day',
  expiresOn: 'Last day of use',
  owner: 'Owner',
  verifier: 'Verifier',
};

const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  audience: { internal: 'Internal only', customer: 'Customer-facing' },
  status: {
    draft: 'Draft',
    'in-review': 'In review',
    scheduled: 'Scheduled',
    published: 'Published',
    archived: 'Archived',
  },
};

const FACETS = { types: 'type', stages: 'stage', personas: 'persona', products: 'product' } as const;

/** The field's name for people. */
export function fieldLabel(field: AssetAttribute): string {
  return LABELS[field];
}

/** A field's value for people; terms by their names. */
export function fieldText(catalog: LiveCatalog, field: AssetAttribute, value: unknown): string {
  if (value === null || value === undefined || value === '') return 'None';
  if (Array.isArray(value)) {
    return value.length === 0 ? 'None' : value.map((item) => fieldText(catalog, field, item)).join(', ');
  }
  const text = String(value);
  const attribute = ATTRIBUTES[field];
  if (attribute.kind === 'person') return catalog.member(text).name;
  if ('list' in attribute) return nameOfTerm(catalog, FACETS[attribute.list], text) ?? text;
  return WORDS[field]?.[text] ?? text;
}

/** 'title', 'title and tags', 'title, summary and tags'. */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
