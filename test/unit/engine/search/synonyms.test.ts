import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_SYNONYMS } from '../../../../src/domain/taxonomy/synonyms.ts';
import type { Synonyms } from '../../../../src/engine/search/words/search-words.ts';
import { type AssetSketch, type Bench, Catalog, openSearch, WORDS } from './search-fixture.ts';

let bench: Bench | undefined;
afterEach(async () => {
  await bench?.close();
  bench = undefined;
});

const SKETCHES: readonly AssetSketch[] = [
  { title: 'Literal', pages: ['What BOFU means, and pricing too'] },
  { title: 'Late', pages: ['pricing in detail'], change: { stages: ['decision'] } },
  { title: 'Early', pages: ['pricing at a glance'] },
  { title: 'Sums', pages: ['the return on investment of a year'] },
  { title: 'Letters', pages: ['an ROI of nine percent, ROI again'] },
  { title: 'Acme', pages: ['how we win'], change: { type: 'battlecard' } },
];

async function open(synonyms: readonly Synonyms[] = DEFAULT_SYNONYMS): Promise<Bench> {
  const catalog = new Catalog(SKETCHES);
  catalog.words = { ...WORDS, synonyms };
  bench = await openSearch(catalog);
  return bench;
}

async function titles(query: string, synonyms?: readonly Synonyms[]): Promise<string[]> {
  const { search } = bench ?? (await open());
  const { hits } = await search.find({ query }, synonyms === undefined ? {} : { synonyms });
  return hits.map(({ asset }) => asset.title);
}

describe('synonyms', () => {
  it('that mean a term find its assets, those with the word itself first', async () => {
    expect(await titles('BOFU ')).toEqual(['Literal', 'Late']);
    expect((await titles('bofu pricing')).slice(0, 2).sort()).toEqual(['Late', 'Literal']);
    expect(await titles('bottom of funnel ')).toEqual(['Literal', 'Late']);
  });

  it('that mean each other find each other, the words as typed first', async () => {
    expect(await titles('roi ')).toEqual(['Letters', 'Sums']);
    expect(await titles('return on investment ')).toEqual(['Sums', 'Letters']);
    const { search } = bench ?? (await open());
    const result = await search.find({ query: 'roi ' });
    expect(result.hits.find(({ asset }) => asset.title === 'Sums')?.pages[0]?.snippet).toContainEqual({
      text: 'return on investment',
      marked: true,
    });
    expect(result.widened).toEqual([{ typed: 'roi', literal: '"roi" ', words: ['return on investment'] }]);
  });

  it('are the names of terms too, without being said', async () => {
    expect(await titles('acme battlecard ')).toEqual(['Acme']);
    expect(await titles('Battlecards acme')).toEqual(['Acme']);
    expect((await (bench ?? (await open())).search.find({ query: 'battlecard ' })).widened).toEqual([]);
  });

  it('mean nothing in quotes', async () => {
    expect(await titles('"BOFU"')).toEqual(['Literal']);
    expect(await titles('"ROI"')).toEqual(['Letters']);
  });

  it('forgive a wrong letter where no text has the word', async () => {
    const result = await (await open()).search.find({ query: 'batlecard ' });
    expect(result).toMatchObject({ suggestion: 'battlecard', usedSuggestion: true, total: 1 });
  });

  it('can be tried before they are saved', async () => {
    const { search } = await open([]);
    expect(await titles('growl ')).toEqual([]);
    const tried: Synonyms[] = [{ words: ['growl'], means: { facet: 'type', term: 'battlecard' } }];
    expect(await titles('growl ', tried)).toEqual(['Acme']);
    expect((await search.ranking({ query: 'growl' }, { synonyms: tried })).length).toBe(1);
  });

  it('of a term that is not there are left alone', async () => {
    await open([{ words: ['pricing'], means: { facet: 'stage', term: 'gone' } }]);
    expect((await titles('pricing ')).length).toBe(3);
  });
});
