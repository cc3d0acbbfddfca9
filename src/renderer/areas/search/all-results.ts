import type { CallContext } from '../../../contract/search.ts';
import { engine } from '../../base/engine-client.ts';
import { filtersOf, type LibrarySearch } from '../../base/library-search.ts';

/** Results that are asked for at a time. */
const AT_ONCE = 200;

/** What a search finds, to be exported: counted, and named once that is wanted. */
export function shownTable(search: LibrarySearch, context: CallContext, count: number) {
  return { count, ids: () => allResults(search, context) };
}

/** Everything that a search finds, in its order. */
async function allResults(search: LibrarySearch, context: CallContext): Promise<readonly string[]> {
  const ids = new Set<string>();
  for (let offset = 0; ; offset += AT_ONCE) {
    const { hits, total } = await engine.search.find({
      query: search.q ?? '',
      context,
      filters: filtersOf(search),
      sort: search.sort ?? 'best',
      offset,
      limit: AT_ONCE,
      editions: 'each',
    });
    for (const { asset } of hits) ids.add(asset.id);
    if (hits.length === 0 || offset + hits.length >= total) return [...ids];
  }
}
