import { describe, expect, it } from 'vitest';
import type { Preview, SlidePreview, WrittenParagraph } from '../../../../src/engine/ports/extractor.ts';
import { makeCompoundFile } from '../../../fixtures/documents/make-compound-file.ts';
import {
  type MadeSlide,
  makeDocx,
  makePptx,
  makeXlsx,
  makeZip,
  type Parts,
  paragraph,
  placeholderShape,
} from '../../../fixtures/documents/make-package.ts';
import { makePdf } from '../../../fixtures/documents/make-pdf.ts';
import { withExtractor } from './support.ts';

const docs = withExtractor();

/** A picture of one pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function slidesOf(
  slides: readonly MadeSlide[],
  parts: Parts = {},
  size: readonly [number, number] = [16_000, 9_000],
): Promise<readonly SlidePreview[]> {
  const preview = await docs.preview('a.pptx', makePptx(slides, { parts, size }), 'pptx');
  if (preview.preview !== 'slides') expect.fail(`no slides but ${preview.preview}`);
  expect(preview.aspectRatio).toBeCloseTo(16 / 9);
  return preview.slides;
}

const at = (x: number, y: number, w: number, h: number, tag = 'a') =>
  `<${tag}:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${w}" cy="${h}"/></${tag}:xfrm>`;

/** What lines say, paragraph by paragraph. */
function saidBy(paragraphs: readonly WrittenParagraph[]): string[] {
  return paragraphs.map((lines) => lines.flatMap(({ parts }) => parts.map(({ text }) => text)).join(''));
}

