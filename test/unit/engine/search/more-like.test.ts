import { afterEach, describe, expect, it } from 'vitest';
import { type Bench, Catalog, idOf, openSearch } from './search-fixture.ts';

let bench: Bench | undefined;
afterEach(() => bench?.close());

const filler = 'We help teams work together every day with care and a plan for what comes next.';

describe('more like this', () => {
  it('finds what speaks of the same as a page, names the words, and leaves the page’s own asset out', async () => {
    const catalog = new Catalog([
      {
        title: 'Treasury guide',
        pages: [filler, 'Dual approval of supplier invoices stops payment fraud before the bank run.'],
      },
      { title: 'Fraud one-pager', pages: ['Payment fraud: dual approval for every supplier change.'] },
      { title: 'Cafeteria menu', pages: ['Soup and bread. ', filler] },
      { title: 'Onboarding', pages: [filler] },
    ]);
    bench = await openSearch(catalog);
    const ofPage = await bench.search.like({ asset: idOf('a', 1), page: 2 });
    expect(ofPage.hits.map(({ asset }) => asset.title)).toEqual(['Fraud one-pager']);
    expect(ofPage.terms).toContain('fraud');
    expect(ofPage.hits[0]?.pages[0]?.snippet.some(({ marked }) => marked)).toBe(true);
    expect(ofPage.total).toBe(1);
  });

  it('goes by title, tags and summary where there is no text, and heeds filters', async () => {
    const catalog = new Catalog([
      { title: 'Payment fraud in practice (video)' },
      { title: 'Payment fraud one-pager', pages: [filler] },
      { title: 'Payment fraud deck', pages: [filler], change: { type: 'pitch-deck' } },
      { title: 'Onboarding', pages: [filler] },
    ]);
    bench = await openSearch(catalog);
    const all = await bench.search.like({ asset: idOf('a', 1) });
    expect(all.hits.map(({ asset }) => asset.title).sort()).toEqual([
      'Payment fraud deck',
      'Payment fraud one-pager',
    ]);
    const decks = await bench.search.like({ asset: idOf('a', 1), filters: { types: ['pitch-deck'] } });
    expect(decks.hits.map(({ asset }) => asset.title)).toEqual(['Payment fraud deck']);
    expect(decks.hiddenByFilters).toBe(1);
  });

  it('has nothing to say of an asset that nobody knows', async () => {
    bench = await openSearch(new Catalog([{ title: 'Alone', pages: ['Alone.'] }]));
    expect((await bench.search.like({ asset: idOf('a', 7) })).total).toBe(0);
    expect((await bench.search.like({ asset: idOf('a', 1), page: 99 })).total).toBe(0);
  });
});
