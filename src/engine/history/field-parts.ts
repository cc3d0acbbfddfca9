import { nameOfTerm } from '../../domain/taxonomy/term-selectors.ts';
import { type AssetAttribute, ATTRIBUTES } from '../../shared/vocabulary/asset-attributes.ts';
import type { LiveCatalog } from '../live/live-catalog.ts';

const FACETS = { types: 'type', stages: 'stage', personas: 'persona', products: 'product' } as const;

/** What a field's value consists of, terms and people by their names; empty where that is nothing. */
export function fieldParts(catalog: LiveCatalog, field: AssetAttribute, value: unknown): string[] {
  if (value === null || value === undefined || value === '') return [];
  if (Array.isArray(value)) return value.flatMap((item) => fieldParts(catalog, field, item));
  const text = String(value);
  const attribute = ATTRIBUTES[field];
  if (attribute.kind === 'person') return [catalog.member(text).name];
  if ('list' in attribute) return [nameOfTerm(catalog, FACETS[attribute.list], text) ?? text];
  return [text];
}
