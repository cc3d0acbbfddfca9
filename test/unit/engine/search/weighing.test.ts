import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { Marker } from '../../../../src/engine/search/marker.ts';
import {
  type Field,
  pairOf,
  stemOf,
  TermGatherer,
  unpackTerms,
} from '../../../../src/engine/search/words/row-terms.ts';
import { type AssetSketch, type Bench, Catalog, openSearch } from './search-fixture.ts';

let bench: Bench | undefined;
afterEach(async () => {
  await bench?.close();
  bench = undefined;
});

async function titles(sketches: readonly AssetSketch[], query: string): Promise<string[]> {
  await bench?.close();
  bench = await openSearch(new Catalog(sketches));
  return (await bench.search.find({ query })).hits.map(({ asset }) => asset.title);
}

describe('what is kept of an asset’s words', () => {
  it('says how often each stem stands where, and which stand side by side', () => {
    const gatherer = new TermGatherer();
    gatherer.add('Pricing of the plans', 'title');
    gatherer.add('Prices, priced: pricing plan', 'text');
    const { stems, data, length, words } = gatherer.finish();
    const terms = unpackTerms(stems, data);
    const price = stemOf('prices') ?? 0;
    const at = terms.stems.indexOf(price);
    expect([terms.inText[at], (terms.inHead[at] ?? 0) & 3]).toEqual([3, 1]);
    // The stop words between them are no words.
    expect([...terms.pairs].filter((pair) => pair === pairOf(price, stemOf('plan') ?? 0))).toHaveLength(2);
    expect([length, terms.length, words.includes('priced')]).toEqual([6, 6, true]);
  });

  it('is the same after it was packed, wherever it lies in memory', () => {
    const field = fc.constantFrom<Field>('title', 'tags', 'summary', 'text');
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ unit: 'binary' }), field)), fc.nat(7), (texts, offset) => {
        const gatherer = new TermGatherer();
        for (const [text, where] of texts) gatherer.add(text, where);
        const { stems, data } = gatherer.finish();
        const shifted = new Uint8Array(data.length + offset);
        shifted.set(data, offset);
        expect(unpackTerms(stems, shifted.subarray(offset))).toEqual(unpackTerms(stems, data));
        expect([...stems]).toEqual([...stems].sort((a, b) => a - b));
      }),
    );
  });
});

describe('marks', () => {
  const marker = new Marker([
    [{ text: 'prices', prefix: false }],
    [{ text: 'soc 2', prefix: false }],
    [{ text: 'secur', prefix: true }],
  ]);

  it('stand around words of the same stem, phrases and what a beginning goes on to', () => {
    expect(marker.mark('Pricing: SOC 2 security, 2 socks')).toBe(
      '\u0001Pricing\u0002: \u0001SOC 2\u0002 \u0001security\u0002, 2 socks',
    );
    expect(marker.mark('nothing here')).toBeUndefined();
  });

  it('choose the stretch of a long text that has most of what was looked for', () => {
    const filler = (count: number): string => Array.from({ length: count }, (_, at) => `word${at}`).join(' ');
    const text = `${filler(40)} prices ${filler(40)}. Here SOC 2 and secure prices ${filler(40)}`;
    const snippet = marker.snippet(text, 20);
    expect(snippet.startsWith('…Here \u0001SOC 2\u0002 and \u0001secure\u0002 \u0001prices\u0002')).toBe(
      true,
    );
    expect(snippet.endsWith('…')).toBe(true);
  });

  it('cuts a snippet so that its first match is not far into it, also at the end of a text and in a short one', () => {
    const marker = new Marker([[{ text: 'prices', prefix: false }]]);
    const words = Array.from({ length: 20 }, (_, at) => `w${at}`).join(' ');
    for (const text of [`${words} prices`, `${words} ${words} prices at last`]) {
      const [before = ''] = marker.snippet(text, 24).split('\u0001');
      expect(before.trim().split(' ').length).toBeLessThan(10);
    }
  });

  it('never lose or invent a character of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const marked = marker.mark(text) ?? text;
        // biome-ignore lint/suspicious/noControlCharactersInRegex: the marks are control characters
        expect(marked.replace(/[\u0001\u0002]/gu, '')).toBe(text);
      }),
    );
  });
});

describe('the order of hits', () => {
  const filler = 'the quarterly plan names people, places and dates of the year';

  it('counts a word that the query repeats as often as it was said', async () => {
    const sketches = [
      { title: 'One', pages: [`alpha ${filler}`] },
      { title: 'Two', pages: [`bravo ${filler}`] },
    ];
    expect((await titles(sketches, 'alpha bravo charlie delta alpha alpha '))[0]).toBe('One');
    expect((await titles(sketches, 'bravo alpha charlie delta bravo bravo '))[0]).toBe('Two');
  });

  it('puts words that stand side by side before the same words apart', async () => {
    const sketches = [
      { title: 'Apart', pages: [`zero ${filler} trust`] },
      { title: 'Together', pages: [`zero trust ${filler}`] },
    ];
    expect(await titles(sketches, 'zero trust ')).toEqual(['Together', 'Apart']);
    expect(await titles([...sketches].reverse(), 'zero trust ')).toEqual(['Together', 'Apart']);
  });

  it('is the same whatever the order in which assets came', async () => {
    const words = ['alpha', 'bravo', 'delta', 'kilo', 'tango', 'zulu', 'echo', 'golf'];
    const sketches = Array.from({ length: 40 }, (_, number): AssetSketch => {
      const own = words.filter((_, at) => (number * (at + 3)) % 5 < 2);
      return { title: `Asset ${number}`, pages: [own.join(' ')] };
    });
    const numbered = sketches.map((sketch, at) => [at + 1, sketch] as const);
    const orders: string[][] = [];
    for (const order of [numbered, [...numbered].reverse()]) {
      const catalog = new Catalog();
      await bench?.close();
      bench = await openSearch(catalog);
      for (const one of order) {
        catalog.set([one]);
        await bench.search.sync();
      }
      const { hits } = await bench.search.find({ query: 'alpha kilo golf echo zulu ', limit: 100 });
      orders.push(hits.map(({ asset }) => asset.id));
    }
    expect(orders[0]).toEqual(orders[1]);
  });

  it('leaves a word of a sentence alone that is too far from any other', async () => {
    const sketches = [{ title: 'Steps', pages: ['step by step through contract, pricing and renewal'] }];
    bench = await openSearch(new Catalog(sketches));
    const sentence = await bench.search.find({ query: 'stop contract pricing renewal ' });
    expect([sentence.usedSuggestion, sentence.suggestion]).toEqual([false, undefined]);
    const mended = await bench.search.find({ query: 'step contrct pricing renewal ' });
    expect([mended.usedSuggestion, mended.suggestion]).toEqual([true, 'step contract pricing renewal']);
  });
});
