import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markWords, type Piece } from '../../../../../src/platform/extract/compare/mark-words.ts';

const textOf = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');
const changed = (pieces: readonly Piece[]): string[] =>
  pieces.flatMap((piece) => (piece.changed ? [piece.text.trim()] : []));
const kept = (pieces: readonly Piece[]): string =>
  textOf(pieces.filter((piece) => piece.changed !== true)).replace(/\s+/g, '');

const word = fc.constantFrom(
  'price',
  'year',
  'CO₂',
  'm²',
  'o̶l̶d̶',
  '1,200.50',
  'cost-of-change',
  '–',
  '🙂',
  'ﬁne',
  '(',
  '2026',
);
const text = fc
  .array(fc.tuple(word, fc.constantFrom(' ', '\n', '  ')), { maxLength: 40 })
  .map((words) => words.map(([one, space]) => one + space).join(''));

describe('words of two texts', () => {
  it('give both texts again, whatever was changed', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string()), fc.oneof(text, fc.string()), (from, to) => {
        const marked = markWords(from, to);
        expect(textOf(marked.from)).toBe(from);
        expect(textOf(marked.to)).toBe(to);
        expect(kept(marked.from)).toBe(kept(marked.to));
      }),
    );
  });

  it('are found as added where they were put in, and as removed the other way round', () => {
    fc.assert(
      fc.property(text, text, (head, tail) => {
        const [from, to] = [`${head} ${tail}`, `${head} Quetzal ${tail}`];
        const there = markWords(from, to);
        expect(there).toMatchObject({ added: 1, removed: 0 });
        expect(changed(there.to)).toEqual(['Quetzal']);
        const back = markWords(to, from);
        expect(back).toMatchObject({ added: 0, removed: 1 });
      }),
    );
  });

  it('are whole: a price, a compound, a raised or struck character is not cut', () => {
    const { from, to } = markWords(
      'It costs 1,200.50 for 30 m² a year',
      'It costs 1,300.50 for 30 m³ a year',
    );
    expect(changed(from)).toEqual(['1,200.50', 'm²']);
    expect(changed(to)).toEqual(['1,300.50', 'm³']);
  });

  it('are the same where only the lines end elsewhere', () => {
    expect(markWords('one two\nthree  four', 'one two three\nfour')).toMatchObject({ added: 0, removed: 0 });
  });

  it('are counted as signs where nothing else changed', () => {
    expect(markWords('Ready?', 'Ready!')).toMatchObject({ added: 1, removed: 1 });
  });

  it('are marked whole, however long and however different they are', () => {
    const long = (seed: number): string =>
      Array.from({ length: 400_000 }, (_, at) => `w${(at * seed) % 9973}${at % 12 === 0 ? '\n' : ''}`).join(
        ' ',
      );
    const [one, other] = [long(7), long(11)];
    const marked = markWords(one, other);
    expect(textOf(marked.to)).toBe(other);
    const edited = markWords(one, one.replace('w70', 'replaced'));
    expect(edited).toMatchObject({ added: 1, removed: 1 });
  });
});
