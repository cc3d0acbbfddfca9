import { describe, expect, it } from 'vitest';
import { makePdf } from '../../../fixtures/documents/make-pdf.ts';
import { withExtractor } from './support.ts';

/** How what a PDF draws letter by letter becomes words and lines. */

const docs = withExtractor();

async function pageOf(content: string, entries = '') {
  const { pages } = await docs.extract('a.pdf', makePdf({ pages: [{ content, entries }] }));
  return pages[0]?.text;
}

/** Letters one by one, each moved to its place: as far from each other as `gap`, and as `between` where a word ends. Helvetica's capitals are 0.611 to 0.778 of the size. */
function movedLetters(words: readonly string[], gap: number, between: number): string {
  const widths: Readonly<Record<string, number>> = {
    O: 0.778,
    F: 0.611,
    E: 0.667,
    R: 0.722,
    N: 0.722,
    W: 0.944,
  };
  let at = 50;
  const moves: string[] = [];
  for (const word of words) {
    for (const letter of word) {
      moves.push(`1 0 0 1 ${at.toFixed(2)} 700 Tm (${letter}) Tj`);
      at += (widths[letter] ?? 0) * 20 + gap;
    }
    at += between - gap;
  }
  return `BT /F1 20 Tf ${moves.join(' ')} ET`;
}

/** Text in the font that says of every letter which it is, as it stands from left to right. */
const inUnicode = (text: string) =>
  `<${[...text].map((letter) => (letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('')}> Tj`;

describe('words of a PDF', () => {
  it('are whole where they are set with wide spacing', async () => {
    expect(await pageOf('BT /F1 20 Tf 50 700 Td 6 Tc (SPECIAL OFFER) Tj ET')).toBe('SPECIAL OFFER');
    expect(await pageOf('BT /F1 12 Tf 50 700 Td 9 Tc (a whole line of text) Tj ET')).toBe(
      'a whole line of text',
    );
  });

  it('are whole where such a word is written in parts', async () => {
    const parts = 'BT /F1 20 Tf 50 700 Td 6 Tc (SPE) Tj /F1 20 Tf (CIAL) Tj 12 0 Td ET';
    expect(await pageOf(parts)).toBe('SPECIAL');
  });

  it('are whole where each letter was moved to its place', async () => {
    expect(await pageOf(movedLetters(['NEW', 'OFFER'], 5, 14))).toBe('NEW OFFER');
    expect(await pageOf(movedLetters(['OFFER'], 8, 0))).toBe('OFFER');
  });

  it('are single letters where these stand in columns', async () => {
    const columns = ['E', 'F', 'N', 'O', 'R'].map(
      (letter, at) => `1 0 0 1 ${50 + at * 60} 700 Tm (${letter}) Tj`,
    );
    expect(await pageOf(`BT /F1 12 Tf ${columns.join(' ')} ET`)).toBe('E F N O R');
  });

  it('are apart in neighboring boxes, and beside each other in one row', async () => {
    const boxes = [
      'BT /F1 24 Tf 1 0 0 1 50 700 Tm (02) Tj ET BT /F1 20 Tf 1 0 0 1 90 699 Tm (Content) Tj ET',
      'BT /F1 11 Tf 1 0 0 1 50 600 Tm (ERP) Tj ET BT /F1 8 Tf 1 0 0 1 50 588 Tm (orders, receipts) Tj ET',
    ];
    expect(await pageOf(boxes.join('\n'))).toBe('02 Content\nERP\norders, receipts');
  });

  it('are there once where they are printed twice for weight or shadow', async () => {
    const twice =
      'BT /F1 20 Tf 1 0 0 1 50 700 Tm (Bold offer) Tj ET BT /F1 20 Tf 1 0 0 1 51 699.5 Tm (Bold offer) Tj ET';
    expect(await pageOf(twice)).toBe('Bold offer');
    expect(await pageOf('BT /F1 20 Tf 50 700 Td (all office staff) Tj ET')).toBe('all office staff');
  });

  it('are not there where they stand outside of the page', async () => {
    const outside = 'BT /F1 12 Tf 1 0 0 1 50 1900 Tm (Never seen) Tj 1 0 0 1 50 700 Tm (Seen) Tj ET';
    expect(await pageOf(outside)).toBe('Seen');
  });

  it('are read the same on pages that are turned, and in text that is', async () => {
    const raised = 'BT /F1 12 Tf 50 700 Td (The plan costs $39) Tj 5 Ts /F1 7 Tf (1) Tj ET';
    expect(await pageOf(raised, '/Rotate 90')).toBe('The plan costs $39¹');
    const turned = 'BT /F1 12 Tf 0 1 -1 0 300 200 Tm (The plan costs $39) Tj 5 Ts /F1 7 Tf (1) Tj ET';
    expect(await pageOf(turned)).toBe('The plan costs $39¹');
    expect(await pageOf('BT /F1 -12 Tf -1 0 0 -1 50 700 Tm (Upside down twice) Tj ET')).toBe(
      'Upside down twice',
    );
  });

  it('run from right to left where their script does, apart from numbers', async () => {
    const hebrew = `BT /F3 12 Tf 50 700 Td ${inUnicode('2027 ריחמ')} ET`;
    expect(await pageOf(hebrew)).toBe('מחיר 2027');
    const apart = `BT /F3 12 Tf 1 0 0 1 50 700 Tm ${inUnicode('2027')} 1 0 0 1 82 700 Tm ${inUnicode('ריחמ')} ET`;
    expect((await pageOf(apart))?.split(/\s+/u).sort()).toEqual(['2027', 'מחיר']);
  });

  it('have their accents and vowel signs on their letters', async () => {
    expect(await pageOf(`BT /F3 12 Tf 50 700 Td ${inUnicode('คำแปล')} ET`)).toBe('คำแปล');
  });
});

describe('a PDF', () => {
  it('says what is shown in a field beside what is kept in it', async () => {
    const page = { lines: ['Total'], field: '1234.5', fieldShown: '1,234.50 EUR' };
    const { pages } = await docs.extract('a.pdf', makePdf({ pages: [page] }));
    expect(pages[0]?.text).toBe('Total\n1234.5\n1,234.50 EUR');
  });

  it('has the names of its pages, where it says them', async () => {
    const catalog = '/PageLabels << /Nums [0 << /S /r >> 2 << /S /D >>] >>';
    const pages = [{ lines: ['one'] }, { lines: ['two'] }, { lines: ['three'] }];
    const extraction = await docs.extract('a.pdf', makePdf({ pages, catalog }));
    expect(extraction.pages.map(({ label }) => label)).toEqual(['i', 'ii', '1']);
  });

  it('has the date of its last change, whatever of it is said', async () => {
    const dated = async (date: string) =>
      (await docs.extract('a.pdf', makePdf({ pages: [{ lines: ['one'] }], info: `/ModDate (${date})` })))
        .writtenAt;
    expect(await dated("D:20240229120000+02'00'")).toBe(Date.UTC(2024, 1, 29, 10));
    expect(await dated('D:2024')).toBe(Date.UTC(2024, 0, 1));
    expect(await dated('yesterday')).toBeUndefined();
  });
});
