import { describe, expect, it } from 'vitest';
import { makeCompoundFile } from '../../../fixtures/documents/make-compound-file.ts';
import {
  makeDocx,
  makePptx,
  makeXlsx,
  makeZip,
  pageBreak,
  paragraph,
  placeholderShape,
  relationships,
} from '../../../fixtures/documents/make-package.ts';
import { withExtractor } from './support.ts';

const docs = withExtractor();
const sentence = 'The economic buyer wants to know what it costs and when it pays for itself.';
const chart = `<c:chartSpace xmlns:c="c" xmlns:a="a"><c:chart><c:title><a:p><a:r><a:t>Revenue</a:t></a:r></a:p></c:title><c:plotArea><c:ser><c:tx><c:strRef><c:strCache><c:pt idx="0"><c:v>North</c:v></c:pt></c:strCache></c:strRef></c:tx><c:cat><c:strCache><c:pt idx="0"><c:v>2025</c:v></c:pt></c:strCache></c:cat><c:val><c:numCache><c:pt idx="0"><c:v>4.2999999999999998</c:v></c:pt></c:numCache></c:val></c:ser></c:plotArea></c:chart></c:chartSpace>`;

describe('a DOCX', () => {
  it('is read in pages as Word broke them last, without counting a break twice', async () => {
    const rendered = '<w:p><w:r><w:lastRenderedPageBreak/><w:t>third</w:t></w:r></w:p>';
    const body =
      paragraph('first') +
      pageBreak +
      '<w:p><w:r><w:lastRenderedPageBreak/><w:t>second</w:t></w:r></w:p>' +
      rendered;
    const { pages, pageCount } = await docs.extract('a.docx', makeDocx(body));
    expect(pages).toEqual([
      { label: '1', text: 'first' },
      { label: '2', text: 'second' },
      { label: '3', text: 'third' },
    ]);
    expect(pageCount).toBe(3);
  });

  it('has its title from its properties, else from a title or heading, whatever its style is called', async () => {
    const body = paragraph('Intro') + paragraph('Chapter', 'berschrift1') + paragraph('The offer', 'Titel');
    const related = { s1: ['styles', 'styles.xml'] } as const;
    expect(
      await docs.extract('a.docx', makeDocx(body, { related, title: 'Proposal for Halden' })),
    ).toMatchObject({
      title: 'Proposal for Halden',
    });
    expect(await docs.extract('a.docx', makeDocx(body, { related, title: 'Document1' }))).toMatchObject({
      title: 'The offer',
    });
    expect(await docs.extract('a.docx', makeDocx(paragraph(sentence)))).not.toHaveProperty('title');
  });

  it('gives what stands in headers, notes, comments, charts and alternative text', async () => {
    const part = (root: string, text: string) => `<w:${root} xmlns:w="w">${paragraph(text)}</w:${root}>`;
    const picture =
      '<w:p><w:r><w:drawing><wp:docPr id="1" descr="A map of the stores"/><c:chart r:id="c1"/></w:drawing></w:r></w:p>';
    const made = makeDocx(paragraph('body') + picture, {
      related: {
        h1: ['header', 'header1.xml'],
        f1: ['footnotes', 'footnotes.xml'],
        k1: ['comments', 'comments.xml'],
        c1: ['chart', 'charts/chart1.xml'],
      },
      parts: {
        'word/header1.xml': part('hdr', 'letterhead'),
        'word/footnotes.xml': part('footnotes', 'small print'),
        'word/comments.xml': part('comments', 'really?'),
        'word/charts/chart1.xml': chart,
      },
    });
    const { pages } = await docs.extract('a.docx', made);
    for (const text of [
      'body',
      'A map of the stores',
      'Revenue',
      'North',
      '2025',
      'letterhead',
      'small print',
      'really?',
    ]) {
      expect(pages[0]?.text).toContain(text);
    }
  });

  it('leaves out deleted text, field codes and what is repeated for old programs', async () => {
    const body =
      '<w:p><w:del><w:r><w:delText>deleted</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom>' +
      '<w:r><w:instrText>PAGEREF</w:instrText></w:r><mc:AlternateContent><mc:Choice><w:r><w:t>new</w:t></w:r></mc:Choice>' +
      '<mc:Fallback><w:r><w:t>old</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>';
    expect((await docs.extract('a.docx', makeDocx(body))).pages).toEqual([{ label: '1', text: 'new' }]);
  });

  it('never expands entities or reads what they point to', async () => {
    const document =
      '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY boom SYSTEM "file:///etc/hostname"><!ENTITY lol "lollol">]>' +
      '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>before &boom; &lol; after</w:t></w:r></w:p></w:body></w:document>';
    const { pages } = await docs.extract(
      'a.docx',
      makeDocx('', { parts: { 'word/document.xml': document } }),
    );
    expect(pages[0]?.text).toBe('before &boom; &lol; after');
  });

  it('with broken XML is searchable up to the break', async () => {
    const document = `<w:document><w:body>${paragraph('whole')}<w:p><w:r><w:t>cut`;
    const { pages } = await docs.extract(
      'a.docx',
      makeDocx('', { parts: { 'word/document.xml': document } }),
    );
    expect(pages[0]?.text).toContain('whole');
  });

  it('that is encrypted is kept, unread', async () => {
    expect(
      await docs.extract('a.docx', makeCompoundFile(['EncryptionInfo', 'EncryptedPackage'])),
    ).toMatchObject({
      kind: 'docx',
      misnamed: false,
      text: { state: 'not', reason: 'encrypted' },
    });
  });

  it('has a drawn card as its picture', async () => {
    expect(await docs.extract('a.docx', makeDocx(paragraph(sentence)))).toMatchObject({
      thumbnail: { mediaType: 'image/webp', width: 480 },
    });
  });
});

