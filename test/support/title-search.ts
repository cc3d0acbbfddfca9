import type { AssetSummary } from '../../src/contract/assets.ts';
import type { SearchResult } from '../../src/contract/search.ts';
import { isUsable } from '../../src/domain/assets/asset-state.ts';
import type { OpenSearch } from '../../src/engine/search/search.ts';
import { eachFacet } from '../../src/shared/vocabulary/asset-attributes.ts';

/** Search by title alone, in memory: for tests of the rest of the engine, where there is no text index. */
export const openTitleSearch: OpenSearch = async (source) => {
  const summaries = () => (source.visible ?? source.summaries)();
  const matching = (query: string): AssetSummary[] => {
    const words = query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    return [...summaries().values()].filter((asset) => {
      const text = `${asset.title} ${asset.tags.join(' ')} ${asset.summary}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
  };
  const answer = (found: readonly AssetSummary[], offset = 0, limit = 50): SearchResult => {
    return {
      took: 0,
      total: found.length,
      hits: found.slice(offset, offset + limit).map((asset) => ({
        asset,
        score: 1,
        factors: { text: 1, usefulness: 1, freshness: 1, fit: 1 },
        title: [{ text: asset.title, marked: false }],
        pages: [],
        morePages: 0,
      })),
      kits: [],
      kitsTotal: 0,
      facets: eachFacet(() => []),
      hiddenByFilters: 0,
      hiddenBy: [],
      understood: [],
      hints: [],
      mends: [],
      widened: [],
      words: '',
      usedSuggestion: false,
      terms: [],
    };
  };
  return {
    find: async (input) =>
      answer(
        matching(input.query).filter((asset) => isUsable(asset.state)),
        input.offset,
        input.limit,
      ),
    like: async (input) => {
      const words = summaries().get(input.asset)?.title.toLowerCase().split(' ') ?? [];
      const found = words.flatMap((word) => matching(word)).filter(({ id }) => id !== input.asset);
      return answer([...new Set(found)], input.offset, input.limit);
    },
    ranking: async (input) =>
      matching(input.query)
        .filter((asset) => isUsable(asset.state))
        .map((asset) => ({ asset, all: true })),
    why: async () => ({ words: [], all: true, titled: false }),
    complete: () => ({ from: 0, to: 0, options: [], asked: false }),
    kitNames: (query, limit) =>
      [...(source.kits?.() ?? []).values()]
        .map(({ kit }) => kit)
        .filter(({ name }) => name.toLowerCase().includes(query.toLowerCase()))
        .slice(0, limit),
    titles: (query, { limit }) => matching(query).slice(0, limit),
    similarText: async (text, limit) => {
      const words = new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);
      return [...summaries().values()]
        .map((asset) => {
          const own = asset.title.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
          const shared = own.filter((word) => words.has(word)).length;
          return { id: asset.id, shared, score: shared / Math.max(1, words.size) };
        })
        .filter(({ shared }) => shared > 0)
        .sort((a, b) => b.shared - a.shared)
        .slice(0, limit)
        .map(({ id, score }) => ({ asset: id, score }));
    },
    sync: async () => ({ put: 0, removed: 0 }),
    report: async () => {
      const all = [...summaries().values()];
      const of = (state: 'partly' | 'not') =>
        all
          .filter((asset) => asset.version.text.state === state)
          .map(({ id, title, version: { text } }) => ({
            assetId: id,
            title,
            reason: text.state === 'searchable' ? '' : text.reason,
          }));
      const pages = all.reduce((sum, asset) => sum + asset.version.pageCount, 0);
      return {
        searchable: all.length - of('partly').length - of('not').length,
        partly: of('partly'),
        not: of('not'),
        pages,
      };
    },
    rebuild: async function* () {
      yield { done: 1, total: 1 };
    },
    close: async () => undefined,
  };
};
