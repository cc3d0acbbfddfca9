import { describe, expect, it } from 'vitest';
import { makeDocx, pageBreak, paragraph } from '../../../fixtures/documents/make-package.ts';
import { MARK, type Place, pixelsOf } from './pixels.ts';
import { withExtractor } from './support.ts';

const docs = withExtractor();
let files = 0;

/** Letter paper, an inch around: 648 points of text, 46 lines of Times at 12 points (13.8 each). */
const section = (more = '', size = '') =>
  `<w:sectPr>${more}<w:pgSz w:w="12240" w:h="15840"${size}/><w:pgMar w:left="1440" w:top="1440" w:right="1440" w:bottom="1440" w:header="720" w:footer="720"/></w:sectPr>`;
const STYLES = `<w:styles xmlns:w="w"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman"/><w:sz w:val="24"/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>`;
const LINES = 46;

const line = (text: string, properties = '') =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const lines = (count: number, name = 'line') =>
  Array.from({ length: count }, (_, index) => line(`${name}${index + 1}`)).join('');
/** A paragraph of so many lines: each of its words is as wide as a line. */
const rows = (count: number, name: string, properties = '') =>
  line(
    Array.from({ length: count }, (_, index) => `${name}${index + 1}${'x'.repeat(60)}`).join(' '),
    properties,
  );
const row = (cells: readonly string[], properties = '') =>
  `<w:tr><w:trPr>${properties}</w:trPr>${cells.map((cell) => `<w:tc><w:tcPr/>${cell}</w:tc>`).join('')}</w:tr>`;
const table = (content: string, columns = 2) =>
  `<w:tbl><w:tblPr/><w:tblGrid>${'<w:gridCol w:w="4680"/>'.repeat(columns)}</w:tblGrid>${content}</w:tbl>`;

type More = Parameters<typeof makeDocx>[1];

function made(body: string, more: More = {}): Uint8Array {
  const related = { s1: ['styles', 'styles.xml'], ...more?.related } as const;
  return makeDocx(body, { ...more, related, parts: { 'word/styles.xml': STYLES, ...more?.parts } });
}

const read = (body: string, more?: More) => docs.extract('a.docx', made(body, more));

/** On which page (1-based) each word is. */
async function pagesOf(body: string, words: readonly string[], more?: More): Promise<number[]> {
  const { pages } = await read(body, more);
  return words.map(
    (word) => pages.findIndex(({ text }) => new RegExp(`(?<![a-z0-9])${word}(?!\\d)`).test(text)) + 1,
  );
}

