import { nameOfTerm } from '../../domain/taxonomy/term-selectors.ts';
import { type AssetAttribute, ATTRIBUTES } from '../../shared/vocabulary/asset-attributes.ts';
import { FACET_OF_LIST } from '../../shared/vocabulary/taxonomy.ts';
import type { LiveCatalog } from '../live/live-catalog.ts';

/** What a field's value consists of, terms and people by their names; empty where that is nothing. */
export function fieldParts(catalog: LiveCatalog, field: AssetAttribute, value: unknown): string[] {
  if (value === null || value === undefined || value === '') return [];
  if (Array.isArray(value)) return value.flatMap((item) => fieldParts(catalog, field, item));
  const text = String(value);
  const attribute = ATTRIBUTES[field];
  if (attribute.kind === 'person') return [catalog.member(text).name];
  if ('list' in attribute) return [nameOfTerm(catalog, FACET_OF_LIST[attribute.list], text) ?? text];
  return [text];
}
