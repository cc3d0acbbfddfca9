import { setImmediate as breathe } from 'node:timers/promises';
import type { OpenSearch } from '../engine/ports/search-service.ts';
import { createSearch } from '../engine/search/create-search.ts';
import { openTextIndex } from '../platform/text-index/sqlite-text-index.ts';

/** The search over a text index in a SQLite file. The first `sync` brings the file in step with the catalog. */
export function openSearchAt(indexPath: string): OpenSearch {
  return async (source) => {
    const search = createSearch({
      ...source,
      textIndex: openTextIndex(indexPath),
      breathe: () => breathe(),
    });
    return {
      like: (input, signal) => search.like(input, signal ? { signal } : {}),
      find: (input, signal, synonyms) =>
        search.find(input, { ...(signal && { signal }), ...(synonyms && { synonyms }) }),
      ranking: (input, synonyms) => search.ranking(input, synonyms ? { synonyms } : {}),
      why: (query, asset) => search.why(query, asset),
      complete: (query, cursor) => search.complete(query, cursor),
      titles: async (query, limit, usable) =>
        search
          .titles(query, limit, usable)
          .map(({ id, title, type, audience }) => ({ asset: id, title, type, audience })),
      similarText: (text, limit) => search.similarText(text, limit),
      // The index knows by its fingerprints what has changed: being told is not needed.
      sync: async () => {
        await search.sync();
      },
      report: () => search.report(),
      rebuild: async function* rebuild() {
        for await (const { done, total } of search.rebuild()) yield { done, total, current: 'Indexing' };
      },
      close: () => search.close(),
    };
  };
}
