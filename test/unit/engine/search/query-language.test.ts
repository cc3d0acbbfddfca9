import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AssetSummary } from '../../../../src/contract/assets.ts';
import { say } from '../../../../src/words/say.ts';
import { sentenceOf } from '../../../support/saying.ts';
import { type AssetSketch, type Bench, Catalog, NOW, openSearch, WORDS } from './search-fixture.ts';

const dana = { id: 'm_0000000000000001', name: 'Dana Whitfield', role: 'lead' } as const;
const tom = { id: 'm_0000000000000002', name: 'Tom Berg', role: 'rep' } as const;
const rated = {
  score: 4,
  lowerBound: 3,
  count: 5,
  enough: true,
  distribution: [0, 0, 0, 5, 0],
  useful: 5,
} as const;
const with_ = (change: Partial<AssetSummary>) => ({ change });
const SKETCHES: readonly AssetSketch[] = [
  {
    title: 'Deck',
    pages: ['pricing for banks'],
    ...with_({ stages: ['decision'], owner: dana, uses: 2, folder: 'Sales/02 Pitch decks' }),
  },
  {
    title: 'Card',
    pages: ['pricing against Acme, a draft price'],
    ...with_({
      type: 'battlecard',
      personas: ['it-security-lead'],
      owner: tom,
      tags: ['old price', 'Red'],
      freshness: 'stale',
      audience: 'internal',
      usefulness: { ...rated, distribution: [0, 0, 0, 5, 0] },
    }),
  },
  {
    title: 'Story',
    pages: ['how a bank saved; total cost of ownership'],
    ...with_({
      type: 'case-study',
      folder: 'Sales/References/Banks',
      stages: ['retention', 'decision'],
      language: 'de',
      state: 'verified',
      verified: { at: NOW, by: dana },
    }),
  },
  { title: 'Old', pages: ['pricing of 2019'], ...with_({ state: 'archived' }) },
];

let bench: Bench;
beforeAll(async () => {
  const catalog = new Catalog(SKETCHES);
  catalog.words = WORDS;
  bench = await openSearch(catalog);
});
afterAll(() => bench.close());

async function titles(query: string): Promise<string[]> {
  return (await bench.search.find({ query })).hits.map(({ asset }) => asset.title).sort();
}

describe('operators', () => {
  it.each([
    ['stage:decision', ['Deck', 'Story']],
    ['STAGE:Dec', ['Deck', 'Story']],
    ['stage:decision stage:awareness', ['Card', 'Deck', 'Story']],
    ['-stage:decision', ['Card']],
    ['stage:retention,awareness', ['Card', 'Story']],
    ['persona:"IT security lead"', ['Card']],
    ['persona:security', ['Card']],
    ['type:battlecard', ['Card']],
    ['type:case', ['Story']],
    ['type:"case studies"', ['Story']],
    ['type:casestudy', ['Story']],
    ['tag:"Old price"', ['Card']],
    ['tag:red', ['Card']],
    ['owner:me', ['Deck']],
    ['owner:tom', ['Card']],
    ['owner:berg', ['Card']],
    ['owner:nobody', ['Story']],
    ['language:de', ['Story']],
    ['language:German', ['Story']],
    ['language:deutsch', ['Story']],
    ['is:stale', ['Card']],
    ['-is:stale', ['Deck', 'Story']],
    ['is:unrated', ['Deck', 'Story']],
    ['is:unused is:stale', ['Card']],
    ['is:verified', ['Story']],
    ['is:mine', ['Deck']],
    ['is:internal', ['Card']],
    ['audience:customer', ['Deck', 'Story']],
    ['folder:"Sales/02 Pitch decks"', ['Deck']],
    ['folder:sales', ['Deck', 'Story']],
    ['folder:references', ['Story']],
    ['folder:pitch', ['Deck']],
    ['-folder:banks', ['Card', 'Deck']],
    ['pitch', ['Deck']],
    ['is:archived', ['Old']],
    ['pricing is:archived,published', ['Card', 'Deck', 'Old']],
    ['pricing stage:decision', ['Deck']],
    ['stage:decision pricing', ['Deck']],
  ])('%s', async (query, expected) => {
    expect(await titles(query)).toEqual(expected);
  });

  it('are shown as they were understood, each with the query without it', async () => {
    const { understood } = await bench.search.find({ query: 'pricing stage:dec -type:faq is:stale -draft' });
    expect(understood.map(({ says, negated, without }) => [say(says), negated, without])).toEqual([
      ['Stage: Decision', false, 'pricing -type:faq is:stale -draft'],
      ['Not type: FAQ', true, 'pricing stage:dec is:stale -draft'],
      ['Stale', false, 'pricing stage:dec -type:faq -draft'],
      ['Without “draft”', true, 'pricing stage:dec -type:faq is:stale'],
    ]);
  });

  it('with a value that nothing is called are left out, and say what may have been meant', async () => {
    const result = await bench.search.find({ query: 'pricing stage:decison' });
    expect(result.hits.map(({ asset }) => asset.title).sort()).toEqual(['Card', 'Deck']);
    expect(result.hints.map(say).join(' ')).toBe('No stage is called “decison”. Did you mean Decision?');
    expect(result.mends.map(({ says, query }) => [say(says), query])).toEqual([
      ['Decision', 'pricing stage:decision'],
    ]);
    const far = await bench.search.find({ query: 'stage:zzz' });
    expect(far.hints.map(say).join(' ')).toBe(
      'No stage is called “zzz”. There are Awareness, Consideration, Decision and Retention.',
    );
  });

  it('without a value yet wait for it', async () => {
    expect(await titles('pricing stage:')).toEqual(['Card', 'Deck']);
    expect((await bench.search.find({ query: 'pricing stage:' })).hints).toEqual([]);
  });

  it('are plain words where a space follows, where nobody knows them, and in quotes', async () => {
    for (const query of ['Type: pricing', 'https://example.com pricing', '"stage:decision"']) {
      expect((await bench.search.find({ query })).understood, query).toEqual([]);
    }
  });
});

