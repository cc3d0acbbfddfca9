import { describe, expect, it } from 'vitest';
import { strike } from '../../../../src/shared/struck.ts';
import { makeDocx, makePptx, makeXlsx, paragraph } from '../../../fixtures/documents/make-package.ts';
import { makePdf } from '../../../fixtures/documents/make-pdf.ts';
import { withExtractor } from './support.ts';

/** Raised, lowered, struck and hidden text, as each format says it. */

const docs = withExtractor();

/** The only page's text. */
async function textOf(name: string, content: string | Uint8Array): Promise<string | undefined> {
  return (await docs.extract(name, content)).pages[0]?.text;
}

const slideRun = (text: string, properties = '') => `<a:r><a:rPr ${properties}/><a:t>${text}</a:t></a:r>`;
const slideShape = (runs: string, name = '<p:cNvPr id="2" name="T"/>') =>
  `<p:sp><p:nvSpPr>${name}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p>${runs}</a:p></p:txBody></p:sp>`;
const wordRun = (text: string, properties = '') =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

describe('a price with a raised mark', () => {
  const right = 'The plan costs €39¹ a month';

  it('stays apart in a PPTX', async () => {
    const runs = slideRun('The plan costs €39') + slideRun('1', 'baseline="30000"') + slideRun(' a month');
    expect(await textOf('a.pptx', makePptx([{ shapes: slideShape(runs) }]))).toBe(right);
  });

  it('stays apart in a DOCX, by the run itself, by a style and by its place', async () => {
    const mark = (properties: string) =>
      makeDocx(
        `<w:p>${wordRun('The plan costs €39')}${wordRun('1', properties)}${wordRun(' a month')}</w:p>`,
        {
          related: { s1: ['styles', 'styles.xml'] },
          parts: {
            'word/styles.xml':
              '<w:styles xmlns:w="w"><w:style w:type="character" w:styleId="Mark"><w:name w:val="mark"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style></w:styles>',
          },
        },
      );
    for (const properties of [
      '<w:vertAlign w:val="superscript"/>',
      '<w:rStyle w:val="Mark"/>',
      '<w:position w:val="8"/>',
    ])
      expect(await textOf('a.docx', mark(properties))).toBe(right);
    expect(await textOf('a.docx', mark('<w:rStyle w:val="Mark"/><w:vertAlign w:val="baseline"/>'))).toBe(
      'The plan costs €391 a month',
    );
  });

  it('stays apart in an XLSX, in rich text', async () => {
    const made = makeXlsx(
      { Prices: [['x']] },
      {
        'xl/sharedStrings.xml':
          '<sst><si><r><t>The plan costs €39</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r><r><t> a month</t></r></si></sst>',
      },
    );
    expect(await textOf('a.xlsx', made)).toBe(right);
  });

  it('stays apart in HTML, Markdown and RTF', async () => {
    expect(await textOf('a.html', '<!doctype html><p>The plan costs €39<sup>1</sup> a month')).toBe(right);
    expect(
      await textOf(
        'a.html',
        '<!doctype html><p>The plan costs €39<span style="vertical-align: super">1</span> a month',
      ),
    ).toBe(right);
    expect(await textOf('a.md', 'The plan costs €39<sup>1</sup> a month')).toBe(right);
    expect(await textOf('a.md', 'The plan costs €39[^1] a month')).toBe(right);
    const rtf = String.raw`{\rtf1\ansi\ansicpg1252 The plan costs \'8039{\super 1} a month}`;
    expect(await textOf('a.rtf', rtf)).toBe(right);
  });

  it('stays apart in a PDF, by the size and the place of its letters', async () => {
    const content = [
      'BT /F1 12 Tf 50 700 Td (The plan costs $39) Tj 5 Ts /F1 7 Tf (1) Tj 0 Ts /F1 12 Tf ( a month) Tj ET',
      'BT /F1 36 Tf 50 600 Td ($39) Tj 14 Ts /F1 16 Tf (99) Tj 0 Ts /F1 12 Tf ( per month) Tj ET',
      'BT /F1 12 Tf 50 550 Td (CO) Tj -3 Ts /F1 7 Tf (2) Tj 0 Ts /F1 12 Tf ( on 5 m) Tj 5 Ts /F1 7 Tf (2) Tj ET',
      'BT /F1 6 Tf 50 504 Td (1) Tj /F1 9 Tf 4 -3 Td (billed yearly) Tj ET',
      'BT /F1 12 Tf 50 450 Td (Nexo) Tj 5 Ts /F1 6 Tf (TM) Tj 0 Ts /F1 12 Tf ( by the 20) Tj 5 Ts /F1 7 Tf (th) Tj ET',
    ].join('\n');
    expect(await textOf('a.pdf', makePdf({ pages: [{ content }] }))).toBe(
      'The plan costs $39¹ a month\n$39⁹⁹ per month\nCO₂ on 5 m²\n¹ billed yearly\nNexo™ by the 20ᵗʰ',
    );
  });

  it('is not seen in a PDF where small text stands beside large text', async () => {
    const content = [
      'BT /F1 36 Tf 50 600 Td (95%) Tj 14 Ts /F1 12 Tf (faster) Tj ET',
      'BT /F1 28 Tf 50 500 Td (Chapter) Tj /F1 12 Tf 1 0 0 1 300 510 Tm (7) Tj ET',
    ].join('\n');
    expect(await textOf('a.pdf', makePdf({ pages: [{ content }] }))).not.toMatch(/[⁰-₎ᵃ-ᶻ]/u);
  });
});

