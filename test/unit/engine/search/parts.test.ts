import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markedText } from '../../../../src/engine/search/marked-text.ts';
import { cut, piecesOf } from '../../../../src/engine/search/pieces.ts';
import { slice } from '../../../../src/engine/search/query/ordering.ts';
import { parseQuery } from '../../../../src/engine/search/query/parse-query.ts';
import {
  cleanText,
  foldWord,
  prepareText,
  unprepareText,
  wordsOf,
} from '../../../../src/engine/search/words/fold.ts';
import { GramIndex } from '../../../../src/engine/search/words/gram-index.ts';
import { distance } from '../../../../src/engine/search/words/spelling.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: what must not be left in a text
const UNSHOWABLE = /[\u0000-\u0008\u200b\p{Surrogate}]/u;

function words(query: string): string[] {
  return parseQuery(query).terms.map(({ text }) => text);
}

describe('a query', () => {
  it('is cut into words and phrases, stop words left out', () => {
    expect(words('How to sell the "total cost" of R&D')).toEqual(['sell', 'total cost', 'R', 'D']);
    expect(words("the customer's view ")).toEqual(['customer', 'view']);
  });

  it('keeps stop words when there is nothing else', () => {
    expect(words('to be or not to be')).toEqual(['to', 'be', 'or', 'not']);
  });

  it('has a last word that may go on, unless a space follows', () => {
    expect(parseQuery('total cos').terms.map(({ prefix }) => prefix)).toEqual([false, true]);
    expect(parseQuery('total cos ').terms.map(({ prefix }) => prefix)).toEqual([false, false]);
    expect(parseQuery('"total cos').terms).toMatchObject([{ text: 'total cos', quoted: true, prefix: true }]);
  });

  it('counts single letters as weak beside words, not alone', () => {
    expect(parseQuery('SOC 2 ').terms.map(({ weak }) => weak)).toEqual([false, true]);
    expect(parseQuery('C++').terms.map(({ weak }) => weak)).toEqual([false]);
  });
});

describe('a text', () => {
  it('loses what can not be shown, and is the same but for its letters after it was prepared for the index', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldWord(unprepareText(prepareText(text)))).toBe(foldWord(cleanText(text)));
        expect(UNSHOWABLE.test(cleanText(text))).toBe(false);
      }),
    );
  });

  it('has as words the runs of letters, digits, marks and private characters, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const found = [...text.matchAll(/[\p{L}\p{N}\p{M}\p{Co}]+/gu)];
        expect([...wordsOf(text)]).toEqual(found.map((match) => ({ word: match[0], at: match.index })));
      }),
    );
    expect([...wordsOf('Größe 𝒜𝒷-東京 😀9')].map(({ word }) => word)).toEqual(['Größe', '𝒜𝒷', '東京', '9']);
  });

  it('is cut into pieces without losing a word', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.integer({ min: 4, max: 30 }),
        (text, length) => {
          const parts = [...cut(text, length)];
          expect(parts.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
          for (const part of parts) {
            expect(part.length).toBeLessThanOrEqual(length);
            expect(part).not.toMatch(/\p{Surrogate}/u);
          }
        },
      ),
    );
  });

  it('of one endless page has a limited number of pieces', () => {
    const pieces = piecesOf([{ label: 'all', text: 'word and more. '.repeat(200_000) }], false);
    expect(pieces.length).toBeLessThanOrEqual(200);
    expect(new Set(pieces.map(({ page }) => page))).toEqual(new Set([1]));
  });

  it('with marks becomes parts', () => {
    expect(markedText('a \u0001b\u0002\u0001c\u0002  d\n')).toEqual([
      { text: 'a ', marked: false },
      { text: 'bc', marked: true },
      { text: ' d', marked: false },
    ]);
  });
});

describe('spelling', () => {
  it('counts letters added, left out, changed and swapped', () => {
    expect(distance('pricing', 'pircing', 2)).toBe(1);
    expect(distance('pricing', 'pricng', 2)).toBe(1);
    expect(distance('pricing', 'prizing', 2)).toBe(1);
    expect(distance('pricing', 'security', 2)).toBeUndefined();
  });

  it('looks closely only at words that share letters', () => {
    const grams = new GramIndex(['pricing', 'security', 'price', 'prison']);
    expect(grams.nearest('pircing', 2, 'whole')).toEqual([0]);
    expect(grams.nearest('pricing', 1, 'whole')).toEqual([0]);
    expect(grams.nearest('', 5, 'whole')).toEqual([]);
  });
});

describe('a slice of a long list', () => {
  it('is that of the sorted list', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), fc.nat(20), fc.integer({ min: 1, max: 10 }), (list, offset, limit) => {
        const compare = (a: number, b: number): number => a - b;
        expect(slice(list, compare, offset, limit)).toEqual(
          [...list].sort(compare).slice(offset, offset + limit),
        );
      }),
    );
  });
});
