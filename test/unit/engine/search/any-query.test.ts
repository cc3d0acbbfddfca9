import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completionSchema, searchResultSchema } from '../../../../src/contract/search.ts';
import { FIELDS } from '../../../../src/engine/search/query/operators.ts';
import { says } from '../../../../src/shared/says/says.ts';
import { say } from '../../../../src/words/say.ts';
import { type Bench, Catalog, openSearch, WORDS } from './search-fixture.ts';

let bench: Bench;
beforeAll(async () => {
  const catalog = new Catalog([
    { title: 'Near and far: "quotes"', pages: ['NOT every AND is an OR', 'a* b^2 (c) {d} : e + f - g'] },
    { title: '价格表 🚀', pages: ['emoji 🚀🚀 and 価格 and ไทย'], change: { tags: ['*', '"', 'NEAR'] } },
  ]);
  catalog.words = WORDS;
  bench = await openSearch(catalog);
});
afterAll(() => bench.close());

const KEYWORDS = [
  '"',
  '*',
  '(',
  ')',
  'NEAR',
  'NEAR(a b, 2)',
  'AND',
  'OR',
  'NOT',
  '^',
  ':',
  '{',
  '}',
  '+',
  '-',
  'title:',
  '\0',
];
const ODD = [
  '\ud800',
  '\udc00',
  '🚀',
  '👩‍👩‍👧',
  '\u200b',
  '\u0001',
  '\u0002',
  'ﬁ',
  'é',
  '日本語',
  'ไทย',
  'İ',
  'ß',
  "'",
  '\\',
  '%',
  '\uffff',
];

const query = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...KEYWORDS, ...ODD, ' ', 'far', 'quotes', 'emoji'),
        fc.string({ maxLength: 5 }),
      ),
      {
        maxLength: 12,
      },
    )
    .map((parts) => parts.join('')),
);

/** Operators with values that mean something, nothing, or can't be read. */
const operator = fc
  .tuple(
    fc.constantFrom('', '-', '--'),
    fc.oneof(
      fc.constantFrom(...FIELDS, 'STAGE', 'status', 'lang', 'title', 'http'),
      fc.string({ maxLength: 3 }),
    ),
    fc.oneof(
      fc.constantFrom(
        'decision',
        'c',
        'me',
        'stale',
        'archived',
        '"Head of operations"',
        '"open',
        ',',
        'a,b',
        '""',
        ':',
        '',
      ),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom(...KEYWORDS, ...ODD),
    ),
  )
  .map(([sign, name, value]) => `${sign}${name}:${value}`);
const withOperators = fc
  .array(fc.oneof(operator, query), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join(' '));

describe('any query', () => {
  it('gets an answer or a hint, never an exception', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(query, withOperators), fc.nat({ max: 80 }), async (text, cursor) => {
        const result = searchResultSchema.parse(await bench.search.find({ query: text }));
        expect(result.total).toBe(result.hits.length);
        for (const { query: mended } of result.mends)
          searchResultSchema.parse(await bench.search.find({ query: mended }));
        const { from, to, options } = completionSchema.parse(bench.search.complete(text, cursor));
        expect(from).toBeLessThanOrEqual(to);
        for (const option of options)
          await bench.search.find({ query: `${text.slice(0, from)}${option.text}${text.slice(to)}` });
        bench.search.titles(text, { limit: 10 });
        await bench.search.similarText(text, 5);
      }),
      { numRuns: 300 },
    );
  });

  it('may be 10,000 characters long', async () => {
    const long = Array.from({ length: 2000 }, (_, at) => `w${at}`)
      .join(' ')
      .slice(0, 10_000);
    expect((await bench.search.find({ query: long })).hints.map(say).join(' ')).toMatch(/long/u);
    expect((await bench.search.find({ query: 'x'.repeat(10_000) })).total).toBe(0);
    expect((await bench.search.find({ query: '"'.repeat(10_000) })).hints.map(say).join(' ')).toMatch(
      /no word/u,
    );
  });

  it('without a word in it says so', async () => {
    for (const text of ['"', '*', '(', '🚀', '...']) {
      expect(await bench.search.find({ query: text }), text).toMatchObject({
        total: 0,
        hints: [says('search.no-word')],
      });
    }
  });

  it('finds the words that FTS5 knows as operators', async () => {
    const result = await bench.search.find({ query: 'NEAR' });
    expect(result.hits.map(({ asset }) => asset.title)[0]).toContain('Near');
  });
});
