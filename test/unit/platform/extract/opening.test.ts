import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCompoundFile } from '../../../fixtures/documents/make-compound-file.ts';
import {
  makeDocx,
  makePptx,
  makeXlsx,
  makeZip,
  paragraph,
  placeholderShape,
} from '../../../fixtures/documents/make-package.ts';
import { makePdf } from '../../../fixtures/documents/make-pdf.ts';
import { withExtractor } from './support.ts';

const docs = withExtractor();
const pdf = makePdf({ pages: [{ lines: ['words'] }] });
const docx = makeDocx(paragraph('words'));
const pptx = makePptx([{ shapes: placeholderShape('title', ['Words']) }]);
const xlsx = makeXlsx({ Prices: [['Seat', '7']] });
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]);
const mp4 = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypisom'), Buffer.alloc(100)]);
const open = (kind: string, more: Record<string, string> = {}) =>
  makeZip({ mimetype: `application/vnd.oasis.opendocument.${kind}`, 'content.xml': '<a/>', ...more });
const types = (type: string) =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/x.bin" ContentType="${type}"/></Types>`;

describe('another application is given', () => {
  it.each<[string, string | Uint8Array]>([
    ['Price list.pdf', pdf],
    ['Offer.docx', docx],
    ['Deck.PPTX', pptx],
    ['Show.ppsx', pptx],
    ['Prices.xlsx', xlsx],
    ['Letter.rtf', '{\\rtf1 words}'],
    ['Offer.odt', open('text')],
    ['Deck.key', makeZip({ 'Index/Document.iwa': 'a', 'preview.jpg': 'b' })],
    ['Logo.png', png],
    ['Demo.mp4', mp4],
    ['Notes.txt', 'Seven months to payback'],
    ['Notes.md', '# ROI\n\nSeven months'],
    ['Prices.csv', 'plan,price\nTeam,7'],
    ['価格表.tsv', 'plan\tprice\n'],
  ])('what it only shows: %s', async (name, content) => {
    expect(await docs.opening(name, content)).toBe('opens');
  });
});

describe('another application is not given', () => {
  it.each(
    (
      'exe com scr bat cmd ps1 vbs js jse wsf hta msi msc lnk url scf inf reg cpl dll jar sh desktop appimage deb rpm ' +
      'app pkg dmg command terminal workflow webloc inetloc fileloc mobileconfig scpt iso img vhd vhdx zip rar 7z gz cab ' +
      'html htm xhtml mht mhtml svg xml chm hlp search-ms library-ms searchconnector-ms settingcontent-ms diagcab ' +
      'appinstaller appx msix appref-ms application docm dotm xlsm xltm xlsb xlam pptm potm ppsm ppam sldm doc dot xls xlt ' +
      'ppt pps iqy slk dif csv.slk rqy odc udl mdb accdb pub one onepkg rdp ica website theme themepack cer crl m3u pls asx ' +
      'wmv swf py rb pl jnlp eml msg ics vcf wsz skin torrent xyz'
    ).split(' '),
  )('what it might run, or what is not known: .%s', async (ending) => {
    expect(await docs.opening(`Deck.${ending}`, 'words')).toBe('kind');
  });

  it.each([
    'Deck',
    '.pdf',
    'Deck.pdf.',
    'Deck.pdf .exe',
    'Deck.pdf:x.exe',
    'price\u202Efdp.exe',
    'Deck.pdf/',
    'Deck.pd\u0066\u0301',
  ])('what only looks as if it had an allowed ending, unless its copy really has it: %j', async (name) => {
    // A copy's name is made safe first; what is then left at its end decides.
    expect(await docs.opening(name, '#!/bin/sh\nid')).not.toBe('opens');
  });

  it('a document with macros, whatever it is called', async () => {
    const vba = { parts: { 'word/vbaProject.bin': 'macros' } };
    expect(await docs.opening('Offer.docx', makeDocx(paragraph('words'), vba))).toBe('macros');
    const hidden = { parts: { '[Content_Types].xml': types('application/vnd.ms-office.vbaProject') } };
    expect(await docs.opening('Offer.docx', makeDocx(paragraph('words'), hidden))).toBe('macros');
    const main = {
      parts: { '[Content_Types].xml': types('application/vnd.ms-word.document.macroEnabled.main+xml') },
    };
    expect(await docs.opening('Offer.dotx', makeDocx(paragraph('words'), main))).toBe('macros');
    const excel4 = { parts: { '[Content_Types].xml': types('application/vnd.ms-excel.macrosheet+xml') } };
    expect(await docs.opening('Offer.docx', makeDocx(paragraph('words'), excel4))).toBe('macros');
    expect(await docs.opening('Offer.odt', open('text', { 'Basic/script-lc.xml': '<a/>' }))).toBe('macros');
    expect(await docs.opening('Offer.ods', open('spreadsheet', { 'Scripts/python/a.py': 'a' }))).toBe(
      'macros',
    );
  });

  it.each<[string, string | Uint8Array]>([
    ['Offer.rtf', docx],
    ['Offer.rtf', '<html><script>1</script></html>'],
    ['Offer.pdf', '#!/bin/sh\nid'],
    ['Offer.pdf', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(100)])],
    ['Offer.docx', makeCompoundFile(['WordDocument', '_VBA_PROJECT'])],
    ['Offer.docx', makeCompoundFile(['EncryptedPackage'])],
    ['Offer.docx', xlsx],
    ['Prices.csv', xlsx],
    ['Prices.csv', 'ID;PWXL;N;E\nC;Y1;X1;K0;EEXEC("calc")\nE'],
    ['Prices.csv', '<html><table><tr><td>1</td></tr></table></html>'],
    ['Prices.csv', 'MIME-Version: 1.0\nContent-Type: multipart/related'],
    ['Prices.tsv', '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'],
    ['Notes.txt', '[Desktop Entry]\nExec=id'],
    ['Notes.txt', makeCompoundFile(['WordDocument'])],
    ['Deck.key', makeZip({ 'run.sh': 'id' })],
    ['Logo.png', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['Film.mp4', Buffer.from([1, 2, 3, 4, 0, 0, 0, 0])],
    ['Offer.docx', docx.subarray(0, 200)],
  ])('what is not what its name says: %s', async (name, content) => {
    expect(await docs.opening(name, content)).toBe('content');
  });

  it('what can’t be looked into', async () => {
    expect(await docs.extractor().opening('/nowhere/at/all', 'Offer.pdf')).toEqual({
      opens: false,
      reason: 'unchecked',
    });
  });

  it('any name but one that ends in an allowed kind', async () => {
    const allowed =
      /\.(?:pdf|docx|dotx|pptx|ppsx|potx|xlsx|xltx|rtf|od[tsp]|key|pages|numbers|png|jpe?g|gif|webp|bmp|tiff?|avif|heic|mp4|m4v|m4a|mov|webm|mkv|avi|mp3|wav|ogg|flac|txt|log|md|markdown|csv|tsv)[\s.]*$/i;
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 30 }), async (name) => {
        if ((await docs.opening(name, pdf)) === 'opens') expect(name).toMatch(allowed);
      }),
      { numRuns: 60 },
    );
  });
});
