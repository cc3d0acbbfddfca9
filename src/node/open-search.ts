import { setImmediate as breathe } from 'node:timers/promises';
import { createSearch } from '../engine/search/create-search.ts';
import type { OpenSearch } from '../engine/search/search.ts';
import { openTextIndex } from '../platform/text-index/sqlite-text-index.ts';

/** The search over a text index in a SQLite file. The first `sync` brings the file in step with the catalog. */
export function openSearchAt(indexPath: string): OpenSearch {
  return async (source) =>
    createSearch({ ...source, textIndex: openTextIndex(indexPath), breathe: () => breathe() });
}
