import { describe, expect, it } from 'vitest';
import { makeDocx, pageBreak, paragraph } from '../../../fixtures/documents/make-package.ts';
import { redSquare } from '../../../support/red-square.ts';
import { isNear, MARK, type Place, pixelsOf, type Rgb } from './pixels.ts';
import { withExtractor } from './support.ts';

const docs = withExtractor();
let files = 0;

/** Letter paper in points, an inch of margin: drawn 612 wide a point is a pixel. */
const SECTION =
  '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:left="1440" w:top="1440" w:right="1440" w:bottom="1440"/></w:sectPr>';
const ALL: Place = [0, 0, 612, 792];
const DARK: Rgb = [20, 20, 20];
const RED: Rgb = [255, 0, 0];

/** A run in the look that is given. */
const run = (text: string, look: string) =>
  `<w:p><w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const big = '<w:sz w:val="48"/><w:b/>';

type Options = Parameters<typeof makeDocx>[1] & {
  readonly page?: number;
  readonly words?: readonly string[];
};

async function pictureOf(body: string, { page = 1, words = [], ...more }: Options = {}) {
  files += 1;
  const path = await docs.write(`${files}.docx`, makeDocx(body + SECTION, more));
  return docs.extractor().pagePicture(path, 'docx', page, 612, words);
}

const draw = async (body: string, options?: Options) => pixelsOf(await pictureOf(body, options));

const paragraphOf = (content: string) => `<w:p><w:r>${content}</w:r></w:p>`;

/** A picture in the line, in points. */
const inline = (w: number, h: number, id: string) =>
  `<w:drawing><wp:inline><wp:extent cx="${w * 12_700}" cy="${h * 12_700}"/><a:graphic><a:blip r:embed="${id}"/></a:graphic></wp:inline></w:drawing>`;

/** A package with a red square in it, as `i1`. */
const RED_PICTURE: Options = {
  parts: { 'word/media/i.png': redSquare() },
  related: { i1: ['image', 'media/i.png'] },
};

describe('the picture of a page of Word', () => {
  it('has the paper’s size and margins, and letters in their size and colour', async () => {
    const picture = await draw(run('Large', big) + run('Red', `${big}<w:color w:val="FF0000"/>`));
    expect(picture).toMatchObject({ width: 612, height: 792 });
    expect(picture.count([72, 72, 200, 32], DARK)).toBeGreaterThan(200);
    expect(picture.count([72, 100, 200, 32], RED)).toBeGreaterThan(50);
    expect(picture.count([0, 0, 70, 792], DARK)).toBe(0);
    expect(picture.count([0, 0, 612, 70], DARK)).toBe(0);
  });

  it('is of the page that is asked for, as the extraction counts them', async () => {
    const begins = '<w:p><w:r><w:t>One goes </w:t><w:lastRenderedPageBreak/><w:t>on here</w:t></w:r></w:p>';
    const body = begins + pageBreak + paragraph('Three');
    const found = async (page: number) => {
      const marks = ['one', 'here', 'three'].map(async (word) =>
        (await draw(body, { page, words: [word] })).count(ALL, MARK),
      );
      return (await Promise.all(marks)).map((count) => count > 0);
    };
    expect(await found(1)).toEqual([true, false, false]);
    expect(await found(2)).toEqual([false, true, false]);
    expect(await found(3)).toEqual([false, false, true]);
    expect(await pictureOf(body, { page: 4 })).toBeUndefined();
  });

  it('is of the same pages where a table goes over several', async () => {
    const cell = (text: string, begins = '') =>
      `<w:tc><w:p><w:r>${begins}<w:t>${text}</w:t></w:r></w:p></w:tc>`;
    const rows = `<w:tr>${cell('Alpha')}</w:tr><w:tr>${cell('Beta', '<w:lastRenderedPageBreak/>')}</w:tr><w:tr>${cell('Gamma')}</w:tr>`;
    const body = `<w:tbl><w:tblGrid><w:gridCol w:w="4000"/></w:tblGrid>${rows}</w:tbl>`;
    const count = async (page: number, word: string) =>
      (await draw(body, { page, words: [word] })).count(ALL, MARK);
    expect(await count(1, 'alpha')).toBeGreaterThan(20);
    expect(await count(1, 'gamma')).toBe(0);
    expect(await count(2, 'alpha')).toBe(0);
    expect(await count(2, 'beta')).toBeGreaterThan(20);
    expect(await count(2, 'gamma')).toBeGreaterThan(20);
  });

  it('shows the part with the words of a page longer than its paper', async () => {
    const lines = Array.from({ length: 300 }, (_, i) => paragraph(`Line ${i}`)).join('');
    const end = '<w:p><w:r><w:lastRenderedPageBreak/><w:t>End</w:t></w:r></w:p>';
    const body = lines + paragraph('The needle') + lines + end;
    expect((await draw(body, { pages: 2 })).count(ALL, MARK)).toBe(0);
    expect((await draw(body, { pages: 2, words: ['needle'] })).count(ALL, MARK)).toBeGreaterThan(50);
  });

  it('has tables with their fills, and words marked in them', async () => {
    const cell = (text: string, fill: string) =>
      `<w:tc><w:tcPr><w:shd w:fill="${fill}"/></w:tcPr>${paragraph(text)}</w:tc>`;
    const grid = '<w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="4000"/></w:tblGrid>';
    const row = `<w:tr><w:trPr><w:trHeight w:val="800"/></w:trPr>${cell('', 'FF0000')}${cell('price', 'auto')}</w:tr>`;
    const picture = await draw(`<w:tbl>${grid}${row}</w:tbl>`, { words: ['price'] });
    expect(isNear(picture.at(120, 90), RED)).toBe(true);
    expect(picture.count([172, 72, 100, 40], MARK)).toBeGreaterThan(80);
  });

  it('has the columns that a row leaves out, where they belong', async () => {
    const grid =
      '<w:tblGrid><w:gridCol w:w="200"/><w:gridCol w:w="3000"/><w:gridCol w:w="200"/><w:gridCol w:w="3000"/></w:tblGrid>';
    const cell = (text: string, span: number, fill: string) =>
      `<w:tc><w:tcPr><w:gridSpan w:val="${span}"/><w:shd w:fill="${fill}"/></w:tcPr>${paragraph(text)}</w:tc>`;
    const row = `<w:tr><w:trPr><w:gridBefore w:val="1"/><w:trHeight w:val="400"/></w:trPr>${cell('left', 2, 'auto')}${cell('', 1, 'FF0000')}</w:tr>`;
    const picture = await draw(`<w:tbl>${grid}${row}</w:tbl>`);
    // The second cell is in the fourth column: 170 points from the margin.
    expect(isNear(picture.at(72 + 170 + 75, 80), RED)).toBe(true);
    expect(isNear(picture.at(72 + 160, 80), RED)).toBe(false);
  });

  it('has the numbers of items without words', async () => {
    const item = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>';
    const level =
      '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl>';
    const numbering = `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0">${level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
    const picture = await draw(item + item, {
      parts: { 'word/numbering.xml': numbering },
      related: { n: ['numbering', 'numbering.xml'] },
    });
    expect(picture.count([88, 72, 17, 30], [80, 80, 80])).toBeGreaterThan(3);
  });

  it('has pictures in their size', async () => {
    const picture = await draw(paragraphOf(inline(200, 100, 'i1')), RED_PICTURE);
    expect(picture.count(ALL, RED)).toBeGreaterThan(19_000);
    expect(picture.count([280, 0, 332, 792], RED)).toBe(0);
  });

  it('has the pictures of a line beside each other, and goes on below where there is no room', async () => {
    const picture = await draw(paragraphOf(inline(200, 40, 'i1').repeat(3)), RED_PICTURE);
    // Of 468 points two fit; they stand on the line that they share.
    expect(isNear(picture.at(72 + 100, 72 + 20), RED)).toBe(true);
    expect(isNear(picture.at(72 + 300, 72 + 20), RED)).toBe(true);
    expect(isNear(picture.at(72 + 100, 72 + 60), RED)).toBe(true);
    expect(isNear(picture.at(72 + 300, 72 + 60), RED)).toBe(false);
  });

  it('has pictures of the older kind', async () => {
    const shape = '<v:shape style="width:200pt;height:100pt"><v:imagedata r:id="i1"/></v:shape>';
    const picture = await draw(`<w:p><w:r><w:pict>${shape}</w:pict></w:r></w:p>`, RED_PICTURE);
    expect(picture.count([72, 72, 200, 100], RED)).toBeGreaterThan(19_000);
  });

  it('has pictures in cells of tables, and tables within tables', async () => {
    const grid = '<w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="4000"/></w:tblGrid>';
    const innerCell = `<w:tc><w:tcPr><w:shd w:fill="00FF00"/></w:tcPr>${paragraph('price')}</w:tc>`;
    const inner = `<w:tbl><w:tblGrid><w:gridCol w:w="1000"/></w:tblGrid><w:tr><w:trPr><w:trHeight w:val="600"/></w:trPr>${innerCell}</w:tr></w:tbl>`;
    const cells = `<w:tc>${paragraphOf(inline(80, 50, 'i1'))}</w:tc><w:tc>${inner}${paragraph('')}</w:tc>`;
    const picture = await draw(`<w:tbl>${grid}<w:tr>${cells}</w:tr></w:tbl>`, {
      ...RED_PICTURE,
      words: ['price'],
    });
    expect(picture.count([72, 72, 100, 60], RED)).toBeGreaterThan(3_500);
    // The inner table begins within the second column and is as wide as it says.
    expect(picture.count([172, 72, 70, 40], [0, 255, 0])).toBeGreaterThan(900);
    expect(picture.count([240, 72, 300, 100], [0, 255, 0])).toBe(0);
    expect(picture.count([172, 72, 70, 40], MARK)).toBeGreaterThan(20);
  });

  it('has a table in the middle where it says so', async () => {
    const cell = `<w:tc><w:tcPr><w:shd w:fill="FF0000"/></w:tcPr>${paragraph('')}</w:tc>`;
    const table = `<w:tbl><w:tblPr><w:jc w:val="center"/></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/></w:tblGrid><w:tr><w:trPr><w:trHeight w:val="800"/></w:trPr>${cell}</w:tr></w:tbl>`;
    const picture = await draw(table);
    expect(isNear(picture.at(306, 90), RED)).toBe(true);
    expect(isNear(picture.at(100, 90), RED)).toBe(false);
  });

  it('has what lies behind the text where it was put, and the text over it', async () => {
    const cover =
      '<wp:anchor behindDoc="1"><wp:positionH relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionV>' +
      `<wp:extent cx="${612 * 12_700}" cy="${792 * 12_700}"/><wp:wrapNone/><a:graphic><a:blip r:embed="i1"/></a:graphic></wp:anchor>`;
    const picture = await draw(
      run('First', big) + paragraphOf(`<w:drawing>${cover}</w:drawing>`) + run('Words', big),
      RED_PICTURE,
    );
    expect(isNear(picture.at(5, 5), RED)).toBe(true);
    expect(isNear(picture.at(606, 786), RED)).toBe(true);
    expect(picture.count([72, 100, 200, 60], DARK)).toBeGreaterThan(100);
    // Also over what came before it.
    expect(picture.count([72, 72, 200, 30], DARK)).toBeGreaterThan(100);
  });

  it('has words where tabs lead them: at a stop’s left, and up to one at its right', async () => {
    const line = (tabs: string) =>
      `<w:p><w:pPr><w:tabs>${tabs}</w:tabs></w:pPr><w:r><w:t>Seat</w:t><w:tab/><w:t>price</w:t></w:r></w:p>`;
    const begin = await draw(line('<w:tab w:val="left" w:pos="4000"/>'), { words: ['price'] });
    expect(begin.count([72 + 198, 60, 60, 40], MARK)).toBeGreaterThan(50);
    expect(begin.count([72, 60, 190, 40], MARK)).toBe(0);
    const end = await draw(line('<w:tab w:val="right" w:pos="4000"/>'), { words: ['price'] });
    expect(end.count([72 + 150, 60, 52, 40], MARK)).toBeGreaterThan(50);
    expect(end.count([72 + 204, 60, 200, 40], MARK)).toBe(0);
  });

  it('has what stands above and below on every page, with its number', async () => {
    const field =
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>99</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>';
    const section = SECTION.replace(
      '<w:pgSz',
      '<w:headerReference w:type="default" r:id="h1"/><w:footerReference w:type="default" r:id="f1"/><w:pgSz',
    );
    const path = await docs.write(
      'edges.docx',
      makeDocx(paragraph('Body') + section, {
        parts: {
          'word/header1.xml': `<w:hdr xmlns:w="w" xmlns:wp="wp" xmlns:a="a" xmlns:r="r">${paragraphOf(inline(100, 20, 'i1'))}</w:hdr>`,
          'word/_rels/header1.xml.rels':
            '<Relationships><Relationship Id="i1" Type="x/image" Target="media/i.png"/></Relationships>',
          'word/footer1.xml': `<w:ftr xmlns:w="w">${field}</w:ftr>`,
          'word/media/i.png': redSquare(),
        },
        related: { h1: ['header', 'header1.xml'], f1: ['footer', 'footer1.xml'] },
      }),
    );
    const drawn = async (...words: readonly string[]) =>
      pixelsOf(await docs.extractor().pagePicture(path, 'docx', 1, 612, words));
    expect((await drawn()).count([72, 36, 100, 20], RED)).toBeGreaterThan(1_700);
    expect((await drawn('1')).count([60, 730, 60, 30], MARK)).toBeGreaterThan(5);
    expect((await drawn('99')).count(ALL, MARK)).toBe(0);
  });

  it('has the paper, header and footer of the section that each page is in', async () => {
    const section = (references: string, w: number, h: number) =>
      `<w:sectPr>${references}<w:pgSz w:w="${w}" w:h="${h}"/><w:pgMar w:left="1440" w:top="1440" w:right="1440" w:bottom="1440"/></w:sectPr>`;
    const reference = (type: string, id: string) => `<w:headerReference w:type="${type}" r:id="${id}"/>`;
    const first = section(
      `${reference('default', 'h1')}${reference('first', 'h2')}<w:titlePg/>`,
      12_240,
      15_840,
    );
    // On its side, with the header of the section before; its old size does not count.
    const change = `<w:sectPrChange>${section('', 1_000, 1_000)}</w:sectPrChange></w:sectPr>`;
    const second = section('', 15_840, 12_240).replace('</w:sectPr>', change);
    const body = `${run('One', big)}${pageBreak}${run('Two', big)}<w:p><w:pPr>${first}</w:pPr></w:p>${run('Three', big)}${second}`;
    const head = (text: string) => `<w:hdr xmlns:w="w">${paragraph(text)}</w:hdr>`;
    const path = await docs.write(
      'sections.docx',
      makeDocx(body, {
        parts: { 'word/header1.xml': head('Usual'), 'word/header2.xml': head('Cover') },
        related: { h1: ['header', 'header1.xml'], h2: ['header', 'header2.xml'] },
      }),
    );
    const drawn = async (page: number, word: string) =>
      pixelsOf(await docs.extractor().pagePicture(path, 'docx', page, 612, [word]));
    const heads = async (word: string) =>
      Promise.all([1, 2, 3].map(async (page) => (await drawn(page, word)).count([0, 0, 612, 70], MARK) > 0));
    expect(await heads('cover')).toEqual([true, false, false]);
    expect(await heads('usual')).toEqual([false, true, true]);
    const sizes = await Promise.all([1, 2, 3].map((page) => drawn(page, 'none')));
    expect(sizes.map(({ width, height }) => width < height)).toEqual([true, true, false]);
  });

  it('has justified lines as long as their column, but the last, and those of another margin within it', async () => {
    const words = 'seat price of each '.repeat(12);
    const text = (properties: string) =>
      `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${words}end</w:t></w:r></w:p>`;
    const gapAt = async (properties: string) => {
      const picture = await draw(text(properties));
      const isInked = (x: number) =>
        Array.from({ length: 11 }, (_, y) => picture.at(72 + x, 72 + y)[0]).some((grey) => grey < 170);
      return 467 - Array.from({ length: 468 }, (_, x) => isInked(x)).lastIndexOf(true);
    };
    expect(await gapAt('<w:jc w:val="both"/>')).toBeLessThan(3);
    expect(await gapAt('')).toBeGreaterThan(3);
    expect(await gapAt('<w:jc w:val="both"/><w:ind w:right="2000"/>')).toBeGreaterThan(96);
  });

  it('has a word whole on a line that changes its look', async () => {
    const look = '<w:rPr><w:sz w:val="48"/></w:rPr>';
    const text = (letters: string, more = '') =>
      `<w:r>${look.replace('</w:rPr>', `${more}</w:rPr>`)}<w:t xml:space="preserve">${letters}</w:t></w:r>`;
    for (let fill = 30; fill < 36; fill += 1) {
      const body = `<w:p>${text(`${'n'.repeat(fill)} sea`)}${text('ts', '<w:b/>')}</w:p>`;
      const picture = await draw(body, { words: ['seats'] });
      const marked = [72, 100].map((top) => picture.count([72, top, 468, 26], MARK) > 40);
      expect(marked.filter(Boolean)).toHaveLength(1);
    }
  });

  it('has empty lines as high as their ends say, and rows no higher than they say', async () => {
    const empty = '<w:p><w:pPr><w:rPr><w:sz w:val="144"/></w:rPr></w:pPr></w:p>';
    const below = await draw(empty + run('after', ''), { words: ['after'] });
    expect(below.count([72, 72, 300, 70], MARK)).toBe(0);
    expect(below.count([72, 142, 300, 40], MARK)).toBeGreaterThan(20);
    const cell = `<w:tc><w:tcPr/>${run('Large', big)}${run('Large', big)}</w:tc>`;
    const row = `<w:tr><w:trPr><w:trHeight w:val="400" w:hRule="exact"/></w:trPr>${cell}</w:tr>`;
    const exact = await draw(`<w:tbl>${row}</w:tbl>${run('after', '')}`, { words: ['after'] });
    expect(exact.count([60, 90, 300, 20], MARK)).toBeGreaterThan(20);
  });

  it('has shapes with what is written in them where they were put, and charts in the text', async () => {
    const place = (of: string, at: number) =>
      `<wp:${of} relativeFrom="page"><wp:posOffset>${at * 12_700}</wp:posOffset></wp:${of}>`;
    const shape =
      '<wps:wsp><wps:spPr><a:prstGeom prst="rect"/><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></wps:spPr>' +
      `<wps:txbx><w:txbxContent>${paragraph('boxed')}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>`;
    const anchor = `<w:drawing><wp:anchor>${place('positionH', 300)}${place('positionV', 400)}<wp:extent cx="${200 * 12_700}" cy="${100 * 12_700}"/><wp:wrapSquare/><a:graphic><a:graphicData>${shape}</a:graphicData></a:graphic></wp:anchor></w:drawing>`;
    const boxed = await draw(paragraphOf(anchor) + run('Words', ''), { words: ['boxed'] });
    expect(isNear(boxed.at(480, 480), RED)).toBe(true);
    expect(boxed.count([300, 400, 100, 30], MARK)).toBeGreaterThan(20);
    expect(boxed.count([0, 0, 299, 792], MARK)).toBe(0);
    const series =
      '<c:ser><c:spPr><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></c:spPr><c:val><c:numRef><c:numCache><c:ptCount val="2"/><c:pt idx="0"><c:v>4</c:v></c:pt><c:pt idx="1"><c:v>5</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser>';
    const chart = `<c:chartSpace xmlns:c="c" xmlns:a="a"><c:chart><c:plotArea><c:barChart><c:barDir val="col"/>${series}</c:barChart></c:plotArea></c:chart></c:chartSpace>`;
    const inText = `<w:drawing><wp:inline><wp:extent cx="${300 * 12_700}" cy="${200 * 12_700}"/><a:graphic><a:graphicData><c:chart r:id="c1"/></a:graphicData></a:graphic></wp:inline></w:drawing>`;
    const drawn = await draw(paragraphOf(inText), {
      parts: { 'word/charts/chart1.xml': chart },
      related: { c1: ['chart', 'charts/chart1.xml'] },
    });
    expect(drawn.count([72, 72, 300, 200], RED)).toBeGreaterThan(3_000);
    expect(drawn.count([380, 72, 200, 400], RED)).toBe(0);
  });

  it('counts lists, and leaves out what was deleted or is hidden', async () => {
    const item = (text: string) =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
    const level =
      '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1)"/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl>';
    const numbering = `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0">${level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
    const gone = '<w:p><w:del><w:r><w:t>gone</w:t></w:r></w:del></w:p>';
    const picture = await draw(item('One') + item('Two') + gone + run('gone', '<w:vanish/>'), {
      words: ['gone'],
      parts: { 'word/numbering.xml': numbering },
      related: { n: ['numbering', 'numbering.xml'] },
    });
    expect(picture.count([90, 72, 17, 30], [80, 80, 80])).toBeGreaterThan(3);
    expect(picture.count(ALL, MARK)).toBe(0);
  });

  it('has as many cells as are read of a table that has more', async () => {
    const cell = `<w:tc><w:tcPr><w:shd w:fill="FF0000"/></w:tcPr>${paragraph('a b')}</w:tc>`;
    const picture = await draw(`<w:tbl>${`<w:tr>${cell.repeat(60)}</w:tr>`.repeat(500)}</w:tbl>`);
    expect(picture.count(ALL, RED)).toBeGreaterThan(20_000);
  });

  it('is drawn of any number of tabs and small pictures, a tab without room on the next line', async () => {
    const stop = '<w:pPr><w:tabs><w:tab w:val="right" w:pos="31000"/></w:tabs></w:pPr>';
    const tabs = (count: number) =>
      `<w:p>${stop}${'<w:r><w:tab/></w:r>'.repeat(count)}<w:r><w:t>last</w:t></w:r></w:p>`;
    const two = await draw(tabs(2), { words: ['last'] });
    expect(two.count([72, 72, 468, 8], MARK)).toBe(0);
    expect(two.count([72, 86, 468, 20], MARK)).toBeGreaterThan(20);
    const pictures = `<w:p><w:r>${inline(0.01, 0.01, 'i1').repeat(10_000)}</w:r></w:p>`;
    expect(await pictureOf(pictures, RED_PICTURE)).toBeDefined();
    expect(await pictureOf(tabs(40_000))).toBeDefined();
  });

  it('is none of a document that is damaged', async () => {
    const path = await docs.write('cut.docx', makeDocx(paragraph('One')).subarray(0, 400));
    expect(await docs.extractor().pagePicture(path, 'docx', 1, 300)).toBeUndefined();
  });
});
