import { describe, expect, it } from 'vitest';
import type { SheetLook } from '../../../../src/engine/ports/sheet-look.ts';
import { makeXlsx } from '../../../fixtures/documents/make-package.ts';
import { makePriceList } from '../../../fixtures/documents/make-price-list.ts';
import { pixelsOf, type Rgb } from './pixels.ts';
import { withExtractor } from './support.ts';

const docs = withExtractor();
/** Thin letters are lighter than they are meant. */
const RED: Rgb = [230, 50, 50];
const TEAL: Rgb = [11, 114, 133];
const VIOLET: Rgb = [112, 72, 232];
const GREEN: Rgb = [43, 138, 62];
const CREAM: Rgb = [255, 242, 204];
const FRAME: Rgb = [204, 0, 0];
const MARK: Rgb = [255, 225, 77];

async function lookOf(workbook: Uint8Array): Promise<SheetLook> {
  const shown = await docs.preview('a.xlsx', workbook, 'xlsx');
  const look = shown.preview === 'sheets' ? shown.sheets[0]?.look : undefined;
  if (!look) throw new Error('no look');
  return look;
}

/** A workbook of one sheet of this XML. */
const sheetOf = (sheet: string) => makeXlsx({ One: [] }, { 'xl/worksheets/sheet1.xml': sheet });