describe('slides', () => {
  it('have their words where the picture has them', async () => {
    const shapes = placeholderShape('title', ['Prices']) + placeholderShape('body', ['One', 'Two'], 1);
    const [slide] = await slidesOf([{ shapes, notes: 'Pause here' }]);
    expect(slide).toMatchObject({ label: 'Slide 1', title: 'Prices', notes: 'Pause here' });
    expect(
      slide?.blocks.map((one) => (one.block === 'text' ? [one.role, ...saidBy(one.paragraphs)] : [])),
    ).toEqual([
      ['title', 'Prices'],
      ['body', 'One', 'Two'],
    ]);
  });

  it('have lines where their boxes are, turned as those are, as wide as their letters', async () => {
    const box = (turn: string) =>
      `<p:sp><p:spPr><a:xfrm${turn}><a:off x="2000000" y="3000000"/><a:ext cx="4000000" cy="2000000"/></a:xfrm></p:spPr><p:txBody><a:bodyPr lIns="0" tIns="0"/><a:p><a:r><a:rPr sz="3600"/><a:t>Growth plan</a:t></a:r></a:p></p:txBody></p:sp>`;
    const made = [{ shapes: box('') }, { shapes: box(' rot="5400000"') }];
    const [plain, turned] = (await slidesOf(made, {}, [16_000_000, 9_000_000])).map(({ blocks: [block] }) =>
      block?.block === 'text' ? block.paragraphs[0]?.[0] : undefined,
    );
    expect(plain?.x).toBeCloseTo(2 / 16, 3);
    expect(plain?.y).toBeCloseTo(3 / 9, 2);
    expect(plain?.size).toBeCloseTo((36 * 12_700) / 16_000_000, 4);
    // Eleven letters, most of them about half as wide as they are high.
    expect((plain?.w ?? 0) / (plain?.size ?? 1)).toBeGreaterThan(4.5);
    expect((plain?.w ?? 0) / (plain?.size ?? 1)).toBeLessThan(7);
    expect(plain?.turn).toBeUndefined();
    // Turned by a quarter around its middle: its upper left corner is then at the upper right.
    expect(turned?.turn).toBe(90);
    expect(turned?.x).toBeCloseTo(5 / 16, 2);
    expect(turned?.y).toBeCloseTo(2 / 9, 2);
    expect(turned?.w).toBeCloseTo(plain?.w ?? 0, 4);
  });

  it('have words of groups placed through the group’s own coordinates', async () => {
    const inner = `<p:sp><p:spPr>${at(100, 100, 50, 50)}</p:spPr><p:txBody><a:bodyPr lIns="0" tIns="0"/><a:p><a:r><a:rPr sz="100"/><a:t>In</a:t></a:r></a:p></p:txBody></p:sp>`;
    const group = `<p:grpSp><p:grpSpPr><a:xfrm><a:off x="8000000" y="0"/><a:ext cx="8000000" cy="9000000"/><a:chOff x="100" y="100"/><a:chExt cx="100" cy="100"/></a:xfrm></p:grpSpPr>${inner}</p:grpSp>`;
    const [slide] = await slidesOf([{ shapes: group }], {}, [16_000_000, 9_000_000]);
    expect(slide?.blocks).toMatchObject([{ block: 'text', paragraphs: [[{ x: 0.5 }]] }]);
  });

  it('tell what their pictures show, and nothing of what says nothing', async () => {
    const picture = (descr: string) =>
      `<p:pic><p:nvPicPr><p:cNvPr id="1" name="x"${descr}/></p:nvPicPr><p:blipFill><a:blip r:embed="i1"/></p:blipFill><p:spPr>${at(0, 0, 1600, 900)}</p:spPr></p:pic>`;
    const shapes = picture(' descr="Our logo"') + picture('');
    const [slide] = await slidesOf([{ shapes, related: { i1: ['image', '../media/i.png'] } }], {
      'ppt/media/i.png': PIXEL,
    });
    expect(slide?.blocks).toEqual([{ block: 'picture', x: 0, y: 0, w: 0.1, h: 0.1, alt: 'Our logo' }]);
  });

  it('have tables cell by cell, and charts with what is written in them and their values', async () => {
    const cell = (text: string) =>
      `<a:tc><a:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></a:txBody></a:tc>`;
    const table = `<a:tbl><a:tr>${cell('Plan')}${cell('Price')}</a:tr><a:tr>${cell('Team')}${cell('12')}</a:tr></a:tbl>`;
    const frame = (content: string) =>
      `<p:graphicFrame>${at(0, 0, 8_000_000, 9_000_000, 'p')}<a:graphic><a:graphicData>${content}</a:graphicData></a:graphic></p:graphicFrame>`;
    const series = (name: string, values: readonly number[]) =>
      `<c:ser><c:tx><c:strRef><c:strCache><c:pt idx="0"><c:v>${name}</c:v></c:pt></c:strCache></c:strRef></c:tx>` +
      '<c:cat><c:strRef><c:strCache><c:pt idx="0"><c:v>Q1</c:v></c:pt><c:pt idx="1"><c:v>Q2</c:v></c:pt></c:strCache></c:strRef></c:cat>' +
      `<c:val><c:numRef><c:numCache>${values.map((v, i) => `<c:pt idx="${i}"><c:v>${v}</c:v></c:pt>`).join('')}</c:numCache></c:numRef></c:val></c:ser>`;
    const chart = `<c:chartSpace xmlns:c="c"><c:chart><c:plotArea><c:barChart>${series('North', [4.3, 5])}${series('South', [1, 2])}</c:barChart></c:plotArea><c:legend><c:legendPos val="r"/></c:legend></c:chart></c:chartSpace>`;
    const [slide] = await slidesOf(
      [
        {
          shapes: frame(table) + frame('<c:chart r:id="c1"/>'),
          related: { c1: ['chart', '../charts/c.xml'] },
        },
      ],
      { 'ppt/charts/c.xml': chart },
      [16_000_000, 9_000_000],
    );
    const [first, second] = slide?.blocks ?? [];
    if (first?.block !== 'table' || second?.block !== 'chart') expect.fail('no table and chart');
    expect(first.rows.map((cells) => cells.map((paragraphs) => saidBy(paragraphs)))).toEqual([
      [['Plan'], ['Price']],
      [['Team'], ['12']],
    ]);
    expect(second.rows).toEqual([
      ['', 'North', 'South'],
      ['Q1', '4.3', '1'],
      ['Q2', '5', '2'],
    ]);
    expect(saidBy(second.paragraphs)).toEqual(expect.arrayContaining(['North', 'South', 'Q1', 'Q2']));
  });

  it('tell where their links lead: to addresses, slides, the next one; words and shapes alike', async () => {
    const run = (text: string, click: string) =>
      `<a:r><a:rPr><a:hlinkClick ${click}/></a:rPr><a:t>${text}</a:t></a:r>`;
    const place = at(0, 0, 8_000_000, 900_000);
    const words = `<p:sp><p:spPr>${place}</p:spPr><p:txBody><a:bodyPr/><a:p>${run('site', 'r:id="w"')}${run('there', 'r:id="s" action="ppaction://hlinksldjump"')}${run('nowhere', 'r:id="x"')}</a:p></p:txBody></p:sp>`;
    const button = `<p:sp><p:nvSpPr><p:cNvPr id="1" name="x" descr="Go on"><a:hlinkClick r:id="" action="ppaction://hlinkshowjump?jump=nextslide"/></p:cNvPr></p:nvSpPr><p:spPr>${place}</p:spPr></p:sp>`;
    const related = {
      w: ['hyperlink', 'https://example.com/prices', 'External'],
      s: ['slide', 'slide1.xml'],
    } as const;
    const [slide] = await slidesOf(
      [{ shapes: words + button, related }, { shapes: '' }, { shapes: '' }],
      {},
      [16_000_000, 9_000_000],
    );
    const [text, link] = slide?.blocks ?? [];
    const parts = text?.block === 'text' ? (text.paragraphs[0]?.[0]?.parts ?? []) : [];
    expect(parts.map((part) => [part.text, part.link])).toEqual([
      ['site', { address: 'https://example.com/prices' }],
      // Parts are numbered from behind in made decks.
      ['there', { page: 3 }],
      ['nowhere', undefined],
    ]);
    expect(link).toMatchObject({ block: 'link', name: 'Go on', link: { page: 2 } });
  });
});