describe('the marks of a DOCX’s notes', () => {
  it('are raised, in the order in which they are printed', async () => {
    const reference = (kind: string, id: number) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
    const notes = (kind: string, ids: readonly number[]) =>
      `<w:${kind}s xmlns:w="w">${ids
        .map(
          (id) =>
            `<w:${kind} w:id="${id}"><w:p><w:r><w:${kind}Ref/></w:r>${wordRun(` ${kind} ${id}`)}</w:p></w:${kind}>`,
        )
        .join('')}</w:${kind}s>`;
    const body = `<w:p>${wordRun('Price 39')}${reference('footnote', 7)}${wordRun(' or 49')}${reference('footnote', 3)}${wordRun(' net')}${reference('endnote', 2)}</w:p>`;
    const made = makeDocx(body, {
      related: { f1: ['footnotes', 'footnotes.xml'], e1: ['endnotes', 'endnotes.xml'] },
      parts: { 'word/footnotes.xml': notes('footnote', [3, 7]), 'word/endnotes.xml': notes('endnote', [2]) },
    });
    const text = await textOf('a.docx', made);
    expect(text).toContain('Price 39¹ or 49² netⁱ');
    expect(text).toContain('² footnote 3');
    expect(text).toContain('¹ footnote 7');
    expect(text).toContain('ⁱ endnote 2');
  });
});

describe('struck text', () => {
  const right = `was ${strike('€49')} now €39`;

  it('keeps its strokes in every format that has them', async () => {
    const runs =
      slideRun('was ') + slideRun('€49', 'strike="sngStrike"') + slideRun(' now €39', 'strike="noStrike"');
    expect(await textOf('a.pptx', makePptx([{ shapes: slideShape(runs) }]))).toBe(right);
    for (const stroke of ['<w:strike/>', '<w:dstrike w:val="true"/>']) {
      const body = `<w:p>${wordRun('was ')}${wordRun('€49', stroke)}${wordRun(' now €39', '<w:strike w:val="0"/>')}</w:p>`;
      expect(await textOf('a.docx', makeDocx(body))).toBe(right);
    }
    expect(await textOf('a.html', '<!doctype html><p>was <s>€49</s> now €39')).toBe(right);
    expect(await textOf('a.html', '<!doctype html><p>was <del>€49</del> now €39')).toBe(right);
    expect(
      await textOf(
        'a.html',
        '<!doctype html><p>was <span style="text-decoration:line-through">€49</span> now €39',
      ),
    ).toBe(right);
    expect(await textOf('a.md', 'was ~~€49~~ now €39')).toBe(right);
    expect(await textOf('a.rtf', String.raw`{\rtf1\ansi\ansicpg1252 was {\strike \'8049} now \'8039}`)).toBe(
      right,
    );
  });

  it('may be a whole cell, by the cell’s font', async () => {
    const made = makeXlsx(
      {
        Prices: [
          [
            { value: 49, style: 1 },
            { value: 39, style: 0 },
          ],
        ],
      },
      {
        'xl/styles.xml':
          '<styleSheet><fonts><font><sz val="11"/></font><font><strike/></font></fonts><cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="0" fontId="1"/></cellXfs></styleSheet>',
      },
    );
    expect(await textOf('a.xlsx', made)).toBe(`${strike('49')}\t39`);
  });
});

