import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssetSummary } from '../../../../src/contract/assets.ts';
import type { Filters } from '../../../../src/contract/search.ts';
import { ENOUGH_WITH_ALL } from '../../../../src/engine/search/matching.ts';
import { FACET_NAMES, type Facet } from '../../../../src/shared/vocabulary/asset-attributes.ts';
import { type AssetSketch, Catalog, WORDS as HUB_WORDS, openSearch } from './search-fixture.ts';

/** Words that no stemmer changes and none is the beginning of another. */
const WORDS = ['alpha', 'bravo', 'delta', 'kilo', 'tango', 'zulu'];
const word = fc.constantFrom(...WORDS);
const some = (...values: readonly string[]) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 2 });

const sketch: fc.Arbitrary<AssetSketch> = fc.record({
  title: fc.array(word, { minLength: 1, maxLength: 2 }).map((words) => words.join(' ')),
  pages: fc.array(
    fc.array(word, { maxLength: 2 }).map((words) => words.join(', ')),
    { maxLength: 2 },
  ),
  change: fc.record({
    stages: some('awareness', 'decision'),
    personas: some('cfo', 'cio'),
    products: some('one', 'two'),
    type: fc.constantFrom('faq', 'one-pager'),
    audience: fc.constantFrom('internal', 'customer'),
    folder: fc.constantFrom('', 'Sales', 'Sales/Decks', 'Decks'),
    language: fc.constantFrom('en', 'de'),
    tags: some('red', 'green'),
    uses: fc.constantFrom(0, 3),
    freshness: fc.constantFrom('fresh', 'stale'),
    state: fc.constantFrom('published', 'verified', 'due-for-review', 'draft', 'expired', 'archived'),
  }),
});

const filters: fc.Arbitrary<Partial<Filters>> = fc.record(
  {
    stages: some('awareness', 'decision'),
    personas: some('cfo', 'cio'),
    products: some('one', 'two'),
    types: some('faq', 'one-pager'),
    languages: some('en', 'de'),
    tags: some('red', 'green'),
    freshOnly: fc.boolean(),
    status: fc.constantFrom('published', 'draft', 'expired', 'archived', 'all'),
  },
  { requiredKeys: [] },
);

/** An operator of a query, and what it asks for. */
type Asked = {
  readonly text: string;
  readonly test: (asset: AssetSummary) => boolean;
  readonly state?: string;
};
const OPERATORS: readonly Asked[] = [
  { text: 'stage:decision', test: ({ stages }) => stages.includes('decision') },
  { text: '-stage:dec', test: ({ stages }) => !stages.includes('decision') },
  { text: 'persona:c', test: ({ personas }) => personas.includes('cfo') || personas.includes('cio') },
  { text: 'type:FAQ,one-pager', test: () => true },
  { text: '-type:faq', test: ({ type }) => type !== 'faq' },
  { text: 'product:"harbor two"', test: ({ products }) => products.includes('two') },
  { text: 'tag:RED', test: ({ tags }) => tags.includes('red') },
  { text: 'language:german', test: ({ language }) => language === 'de' },
  { text: 'is:stale', test: ({ freshness }) => freshness === 'stale' },
  { text: '-is:unused', test: ({ uses }) => uses > 0 },
  { text: 'is:draft', test: ({ state }) => state === 'draft', state: 'draft' },
  { text: 'tag:nothing-has-it', test: () => true },
];
const operators = fc.subarray([...OPERATORS], { maxLength: 3 });

const STATES = {
  published: ['published', 'verified', 'due-for-review'],
  draft: ['draft', 'in-review', 'scheduled'],
  expired: ['expired'],
  archived: ['archived'],
  all: ['published', 'verified', 'due-for-review', 'draft', 'in-review', 'scheduled', 'expired', 'archived'],
};

function has(asset: AssetSummary, facet: Facet): readonly string[] {
  if (facet === 'types') return [asset.type];
  if (facet === 'audiences') return [asset.audience];
  if (facet === 'languages') return asset.language === undefined ? [] : [asset.language];
  if (facet === 'folders') {
    const levels = asset.folder.split('/').filter((level) => level !== '');
    return levels.map((_, at) => levels.slice(0, at + 1).join('/'));
  }
  return asset[facet];
}

function passes(asset: AssetSummary, chosen: Partial<Filters>, except?: Facet): boolean {
  if (chosen.freshOnly === true && asset.freshness !== 'fresh') return false;
  if (chosen.tags?.length && !chosen.tags.some((tag) => asset.tags.includes(tag))) return false;
  return FACET_NAMES.every((facet) => {
    const wanted: readonly string[] = chosen[facet] ?? [];
    return (
      facet === except || wanted.length === 0 || wanted.some((value) => has(asset, facet).includes(value))
    );
  });
}

