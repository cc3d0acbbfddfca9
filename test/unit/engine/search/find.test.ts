import { afterEach, describe, expect, it } from 'vitest';
import type { SearchInput, SearchResult } from '../../../../src/contract/search.ts';
import { searchResultSchema } from '../../../../src/contract/search.ts';
import { type AssetSketch, assetOf, type Bench, Catalog, openSearch } from './search-fixture.ts';

let bench: Bench | undefined;
afterEach(async () => {
  await bench?.close();
  bench = undefined;
});

async function find(sketches: readonly AssetSketch[], input: string | SearchInput): Promise<SearchResult> {
  bench = await openSearch(new Catalog(sketches));
  const result = await bench.search.find(typeof input === 'string' ? { query: input } : input);
  return searchResultSchema.parse(result);
}

function titles(result: SearchResult): string[] {
  return result.hits.map(({ asset }) => asset.title);
}

describe('finding', () => {
  it('finds a file by its name, also where its title is another', async () => {
    const named = (number: number, fileName: string) => ({
      version: { ...assetOf(number, { title: '', pages: ['x'] }).version, fileName },
    });
    const sketches = [
      { title: 'Contract ends', pages: ['Contract ends 2027'], change: named(1, 'mac1904.xlsx') },
      { title: 'Protected', pages: ['Only with a key'], change: named(2, 'protected_upper_case.docx') },
    ];
    expect(titles(await find(sketches, 'mac1904'))).toEqual(['Contract ends']);
    await bench?.close();
    const whole = await find(sketches, 'protected_upper_case.docx');
    expect(titles(whole)).toEqual(['Protected']);
    expect(whole.hints ?? []).toEqual([]);
  });

  it('finds the page that has the word, with the word marked in a snippet', async () => {
    const result = await find(
      [
        {
          title: 'Onboarding guide',
          pages: ['Welcome aboard.', 'Ask for the migration checklist early.', 'Bye.'],
        },
        { title: 'Price list', pages: ['Everything has a price.'] },
      ],
      'migration ',
    );
    expect(titles(result)).toEqual(['Onboarding guide']);
    expect(result.hits[0]?.pages).toEqual([
      {
        page: 2,
        label: '2',
        snippet: [
          { text: 'Ask for the ', marked: false },
          { text: 'migration', marked: true },
          { text: ' checklist early.', marked: false },
        ],
      },
    ]);
    expect(result.terms).toEqual(['migration']);
  });

  it('finds words by their beginning while they are typed', async () => {
    const guide = { title: 'Guide', pages: ['About security and pricing.'] };
    for (const typed of ['s', 'se', 'sec', 'securi', 'security', 'pric', 'prici', 'pricing']) {
      expect(titles(await find([guide], typed)), typed).toEqual(['Guide']);
      await bench?.close();
    }
    bench = undefined;
    expect(titles(await find([guide], 'sec '))).toEqual([]);
  });

  it('finds singular and plural, accents, joined and split words, SOC2 and SOC 2', async () => {
    const sketches = [
      { title: 'Alpha', pages: ['Our prices and café résumés.'] },
      { title: 'Beta', pages: ['A onepager for SOC2 buyers.'] },
      { title: 'Gamma', pages: ['A one-pager for SOC 2 buyers.'] },
      { title: 'Delta', pages: ['Our go-to-market plan.'] },
    ];
    const expected = new Map([
      ['price ', ['Alpha']],
      ['cafe ', ['Alpha']],
      ['resume ', ['Alpha']],
      ['RÉSUMÉ ', ['Alpha']],
      ['onepager ', ['Beta', 'Gamma']],
      ['one pager ', ['Beta', 'Gamma']],
      ['SOC2 ', ['Beta', 'Gamma']],
      ['soc 2 ', ['Beta', 'Gamma']],
      ['gotomarket ', ['Delta']],
    ]);
    bench = await openSearch(new Catalog(sketches));
    for (const [query, wanted] of expected) {
      expect(titles(await bench.search.find({ query })).sort(), query).toEqual(wanted);
    }
  });

  it('finds what others write with a hyphen, a sign or other letters', async () => {
    bench = await openSearch(
      new Catalog([
        { title: 'Hyphens', pages: ['e-mail, on-boarding, cyber-security, data-sheet'] },
        { title: 'Joined', pages: ['email, onboarding, cybersecurity, datasheet'] },
        { title: 'Terms & conditions', pages: ['research and development'] },
        { title: 'Sign', pages: ['research & development'] },
        { title: 'German', pages: ['Größe der Straße, Präsentation'] },
        { title: 'French', pages: ['le cœur'] },
      ]),
    );
    const both = ['Hyphens', 'Joined'];
    const expected = new Map([
      ['email ', both],
      ['e-mail ', both],
      ['onboarding ', both],
      ['on-boarding ', both],
      ['cyber security ', both],
      ['datasheets ', both],
      ['"research and development"', ['Sign', 'Terms & conditions']],
      ['"research & development"', ['Sign', 'Terms & conditions']],
      ['terms and conditions ', ['Terms & conditions']],
      ['groesse strasse ', ['German']],
      ['praesentation ', ['German']],
      ['coeur ', ['French']],
    ]);
    for (const [query, wanted] of expected) {
      const result = await bench.search.find({ query });
      expect(titles(result).sort(), query).toEqual(wanted);
      expect(result.suggestion, query).toBeUndefined();
    }
  });

  it('finds words in Chinese and Japanese, which have no spaces', async () => {
    const sketches = [
      { title: '价格表', pages: ['我们的产品价格很低。'] },
      { title: '製品カタログ', pages: ['この製品は安全です。'] },
    ];
    bench = await openSearch(new Catalog(sketches));
    expect(titles(await bench.search.find({ query: '价格' }))).toEqual(['价格表']);
    expect(titles(await bench.search.find({ query: '安全' }))).toEqual(['製品カタログ']);
    const result = await bench.search.find({ query: 'カタログ' });
    expect(result.hits[0]?.title).toEqual([
      { text: '製品', marked: false },
      { text: 'カタログ', marked: true },
    ]);
  });

  it('puts assets with all words before those with some, and a title that is exactly the query first', async () => {
    const worst = {
      score: 1,
      lowerBound: 1,
      count: 9,
      useful: 0,
      enough: true,
      distribution: [9, 0, 0, 0, 0],
    };
    const result = await find(
      [
        { title: 'Some', pages: ['security security security security'] },
        { title: 'All', pages: ['pricing of a very long text about other things and once security'] },
        {
          title: 'Security pricing',
          pages: ['x'],
          change: { usefulness: worst, stages: ['other'] } as never,
        },
        { title: 'Security pricing for banks', pages: ['security pricing security pricing'] },
      ],
      { query: 'security pricing', context: { stage: 'awareness' } },
    );
    expect(titles(result)).toEqual(['Security pricing', 'Security pricing for banks', 'All', 'Some']);
  });

  it('keeps the words of a phrase in quotes together', async () => {
    const sketches = [
      { title: 'Together', pages: ['total cost of ownership'] },
      { title: 'Apart', pages: ['the cost is not total, ownership is'] },
    ];
    expect(titles(await find(sketches, '"total cost"'))).toEqual(['Together']);
  });

  it('mends a word that nothing has, and says so', async () => {
    const result = await find([{ title: 'Guide', pages: ['How pricing works'] }], 'pircing ');
    expect(titles(result)).toEqual(['Guide']);
    expect(result).toMatchObject({
      suggestion: 'pricing',
      usedSuggestion: true,
      instead: '"pircing"',
      terms: ['pricing'],
    });
  });

  it('shows everything for an empty query, ranked for the call', async () => {
    const result = await find(
      [
        { title: 'Early', change: { stages: ['awareness'] } },
        { title: 'Late', change: { stages: ['decision'] } },
        { title: 'Draft', change: { state: 'draft' } },
      ],
      { query: '  ', context: { stage: 'decision' } },
    );
    expect(titles(result)).toEqual(['Late', 'Early']);
  });

  it('says what the filters hide', async () => {
    const result = await find(
      [
        { title: 'A', pages: ['battery'], change: { stages: ['awareness'] } },
        { title: 'B', pages: ['battery'], change: { stages: ['decision'] } },
      ],
      { query: 'battery', filters: { stages: ['decision'] } },
    );
    expect(result).toMatchObject({ total: 1, hiddenByFilters: 1 });
    expect(result.facets.stages).toEqual([
      { id: 'awareness', count: 1 },
      { id: 'decision', count: 1 },
    ]);
  });
});
