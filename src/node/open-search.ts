import { setImmediate as breathe } from 'node:timers/promises';
import type { Later } from '../engine/base/base-ports.ts';
import { createSearch } from '../engine/search/create-search.ts';
import type { OpenSearch } from '../engine/search/search.ts';
import { openTextIndex } from '../platform/text-index/sqlite-text-index.ts';

/** The search over a text index in a SQLite file. The first `sync` brings the file in step with the catalog. */
export function openSearchAt(indexPath: string): OpenSearch {
  return async (source) =>
    createSearch({ ...source, textIndex: openTextIndex(indexPath), breathe: () => breathe(), later });
}

/** What is done later only makes the next query quicker: no process stays alive for it. */
const later: Later = (run, ms) => {
  const timer = setTimeout(run, ms).unref();
  return () => clearTimeout(timer);
};