/** What the words find, by looking at every text. */
function scan(
  sketches: readonly AssetSketch[],
  assets: readonly AssetSummary[],
  words: readonly string[],
): AssetSummary[] {
  const found = assets.map((asset) => {
    const text = textOf(sketches, assets, asset);
    return { asset, count: words.filter((one) => text.includes(one)).length };
  });
  const all = found.filter(({ count }) => count === words.length);
  const result =
    all.length >= ENOUGH_WITH_ALL ? all : found.filter(({ count }) => count > 0 || words.length === 0);
  return result.map(({ asset }) => asset);
}

function textOf(
  sketches: readonly AssetSketch[],
  assets: readonly AssetSummary[],
  asset: AssetSummary,
): string {
  const sketched = sketches[assets.indexOf(asset)];
  return [asset.title, ...asset.tags, ...(sketched?.pages ?? [])].join(' ');
}

describe('filters, facets and totals', () => {
  it('agree with looking at every asset', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(sketch, { minLength: 1, maxLength: 30 }),
        fc.array(
          fc.record({
            words: fc.uniqueArray(word, { maxLength: 3 }),
            without: fc.option(word),
            asked: operators,
            chosen: filters,
          }),
          {
            minLength: 1,
            maxLength: 6,
          },
        ),
        async (sketches, searches) => {
          const catalog = new Catalog(sketches);
          catalog.words = HUB_WORDS;
          const bench = await openSearch(catalog);
          const assets = [...catalog.summaries.values()];
          try {
            for (const { words, without, asked, chosen } of searches) {
              const named = chosen.status === undefined ? asked.flatMap(({ state }) => state ?? []) : [];
              const scope = assets.filter(
                ({ state }) => STATES[chosen.status ?? 'published'].includes(state) || named.includes(state),
              );
              const lacks = (asset: AssetSummary) =>
                without === null || !textOf(sketches, assets, asset).includes(without);
              const holds = (asset: AssetSummary) => lacks(asset) && asked.every(({ test }) => test(asset));
              const present = words.filter((one) => scan(sketches, assets, [one]).length > 0);
              // A word that no asset has is mended, which is another test's subject.
              if (present.length < words.length) continue;
              const matched =
                scan(sketches, assets, words).length === 0 ? [] : scanIn(sketches, assets, scope, words);
              const expected = matched.filter((asset) => holds(asset) && passes(asset, chosen));
              const query = [
                ...asked.map(({ text }) => text),
                ...(without === null ? [] : [`-${without}`]),
                ...words,
              ];
              const result = await bench.search.find({
                query: `${query.join(' ')} `,
                filters: chosen,
                limit: 200,
              });
              expect(result.total).toBe(expected.length);
              expect(new Set(result.hits.map(({ asset }) => asset.id))).toEqual(
                new Set(expected.map(({ id }) => id)),
              );
              expect(result.hiddenByFilters).toBe(matched.length - expected.length);
              for (const { filter, count, without: rest } of result.hiddenBy) {
                const off = await bench.search.find(
                  filter === 'query'
                    ? { query: `${rest ?? ''} `, filters: chosen, limit: 200 }
                    : {
                        query: `${query.join(' ')} `,
                        filters: { ...chosen, [filter]: undefined },
                        limit: 200,
                      },
                );
                if (rest?.includes('is:draft') === query.includes('is:draft') || filter !== 'query')
                  expect(off.total - result.total, `${filter} ${rest}`).toBe(count);
              }
              for (const facet of FACET_NAMES) {
                const within = matched.filter((asset) => holds(asset) && passes(asset, chosen, facet));
                for (const { id, count } of result.facets[facet]) {
                  expect(count, `${facet} ${id}`).toBe(
                    within.filter((asset) => has(asset, facet).includes(id)).length,
                  );
                }
                const listed = new Set(result.facets[facet].map(({ id }) => id));
                for (const asset of within)
                  for (const value of has(asset, facet)) expect(listed).toContain(value);
              }
            }
          } finally {
            await bench.close();
          }
        },
      ),
      { numRuns: 15 },
    );
  });
});

/** The same within a scope: whether enough assets have all words is decided there. */
function scanIn(
  sketches: readonly AssetSketch[],
  assets: readonly AssetSummary[],
  scope: readonly AssetSummary[],
  words: readonly string[],
): AssetSummary[] {
  const ofScope = scope.map((asset) => sketches[assets.indexOf(asset)] ?? { title: '' });
  return scan(ofScope, scope, words);
}
