import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { SearchInput, SearchResult } from '../../../../src/contract/search.ts';
import { languageRank } from '../../../../src/engine/search/query/families.ts';
import { type AssetSketch, type Bench, Catalog, idOf, openSearch, WORDS } from './search-fixture.ts';

let bench: Bench | undefined;
afterEach(async () => {
  await bench?.close();
  bench = undefined;
});

const original = idOf('a', 0);
const edition = (title: string, language: string, pages: readonly string[], change = {}): AssetSketch => ({
  title,
  pages,
  change: { language, variant: { original, behind: 0 }, ...change },
});
const ENGLISH = edition('Harborline story', 'en', ['Nothing here.', 'It saved percent with turbines.']);
const GERMAN = edition('Hafenlinie', 'de', ['Es sparte Geld mit Turbinen und Hafenkran.']);
const FRENCH = edition('La ligne', 'fr', ['Elle a gagné avec des turbines.']);
const OTHER: AssetSketch = {
  title: 'Price list',
  pages: ['Turbines have a price.'],
  change: { language: 'en' },
};

async function find(input: SearchInput, sketches = [ENGLISH, GERMAN, FRENCH, OTHER]): Promise<SearchResult> {
  const catalog = new Catalog(sketches);
  catalog.words = WORDS;
  bench = await openSearch(catalog);
  return bench.search.find(input);
}
const titles = ({ hits }: SearchResult) => hits.map(({ asset }) => asset.title);

describe('language editions in results', () => {
  it('are one row, in the language that comes first for whoever searches', async () => {
    const result = await find({ query: '', languages: ['de-AT', 'en'], sort: 'title' });
    expect(titles(result)).toEqual(['Hafenlinie', 'Price list']);
    expect(result.total).toBe(2);
    expect(result.hits[0]?.editions?.map(({ language }) => language)).toEqual(['en', 'fr']);
    expect(result.hits[1]).not.toHaveProperty('editions');
  });

  it('show their own pages where they have the words, and otherwise in which edition they stand', async () => {
    const own = await find({ query: 'hafenkran ', languages: ['de'] });
    expect(own.hits[0]).toMatchObject({ asset: { title: 'Hafenlinie' }, pages: [{ page: 1 }] });
    expect(own.hits[0]).not.toHaveProperty('foundIn');
    await bench?.close();
    const other = await find({ query: 'saved percent ', languages: ['de'] });
    expect(other.hits[0]).toMatchObject({
      asset: { title: 'Hafenlinie' },
      foundIn: { title: 'Harborline story' },
      pages: [{ page: 2 }],
    });
  });

  it('are of the language that is asked for by an operator or a filter', async () => {
    expect(titles(await find({ query: 'turbinen language:de', languages: ['en'] }))).toEqual(['Hafenlinie']);
    await bench?.close();
    const filtered = await find({ query: '', filters: { languages: ['de'] }, languages: ['en'] });
    expect(titles(filtered)).toEqual(['Hafenlinie']);
  });

  it('are the one that matches best where none is in a language that somebody reads', async () => {
    const result = await find({ query: 'hafenkran ', languages: ['ja'] });
    expect(titles(result)[0]).toBe('Hafenlinie');
    await bench?.close();
    expect(titles(await find({ query: '', languages: ['ja'], sort: 'title' }))[0]).toBe('Harborline story');
  });

  it('are not shown in place of another where they may not be used', async () => {
    const drafted = { ...GERMAN, change: { ...GERMAN.change, state: 'draft' as const, released: false } };
    const result = await find({ query: 'turbines ', languages: ['de'] }, [ENGLISH, drafted, OTHER]);
    expect(titles(result)).not.toContain('Hafenlinie');
  });

  it('are each a row of its own for whoever picks one', async () => {
    const result = await find({ query: '', languages: ['de'], editions: 'each' });
    expect(result.total).toBe(4);
  });

  it('are one title, where languages are preferred', async () => {
    bench = await openSearch(new Catalog([ENGLISH, GERMAN, FRENCH, OTHER]));
    const found = (languages: string[]) =>
      bench?.search
        .titles('', { limit: 10, languages })
        .map(({ title }) => title)
        .toSorted();
    expect(found(['fr'])).toEqual(['La ligne', 'Price list']);
    expect(found([])).toHaveLength(4);
  });

  it('are not like one another', async () => {
    bench = await openSearch(new Catalog([ENGLISH, GERMAN, FRENCH, OTHER]));
    const alike = await bench.search.like({ asset: original });
    expect(titles(alike)).not.toContain('Hafenlinie');
  });
});

describe('counts with language editions', () => {
  const TYPES = ['faq', 'case-study', 'battlecard'];
  const sketch = fc.record({
    family: fc.option(fc.nat(2), { nil: undefined }),
    language: fc.constantFrom('en', 'de', 'fr'),
    type: fc.constantFrom(...TYPES),
    has: fc.boolean(),
  });

  it('are those of a scan of families, whatever filters there are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(sketch, { minLength: 1, maxLength: 9 }),
        fc.subarray(TYPES),
        fc.subarray(['en', 'de', 'fr']),
        async (sketches, types, languages) => {
          const first = (family: number) => sketches.findIndex((one) => one.family === family);
          const catalog = new Catalog(
            sketches.map(({ family, language, type, has }, at) => ({
              title: `Asset ${at}`,
              pages: [has ? 'wanted words' : 'other words'],
              change: {
                language,
                type,
                ...(family !== undefined && {
                  variant: { original: idOf('a', first(family)), behind: 0 },
                }),
              },
            })),
          );
          bench = await openSearch(catalog);
          const filters = { types, languages };
          const result = await bench.search.find({ query: 'wanted ', filters });
          const pieces = (fits: (one: (typeof sketches)[number]) => boolean): number =>
            new Set(sketches.flatMap((one, at) => (one.has && fits(one) ? [one.family ?? `own ${at}`] : [])))
              .size;
          const typed = ({ type }: { readonly type: string }) => types.length === 0 || types.includes(type);
          const spoken = ({ language }: { readonly language: string }) =>
            languages.length === 0 || languages.includes(language);
          expect(result.total).toBe(pieces((one) => typed(one) && spoken(one)));
          expect(result.hiddenByFilters).toBe(pieces(() => true) - result.total);
          for (const { id, count } of result.facets.types)
            expect(count).toBe(pieces((one) => one.type === id && spoken(one)));
          for (const { id, count } of result.facets.languages)
            expect(count).toBe(pieces((one) => one.language === id && typed(one)));
          await bench.close();
          bench = undefined;
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('how a language stands among those that somebody reads', () => {
  it('is by the same language of any region, as it is first', () => {
    expect(
      ['de', 'pt-BR', 'pt', 'EN-gb', '', undefined, 'ja'].map((one) =>
        languageRank(one, ['pt-PT', 'en', 'de']),
      ),
    ).toEqual([2, 0, 0, 1, 3, 3, 3]);
  });
});
