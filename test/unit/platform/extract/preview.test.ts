import { describe, expect, it } from 'vitest';
import type { Preview, SlidePreview } from '../../../../src/engine/ports/extractor.ts';
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

async function slidesOf(slides: readonly MadeSlide[], parts: Parts = {}): Promise<readonly SlidePreview[]> {
  const preview = await docs.preview('a.pptx', makePptx(slides, { parts }), 'pptx');
  if (preview.preview !== 'slides') expect.fail(`no slides but ${preview.preview}`);
  expect(preview.aspectRatio).toBeCloseTo(16 / 9);
  return preview.slides;
}

const at = (x: number, y: number, w: number, h: number, tag = 'a') =>
  `<${tag}:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${w}" cy="${h}"/></${tag}:xfrm>`;

describe('slides', () => {
  it('have their texts where layout and master put them, in their sizes, colours and bullets', async () => {
    const shapes = placeholderShape('title', ['Prices']) + placeholderShape('body', ['One', 'Two'], 1);
    const [slide] = await slidesOf([{ shapes, notes: 'Pause here' }]);
    expect(slide).toEqual({
      label: 'Slide 1',
      title: 'Prices',
      background: '#fafafa',
      notes: 'Pause here',
      shapes: [
        {
          shape: 'text',
          role: 'title',
          x: 0.1,
          y: 0.1,
          w: 0.8,
          h: 0.2,
          paragraphs: [
            { align: 'center', runs: [{ text: 'Prices', size: 44, bold: true, color: '#0c8599' }] },
          ],
        },
        {
          shape: 'text',
          role: 'body',
          x: 0.1,
          y: 0.4,
          w: 0.8,
          h: 0.5,
          paragraphs: [
            { bullet: true, runs: [{ text: 'One', size: 24 }] },
            { bullet: true, runs: [{ text: 'Two', size: 24 }] },
          ],
        },
      ],
    });
  });

  it('have boxes of groups placed through the group’s own coordinates', async () => {
    const inner = `<p:sp><p:spPr>${at(100, 100, 50, 50)}<a:solidFill><a:srgbClr val="ff0000"><a:lumMod val="50000"/></a:srgbClr></a:solidFill></p:spPr></p:sp>`;
    const group = `<p:grpSp><p:grpSpPr><a:xfrm><a:off x="8000" y="0"/><a:ext cx="8000" cy="9000"/><a:chOff x="100" y="100"/><a:chExt cx="100" cy="100"/></a:xfrm></p:grpSpPr>${inner}</p:grpSp>`;
    const [slide] = await slidesOf([{ shapes: group }]);
    expect(slide?.shapes).toEqual([{ shape: 'box', x: 0.5, y: 0, w: 0.25, h: 0.5, fill: '#800000' }]);
  });

  it('have pictures inlined, with their description', async () => {
    const picture = `<p:pic><p:nvPicPr><p:cNvPr id="1" name="x" descr="Our logo"/></p:nvPicPr><p:blipFill><a:blip r:embed="i1"/></p:blipFill><p:spPr>${at(0, 0, 1600, 900)}</p:spPr></p:pic>`;
    const [slide] = await slidesOf([{ shapes: picture, related: { i1: ['image', '../media/i.png'] } }], {
      'ppt/media/i.png': PIXEL,
    });
    expect(slide?.shapes).toEqual([
      {
        shape: 'picture',
        x: 0,
        y: 0,
        w: 0.1,
        h: 0.1,
        mediaType: 'image/png',
        alt: 'Our logo',
        data: PIXEL.toString('base64'),
      },
    ]);
  });

  it('show a grey box for a picture that a window can’t show', async () => {
    const picture = `<p:pic><p:nvPicPr><p:cNvPr id="1" name="x"/></p:nvPicPr><p:blipFill><a:blip r:embed="i1"/></p:blipFill><p:spPr>${at(0, 0, 1600, 900)}</p:spPr></p:pic>`;
    const [slide] = await slidesOf([{ shapes: picture, related: { i1: ['image', '../media/i.emf'] } }], {
      'ppt/media/i.emf': Buffer.from('not a picture'),
    });
    expect(slide?.shapes).toMatchObject([{ shape: 'box' }]);
  });

  it('show tables, and charts drawn, with their values', async () => {
    const cell = (text: string) =>
      `<a:tc><a:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></a:txBody></a:tc>`;
    const table = `<a:tbl><a:tr>${cell('Plan')}${cell('Price')}</a:tr><a:tr>${cell('Team')}${cell('12')}</a:tr></a:tbl>`;
    const frame = (content: string) =>
      `<p:graphicFrame>${at(0, 0, 8000, 9000, 'p')}<a:graphic><a:graphicData>${content}</a:graphicData></a:graphic></p:graphicFrame>`;
    const series = (name: string, values: readonly number[]) =>
      `<c:ser><c:tx><c:strRef><c:strCache><c:pt idx="0"><c:v>${name}</c:v></c:pt></c:strCache></c:strRef></c:tx>` +
      '<c:cat><c:strRef><c:strCache><c:pt idx="0"><c:v>Q1</c:v></c:pt><c:pt idx="1"><c:v>Q2</c:v></c:pt></c:strCache></c:strRef></c:cat>' +
      `<c:val><c:numRef><c:numCache>${values.map((v, i) => `<c:pt idx="${i}"><c:v>${v}</c:v></c:pt>`).join('')}</c:numCache></c:numRef></c:val></c:ser>`;
    const chart = `<c:chartSpace xmlns:c="c"><c:chart><c:plotArea><c:barChart>${series('North', [4.3, 5])}${series('South', [1, 2])}</c:barChart></c:plotArea></c:chart></c:chartSpace>`;
    const [slide] = await slidesOf(
      [
        {
          shapes: frame(table) + frame('<c:chart r:id="c1"/>'),
          related: { c1: ['chart', '../charts/c.xml'] },
        },
      ],
      { 'ppt/charts/c.xml': chart },
    );
    expect(slide?.shapes).toMatchObject([
      {
        shape: 'table',
        rows: [
          ['Plan', 'Price'],
          ['Team', '12'],
        ],
      },
      {
        shape: 'chart',
        mediaType: 'image/webp',
        rows: [
          ['', 'North', 'South'],
          ['Q1', '4.3', '1'],
          ['Q2', '5', '2'],
        ],
      },
    ]);
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