describe('a PPTX', () => {
  it('is read slide by slide in the order it is shown, with notes but without slide numbers', async () => {
    const made = makePptx([
      {
        shapes:
          placeholderShape('title', ['Welcome']) + placeholderShape('body', ['First point', 'Second'], 1),
        notes: 'Smile',
      },
      { shapes: placeholderShape('title', ['Prices']) },
    ]);
    const extraction = await docs.extract('a.pptx', made);
    expect(extraction).toMatchObject({ title: 'Welcome', pageCount: 2, text: { state: 'searchable' } });
    expect(extraction.pages).toEqual([
      { label: 'Slide 1', text: 'Welcome\nFirst point\nSecond\nSmile', notesAt: 26 },
      { label: 'Slide 2', text: 'Prices' },
    ]);
  });

  it('has what its masters print and its footers once, behind its words, without what placeholders ask for', async () => {
    const own = (text: string) =>
      `<p:sp><p:nvSpPr><p:cNvPr id="9" name="x"/><p:nvPr/></p:nvSpPr><p:spPr/><p:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp>`;
    const part = (name: string, shapes: string, attributes = '') =>
      `<p:${name} xmlns:p="p" xmlns:a="a"${attributes}><p:cSld><p:spTree>${shapes}</p:spTree></p:cSld></p:${name}>`;
    const footer = placeholderShape('ftr', ['Confidential']) + placeholderShape('sldNum', ['7']);
    const slide = (title: string, hidden = false) => ({
      shapes: placeholderShape('title', [title]) + footer,
      hidden,
    });
    const made = (layout = '') =>
      makePptx([slide('Draft', true), { ...slide('Offer'), notes: 'Pause here' }, slide('Prices')], {
        parts: {
          'ppt/slideLayouts/slideLayout1.xml': part(
            'sldLayout',
            own('Harborline GmbH') + placeholderShape('title', ['Click to edit']),
            layout,
          ),
          'ppt/slideMasters/slideMaster1.xml': part(
            'sldMaster',
            own('All rights reserved') + placeholderShape('ftr', ['Footer']),
          ),
        },
      });
    expect((await docs.extract('a.pptx', made())).pages).toEqual([
      { label: 'Slide 1', text: 'Draft', hidden: true },
      {
        label: 'Slide 2',
        text: 'Offer\nPause here\nConfidential\nHarborline GmbH\nAll rights reserved',
        notesAt: 5,
        asideAt: 16,
      },
      { label: 'Slide 3', text: 'Prices' },
    ]);
    const [, bare] = (await docs.extract('a.pptx', made(' showMasterSp="0"'))).pages;
    expect(bare?.text).toBe('Offer\nPause here\nConfidential\nHarborline GmbH');
  });

  it('gives the words of charts, diagrams and comments', async () => {
    const frame =
      '<p:graphicFrame><a:graphic><a:graphicData><c:chart r:id="c1"/></a:graphicData></a:graphic></p:graphicFrame>';
    const diagram =
      '<p:graphicFrame><a:graphic><a:graphicData><dgm:relIds r:dm="d1"/></a:graphicData></a:graphic></p:graphicFrame>';
    const made = makePptx(
      [
        {
          shapes: frame + diagram,
          related: {
            c1: ['chart', '../charts/chart1.xml'],
            d1: ['diagramData', '../diagrams/data1.xml'],
            k1: ['comments', '../comments/c.xml'],
          },
        },
      ],
      {
        parts: {
          'ppt/charts/chart1.xml': chart,
          'ppt/diagrams/data1.xml':
            '<dgm:dataModel xmlns:dgm="d" xmlns:a="a"><dgm:pt><dgm:t><a:p><a:r><a:t>Plan</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:dataModel>',
          'ppt/comments/c.xml': '<p:cmLst xmlns:p="p"><p:cm><p:text>Too long</p:text></p:cm></p:cmLst>',
        },
      },
    );
    const { pages } = await docs.extract('a.pptx', made);
    for (const text of ['Revenue', 'North', 'Plan', 'Too long']) expect(pages[0]?.text).toContain(text);
  });

  it('without any words has nothing to search', async () => {
    expect((await docs.extract('a.pptx', makePptx([{ shapes: '' }]))).text).toEqual({
      state: 'not',
      reason: 'no-text',
    });
  });
});

