import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { VocabularyWord } from '../../../../src/engine/ports/text-index.ts';
import { ALL_LANGUAGES } from '../../../../src/engine/search/words/languages.ts';
import { Spelling } from '../../../../src/engine/search/words/spelling.ts';
import { type Bench, Catalog, openSearch } from './search-fixture.ts';

const PAGES = [
  'Zero trust compliance for the chief information technology office (CIT). Our kits in Germany cover every audit.',
  'The pricing guide for Germany: prices, discounts, contracts and renewals of the harbor.',
  'Compliance checklists and security questionnaires; certified suppliers, contract terms.',
];
const VOCABULARY = [
  ...new Set(
    PAGES.join(' ')
      .toLowerCase()
      .match(/[a-z]{3,}/g),
  ),
];

let bench: Bench;
beforeAll(async () => {
  bench = await openSearch(new Catalog(PAGES.map((text, at) => ({ title: `Paper ${at}`, pages: [text] }))));
});
afterAll(() => bench.close());
const find = (query: string) => bench.search.find({ query });

describe('a word', () => {
  it.each([
    ['stands in a text', 'germany '],
    ['begins one that does', 'german '],
    ['is one that does in another form', 'kits contracting pricings '],
    ['goes on from one that does', 'harbors '],
  ])('that %s is never changed', async (_, query) => {
    expect(await find(query)).toMatchObject({ usedSuggestion: false, total: expect.any(Number) });
    expect((await find(query)).suggestion).toBeUndefined();
    expect((await find(query)).total).toBeGreaterThan(0);
  });

  it('that stands in a text, or begins one that does, is never changed in any query', async () => {
    const word = fc.constantFrom(...VOCABULARY);
    const beginning = word.chain((whole) =>
      fc.integer({ min: 4, max: 20 }).map((length) => whole.slice(0, length)),
    );
    const words = fc.array(fc.oneof(word, beginning), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(words, fc.constantFrom('', ' '), async (typed, end) => {
        const { usedSuggestion, suggestion } = await find(typed.join(' ') + end);
        expect([usedSuggestion, suggestion]).toEqual([false, undefined]);
      }),
      { numRuns: 150 },
    );
  });

  it('that nothing has is mended where one letter in four is wrong at most', async () => {
    expect(await find('pircing ')).toMatchObject({ usedSuggestion: true, suggestion: 'pricing' });
    expect(await find('complianse checklists ')).toMatchObject({ suggestion: 'compliance checklists' });
    for (const query of ['zebra ', 'cat ', 'kid compliance ']) {
      const { usedSuggestion, suggestion } = await find(query);
      expect([usedSuggestion, suggestion], query).toEqual([false, undefined]);
    }
  });

  it('is not mended where most words of the query are unknown', async () => {
    for (const query of ['zebra compliance kat ', 'pircing complianse ', 'pircing giude compliance ']) {
      const { usedSuggestion, suggestion } = await find(query);
      expect([usedSuggestion, suggestion], query).toEqual([false, undefined]);
    }
    expect(await find('pircing compliance ')).toMatchObject({ suggestion: 'pricing compliance' });
  });
});

describe('the vocabulary', () => {
  it('is read once more, however often it changed while it was read', async () => {
    let readings = 0;
    const wordsAfter = async (after: string): Promise<VocabularyWord[]> => {
      if (after !== '') return [];
      readings += 1;
      return [{ word: 'pricing', assets: 1 }];
    };
    const spelling = new Spelling({ wordsAfter, match: () => Promise.resolve(new Uint32Array()) }, () =>
      setImmediate(),
    );
    const all = Array.from({ length: 20 }, () => {
      spelling.forget();
      return spelling.prepare();
    });
    await Promise.all(all);
    expect(readings).toBe(2);
    await spelling.prepare();
    expect(readings).toBe(2);
    expect(await spelling.mend('pircing')).toMatchObject({ word: 'pricing' });
  });
});

describe('what is written together', () => {
  const MARK = ALL_LANGUAGES.find(({ code }) => code === 'de')?.mark ?? '';
  const words = ['kosten', 'vergleich', 'kostenvergleich'].map((word) => ({ word: MARK + word, assets: 1 }));
  const german = ALL_LANGUAGES.filter(({ code }) => code === 'de');
  const wholes = async (spelling: Spelling): Promise<string[]> => {
    const compounds = await spelling.compounds();
    return german.flatMap((language) => compounds.containing(language, 'vergleich'));
  };
  const match = () => Promise.resolve(new Uint32Array());

  it('is known to the first search where there are few words', async () => {
    const spelling = new Spelling({ wordsAfter: async (after) => (after === '' ? words : []), match });
    expect(await wholes(spelling)).toEqual(['kostenvergleich']);
  });

  it('lets no search wait where there are many, and is known once they were read', async () => {
    let goOn: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const many = Array.from({ length: 6000 }, (_, at) => ({ word: `word${at}`, assets: 1 }));
    const wordsAfter = async (after: string): Promise<VocabularyWord[]> => {
      if (after === '') return many;
      await held;
      return after.startsWith(MARK) ? [] : words;
    };
    const spelling = new Spelling({ wordsAfter, match });
    expect(await wholes(spelling)).toEqual([]);
    goOn();
    await spelling.prepare();
    await vi.waitFor(async () => expect(await wholes(spelling)).toEqual(['kostenvergleich']));
  });
});

describe('where nothing has all of the words', () => {
  const told = async (query: string): Promise<boolean> =>
    (await find(query)).hints.some(({ code }) => code === 'search.none-has-all');

  it('is said so above what comes near', async () => {
    const { total } = await find('compliance discounts ');
    expect(total).toBeGreaterThan(0);
    expect(await told('compliance discounts ')).toBe(true);
    expect(await told('zebra compliance giraffe ')).toBe(true);
  });

  it('is said nothing of where something has them, or nothing was found', async () => {
    for (const query of ['pricing discounts ', 'compliance ', 'zebra giraffe ', '', 'pricing x '])
      expect(await told(query), query).toBe(false);
  });

  it('is said of a sentence only where the best has little of it', async () => {
    expect(await told('how do certified suppliers answer security questionnaires in Germany ')).toBe(false);
    expect(await told('compliance of zebras, giraffes, elephants and hippos with gravel ')).toBe(true);
  });
});