describe('sheets', () => {
  it('are tables of what their cells show', async () => {
    const preview = await docs.preview(
      'a.xlsx',
      makeXlsx({
        Prices: [
          ['Plan', 'Price'],
          ['Team', { value: 12, style: 3 }],
        ],
        Empty: [],
      }),
      'xlsx',
    );
    expect(preview).toMatchObject({
      preview: 'sheets',
      sheets: [
        {
          label: 'Prices',
          rows: [
            ['Plan', 'Price'],
            ['Team', '$12.00'],
          ],
          totalRows: 2,
          totalColumns: 2,
          hiddenRows: [],
          hiddenColumns: [],
        },
        { label: 'Empty', rows: [], totalRows: 0, totalColumns: 0, hiddenRows: [], hiddenColumns: [] },
      ],
    });
  });

  it('show their first 1,000 rows and say how many there are', async () => {
    const rows = Array.from({ length: 1_500 }, (_, i) => [`row ${i + 1}`]);
    const preview = await docs.preview('a.xlsx', makeXlsx({ Long: rows }), 'xlsx');
    const [sheet] = preview.preview === 'sheets' ? preview.sheets : [];
    expect(sheet?.rows).toHaveLength(1_000);
    expect(sheet?.totalRows).toBe(1_500);
  });

  it('come from CSV too, with quoted cells', async () => {
    expect(await docs.preview('a.csv', 'name;note\n"A; B";"say ""hi"""\n', 'text')).toEqual({
      preview: 'sheets',
      sheets: [
        {
          label: 'a.csv',
          rows: [
            ['name', 'note'],
            ['A; B', 'say "hi"'],
          ],
          totalRows: 2,
          totalColumns: 2,
          hiddenRows: [],
          hiddenColumns: [],
        },
      ],
    });
  });
});