describe('an XLSX', () => {
  it('is read sheet by sheet, cells as they are shown', async () => {
    const made = makeXlsx({
      Prices: [
        ['Plan', 'Since', 'Discount', 'Price'],
        ['Team', { value: 45_292, style: 1 }, { value: 0.15, style: 2 }, { value: 1234.5, style: 3 }],
      ],
      'Q & A': [['Why?']],
    });
    const { pages, pageCount } = await docs.extract('a.xlsx', made);
    expect(pageCount).toBe(2);
    expect(pages).toEqual([
      { label: 'Prices', text: 'Plan\tSince\tDiscount\tPrice\nTeam\t2024-01-01\t15%\t$1,234.50' },
      { label: 'Q & A', text: 'Why?' },
    ]);
  });

  it('with backslashes in its parts’ names, in another case, is read all the same', async () => {
    const made = makeZip({
      '[Content_Types].xml': '<Types/>',
      '_rels\\.rels': relationships({ r: ['officeDocument', 'XL/Workbook.xml'] }),
      'xl\\workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="One" r:id="a"/></sheets></workbook>',
      'xl\\_rels\\workbook.xml.rels': relationships({ a: ['worksheet', '/xl/worksheets/sheet1.xml'] }),
      'xl\\worksheets\\sheet1.xml':
        '<worksheet><sheetData><row><c t="inlineStr"><is><t>inline</t></is></c></row></sheetData></worksheet>',
    });
    expect((await docs.extract('a.xlsx', made)).pages).toEqual([{ label: 'One', text: 'inline' }]);
  });

  it('whose cells all repeat one huge text is searchable in part, and soon', async () => {
    const cells = Array.from({ length: 100 }, () => ({ row: true }));
    const rows = cells.map(() => `<row>${'<c t="s"><v>0</v></c>'.repeat(100)}</row>`).join('');
    const made = makeXlsx(
      { A: [['x']] },
      {
        'xl/sharedStrings.xml': `<sst><si><t>${'word '.repeat(6_000)}</t></si></sst>`,
        'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
      },
    );
    expect((await docs.extract('a.xlsx', made)).text).toMatchObject({ state: 'partly', reason: 'too-long' });
  });
});