describe('how a sheet looks in the reader', () => {
  it('is said of each cell: fonts, fills, lines, where its text stands, and the color that its number asks for', async () => {
    const look = await lookOf(makePriceList());
    const at = (row: number, column: number) => look.looks[look.cells[row]?.[column] ?? 0];
    expect(look).toMatchObject({ size: 11, font: 'Calibri', gridLines: true });
    expect(at(0, 0)).toEqual({ align: 'center', vertical: 'middle', bold: true, size: 20, color: '#0b5394' });
    expect(at(2, 0)).toEqual({ bold: true, color: '#ffffff', fill: '#0b7285' });
    expect(at(3, 1)).toEqual({ align: 'right', number: 'set' });
    expect(at(5, 1)).toEqual({ align: 'right', color: '#ff0000', number: 'set' });
    expect(at(3, 2)).toEqual({ italic: true, fill: '#fff2cc', wraps: true, vertical: 'top' });
    const line = { width: 2, color: '#cc0000' };
    expect(at(6, 2)).toEqual({ lines: { left: line, top: line, right: line, bottom: line } });
  });

  it('has widths, heights, areas of several cells and what stays in place', async () => {
    const look = await lookOf(makePriceList());
    expect(look.columns.slice(0, 4).map(({ width }) => width)).toEqual([140, 84, 168, 64]);
    expect(look.heights.slice(0, 3)).toEqual([48, 20, 20]);
    // The note takes two lines, which no program stated.
    expect(look.heights[3]).toBeGreaterThan(30);
    expect(look.merges).toEqual([{ row: 0, column: 0, rows: 1, columns: 3 }]);
    expect(look.frozen).toEqual({ rows: 3, columns: 1 });
  });

  it('has charts and shapes as pictures where their cells are; hidden rows take no room in them', async () => {
    const { pictures } = await lookOf(makePriceList());
    expect(pictures).toMatchObject([
      {
        row: 3,
        column: 4,
        dx: 0,
        dy: 0,
        w: 320,
        h: 11 * 20,
        alt: 'Prices of all plans',
        mediaType: 'image/webp',
      },
      { row: 16, column: 4, w: 200, h: 50, alt: '' },
    ]);
    const [chart] = pictures;
    const drawn = await pixelsOf({
      bytes: Buffer.from(chart?.data ?? '', 'base64'),
    });
    // Columns of a chart that has no values of its own: the cells’, without those that are hidden.
    expect(drawn.count([0, 0, 640, 440], VIOLET)).toBeGreaterThan(3_000);
  });

  it('is as its columns and rows say where a cell says nothing', async () => {
    const styles =
      '<styleSheet><fonts><font/></fonts><fills><fill/><fill><patternFill patternType="solid"><fgColor rgb="FFEEDDCC"/></patternFill></fill></fills><cellXfs><xf/><xf fillId="1"/></cellXfs></styleSheet>';
    const sheet =
      '<worksheet><cols><col min="2" max="2" width="10" style="1"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>2</v></c></row><row r="2" s="1" customFormat="1"><c r="D2"><v>3</v></c></row></sheetData></worksheet>';
    const look = await lookOf(
      makeXlsx({ One: [] }, { 'xl/worksheets/sheet1.xml': sheet, 'xl/styles.xml': styles }),
    );
    const fill = (row: number, column: number) =>
      look.looks[look.cells[row]?.[column] ?? look.columns[column]?.look ?? 0]?.fill;
    expect([fill(0, 0), fill(0, 1), fill(0, 2), fill(1, 0), fill(1, 2)]).toEqual([
      undefined,
      '#eeddcc',
      undefined,
      '#eeddcc',
      '#eeddcc',
    ]);
  });

  it('tells the parts of a text that look otherwise, in cells and in strings that cells share', async () => {
    const part = (text: string, font: string) =>
      `<r><rPr>${font}</rPr><t xml:space="preserve">${text}</t></r>`;
    const words = `<r><t xml:space="preserve">Only </t></r>${part('now', '<b/><color rgb="FFCC0000"/>')}${part(' cheap', '<i/><u/><b val="0"/>')}`;
    const sheet = `<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is>${words}</is></c></row></sheetData></worksheet>`;
    const strings = `<sst><si><t>plain</t></si><si>${words}</si></sst>`;
    const { runs } = await lookOf(
      makeXlsx({ One: [] }, { 'xl/worksheets/sheet1.xml': sheet, 'xl/sharedStrings.xml': strings }),
    );
    const parts = [
      { text: 'Only ' },
      { text: 'now', bold: true, color: '#cc0000' },
      { text: ' cheap', italic: true, underline: true },
    ];
    expect(runs).toEqual([
      { row: 0, column: 0, runs: parts },
      { row: 0, column: 2, runs: parts },
    ]);
  });

  it('tells areas of several cells that stand behind more rows than are shown', async () => {
    const rows = Array.from(
      { length: 1_500 },
      (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>1</v></c></row>`,
    );
    const look = await lookOf(
      sheetOf(
        `<worksheet><dimension ref="A1:A1500"/><sheetData>${rows.join('')}</sheetData><mergeCells><mergeCell ref="A2:B3"/></mergeCells></worksheet>`,
      ),
    );
    expect(look.merges).toEqual([{ row: 1, column: 0, rows: 2, columns: 2 }]);
  });
});

describe('the picture of a sheet', () => {
  const picture = async (workbook: Uint8Array, words: readonly string[] = []) =>
    pixelsOf(await docs.extractor().pagePicture(await docs.write('a.xlsx', workbook), 'xlsx', 1, 960, words));
  const ALL = [0, 0, 960, 720] as const;

  it('has what the sheet has: fills, red amounts, frames, its chart and its box', async () => {
    const drawn = await picture(makePriceList());
    expect(drawn.count(ALL, TEAL)).toBeGreaterThan(5_000);
    expect(drawn.count(ALL, CREAM)).toBeGreaterThan(2_000);
    expect(drawn.count(ALL, RED)).toBeGreaterThan(10);
    // A line of one pixel: JPEG, which large pictures are, dulls most of it.
    expect(drawn.count(ALL, FRAME)).toBeGreaterThan(20);
    expect(drawn.count(ALL, VIOLET)).toBeGreaterThan(1_500);
    expect(drawn.count(ALL, GREEN)).toBeGreaterThan(2_000);
  });

  it('is the list’s picture of a workbook too', async () => {
    const { thumbnail } = await docs.extract('a.xlsx', makePriceList());
    expect((await pixelsOf(thumbnail)).count([0, 0, 480, 360], TEAL)).toBeGreaterThan(1_000);
  });

  it('shows words far down under the rows that stay in place', async () => {
    const drawn = await picture(makePriceList(900), ['module 880']);
    expect(drawn.count(ALL, TEAL)).toBeGreaterThan(5_000);
    expect(drawn.count([0, 100, 960, 620], MARK)).toBeGreaterThan(100);
  });

  it('begins with what is printed', async () => {
    const cell = (place: string, words: string) =>
      `<c r="${place}" t="inlineStr"><is><t>${words}</t></is></c>`;
    const rows = `<row r="1">${cell('A1', 'Scratch')}</row><row r="40">${cell('C40', 'Offer')}</row>`;
    const names = (printed: string) =>
      `<workbook xmlns:r="r"><sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets><definedNames>${printed}</definedNames></workbook>`;
    const book = (printed: string) =>
      makeXlsx(
        { One: [] },
        {
          'xl/workbook.xml': names(printed),
          'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
        },
      );
    const printed = '<definedName name="_xlnm.Print_Area" localSheetId="0">One!$C$40:$D$50</definedName>';
    expect((await picture(book(printed), ['offer'])).count([60, 40, 300, 45], MARK)).toBeGreaterThan(100);
    expect((await picture(book(printed), ['scratch'])).count(ALL, MARK)).toBe(0);
    expect((await picture(book(''), ['scratch'])).count([60, 40, 300, 45], MARK)).toBeGreaterThan(100);
  });
});

describe('a sheet that wants too much', () => {
  it('of a million rows and areas over each other is drawn in time', async () => {
    const areas = Array.from({ length: 100_000 }, (_, at) => `<mergeCell ref="A${at + 1}:XFD1048576"/>`).join(
      '',
    );
    const sheet = `<worksheet><cols><col min="1" max="16384" width="9"/></cols><sheetData><row r="1048576"><c r="XFD1048576"><v>7</v></c></row></sheetData><mergeCells>${areas}</mergeCells></worksheet>`;
    const look = await lookOf(sheetOf(sheet));
    expect(look.merges.length).toBeLessThan(20);
    const path = await docs.write('wide.xlsx', sheetOf(sheet));
    expect(await docs.extractor().pagePicture(path, 'xlsx', 1, 480)).toMatchObject({ width: 480 });
  });
});
