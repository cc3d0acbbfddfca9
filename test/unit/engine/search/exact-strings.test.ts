import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { codesOf } from '../../../../src/engine/search/words/codes.ts';
import { prepareText } from '../../../../src/engine/search/words/fold.ts';
import { makeMatcher } from '../../../../src/renderer/areas/reader/document/find-text.ts';
import { type Bench, Catalog, openSearch } from './search-fixture.ts';

/** What people copy from data sheets, mails and addresses: the very string first, with or without its signs. */

const opened: Bench[] = [];
afterEach(async () => {
  for (const bench of opened.splice(0)) await bench.close();
});

/** More than any text factor but that of a row that has a string as it was typed. */
const STEPPED_UP = 10;

/** `languages` by title; those of the others are told by nothing. */
async function over(
  pages: Readonly<Record<string, string>>,
  languages: Readonly<Record<string, string>> = {},
): Promise<Bench> {
  // What speaks against the first one: it is the least useful, and the last of its kind.
  const catalog = new Catalog(
    Object.entries(pages).map(([title, page], at) => ({
      title,
      pages: [page],
      change: {
        language: languages[title],
        usefulness: {
          score: at === 0 ? 1 : 5,
          lowerBound: 1,
          count: 9,
          enough: true,
          distribution: [9, 0, 0, 0, 0],
          useful: 0,
        },
      },
    })),
  );
  const bench = await openSearch(catalog);
  opened.push(bench);
  return bench;
}

const titles = async ({ search }: Bench, query: string): Promise<string[]> => {
  const { hits, usedSuggestion } = await search.find({ query });
  return usedSuggestion ? [] : hits.map(({ asset }) => asset.title);
};

const marked = async ({ search }: Bench, query: string): Promise<string> => {
  const snippet = (await search.find({ query })).hits[0]?.pages[0]?.snippet ?? [];
  return snippet.map(({ text, marked: is }) => (is ? `[${text}]` : text)).join('');
};

describe('a part number', () => {
  const PARTS = {
    wanted: 'Spare part X-200/B fits conveyor type 7. Order number 4711-08.15.',
    others: 'Spare parts X-200/A, X-2000/B and B-200/X are discontinued. Order number 4711-15.08. B X 200',
    scattered: 'The X series: from 200 pieces group B. See page 4711, chapters 08 and 15, X 200 B.',
  };

  it.each(['X-200/B', 'x-200/b', 'X-200/B ', '4711-08.15', 'part X-200/B'])(
    'comes first where it is written as it was typed: %s',
    async (query) => {
      expect((await titles(await over(PARTS), query))[0]).toBe('wanted');
    },
  );

  it.each(['x200b', 'X200B ', '47110815', 'x 200 b', 'X–200–B'])(
    'is found without its signs, or with others: %s',
    async (query) => {
      expect(await titles(await over(PARTS), query)).toContain('wanted');
    },
  );

  it('comes before its parts in a row without signs, and these before scattered ones', async () => {
    const bench = await over({ first: 'the X-200/B', second: 'an X 200 B here', third: 'B of 200, X' });
    expect(await titles(bench, 'X-200/B')).toEqual(['first', 'second', 'third']);
  });

  it('is found half typed', async () => {
    const bench = await over({ second: 'B of 200, X', first: 'the X-200/B12' });
    for (const query of ['x-200/', 'x-200/b', 'x-200/b1'])
      expect((await titles(bench, query))[0], query).toBe('first');
    expect(await titles(await over(PARTS), 'x200')).toContain('wanted');
  });

  it('written without signs is found by who types them', async () => {
    expect(await titles(await over({ wanted: 'The X200B is here' }), 'X-200/B')).toEqual(['wanted']);
  });

  it('is marked as a whole', async () => {
    expect(await marked(await over(PARTS), 'x200b')).toContain('[X-200/B]');
    expect(await marked(await over(PARTS), 'X-200/B ')).toContain('[X-200/B]');
    expect(await marked(await over({ one: 'the X-200/B, and Belts' }), 'x-200/b')).toBe(
      'the [X-200/B], and Belts',
    );
  });

  it('in a title is a title', async () => {
    const bench = await over({ 'Manual X-200/B': 'nothing', other: 'X 200 B and X-200/B, X-200/B' });
    expect((await titles(bench, 'manual x200b'))[0]).toBe('Manual X-200/B');
  });
});

