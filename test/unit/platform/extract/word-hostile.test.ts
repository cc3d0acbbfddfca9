import { describe, expect, it } from 'vitest';
import { makeDocx, paragraph } from '../../../fixtures/documents/make-package.ts';
import { redSquare } from '../../../support/red-square.ts';
import { MARK, type Place, pixelsOf } from './pixels.ts';
import { withExtractor } from './support.ts';

const docs = withExtractor();
let files = 0;

/** Documents that read and draw for seconds, on a machine on which others work too. */
const PATIENCE = 240_000;
/** Letter paper in points, an inch around: drawn 612 wide a point is a pixel. */
const ALL: Place = [0, 0, 612, 792];
const DARK = [20, 20, 20] as const;
/** Lines of text that a page of rows has at most: each row may come to two. */
const LINES_A_PAGE = 130;

type More = Parameters<typeof makeDocx>[1];

const section = (more = '', width = 12_240) =>
  `<w:sectPr>${more}<w:pgSz w:w="${width}" w:h="15840"/><w:pgMar w:left="1440" w:top="1440" w:right="1440" w:bottom="1440" w:header="720" w:footer="720"/></w:sectPr>`;
const HEADED = '<w:headerReference w:type="default" r:id="h1"/>';
const lines = (count: number, name: string) =>
  Array.from({ length: count }, (_, index) => paragraph(`${name}${index}`)).join('');
const cell = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const table = (rows: string, properties = '', grid = '<w:gridCol w:w="4680"/><w:gridCol w:w="4680"/>') =>
  `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows}</w:tbl>`;
/** With a header of this content. */
const headed = (content: string, more: More = {}): More => ({
  ...more,
  parts: {
    'word/header1.xml': `<w:hdr xmlns:w="w" xmlns:wp="wp" xmlns:a="a" xmlns:r="r">${content}</w:hdr>`,
    ...more.parts,
  },
  related: { h1: ['header', 'header1.xml'], ...more.related },
});

const read = (body: string, more?: More) => docs.extract('a.docx', makeDocx(body, more));

async function draw(body: string, more: More = {}, words: readonly string[] = []) {
  files += 1;
  const path = await docs.write(`${files}.docx`, makeDocx(body, more));
  return pixelsOf(await docs.extractor().pagePicture(path, 'docx', 1, 612, words));
}

