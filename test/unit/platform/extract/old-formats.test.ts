import { type CellObject, utils, type WorkBook, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { fileOfBytes } from '../../../../src/platform/extract/encoding/bytes.ts';
import { CompoundFile } from '../../../../src/platform/extract/package/compound-file.ts';
import { makeCompoundFile } from '../../../fixtures/documents/make-compound-file.ts';
import { makeOldDeck } from '../../../fixtures/documents/make-old-deck.ts';
import { makeOldWord, OLD } from '../../../fixtures/documents/make-old-word.ts';
import { withExtractor } from './support.ts';

const docs = withExtractor();

describe('a document of Word 97', () => {
  it('is read by page, with title and date, notes below, tables in rows', async () => {
    const cell = (text: string) => ({ runs: [text], changes: OLD.inTable, mark: '\u0007' as const });
    const made = makeOldWord(
      [
        { runs: ['Offer for conveyors'], style: 1 },
        { runs: ['Payback in months', { text: '\u0002', changes: OLD.special }] },
        cell('Lane'),
        cell('39 €'),
        { runs: [], changes: OLD.endsRow, mark: '\u0007' },
        { runs: ['Second page'], changes: OLD.newPage },
      ],
      { notes: ['After tax.'], title: 'Conveyors 2026' },
    );
    expect(await docs.extract('offer.doc', made)).toMatchObject({
      kind: 'docx',
      mediaType: 'application/msword',
      misnamed: false,
      title: 'Conveyors 2026',
      writtenAt: Date.UTC(2026, 10, 24),
      pageCount: 2,
      text: { state: 'searchable' },
      pages: [
        { label: '1', text: 'Offer for conveyors\nPayback in months¹\nLane\n\t39 €\n\t\n¹ After tax.' },
        { label: '2', text: 'Second page' },
      ],
      thumbnail: { mediaType: 'image/webp' },
    });
  });

  it('is called by its heading where nobody gave a title, whatever language its styles are called in', async () => {
    const made = makeOldWord([{ runs: ['before'] }, { runs: ['Angebot für Förderer'], style: 1 }]);
    expect(await docs.extract('a.doc', made)).toMatchObject({ title: 'Angebot für Förderer' });
  });

  it('keeps raised and struck text apart, hidden text by itself, deleted text and what fields are out', async () => {
    const made = makeOldWord([
      {
        runs: [
          '€39',
          { text: '1', changes: OLD.raised },
          ' not €',
          { text: '49', changes: OLD.struck },
          { text: ' floor 31', changes: OLD.hidden },
          { text: ' was 59', changes: OLD.deleted },
          { text: '\u0013', changes: OLD.special },
          ' HYPERLINK "https://x.example" ',
          { text: '\u0014', changes: OLD.special },
          ' list',
          { text: '\u0015', changes: OLD.special },
        ],
      },
    ]);
    const { pages } = await docs.extract('a.doc', made);
    expect(pages).toEqual([{ label: '1', text: '€39¹ not €4\u03369\u0336 list', hiddenText: 'floor 31' }]);
  });

  it('is laid out where its author did not say where pages begin, and says so', async () => {
    const made = makeOldWord(Array.from({ length: 200 }, (_, at) => ({ runs: [`Line ${at + 1}`] })));
    const read = await docs.extract('a.doc', made);
    expect(read.approximatePages).toBe(true);
    expect(read.pageCount).toBeGreaterThan(3);
    expect(read.pages[0]?.text).toMatch(/^Line 1\n/);
    expect(read.pages.at(-1)?.text).toMatch(/Line 200$/);
  });

  it('is shown as a document of today is, and its pages are drawn', async () => {
    const made = makeOldWord([{ runs: ['Offer'], style: 1 }, { runs: ['Payback in months'] }]);
    expect(await docs.preview('offer.doc', made, 'docx')).toMatchObject({
      preview: 'html',
      html: expect.stringMatching(/<h1>.*Offer.*<\/h1>.*Payback in months/s),
    });
    const path = await docs.write('drawn.doc', made);
    expect(await docs.extractor().pagePicture(path, 'docx', 1, 200)).toMatchObject({ width: 200 });
  });

  it('that needs a password says so; one that lacks its text is damaged; a web page called so is misnamed', async () => {
    const locked = makeOldWord([{ runs: ['secret'] }], { locked: true });
    expect(await docs.extract('a.doc', locked)).toMatchObject({
      text: { state: 'not', reason: 'encrypted' },
    });
    expect(await docs.preview('a.doc', locked, 'docx')).toEqual({ preview: 'none', reason: 'encrypted' });
    const broken = makeOldWord([{ runs: ['lost'] }], { pieces: (table) => Buffer.alloc(table.length) });
    expect(await docs.refusal('b.doc', broken)).toBe('damaged');
    expect(await docs.extract('c.doc', '<html><body>hello</body></html>')).toMatchObject({
      kind: 'html',
      misnamed: true,
    });
  });

  it('of a version before Word 6 is kept, not read', async () => {
    const older = makeCompoundFile({ WordDocument: Buffer.alloc(2_000, 7) });
    expect(await docs.extract('a.doc', older)).toMatchObject({
      kind: 'docx',
      text: { state: 'not', reason: 'unsupported' },
    });
  });

  it('is a template by its content, and no document of today by its name', async () => {
    const made = makeOldWord([{ runs: ['Letter'] }]);
    expect(await docs.extract('a.dot', made)).toMatchObject({ kind: 'docx', misnamed: false });
    expect(await docs.extract('a.docx', made)).toMatchObject({ kind: 'docx', misnamed: true });
    expect(await docs.opening('a.doc', made)).toBe('kind');
    expect(await docs.opening('a.docx', made)).toBe('content');
  });
});

describe('a presentation of PowerPoint 97', () => {
  it('is read slide by slide in the order of its list, with notes and comments, hidden ones marked', async () => {
    const made = makeOldDeck(
      [
        { title: 'Last', body: 'ends' },
        {
          title: 'First',
          body: 'Lane costs\r39 €',
          notes: 'Say it slowly',
          comment: { author: 'Mira', text: 'sure?' },
        },
        { title: 'Margin', hidden: true },
      ],
      { order: [1, 2, 0] },
    );
    expect(await docs.extract('deck.ppt', made)).toMatchObject({
      kind: 'pptx',
      mediaType: 'application/vnd.ms-powerpoint',
      title: 'First',
      pageCount: 3,
      pages: [
        {
          label: 'Slide 1',
          text: 'First\nLane costs\n39 €\n\nMira: sure?\nSay it slowly',
          notesAt: 'First\nLane costs\n39 €\n\nMira: sure?'.length,
        },
        { label: 'Slide 2', text: 'Margin', hidden: true },
        { label: 'Slide 3', text: 'Last\nends' },
      ],
      thumbnail: { mediaType: 'image/webp' },
    });
  });

  it('keeps raised characters apart', async () => {
    // One paragraph of six characters and the end; three as they are, one raised by 30 per cent, the rest as it is.
    const u16 = (value: number) => [value & 0xff, (value >> 8) & 0xff];
    const u32 = (value: number) => [...u16(value), ...u16(value >>> 16)];
    const look = Buffer.from([
      ...[...u32(7), ...u16(0), ...u32(0)],
      ...[...u32(3), ...u32(0), ...u32(1), ...u32(1 << 19), ...u16(30), ...u32(3), ...u32(0)],
    ]);
    const { pages } = await docs.extract('a.ppt', makeOldDeck([{ title: 'Price', body: '€391 x', look }]));
    expect(pages[0]?.text).toBe('Price\n€39¹ x');
  });

  it('has looks after tab stops, which take as much room as there are', async () => {
    const u16 = (value: number) => [value & 0xff, (value >> 8) & 0xff];
    const u32 = (value: number) => [...u16(value), ...u16(value >>> 16)];
    const tabs = [...u16(2), ...u32(100), ...u32(200)];
    const look = Buffer.from([
      ...[...u32(4), ...u16(0), ...u32(1 << 20), ...tabs],
      ...[...u32(2), ...u32(0), ...u32(1), ...u32(1 << 19), ...u16(30), ...u32(1), ...u32(0)],
    ]);
    const { pages } = await docs.extract('a.ppt', makeOldDeck([{ title: 'Price', body: '€91', look }]));
    expect(pages[0]?.text).toBe('Price\n€9¹');
  });

  it('is shown as slides with the places of their boxes', async () => {
    const shown = await docs.preview('a.ppt', makeOldDeck([{ title: 'First', body: 'text' }]), 'pptx');
    expect(shown).toMatchObject({
      preview: 'slides',
      aspectRatio: 4 / 3,
      slides: [
        {
          title: 'First',
          blocks: [
            { block: 'text', role: 'title' },
            // The line begins a little below its box's upper edge.
            {
              block: 'text',
              paragraphs: [[{ y: expect.closeTo(1_000 / 4_320, 1), parts: [{ text: 'text' }] }]],
            },
          ],
        },
      ],
    });
  });

  it('that needs a password says so, and one of another kind is kept, not read', async () => {
    const locked = makeOldDeck([{ title: 'x' }], { locked: true });
    expect(await docs.extract('a.pps', locked)).toMatchObject({
      misnamed: false,
      text: { state: 'not', reason: 'encrypted' },
    });
    const other = makeCompoundFile({ 'PowerPoint Document': Buffer.alloc(5_000, 1) });
    expect(await docs.extract('b.ppt', other)).toMatchObject({
      text: { state: 'not', reason: 'unsupported' },
    });
  });
});

describe.each([
  ['Excel 97', 'prices.xls', 'biff8', 'application/vnd.ms-excel'],
  ['Excel with binary parts', 'prices.xlsb', 'xlsb', 'application/vnd.ms-excel.sheet.binary.macroenabled.12'],
] as const)('a workbook of %s', (_, name, bookType, mediaType) => {
  const workbook = (): WorkBook => {
    const prices = utils.aoa_to_sheet([
      ['Lane', 'Price'],
      ['Belt', 39.5],
      ['Floor', 31],
    ]);
    const price: CellObject = { t: 'n', v: 39.5, z: '0.00" €"' };
    prices.B2 = price;
    const margins = utils.aoa_to_sheet([['for us']]);
    const book = utils.book_new();
    utils.book_append_sheet(book, prices, 'Prices');
    utils.book_append_sheet(book, margins, 'Margins');
    book.Workbook = {
      Sheets: [
        { name: 'Prices', Hidden: 0 },
        { name: 'Margins', Hidden: 1 },
      ],
    };
    return book;
  };
  const made = (): Buffer => write(workbook(), { bookType, type: 'buffer' });

  it('is read sheet by sheet, numbers as they are shown, hidden sheets marked', async () => {
    expect(await docs.extract(name, made())).toMatchObject({
      kind: 'xlsx',
      mediaType,
      misnamed: false,
      pages: [
        { label: 'Prices', text: 'Lane\tPrice\nBelt\t39.50 €\nFloor\t31' },
        { label: 'Margins', text: 'for us', hidden: true },
      ],
      thumbnail: { mediaType: 'image/webp' },
    });
  });

  it('is shown as sheets', async () => {
    expect(await docs.preview(name, made(), 'xlsx')).toMatchObject({
      preview: 'sheets',
      sheets: [
        {
          label: 'Prices',
          rows: [
            ['Lane', 'Price'],
            ['Belt', '39.50 €'],
            ['Floor', '31'],
          ],
        },
        { hidden: true },
      ],
    });
  });
});

describe('a workbook of Excel 97', () => {
  it('keeps its cells where something else in it is broken', async () => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([['Lane', 39]]), 'Prices');
    const whole: Buffer = write(book, { bookType: 'biff8', type: 'buffer' });
    const compound = new CompoundFile(fileOfBytes(whole));
    const stream = compound.root.children.find(({ name }) => name === 'Workbook');
    const workbook = Buffer.from((stream && compound.read(stream, whole.length)) ?? []);
    // Who wrote it (record 5C, of 112 characters) calls itself the gutters of a sheet (80), which are shorter.
    const at = workbook.indexOf(Buffer.from([0x5c, 0, 112, 0]));
    workbook.writeUInt16LE(0x80, at);
    expect(await docs.extract('a.xls', makeCompoundFile({ Workbook: workbook }))).toMatchObject({
      pages: [{ label: 'Prices', text: 'Lane\t39' }],
    });
  });

  it('that needs a password says so, and a broken one is damaged', async () => {
    const record = (type: number, body: number[]) =>
      Buffer.from([type & 0xff, type >> 8, body.length, 0, ...body]);
    const locked = Buffer.concat([record(0x0809, [0, 6, 5, 0]), record(0x2f, [1, 0])]);
    expect(await docs.extract('a.xls', makeCompoundFile({ Workbook: locked }))).toMatchObject({
      text: { state: 'not', reason: 'encrypted' },
    });
    expect(await docs.refusal('b.xls', makeCompoundFile({ Workbook: Buffer.alloc(300, 1) }))).toBe('damaged');
  });
});