describe('an address', () => {
  const PAGES = {
    wanted: 'Write to mira.holt@harborline.example or see https://www.harborline.example/docs/sla?x=1.',
    scattered:
      'Mira called Mr. Holt at Harborline. An example of the docs: SLA, mira, holt, harborline, example, www https 1 x',
  };

  it.each([
    'mira.holt@harborline.example',
    'Mira.Holt@Harborline.example',
    'https://www.harborline.example/docs/sla?x=1',
    'www.harborline.example/docs/sla',
    'harborline.example',
    '"mira.holt@harborline.example"',
  ])('comes first where it stands: %s', async (query) => {
    expect((await titles(await over(PAGES), query))[0]).toBe('wanted');
  });
});

describe('a number', () => {
  it('with its minus is no exclusion', async () => {
    const pages = { wanted: 'works from -40 °C to +85 °C', other: '40 and 85 C, at 40 °C' };
    expect((await titles(await over(pages), '-40 °C'))[0]).toBe('wanted');
    expect((await titles(await over(pages), '-40 °C to +85 °C'))[0]).toBe('wanted');
    expect((await titles(await over(pages), 'works -40'))[0]).toBe('wanted');
    expect((await titles(await over({ wanted: 'from −40°C' }), '-40 °C'))[0]).toBe('wanted');
  });

  it('of a year behind a minus is left out still', async () => {
    expect(
      await titles(await over({ old: 'report of 2019', new: 'report of 2024' }), 'report -2019'),
    ).toEqual(['new']);
  });

  it('with decimals and a unit comes first as it is', async () => {
    const pages = { wanted: 'uptime of 99.95 % a year', other: '95 of 99 % a year, % 99 95, 99 % and 95 %' };
    expect((await titles(await over(pages), '99.95 %'))[0]).toBe('wanted');
    expect((await titles(await over(pages), '99.95%'))[0]).toBe('wanted');
    expect((await titles(await over(pages), '99,95 %'))[0]).toBe('wanted');
  });

  it('is the same with either separator of thousands, or none', async () => {
    const all = {
      en: 'for 10,000 users',
      de: 'for 10.000 users',
      ch: 'for 10’000 users',
      plain: 'for 10000 users',
    };
    const bench = await over(all, { de: 'de' });
    for (const query of ['10.000', '10,000', '10000', '10’000'])
      expect((await titles(bench, `${query} `)).slice(0, 4).toSorted(), query).toEqual([
        'ch',
        'de',
        'en',
        'plain',
      ]);
  });

  it('is read as the language of its document writes it, and as who types writes it', async () => {
    const pages = {
      de: 'für 10.000 Nutzer, Dicke 2,125 mm',
      en: 'for 10,000 users, 2.125 mm thick',
      ten: 'weighs 10.000 kg in all, 2,125 of them',
    };
    const bench = await over(pages, { de: 'de', en: 'en', ten: 'en' });
    const found = async (query: string, decimal: '.' | ',') =>
      (await bench.search.find({ query, decimal })).hits
        .filter(({ factors }) => factors.text > STEPPED_UP)
        .map(({ asset }) => asset.title)
        .toSorted();
    expect(await found('10.000 ', ',')).toEqual(['de', 'en']);
    expect(await found('10,000 ', '.')).toEqual(['de', 'en']);
    expect(await found('10.000 ', '.')).toEqual(['ten']);
    expect(await found('2,125 ', ',')).toEqual(['de', 'en']);
    expect(await found('2.125 ', '.')).toEqual(['de', 'en']);
    expect(await found('2,125 ', '.')).toEqual(['ten']);
  });

  it('is not its parts where it stands anywhere itself', async () => {
    const pages = { ten: 'for 10.000 users', spaced: 'for 10 000 users', apart: 'page 10 of the 000 series' };
    const bench = await over(pages);
    for (const query of ['10.000', '10.000 ', '10,000 ', '10.000 users'])
      expect((await titles(bench, query)).toSorted(), query).toEqual(['spaced', 'ten']);
    const share = await over({ wanted: 'uptime of 99.95 %', apart: 'from 95 to 99 %, 99 of 95' });
    expect(await titles(share, '99.95 % ')).toEqual(['wanted']);
    expect(await marked(bench, '10.000 ')).toContain('[10.000]');
  });

  it('is found by its parts where it stands nowhere', async () => {
    expect(await titles(await over({ apart: 'page 10 of the 000 series' }), '10.000 ')).toEqual(['apart']);
  });

  it('with decimals is no whole number', async () => {
    const pages = { half: 'a ratio of 1.5 m', whole: 'a ratio of 15 m' };
    expect(await titles(await over(pages), '15 ')).toEqual(['whole']);
    expect((await titles(await over(pages), '1.5 '))[0]).toBe('half');
    expect((await titles(await over(pages), '1,5 '))[0]).toBe('half');
  });

  it('with its currency comes before the number alone', async () => {
    const pages = { wanted: 'from 39 € a month', other: '39 days a month, 39 39' };
    expect((await titles(await over(pages), '€39'))[0]).toBe('wanted');
    expect((await titles(await over({ wanted: 'now €39', other: '39 39' }), '39 €'))[0]).toBe('wanted');
  });
});