describe('a CSV that tells Excel its separator', () => {
  it('is shown without that line, parted by it', async () => {
    const preview = await docs.preview('a.csv', 'sep=|\r\na;b,c|d\r\n', 'text');
    expect(preview).toMatchObject({ sheets: [{ rows: [['a;b,c', 'd']], totalRows: 1 }] });
  });
});

describe('texts', () => {
  it('of DOCX are HTML, with pictures inlined', async () => {
    const preview = await docs.preview('a.docx', realDocx(), 'docx');
    expect(preview).toMatchObject({ preview: 'html', truncated: false });
    expect(preview.preview === 'html' ? preview.html : '').toContain('<p>Dear buyer</p>');
  });

  it('of a DOCX that the converter can’t parse are plain text', async () => {
    const document =
      '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>a &unknown; b</w:t></w:r></w:p></w:body></w:document>';
    const preview = await docs.preview(
      'a.docx',
      makeDocx('', { parts: { 'word/document.xml': document } }),
      'docx',
    );
    expect(preview).toEqual({ preview: 'text', text: 'a &unknown; b', truncated: false });
  });

  it.each([
    ['a.md', '# Hi\n', 'markdown', { preview: 'markdown', markdown: '# Hi\n', truncated: false }],
    ['a.html', '<h1>Hi</h1>', 'html', { preview: 'html', html: '<h1>Hi</h1>', truncated: false }],
    ['a.txt', 'Hi\u0000 there', 'text', { preview: 'none', reason: 'unsupported' }],
    ['a.txt', 'Hi there', 'text', { preview: 'text', text: 'Hi there', truncated: false }],
  ] as const satisfies readonly (readonly [string, string, Parameters<typeof docs.preview>[2], Preview])[])(
    'of %s are their source',
    async (name, content, kind, expected) => {
      expect(await docs.preview(name, content, kind)).toEqual(expected);
    },
  );

  it('of RTF is its pages, with tables and what is hidden', async () => {
    const rtf = String.raw`{\rtf1\ansi Caf\'e9 & \u8364?\par\trowd\intbl Lane\cell 39\cell\row\page two{\v  secret}}`;
    expect(await docs.preview('a.rtf', rtf, 'rtf')).toEqual({
      preview: 'html',
      html: '<section data-page="1"><p>Café &amp; €</p><table><tr><td>Lane</td><td>39</td></tr></table></section><section data-page="2"><p>two</p><div data-hidden="true"><p>secret</p></div></section>',
      truncated: false,
    });
  });

  it('there are none of what the window draws itself, of old formats, of what is encrypted or gone', async () => {
    const none = (reason: string) => ({ preview: 'none', reason });
    expect(await docs.preview('a.pdf', makePdf({ pages: [{}] }), 'pdf')).toEqual(none('unsupported'));
    expect(await docs.preview('a.doc', makeCompoundFile(['WordDocument']), 'other')).toEqual(
      none('unsupported'),
    );
    expect(await docs.preview('a.docx', makeCompoundFile(['EncryptedPackage']), 'docx')).toEqual(
      none('encrypted'),
    );
    expect(await docs.preview('a.docx', makeZip({ a: 'b' }), 'docx')).toEqual(none('damaged'));
    expect(await docs.extractor().preview('/no/such/file', 'docx', 'a.docx')).toEqual(none('not-found'));
  });
});

/** With the namespaces that mammoth looks for. */
function realDocx(): Uint8Array {
  const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  return makeDocx('', {
    parts: {
      '[Content_Types].xml':
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
      'word/document.xml': `<w:document xmlns:w="${w}"><w:body>${paragraph('Dear buyer')}</w:body></w:document>`,
    },
  });
}
