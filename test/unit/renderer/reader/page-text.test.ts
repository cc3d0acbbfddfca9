import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageTextOf } from '../../../../src/renderer/areas/reader/pdf/page-text.ts';
import { spacesWithinWords } from '../../../../src/renderer/areas/reader/pdf/wide-spacing.ts';

const line = (str: string) => ({ str, hasEOL: true });

describe('the text of a PDF page', () => {
  it('has a space where a line ends', () => {
    expect(pageTextOf([line('saved nine'), line('percent')]).text).toBe('saved nine\npercent\n');
  });

  it('makes a divided word whole again', () => {
    const page = pageTextOf([line('the recog-'), line('nition of words')]);
    expect(page.text).toBe('the recognition of words\n');
    expect(page.toPieces(page.text.indexOf('recognition'))).toBe('the '.length);
    expect(page.toPieces(page.text.indexOf('of'))).toBe('the recog-nition '.length);
  });

  it('keeps the hyphen of a range and of a name', () => {
    expect(pageTextOf([line('Smith-'), line('Jones')]).text).toBe('Smith-\nJones\n');
  });

  it('does not divide scripts without spaces', () => {
    expect(pageTextOf([line('大模型训'), line('练')]).text).toBe('大模型训练\n');
  });

  it('leads from each character back to the piece that it came from', () => {
    const piece = fc.record({ str: fc.stringMatching(/^[A-Z ]{0,6}$/), hasEOL: fc.boolean() });
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const joined = pieces.map(({ str }) => str).join('');
        const { text, toPieces } = pageTextOf(pieces);
        for (let index = 0; index < text.length; index += 1) {
          if (text[index] !== '\n') expect(joined[toPieces(index)]).toBe(text[index]);
        }
      }),
    );
  });
});

describe('words set with wide spacing', () => {
  const piece = (str: string, width = 100, hasEOL = false) => ({
    str,
    hasEOL,
    width,
    height: str === ' ' ? 0 : 20,
  });
  const read = (pieces: readonly ReturnType<typeof piece>[]) => pageTextOf(pieces, spacesWithinWords(pieces));

  it('are whole where each is a piece with its letters apart', () => {
    const page = read([
      piece('S P E C I A L'),
      piece(' ', 19),
      piece('O F F E R', 90, true),
      piece('as ever'),
    ]);
    expect(page.text).toBe('SPECIAL OFFER\nas ever');
    expect(page.toPieces(page.text.indexOf('OFFER'))).toBe('S P E C I A L '.length);
    expect(page.toPieces(page.text.indexOf('as ever'))).toBe('S P E C I A L O F F E R'.length);
  });

  it('are whole where each letter is a piece, and apart where the gap is wider', () => {
    const letters = (word: string) =>
      [...word].flatMap((letter) => [piece(letter, 13), piece(' ', 5)]).slice(0, -1);
    const page = read([...letters('NEW'), piece(' ', 14), ...letters('OFFER')]);
    expect(page.text).toBe('NEW OFFER');
    expect(page.toPieces(page.text.indexOf('OFFER'))).toBe('N E W '.length);
  });

  it('are not made of what stands in columns, of lists and of words', () => {
    const columns = ['A', 'B', 'C', 'D', 'E'].flatMap((letter) => [piece(letter, 13), piece(' ', 60)]);
    expect(read(columns).text).toBe('A B C D E ');
    expect(read([piece('A B C', 30, true)]).text).toBe('A B C\n');
    expect(read([piece('a'), piece(' ', 5), piece('plan'), piece(' ', 5), piece('b')]).text).toBe('a plan b');
    expect(read([piece('1 2 3 4 5')]).text).toBe('1 2 3 4 5');
  });
});