describe('leaving out', () => {
  it.each([
    ['pricing -acme', ['Deck']],
    ['pricing -"draft price"', ['Deck']],
    ['pricing -"price draft"', ['Card', 'Deck']],
    ['-pricing', ['Story']],
    ['-deck', ['Card', 'Story']],
    ['one - pricing', ['Card', 'Deck']],
    ['anti-pricing', ['Card', 'Deck']],
  ])('%s', async (query, expected) => {
    expect(await titles(query)).toEqual(expected);
  });
});

describe('what hides', () => {
  it('is told with what taking it off would add', async () => {
    const result = await bench.search.find({
      query: 'pricing stage:decision',
      filters: { audiences: ['internal'] },
    });
    expect(result.total).toBe(0);
    expect(result.hiddenByFilters).toBe(2);
    const [byClick, byOperator] = result.hiddenBy;
    expect(byClick).toEqual({ filter: 'audiences', count: 1 });
    expect(byOperator).toMatchObject({ filter: 'query', count: 1, without: 'pricing' });
    expect(sentenceOf(byOperator?.says)).toBe('Stage: Decision');
  });
});

describe('completion', () => {
  const labels = (query: string, cursor = query.length) =>
    bench.search.complete(query, cursor).options.map(({ typed }) => typed);

  it('offers the values of an operator, those that begin with what is typed first', () => {
    expect(labels('pricing stage:')).toEqual(['Awareness', 'Consideration', 'Decision', 'Retention']);
    expect(labels('stage:r')).toEqual(['Retention']);
    expect(labels('persona:security')).toEqual(['IT security lead']);
    expect(labels('type:s')).toEqual(['Sales card', 'Security pack', 'Case study']);
    expect(labels('-tag:')).toEqual(['red', 'green', 'old price']);
    expect(labels('stage:decision,aw')).toEqual(['Awareness']);
    expect(labels('stage:decision')).toEqual([]);
  });

  it('replaces what was typed, in quotes where that is needed, and goes on behind', () => {
    const text = 'pricing tag:ol';
    const { from, to, options, asked } = bench.search.complete(text, text.length);
    expect(`${text.slice(0, from)}${options[0]?.text}${text.slice(to)}`).toBe('pricing tag:"old price" ');
    expect(asked).toBe(true);
  });

  it('offers operators for plain words in passing', () => {
    expect(bench.search.complete('st', 2)).toMatchObject({ asked: false, options: [{ text: 'stage:' }] });
    expect(labels('pricing decis')).toEqual(['stage:decision']);
    expect(labels('-batt')).toEqual(['-type:battlecard']);
    expect(labels('acme')).toEqual([]);
    expect(labels('"stage')).toEqual([]);
    expect(labels('stage', 3)).toEqual([]);
  });
});
