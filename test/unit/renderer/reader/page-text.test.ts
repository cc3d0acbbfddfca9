import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageTextOf } from '../../../../src/renderer/areas/reader/pdf/page-text.ts';

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