describe('what an author hid', () => {
  it('is a slide that is not shown, which gives the deck no title', async () => {
    const title = (text: string) =>
      slideShape(slideRun(text)).replace('<p:nvPr/>', '<p:nvPr><p:ph type="title"/></p:nvPr>');
    const { pages, title: found } = await docs.extract(
      'a.pptx',
      makePptx([{ shapes: title('Walk-away price'), hidden: true }, { shapes: title('Our offer') }]),
    );
    expect(pages).toEqual([
      { label: 'Slide 1', text: 'Walk-away price', hidden: true },
      { label: 'Slide 2', text: 'Our offer' },
    ]);
    expect(found).toBe('Our offer');
  });

  it('is a shape or a group that is not shown, apart from the slide’s own text', async () => {
    const secret = slideShape(slideRun('61 percent'), '<p:cNvPr id="3" name="T" hidden="1"/>');
    const group = `<p:grpSp><p:nvGrpSpPr><p:cNvPr id="4" name="G" hidden="1"/></p:nvGrpSpPr>${slideShape(slideRun('in a group'))}</p:grpSp>`;
    const { pages } = await docs.extract(
      'a.pptx',
      makePptx([{ shapes: slideShape(slideRun('Our offer')) + secret + group }]),
    );
    expect(pages).toEqual([{ label: 'Slide 1', text: 'Our offer', hiddenText: '61 percent\nin a group' }]);
  });

  it('is a sheet, a row or a column', async () => {
    const sheet = (rows: string, columns = '') =>
      `<worksheet>${columns}<sheetData>${rows}</sheetData></worksheet>`;
    const cell = (place: string, value: number) => `<c r="${place}"><v>${value}</v></c>`;
    const { pages } = await docs.extract(
      'a.xlsx',
      makeXlsx(
        { Prices: [], Costs: [], Model: [] },
        {
          'xl/workbook.xml':
            '<workbook xmlns:r="r"><sheets><sheet name="Prices" sheetId="1" r:id="rId1"/><sheet name="Costs" sheetId="2" state="hidden" r:id="rId2"/><sheet name="Model" sheetId="3" state="veryHidden" r:id="rId3"/></sheets></workbook>',
          'xl/worksheets/sheet1.xml': sheet(
            `<row r="1">${cell('A1', 11)}${cell('B1', 12)}${cell('C1', 13)}</row><row r="2" hidden="1">${cell('A2', 21)}${cell('C2', 23)}</row><row r="3">${cell('A3', 31)}</row>`,
            '<cols><col min="2" max="2" width="0" hidden="1"/></cols>',
          ),
          'xl/worksheets/sheet2.xml': sheet(`<row r="1">${cell('A1', 41)}</row>`),
          'xl/worksheets/sheet3.xml': sheet(`<row r="1">${cell('A1', 51)}</row>`),
        },
      ),
    );
    expect(pages).toEqual([
      { label: 'Prices', text: '11\t13\n31', hiddenText: '12\n21\t23' },
      { label: 'Costs', text: '41', hidden: true },
      { label: 'Model', text: '51', hidden: true },
    ]);
  });

  it('is Word’s hidden text, by the run or by a style, and RTF’s', async () => {
    const body =
      `<w:p>${wordRun('Our offer ')}${wordRun('Floor 61', '<w:vanish/>')}${wordRun('stands', '<w:vanish w:val="0"/>')}</w:p>` +
      paragraph('for us only', 'Secret');
    const made = makeDocx(body, {
      related: { s1: ['styles', 'styles.xml'] },
      parts: {
        'word/styles.xml':
          '<w:styles xmlns:w="w"><w:style w:type="paragraph" w:styleId="Secret"><w:name w:val="secret"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>',
      },
    });
    expect((await docs.extract('a.docx', made)).pages).toEqual([
      { label: '1', text: 'Our offer stands', hiddenText: 'Floor 61\nfor us only' },
    ]);
    const rtf = String.raw`{\rtf1\ansi Our offer {\v floor 61}stands}`;
    expect((await docs.extract('a.rtf', rtf)).pages).toEqual([
      { label: '1', text: 'Our offer stands', hiddenText: 'floor 61' },
    ]);
  });
});

