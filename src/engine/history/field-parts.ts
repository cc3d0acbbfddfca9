import { nameOfTerm } from '../../domain/taxonomy/term-selectors.ts';
import { type AssetField, aboutField } from '../../shared/vocabulary/asset-fields.ts';
import { facetOfList } from '../../shared/vocabulary/taxonomy.ts';
import type { LiveCatalog } from '../live/live-catalog.ts';

/** What a field's value consists of, terms and people by their names; empty where that is nothing. */
export function fieldParts(catalog: LiveCatalog, field: AssetField, value: unknown): string[] {
  if (value === null || value === undefined || value === '') return [];
  if (Array.isArray(value)) return value.flatMap((item) => fieldParts(catalog, field, item));
  const text = String(value);
  const attribute = aboutField(field);
  if (attribute.kind === 'person') return [catalog.member(text).name];
  if ('list' in attribute) return [nameOfTerm(catalog, facetOfList(attribute.list), text) ?? text];
  return [text];
}
