import { canonicalJson } from '../../shared/canonical-json.ts';
import type { AnyCollection } from './define-collection.ts';

/** Lists of entries, as maps are kept in JSON. */
export type Entries<Value> = readonly (readonly [string, Value])[];

/** Puts entries into a map. */
export function fillMap<Value>(map: Map<string, Value>, entries: Entries<Value>): void {
  for (const [key, value] of entries) map.set(key, value);
}

/** A collection of a state as plain JSON. */
export function jsonOf(collection: AnyCollection, state: object): unknown {
  return (collection.toJson as (state: object) => unknown)(state);
}

/**
 * Collections as one text that two replicas with the same events share: everything sorted, in canonical JSON (RFC 8785). A collection that the
 * first format did not have is left out while it is empty.
 */
export function textOf(collections: readonly AnyCollection[], state: object): string {
  const parts: unknown[] = [];
  for (const collection of collections) {
    const json = sorted(jsonOf(collection, state));
    if (collection.inEveryText === true) parts.push(json);
    else if (canonicalJson(json) !== canonicalJson(sorted(jsonOf(collection, collection.empty()))))
      parts.push({ [collection.name]: json });
  }
  return canonicalJson(parts);
}

/** Sorts lists of entries by key, deeply, so that the order of arrival leaves no trace; lists of plain values keep theirs. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(sorted);
    const keys = items.map(entryKey);
    if (keys.some((key) => key === undefined)) return items;
    return items
      .map((item, index) => ({ item, key: keys[index] ?? '' }))
      .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
      .map(({ item }) => item);
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, sorted(inner)]));
  }
  return value;
}

function entryKey(item: unknown): string | undefined {
  if (Array.isArray(item))
    return item.length === 2 && typeof item[0] === 'string' && typeof item[1] === 'object'
      ? item[0]
      : undefined;
  if (typeof item !== 'object' || item === null) return undefined;
  const { id } = item as { readonly id?: unknown };
  return typeof id === 'string' ? id : undefined;
}