describe('what the reader shows', () => {
  it('has raised and struck text in slides and tables as it stands there', async () => {
    const runs = slideRun('€39') + slideRun('1', 'baseline="30000"') + slideRun('€49', 'strike="sngStrike"');
    const cell = `<a:tc><a:txBody><a:bodyPr/><a:p>${runs}</a:p></a:txBody></a:tc>`;
    const table = `<p:graphicFrame><p:xfrm><a:off x="0" y="0"/><a:ext cx="8000000" cy="900000"/></p:xfrm><a:graphic><a:graphicData><a:tbl><a:tblGrid><a:gridCol w="8000000"/></a:tblGrid><a:tr h="900000">${cell}</a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>`;
    const text = slideShape(runs).replace(
      '<p:spPr/>',
      '<p:spPr><a:xfrm><a:off x="0" y="1000000"/><a:ext cx="8000000" cy="900000"/></a:xfrm></p:spPr>',
    );
    const deck = makePptx([{ shapes: table + text }], { size: [9_144_000, 5_143_500] });
    const line = [{ parts: [{ text: '€39' }, { text: '¹' }, { text: '€49', struck: true }] }];
    expect(await docs.preview('a.pptx', deck, 'pptx')).toMatchObject({
      slides: [
        {
          blocks: [
            { block: 'table', rows: [[[line]]] },
            { block: 'text', paragraphs: [line] },
          ],
        },
      ],
    });
  });

  it('tells hidden slides, and leaves hidden shapes out', async () => {
    const at = (shape: string) =>
      shape.replace(
        '<p:spPr/>',
        '<p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="8000" cy="2000"/></a:xfrm></p:spPr>',
      );
    const secret = at(slideShape(slideRun('61 percent'), '<p:cNvPr id="3" name="T" hidden="1"/>'));
    const preview = await docs.preview(
      'a.pptx',
      makePptx([{ shapes: at(slideShape(slideRun('Offer'))) + secret }, { shapes: '', hidden: true }]),
      'pptx',
    );
    if (preview.preview !== 'slides') expect.fail('no slides');
    expect(preview.slides.map(({ hidden, blocks }) => [hidden, blocks.length])).toEqual([
      [undefined, 1],
      [true, 0],
    ]);
  });

  it('tells hidden sheets, rows and columns', async () => {
    const preview = await docs.preview(
      'a.xlsx',
      makeXlsx(
        { Prices: [], Costs: [] },
        {
          'xl/workbook.xml':
            '<workbook xmlns:r="r"><sheets><sheet name="Prices" sheetId="1" r:id="rId1"/><sheet name="Costs" sheetId="2" state="hidden" r:id="rId2"/></sheets></workbook>',
          'xl/worksheets/sheet1.xml':
            '<worksheet><cols><col min="2" max="2" hidden="1"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2" hidden="1"><c r="A2"><v>3</v></c></row></sheetData></worksheet>',
        },
      ),
      'xlsx',
    );
    expect(preview).toMatchObject({
      sheets: [
        { label: 'Prices', hiddenRows: [1], hiddenColumns: [1] },
        { label: 'Costs', hidden: true },
      ],
    });
  });

  it('has Word’s hidden, raised and struck text, by runs and by styles', async () => {
    const body =
      `<w:p>${wordRun('Our price €39')}${wordRun('1', '<w:vertAlign w:val="superscript"/>')}${wordRun(' was ')}${wordRun('€49', '<w:dstrike/>')}</w:p>` +
      `<w:p>${wordRun('Floor 61', '<w:vanish/>')}${wordRun(' is open')}</w:p>` +
      paragraph('for us only', 'Secret');
    const made = makeDocx(body, {
      related: { s1: ['styles', 'styles.xml'] },
      parts: {
        'word/styles.xml':
          '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="Secret"><w:name w:val="secret"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>',
        'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
      },
    });
    const preview = await docs.preview('a.docx', made, 'docx');
    if (preview.preview !== 'html') expect.fail(`no HTML but ${preview.preview}`);
    expect(preview.html).toContain('<p>Our price €39¹ was <s>€49</s></p>');
    expect(preview.html).toContain('<span data-hidden="true">Floor 61</span> is open');
    expect(preview.html).toContain('<span data-hidden="true">for us only</span>');
  });
});