describe('a Word document that asks for too much', () => {
  it('has its text on pages and in their pictures under a header that is higher than they are', async () => {
    const more = headed(lines(3_000, 'head'));
    const body = lines(30, 'line') + section(HEADED);
    const { pages, pageCount } = await read(body, more);
    expect(pageCount).toBe(10);
    expect(pages[9]?.text).toContain('line29');
    // The header's words end where the page's begin.
    const picture = await draw(body, more, ['line0']);
    expect(picture.count([72, 390, 100, 20], MARK)).toBeGreaterThan(20);
    expect(picture.count([72, 440, 400, 300], DARK)).toBe(0);
  });

  it('is read and drawn where its header names itself, or the document, as its header and picture', async () => {
    const itself = `${paragraph('head')}<w:p><w:pPr>${section(HEADED)}</w:pPr></w:p><w:p><w:r><w:drawing><wp:inline><wp:extent cx="1270000" cy="1270000"/><a:blip r:embed="h1"/></wp:inline></w:drawing></w:r></w:p>`;
    const rels =
      '<Relationships><Relationship Id="h1" Type="x/header" Target="header1.xml"/></Relationships>';
    const more = headed(itself, { parts: { 'word/_rels/header1.xml.rels': rels } });
    expect(
      (await draw(paragraph('body') + section(HEADED), more, ['body'])).count(ALL, MARK),
    ).toBeGreaterThan(20);
    const whole: More = { related: { h1: ['header', 'document.xml'] } };
    expect((await read(paragraph('body') + section(HEADED), whole)).pageCount).toBe(1);
    expect(
      (await draw(paragraph('body') + section(HEADED), whole, ['body'])).count(ALL, MARK),
    ).toBeGreaterThan(20);
  });

  it(
    'measures a header in some of thousands of widths',
    async () => {
      const parts = Array.from(
        { length: 1_500 },
        (_, index) =>
          `<w:p><w:pPr>${section(HEADED, 10_000 + index)}</w:pPr><w:r><w:t>part${index}</w:t></w:r></w:p>`,
      );
      const { pages } = await read(parts.join(''), headed(paragraph('head '.repeat(20)).repeat(500)));
      expect(pages).toHaveLength(1_500);
      expect(pages[1_499]?.text).toContain('part1499');
    },
    PATIENCE,
  );

  it('has a table with measures below nought on its page', async () => {
    const around =
      '<w:tblInd w:w="-100000"/><w:tblCellMar><w:left w:w="-3000"/><w:top w:w="-9000"/></w:tblCellMar>';
    const grid = '<w:gridCol w:w="-4680"/><w:gridCol w:w="-99999999"/>';
    const rows = `<w:tr>${cell(paragraph('price'))}${cell(paragraph('seat'))}</w:tr>`;
    const picture = await draw(table(rows, around, grid) + paragraph('after') + section(), {}, ['price']);
    expect(picture.count([60, 60, 200, 40], MARK)).toBeGreaterThan(20);
  });

  it(
    'is drawn with as many of 20,000 pictures on top of each other as can be seen',
    async () => {
      const place = (of: string) => `<wp:${of} relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:${of}>`;
      const anchor = `<w:drawing><wp:anchor behindDoc="1">${place('positionH')}${place('positionV')}<wp:extent cx="${612 * 12_700}" cy="${792 * 12_700}"/><wp:wrapNone/><a:blip r:embed="i1"/></wp:anchor></w:drawing>`;
      const picture = await draw(
        `<w:p><w:r>${anchor.repeat(20_000)}</w:r></w:p>${paragraph('words')}${section()}`,
        {
          parts: { 'word/media/i.png': redSquare() },
          related: { i1: ['image', 'media/i.png'] },
        },
        ['words'],
      );
      expect(picture.count(ALL, [255, 0, 0])).toBeGreaterThan(400_000);
      expect(picture.count([60, 60, 200, 60], MARK)).toBeGreaterThan(20);
    },
    PATIENCE,
  );

  it('has the page’s number in a cell of its header', async () => {
    const field =
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>99</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>';
    const more = headed(table(`<w:tr>${cell(paragraph('left'))}${cell(field)}</w:tr>`));
    const body = paragraph('body') + section(HEADED);
    expect((await draw(body, more, ['1'])).count([306, 30, 60, 30], MARK)).toBeGreaterThan(5);
    expect((await draw(body, more, ['99'])).count(ALL, MARK)).toBe(0);
  });

  it('shows the words of tables 200 deep, and of boxes in boxes once', async () => {
    const nested = (depth: number): string =>
      depth === 0 ? paragraph('deep') : `<w:tbl><w:tr>${cell(`${nested(depth - 1)}<w:p/>`)}</w:tr></w:tbl>`;
    expect((await draw(nested(200) + section(), {}, ['deep'])).count(ALL, MARK)).toBeGreaterThan(20);
    const boxed = (depth: number): string =>
      depth === 0
        ? paragraph('boxed')
        : `<w:p><w:r><w:pict><v:shape><w:txbxContent>${boxed(depth - 1)}</w:txbxContent></v:shape></w:pict></w:r></w:p>`;
    const once = (await draw(boxed(1) + section(), {}, ['boxed'])).count(ALL, MARK);
    expect(once).toBeGreaterThan(20);
    const nestedOnce = (await draw(boxed(24) + section(), {}, ['boxed'])).count(ALL, MARK);
    expect(nestedOnce).toBeGreaterThan(20);
    expect(nestedOnce).toBeLessThan(once * 1.5);
  });

  it(
    'has the rows of a table of 40,000 on as many pages as they take',
    async () => {
      const rows = Array.from(
        { length: 40_000 },
        (_, index) => `<w:tr>${cell(paragraph(`row${index}`))}</w:tr>`,
      );
      const { pages } = await read(table(rows.join(''), '', '<w:gridCol w:w="9360"/>') + section());
      expect(pages.length).toBeGreaterThan(500);
      const counts = pages.map(({ text }) => text.split('\n').length);
      expect(Math.max(...counts)).toBeLessThan(LINES_A_PAGE);
      expect(pages.at(-1)?.text).toContain('row39999');
    },
    PATIENCE,
  );

  it('has rows below each other where all their cells go over several', async () => {
    const merge = (index: number) => `<w:vMerge${index % 2 === 0 ? ' w:val="restart"' : ''}/>`;
    const rows = Array.from(
      { length: 12 },
      (_, index) => `<w:tr>${cell(paragraph(`row${index}`), merge(index))}</w:tr>`,
    );
    const picture = await draw(table(rows.join('')) + section(), {}, ['row10']);
    expect(picture.count([60, 72 + 50, 100, 60], MARK)).toBeGreaterThan(20);
  });
});