describe('strings with signs', () => {
  it('stand in any text where it says, one after the other', () => {
    const text = fc.string({
      unit: fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...'aB1,.-/+#@%°$€’ C\u2212\u200b\n', '𝒜', '12', 'C++') },
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      ),
      maxLength: 200,
    });
    fc.assert(
      fc.property(text, (page) => {
        const prepared = prepareText(page);
        let done = 0;
        for (const { from, to, exact, others } of codesOf(prepared)) {
          expect(from).toBeGreaterThanOrEqual(done);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(prepared.length);
          for (const word of [exact, ...others]) expect(word).toMatch(/^[\p{L}\p{N}\p{M}\p{Co}]+$/u);
          done = to;
        }
      }),
    );
  });

  it('are marked in the reader as they stand there', () => {
    const found = (term: string, page: string) =>
      makeMatcher({ kind: 'terms', terms: [term] })(page).map(({ index, length }) =>
        page.slice(index, index + length),
      );
    expect(found('x-200/b', 'an X-200/B, not X-200/BC')).toEqual(['X-200/B']);
    expect(found('c++', 'C++ and C#')).toEqual(['C++']);
  });
});

describe('a name with signs', () => {
  const PAGES = {
    one: 'Our R&D team ships a C++ SDK and a .NET client; runs on S/4HANA, 24/7.',
    two: 'Our C# SDK is for plan R and plan D customers, c c c. On day 24 of 7 months the net price in S4 Hana halls.',
  };

  it.each(['C++', 'c++ sdk', '.NET', 'S/4HANA', '24/7', 'R&D'])('comes first: %s', async (query) => {
    expect((await titles(await over(PAGES), query))[0]).toBe('one');
  });

  it('comes before a title with other signs, and before one without', async () => {
    const bench = await over({ sdk: 'ships a C++ SDK', C: 'c c c', 'C#': 'c', Other: 'c c c' });
    expect(await titles(bench, 'C++')).toEqual(['sdk', 'C', 'C#', 'Other']);
    expect((await titles(bench, 'C#'))[0]).toBe('C#');
    expect((await titles(bench, 'C'))[0]).toBe('C');
    const parts = await over({
      manual: 'for the X-200/B',
      'X 200 B': 'nothing',
      other: 'an X 200 B, X 200 B',
    });
    expect(await titles(parts, 'X-200/B')).toEqual(['manual', 'X 200 B', 'other']);
  });

  it('is another one with other signs', async () => {
    const swapped = { two: PAGES.two, one: PAGES.one };
    expect((await titles(await over(swapped), 'C#'))[0]).toBe('two');
  });

  it('is found by the number of its version', async () => {
    const bench = await over({ wanted: 'new in v2.3.1', other: 'in version 2.4.1 of 3 with 2 1' });
    for (const query of ['2.3.1 ', 'v2.3.1 ']) expect((await titles(bench, query))[0], query).toBe('wanted');
    expect((await titles(await over({ wanted: 'new in 2.3.1' }), 'v2.3.1 '))[0]).toBe('wanted');
  });

  it('is found without its sign', async () => {
    expect(await titles(await over(PAGES), 's4hana')).toContain('one');
  });
});

describe('words that stand side by side as they were typed', () => {
  it('come before the same words scattered', async () => {
    const filler = 'and then some more that is said of other things';
    const bench = await over({
      run: `We compare the net present value here ${filler}`,
      scattered: `A net ${filler} present ${filler} value`,
    });
    const plain = await bench.search.find({ query: 'net present value' });
    const [first, second] = plain.hits;
    expect(first?.factors.text).toBeGreaterThan(0);
    const text = Object.fromEntries(plain.hits.map(({ asset, factors }) => [asset.title, factors.text]));
    expect(text.run ?? 0).toBeGreaterThan((text.scattered ?? 0) * 1.1);
    expect(second).toBeDefined();
  });
});
