import { describe, expect, it } from 'vitest';
import type { PageOfText } from '../../../../src/engine/ports/extractor.ts';
import { makeXlsx } from '../../../fixtures/documents/make-package.ts';
import { MARK, type Place, pixelsOf, type Rgb } from './pixels.ts';
import { withExtractor } from './support.ts';

const docs = withExtractor();
/** Ink of headings and of text that stands in the smallest sizes, edges included. */
const DARK: Rgb = [40, 50, 60];
/** Of a page 480 wide. */
const PAGE: Place = [0, 0, 480, 620];

const draw = async (
  text: string,
  words: readonly string[] = [],
  look: PageOfText['look'] = 'page',
  width = 480,
) => pixelsOf(await docs.extractor().textPicture({ text, look }, width, words));

describe('the picture of a page of text', () => {
  it('has its words on a sheet of paper, as wide as asked', async () => {
    const picture = await draw('Prices\nWhat it costs and what it brings.');
    expect(picture).toMatchObject({ width: 480, height: 620 });
    expect(picture.count([30, 30, 420, 40], DARK)).toBeGreaterThan(50);
    expect(picture.count([0, 200, 480, 420], DARK)).toBe(0);
    expect(await draw('Prices', [], 'page', 144)).toMatchObject({ width: 144, height: 186 });
  });

  it('marks words', async () => {
    const text = 'Prices\nWhat a licence costs, and what licences bring.';
    expect((await draw(text)).count(PAGE, MARK)).toBe(0);
    expect((await draw(text, ['licence'])).count(PAGE, MARK)).toBeGreaterThan(300);
  });

  it('shows the part with the words of a page that is too long', async () => {
    const filler = Array.from({ length: 2_000 }, (_, i) => `Line ${i} of many`).join('\n');
    expect((await draw(`${filler}\nthe needle\n${filler}`, ['needle'])).count(PAGE, MARK)).toBeGreaterThan(
      50,
    );
    const oneLine = 'word '.repeat(4_000);
    expect((await draw(`${oneLine} needle ${oneLine}`, ['needle'])).count(PAGE, MARK)).toBeGreaterThan(50);
  });

  it('does not take for ever where there is no end of text, and is none where there is none', async () => {
    expect(await draw('x'.repeat(3_000_000), ['y'])).toMatchObject({ width: 480 });
    expect(await docs.extractor().textPicture({ text: ' \n ', look: 'page' }, 300)).toBeUndefined();
  });

  it('of values parted by commas is a sheet', async () => {
    const picture = await draw('name;price\n"A; B";1200\nneedle;3', ['needle'], 'sheet');
    expect(picture).toMatchObject({ width: 480, height: 360 });
    expect(picture.count([0, 60, 120, 20], MARK)).toBeGreaterThan(100);
    expect(picture.count([0, 20, 480, 40], MARK)).toBe(0);
  });
});

describe('the picture of a sheet', () => {
  const rows = Array.from({ length: 300 }, (_, i) => [`Customer ${i + 1}`, `Town ${i + 1}`]);
  const book = makeXlsx({ First: [['Alpha']], Second: [['Name', 'Town'], ...rows] });
  const sheet = async (page: number, words: readonly string[] = []) =>
    docs.extractor().pagePicture(await docs.write('book.xlsx', book), 'xlsx', page, 480, words);

  it('is of the sheet that is asked for, with words marked', async () => {
    const alpha = await pixelsOf(await sheet(1, ['alpha']));
    expect(alpha).toMatchObject({ width: 480, height: 360 });
    expect(alpha.count([30, 20, 200, 20], MARK)).toBeGreaterThan(100);
    expect((await pixelsOf(await sheet(2, ['alpha']))).count([0, 0, 480, 360], MARK)).toBe(0);
  });

  it('shows the rows with the words, under the first row', async () => {
    const found = await pixelsOf(await sheet(2, ['customer 207', 'name']));
    expect(found.count([30, 20, 200, 20], MARK)).toBeGreaterThan(100);
    const far = await pixelsOf(await sheet(2, ['customer 207']));
    expect(far.count([30, 20, 200, 20], MARK)).toBe(0);
    expect(far.count([30, 40, 200, 320], MARK)).toBeGreaterThan(100);
  });

  it('is none of a sheet that is not there, nor of a damaged workbook', async () => {
    expect(await sheet(3)).toBeUndefined();
    const cut = await docs.write('cut.xlsx', book.subarray(0, 500));
    expect(await docs.extractor().pagePicture(cut, 'xlsx', 1, 480)).toBeUndefined();
  });
});
