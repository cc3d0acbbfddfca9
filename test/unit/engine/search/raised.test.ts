import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { MARK_END, MARK_START } from '../../../../src/engine/ports/text-index.ts';
import { Marker } from '../../../../src/engine/search/marker.ts';
import { parseQuery } from '../../../../src/engine/search/query/parse-query.ts';
import { preparedWithPlaces, prepareText, shownText } from '../../../../src/engine/search/words/fold.ts';
import { strike } from '../../../../src/shared/struck.ts';
import { type Bench, Catalog, openSearch } from './search-fixture.ts';

/** Raised and lowered characters, signs and struck text: kept apart in the index, shown as they are. */

const opened: Bench[] = [];
afterEach(async () => {
  for (const bench of opened.splice(0)) await bench.close();
});

/** What a query finds in one page: the snippet with [marks], or nothing. */
async function found(page: string, query: string): Promise<string | undefined> {
  const bench = await openSearch(new Catalog([{ title: 'A sheet', pages: [page] }]));
  opened.push(bench);
  const { hits, usedSuggestion } = await bench.search.find({ query });
  const snippet = hits[0]?.pages[0]?.snippet;
  if (snippet === undefined || usedSuggestion) return undefined;
  return snippet.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');
}

describe('a price', () => {
  it('is found beside its footnote mark, and shown with it', async () => {
    expect(await found('The plan costs €39¹ a month', '39 ')).toBe('The plan costs €[39]¹ a month');
    expect(await found('The plan costs €39¹ a month', '€39 ')).toBe('The plan costs [€39]¹ a month');
    expect(await found('The plan costs €39¹ a month', '"39 a month"')).toBe('The plan costs €[39¹ a month]');
  });

  it('is no other price with its footnote mark', async () => {
    expect(await found('The plan costs €39¹ a month', '391 ')).toBeUndefined();
    expect(await found('The plan costs €99¹²', '9912 ')).toBeUndefined();
  });

  it('is found by its whole and by its raised cents', async () => {
    expect(await found('Only $39⁹⁹ this week', '39 ')).toBe('Only $[39]⁹⁹ this week');
    expect(await found('Only $39⁹⁹ this week', '99 ')).toBe('Only $39[⁹⁹] this week');
    expect(await found('Only $39⁹⁹ this week', '39.99 ')).toBe('Only $[39][⁹⁹] this week'.replace('][', ''));
    expect(await found('Only $39⁹⁹ this week', '3999 ')).toBeUndefined();
  });

  it('that is struck is found, and shown with its strokes', async () => {
    const page = `was ${strike('€49')} now €39`;
    expect(await found(page, '49 ')).toBe(`was ${strike('€')}[${strike('49')}] now €39`);
  });

  it('with a fraction is not another number', async () => {
    expect(await found('Pallet 1½ m', '11 ')).toBeUndefined();
    expect(await found('Pallet 1½ m', '1 ')).toBe('Pallet [1½] m');
  });
});

describe('a name', () => {
  it('is found without the sign behind it', async () => {
    expect(await found('Nexo™ pricing starts here', '"Nexo pricing"')).toBe('[Nexo™ pricing] starts here');
    expect(await found('Harborline Shield™ protects the belt', '"shield protects"')).toContain(
      '[Shield™ protects]',
    );
    expect(await found('Vexora℠ units and Brightlane® fees', 'vexora brightlane')).toBe(
      '[Vexora]℠ units and [Brightlane]® fees',
    );
    expect(await found('Nexo™ pricing', 'nexotm ')).toBeUndefined();
  });

  it('is the same title with its sign', () => {
    expect(prepareText('Nexo™')).toBe('Nexo ');
  });
});

describe('what is raised or lowered within a word', () => {
  it('is found as people type it', async () => {
    const page = 'Saves 12 t CO₂ and H₂O on 500 m² of hall by the 20ᵗʰ of May';
    for (const [query, mark] of [
      ['co2 ', 'CO₂'],
      ['h2o ', 'H₂O'],
      ['m2 ', 'm²'],
      ['20th ', '20ᵗʰ'],
      ['CO₂ ', 'CO₂'],
      ['m² ', 'm²'],
    ])
      expect(await found(page, query ?? '')).toContain(`[${mark}]`);
  });

  it('as a mark behind a word is no part of it', async () => {
    expect(await found('Our price guarantee¹ covers parts', '"price guarantee covers"')).toBe(
      'Our [price guarantee¹ covers] parts',
    );
  });
});

describe('marks and snippets', () => {
  const text = fc.string({
    unit: fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom(...'ab 1²₂™ﬃ½ö東京e\u0301\u0336\u00ad', ' 39¹', 'co₂', '20ᵗʰ'),
      },
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ),
    maxLength: 80,
  });

  it('hold the text’s own characters, in order, for any text and query', () => {
    fc.assert(
      fc.property(text, text, fc.integer({ min: 1, max: 12 }), (page, query, most) => {
        const shown = shownText(page);
        const groups = parseQuery(query).terms.map((term) => [
          { text: prepareText(term.text), prefix: term.prefix },
        ]);
        const marker = new Marker(groups);
        const bare = (marked: string) => marked.replaceAll(MARK_START, '').replaceAll(MARK_END, '');
        expect(bare(marker.mark(shown) ?? shown)).toBe(shown);
        expect(shown).toContain(bare(marker.snippet(shown, most)).replace(/^…|…$/gu, ''));
      }),
    );
  });

  it('know of every unit that is looked for where it stands', () => {
    fc.assert(
      fc.property(text, (page) => {
        const { text: sought, places } = preparedWithPlaces(page);
        expect(sought).toBe(prepareText(page));
        if (places === undefined) return;
        expect(places.from).toHaveLength(sought.length);
        let last = 0;
        for (const [at, from] of places.from.entries()) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(places.to[at]).toBeLessThanOrEqual(page.length);
          last = from;
        }
      }),
    );
  });
});