describe('a Word document without noted pages', () => {
  it('is laid out by its paper, margins and font, and says so', async () => {
    const { pageCount, approximatePages, pages } = await read(lines(LINES * 2 + 1) + section());
    expect(pageCount).toBe(3);
    expect(approximatePages).toBe(true);
    expect(pages[0]?.text.split('\n')).toHaveLength(LINES);
    expect(pages[2]?.text).toBe(`line${LINES * 2 + 1}`);
  });

  it('says nothing of the kind where it has one page, its author began them, or Word noted them', async () => {
    expect(await read(line('alone') + section())).not.toHaveProperty('approximatePages');
    const begun = line('one') + pageBreak + line('two') + line('three', '<w:pageBreakBefore/>') + section();
    expect(await read(begun)).not.toHaveProperty('approximatePages');
    // A page that is nearly full may be two elsewhere.
    expect(await read(lines(LINES - 1) + pageBreak + line('two') + section())).toMatchObject({
      pageCount: 2,
      approximatePages: true,
    });
    const noted = '<w:p><w:r><w:lastRenderedPageBreak/><w:t>second</w:t></w:r></w:p>';
    expect(await read(line('first') + noted, { pages: 2 })).not.toHaveProperty('approximatePages');
  });

  it('takes small capitals for what they are, unless they are said to be off', async () => {
    const words = (said: string) =>
      `<w:p><w:r><w:rPr><w:smallCaps${said}/></w:rPr><w:t>${'fill till '.repeat(635)}</w:t></w:r></w:p>${section()}`;
    const pagesWith = async (said: string) => (await read(words(said))).pageCount;
    expect(await pagesWith(' w:val="0"')).toBe(1);
    expect(await pagesWith('')).toBe(2);
  });

  it('puts lines on the grid that a section has for them, but those that are said to be elsewhere', async () => {
    // 20 points from line to line: 32 on a page.
    const grid = section().replace('</w:sectPr>', '<w:docGrid w:type="lines" w:linePitch="400"/></w:sectPr>');
    expect(await pagesOf(lines(33) + grid, ['line32', 'line33'])).toEqual([1, 2]);
    const free = Array.from({ length: LINES }, (_, at) => line(`line${at + 1}`, '<w:snapToGrid w:val="0"/>'));
    expect(await pagesOf(free.join('') + grid, [`line${LINES}`])).toEqual([1]);
    expect(await pagesOf(lines(LINES) + grid.replace(' w:type="lines"', ''), [`line${LINES}`])).toEqual([1]);
  });

  it('breaks a paragraph between its lines, no line of it alone', async () => {
    expect(await pagesOf(lines(LINES - 3) + rows(6, 'row') + section(), ['row3', 'row4'])).toEqual([1, 2]);
    // The last but one goes with the last; the first is not left behind.
    expect(await pagesOf(lines(LINES - 5) + rows(6, 'row') + section(), ['row4', 'row5'])).toEqual([1, 2]);
    expect(await pagesOf(lines(LINES - 1) + rows(6, 'row') + section(), ['row1'])).toEqual([2]);
    const single = rows(6, 'row', '<w:widowControl w:val="0"/>');
    expect(await pagesOf(lines(LINES - 1) + single + section(), ['row1', 'row2'])).toEqual([1, 2]);
  });

  it('keeps headings with what follows, and lines together, where it is told to', async () => {
    const heading = line('heading', '<w:keepNext/>');
    const chain = lines(LINES - 2) + heading + line('under', '<w:keepNext/>') + rows(3, 'row') + section();
    expect(await pagesOf(chain, ['heading', 'under', 'row1'])).toEqual([2, 2, 2]);
    const whole = lines(LINES - 4) + rows(6, 'row', '<w:keepLines/>') + section();
    expect(await pagesOf(whole, ['row1'])).toEqual([2]);
  });

  it('begins pages where its author did: by breaks, paragraphs and sections', async () => {
    const inner = (type: string) => `<w:p><w:pPr>${section(`<w:type w:val="${type}"/>`)}</w:pPr></w:p>`;
    const body =
      line('one') +
      pageBreak +
      line('two') +
      line('three', '<w:pageBreakBefore/>') +
      inner('nextPage') +
      line('four') +
      inner('nextPage') +
      line('five') +
      inner('continuous') +
      line('seven') +
      section('<w:type w:val="oddPage"/>');
    const words = ['one', 'two', 'three', 'four', 'five', 'seven'];
    expect(await pagesOf(body, words)).toEqual([1, 2, 3, 4, 4, 5]);
    const even = line('one') + inner('nextPage') + line('three') + section('<w:type w:val="oddPage"/>');
    expect(await pagesOf(even, ['one', 'three'])).toEqual([1, 3]);
  });

  it('has less room for text where headers, footnotes, pictures and spaces take it', async () => {
    const last = [`line${LINES}`];
    const picture = `<w:p><w:r><w:drawing><wp:inline><wp:extent cx="1270000" cy="2540000"/></wp:inline></w:drawing></w:r></w:p>`;
    expect(await pagesOf(lines(LINES) + section(), last)).toEqual([1]);
    expect(await pagesOf(picture + lines(LINES) + section(), ['line32', 'line33'])).toEqual([1, 2]);
    const spaced = line('above', '<w:spacing w:after="2000"/>') + lines(LINES) + section();
    expect(await pagesOf(spaced, ['line38', 'line39'])).toEqual([1, 2]);
    const header = `<w:hdr xmlns:w="w">${lines(10, 'head')}</w:hdr>`;
    const withHeader = {
      related: { h1: ['header', 'header1.xml'] },
      parts: { 'word/header1.xml': header },
    } as const;
    const refers = section('<w:headerReference w:type="default" r:id="h1"/>');
    expect(await pagesOf(lines(LINES) + refers, ['line39', 'line40'], withHeader)).toEqual([1, 2]);
  });

  it('has the lines of a list, narrow as their indents make them', async () => {
    const narrow = line('wide '.repeat(100), '<w:ind w:left="8000"/>');
    const { pageCount } = await read(lines(8) + narrow + section());
    expect(pageCount).toBe(2);
  });

  it('breaks tables between rows and within long ones, and repeats their heads', async () => {
    const body = table(Array.from({ length: 60 }, (_, i) => row([line(`a${i}`), line(`b${i}`)])).join(''));
    expect(await pagesOf(body + section(), [`a${LINES - 1}`, `a${LINES}`])).toEqual([1, 2]);
    const long = table(row([line('side'), lines(60)]));
    expect(await pagesOf(long + section(), [`line${LINES}`, `line${LINES + 1}`])).toEqual([1, 2]);
    const whole = lines(10, 'above') + table(row([lines(40)], '<w:cantSplit/>'), 1);
    expect(await pagesOf(whole + section(), ['line1'])).toEqual([2]);
    const heads = row([lines(6, 'head')], '<w:tblHeader/>');
    const headed = table(heads + Array.from({ length: 90 }, (_, i) => row([line(`c${i + 1}`)])).join(''), 1);
    expect(await pagesOf(headed + section(), ['c40', 'c41', 'c80', 'c81'])).toEqual([1, 2, 2, 3]);
  });

  it('fills columns before pages', async () => {
    const columns = lines(LINES * 2 + 1) + section('<w:cols w:num="2" w:space="720"/>');
    expect(await pagesOf(columns, [`line${LINES * 2}`, `line${LINES * 2 + 1}`])).toEqual([1, 2]);
  });

  it('has footnotes and comments on the pages that refer to them', async () => {
    const refers = (kind: string, id: number) =>
      `<w:p><w:r><w:t>refers</w:t></w:r><w:r><w:${kind}Reference w:id="${id}"/></w:r></w:p>`;
    const note = (kind: string, id: number, text: string) =>
      `<w:${kind} w:id="${id}">${paragraph(text)}</w:${kind}>`;
    const more = {
      related: { f1: ['footnotes', 'footnotes.xml'], c1: ['comments', 'comments.xml'] },
      parts: {
        'word/footnotes.xml': `<w:footnotes xmlns:w="w">${note('footnote', 1, 'early')}${note('footnote', 2, 'late')}</w:footnotes>`,
        'word/comments.xml': `<w:comments xmlns:w="w">${note('comment', 0, 'really')}${note('comment', 9, 'lost')}</w:comments>`,
      },
    } as const;
    const body = refers('footnote', 1) + refers('comment', 0) + pageBreak + refers('footnote', 2) + pageBreak;
    const { pages } = await read(`${body}${line('end')}${section()}`, more);
    expect(pages.map(({ text }) => text.replace(/\s+/g, ' '))).toEqual([
      'refers¹ refers ¹ early really',
      'refers² ² late',
      'end lost',
    ]);
  });

  it('makes room for footnotes on their page', async () => {
    const long = Array.from({ length: 10 }, (_, i) => paragraph(`note${i}`)).join('');
    const more = {
      related: { f1: ['footnotes', 'footnotes.xml'] },
      parts: {
        'word/footnotes.xml': `<w:footnotes xmlns:w="w"><w:footnote w:id="1">${long}</w:footnote></w:footnotes>`,
      },
    } as const;
    const refers = '<w:p><w:r><w:t>first</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>';
    const body = refers + lines(LINES) + section();
    expect(await pagesOf(body, ['line35', 'line36'], more)).toEqual([1, 2]);
  });

  it('believes noted pages only where they are as many as it says that it has', async () => {
    const noted = '<w:p><w:r><w:lastRenderedPageBreak/><w:t>noted</w:t></w:r></w:p>';
    const body = lines(LINES) + noted + lines(LINES * 2, 'more') + section();
    expect(await pagesOf(body, ['noted', `more${LINES * 2}`], { pages: 2 })).toEqual([2, 2]);
    expect(await pagesOf(body, ['noted', `more${LINES * 2}`], { pages: 4 })).toEqual([2, 4]);
    expect(await pagesOf(body, ['noted', `more${LINES * 2}`])).toEqual([2, 4]);
    // More than there are: left from when it was longer, unless it says that it is as long.
    const many = line('first') + noted + noted + noted.replace('noted<', 'last<') + section();
    expect(await pagesOf(many, ['last'], { pages: 1 })).toEqual([1]);
    expect(await pagesOf(many, ['last'], { pages: 3 })).toEqual([4]);
    expect(await pagesOf(many, ['last'])).toEqual([4]);
  });

  it('is drawn in the same pages', async () => {
    files += 1;
    const body = lines(LINES - 3) + rows(6, 'row') + section();
    const path = await docs.write(`pages${files}.docx`, made(body));
    const all: Place = [0, 0, 612, 792];
    const marks = async (page: number, word: string) =>
      (await pixelsOf(await docs.extractor().pagePicture(path, 'docx', page, 612, [word]))).count(all, MARK);
    expect(await marks(1, `row3${'x'.repeat(60)}`)).toBeGreaterThan(50);
    expect(await marks(1, `row4${'x'.repeat(60)}`)).toBe(0);
    expect(await marks(2, `row4${'x'.repeat(60)}`)).toBeGreaterThan(50);
    expect(await marks(2, `row3${'x'.repeat(60)}`)).toBe(0);
  });

  it('is drawn from the row on that begins a page', async () => {
    files += 1;
    const body = table(Array.from({ length: 60 }, (_, i) => row([line(`a${i}`), line(`b${i}`)])).join(''));
    const path = await docs.write(`rows${files}.docx`, made(body + section()));
    const all: Place = [0, 0, 612, 792];
    const marks = async (page: number, word: string) =>
      (await pixelsOf(await docs.extractor().pagePicture(path, 'docx', page, 612, [word]))).count(all, MARK);
    expect(await marks(1, `b${LINES - 1}`)).toBeGreaterThan(20);
    expect(await marks(2, `b${LINES - 1}`)).toBe(0);
    expect(await marks(2, `a${LINES}`)).toBeGreaterThan(20);
    expect(await marks(2, 'b59')).toBeGreaterThan(20);
  });

  it('is shown with marks where the same pages begin', async () => {
    const body = lines(LINES - 3) + rows(6, 'a&amp;b') + section();
    // With the namespace that mammoth looks for.
    const document = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
    const shown = made('', { parts: { 'word/document.xml': document } });
    const preview = await docs.preview('shown.docx', shown, 'docx');
    const html = preview.preview === 'html' ? preview.html : '';
    expect(html.match(/<span data-page="\d+"><\/span>/g)).toHaveLength(2);
    expect(html.startsWith('<span data-page="1"></span>')).toBe(true);
    expect(html).toContain(`b3${'x'.repeat(60)} <span data-page="2"></span>a&amp;b4`);
  });

  it.each([
    ['tables in tables', table('', 1).replace('</w:tbl>', '').repeat(300)],
    [
      'a page of no size',
      line('x ').repeat(200) + section('', '').replace('12240', '0').replace('15840', '1'),
    ],
    [
      'letters of no size and of a huge one',
      line('a b c', '').replace('<w:r>', '<w:r><w:rPr><w:sz w:val="3000"/></w:rPr>').repeat(50),
    ],
    ['one endless word', line('x'.repeat(200_000)) + section()],
    ['margins larger than the paper', lines(80) + section().replaceAll('1440', '31000')],
    ['columns without end', lines(80) + section('<w:cols w:num="40000" w:space="900"/>')],
  ])('is read to its end where it has %s', async (_, body) => {
    const { pageCount } = await read(body);
    expect(pageCount).toBeGreaterThanOrEqual(1);
    expect(pageCount).toBeLessThanOrEqual(2_000);
  });
});
