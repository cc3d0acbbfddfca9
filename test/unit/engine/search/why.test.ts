import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WhyResult } from '../../../../src/contract/search.ts';
import { whyResultSchema } from '../../../../src/contract/search.ts';
import { type Bench, Catalog, idOf, openSearch, WORDS } from './search-fixture.ts';

let bench: Bench;
let catalog: Catalog;
beforeAll(async () => {
  catalog = new Catalog([
    {
      title: 'Pricing guide',
      pages: ['pricing here', 'nothing', 'prices and a onepager; the return on investment'],
      change: { tags: ['price list'], summary: 'What it costs', stages: ['decision'] },
    },
  ]);
  catalog.words = {
    ...WORDS,
    synonyms: [
      { words: ['ROI', 'return on investment'], means: { facet: 'same' } },
      { words: ['BOFU'], means: { facet: 'stage', term: 'decision' } },
    ],
  };
  bench = await openSearch(catalog);
});
afterAll(() => bench.close());

async function why(query: string): Promise<WhyResult> {
  const asset = catalog.summaries.get(idOf('a', 1));
  if (asset === undefined) throw new Error('no asset');
  return whyResultSchema.parse(await bench.search.why(query, asset));
}

describe('why a result is here', () => {
  it('says where each word stands', async () => {
    expect(await why('pricing zebra ')).toEqual({
      words: [
        {
          typed: 'pricing',
          found: [{ as: 'pricing', how: 'itself', where: ['title', 'tags', 'pages'], pages: 2 }],
          terms: [],
        },
        { typed: 'zebra', found: [], terms: [] },
      ],
      all: false,
      titled: false,
    });
  });

  it('names the synonym, the spelling, the other form and the term that were used', async () => {
    expect((await why('roi bofu ')).words).toEqual([
      {
        typed: 'roi',
        found: [{ as: 'return on investment', how: 'synonym', where: ['pages'], pages: 1 }],
        terms: [],
      },
      { typed: 'bofu', found: [], terms: [{ facet: 'stage', name: 'Decision' }] },
    ]);
    expect((await why('pircing ')).words[0]?.found[0]).toMatchObject({ as: 'pricing', how: 'spelling' });
    expect((await why('one pager ')).words[1]?.found[0]).toMatchObject({ as: 'onepager', how: 'form' });
  });

  it('tells the name of the file from tags and folder', async () => {
    expect((await why('pdf ')).words[0]?.found[0]?.where).toEqual(['file']);
  });

  it('has nothing to say of a query without words', async () => {
    expect(await why('stage:decision')).toEqual({ words: [], all: true, titled: false });
  });
});
