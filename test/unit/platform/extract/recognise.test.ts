import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCompoundFile } from '../../../fixtures/documents/make-compound-file.ts';
import {
  makeDocx,
  makePptx,
  makeXlsx,
  makeZip,
  paragraph,
} from '../../../fixtures/documents/make-package.ts';
import { makePdf } from '../../../fixtures/documents/make-pdf.ts';
import { withExtractor } from './support.ts';

const docs = withExtractor();
const bytes = (...values: (number | string)[]) =>
  Buffer.concat([
    ...values.map((value) =>
      typeof value === 'string' ? Buffer.from(value, 'latin1') : Buffer.from([value]),
    ),
    Buffer.alloc(200),
  ]);
const box = (brand: string) => bytes(0, 0, 0, 24, `ftyp${brand}`);

/** Globals that begin and end (MS-XLS 2.4.21 and 2.4.103). */
const EMPTY_WORKBOOK = Buffer.from([0x09, 0x08, 4, 0, 0, 6, 5, 0, 0x0a, 0, 0, 0]);

describe('a file is told by its content', () => {
  const cases: readonly (readonly [
    name: string,
    content: string | Uint8Array,
    kind: string,
    mediaType: string,
  ])[] = [
    ['a.pdf', makePdf({ pages: [{ lines: ['words'] }] }), 'pdf', 'application/pdf'],
    [
      'a.docx',
      makeDocx(paragraph('words')),
      'docx',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    [
      'a.pptx',
      makePptx([{ shapes: '' }]),
      'pptx',
      'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    ],
    [
      'a.xlsx',
      makeXlsx({ Prices: [['a']] }),
      'xlsx',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
    ['a.md', '# Title\n\nwords', 'markdown', 'text/markdown'],
    ['a.html', '<p>words</p>', 'html', 'text/html'],
    ['a.csv', 'a,b\n1,2', 'text', 'text/csv'],
    ['a.txt', 'words', 'text', 'text/plain'],
    ['a', 'words without an ending', 'text', 'text/plain'],
    ['a.svg', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', 'image', 'image/svg+xml'],
    ['a.png', bytes(0x89, 'PNG\r\n\u001a\n'), 'image', 'image/png'],
    ['a.jpg', bytes(0xff, 0xd8, 0xff, 0xe0), 'image', 'image/jpeg'],
    ['a.gif', bytes('GIF89a'), 'image', 'image/gif'],
    ['a.webp', bytes('RIFF\u0010\u0000\u0000\u0000WEBPVP8 '), 'image', 'image/webp'],
    ['a.heic', box('heic'), 'image', 'image/heic'],
    ['a.avif', box('avif'), 'image', 'image/avif'],
    ['a.avif', bytes(0, 0, 0, 28, 'ftypmif1', 0, 0, 0, 0, 'mif1avif'), 'image', 'image/avif'],
    ['a.mp4', box('isom'), 'video', 'video/mp4'],
    ['a.mov', box('qt  '), 'video', 'video/quicktime'],
    ['a.webm', bytes(0x1a, 0x45, 0xdf, 0xa3, '\u0042\u0082\u0084webm'), 'video', 'video/webm'],
    ['a.m4a', box('M4A '), 'audio', 'audio/mp4'],
    ['a.mp3', bytes('ID3\u0004'), 'audio', 'audio/mpeg'],
    ['a.wav', bytes('RIFF\u0010\u0000\u0000\u0000WAVEfmt '), 'audio', 'audio/wav'],
    ['a.ogg', bytes('OggS'), 'audio', 'audio/ogg'],
    ['a.doc', makeCompoundFile(['WordDocument']), 'docx', 'application/msword'],
    ['a.ppt', makeCompoundFile(['PowerPoint Document']), 'pptx', 'application/vnd.ms-powerpoint'],
    ['a.xls', makeCompoundFile({ Workbook: EMPTY_WORKBOOK }), 'xlsx', 'application/vnd.ms-excel'],
    [
      'a.odt',
      makeZip({ mimetype: 'application/vnd.oasis.opendocument.text' }),
      'odt',
      'application/vnd.oasis.opendocument.text',
    ],
    ['a.zip', makeZip({ 'a.txt': 'words' }), 'other', 'application/zip'],
    ['a.bin', Buffer.from([1, 2, 3, 0, 4, 5, 6, 7, 8]), 'other', 'application/octet-stream'],
  ];
  it.each(cases)('%s', async (name, content, kind, mediaType) => {
    expect(await docs.extract(name, content)).toMatchObject({ kind, mediaType, misnamed: false });
  });

  it('also when its name says something else, and is then marked as misnamed', async () => {
    const pdf = makePdf({ pages: [{ lines: ['words'] }] });
    expect(await docs.extract('deck.pptx', pdf)).toMatchObject({ kind: 'pdf', misnamed: true });
    expect(await docs.extract('page.pdf', '<!doctype html><p>Not found</p>')).toMatchObject({
      kind: 'html',
      misnamed: true,
    });
    expect(await docs.extract('book.docx', makeXlsx({ A: [['a']] }))).toMatchObject({
      kind: 'xlsx',
      misnamed: true,
    });
  });

  it.each([
    ['utf-8', Buffer.from('\ufeffPreise für Käufer', 'utf8')],
    ['utf-16', Buffer.from('\ufeffPreise für Käufer', 'utf16le')],
    ['utf-16 without a mark', Buffer.from('Preise für Käufer', 'utf16le')],
    ['latin-1', Buffer.from('Preise für Käufer', 'latin1')],
  ])('text in %s is read', async (_, content) => {
    const { kind, pages } = await docs.extract('prices.txt', content);
    expect(kind).toBe('text');
    expect(pages).toEqual([{ label: '1', text: 'Preise für Käufer' }]);
  });
});

describe('what another program writes in its own way', () => {
  it('is a password’s document, whatever the case of its streams', async () => {
    const content = makeCompoundFile(['ENCRYPTIONINFO', 'ENCRYPTEDPACKAGE']);
    expect(await docs.extract('offer.docx', content)).toMatchObject({
      kind: 'docx',
      misnamed: false,
      text: { state: 'not', reason: 'encrypted' },
    });
  });

  it('is a zip whose directory is not where it says', async () => {
    const zip = Buffer.from(makeDocx(paragraph('words')));
    zip.writeUInt32LE(zip.readUInt32LE(zip.length - 6) - 32, zip.length - 6);
    expect(await docs.extract('offer.docx', zip)).toMatchObject({ kind: 'docx', words: 1 });
  });
});

describe('a TIFF', () => {
  /** Directories without entries, each of which leads to the next; the last one to `end`. */
  const tiff = (pages: number, end = 0) => {
    const file = Buffer.alloc(8 + pages * 6);
    file.write('II*\u0000', 0, 'latin1');
    for (let at = 0; at <= pages; at += 1)
      file.writeUInt32LE(at === pages ? end : 8 + at * 6, at === 0 ? 4 : 8 + at * 6 - 4);
    return file;
  };

  it('of several pages is a scan, of one a picture', async () => {
    expect(await docs.extract('fax.tif', tiff(3))).toMatchObject({
      kind: 'image',
      mediaType: 'image/tiff',
      pageCount: 3,
      text: { state: 'not', reason: 'scanned' },
    });
    expect(await docs.extract('photo.tif', tiff(1))).toMatchObject({
      pageCount: 1,
      text: { state: 'not', reason: 'picture' },
    });
  });

  it('that leads back into itself ends', async () => {
    expect(await docs.extract('loop.tif', tiff(3, 8))).toMatchObject({ pageCount: 3 });
  });
});

describe('what can be no collateral is refused', () => {
  it.each([
    ['nothing.pdf', '', 'empty'],
    ['program', bytes(0x7f, 'ELF'), 'not-collateral'],
    ['brochure.pdf', bytes('MZ', 0x90, 0), 'not-collateral'],
    ['app', bytes(0xcf, 0xfa, 0xed, 0xfe), 'not-collateral'],
    ['install.txt', '#!/bin/sh\nrm -rf /', 'not-collateral'],
    ['start.bat', 'echo hello', 'not-collateral'],
    ['link.desktop', '[Desktop Entry]\nExec=rm', 'not-collateral'],
    ['setup.msi', makeCompoundFile(['Summary']), 'not-collateral'],
    ['tool.jar', makeZip({ 'META-INF/MANIFEST.MF': 'Main-Class: X' }), 'not-collateral'],
    ['half.docx', makeDocx(paragraph('words')).slice(0, 700), 'damaged'],
    ['half.pdf', makePdf({ pages: [{ lines: ['words'] }] }).subarray(0, 60), 'damaged'],
    ['junk.pdf', Buffer.from([9, 200, 0, 3, 0, 0, 77, 255, 1, 2, 3]), 'damaged'],
    ['zeroes.pptx', Buffer.alloc(4_000), 'damaged'],
    ['hollow.docx', makeZip({ '[Content_Types].xml': '<Types/>' }), 'damaged'],
  ] as const)('%s', async (name, content, reason) => {
    expect(await docs.refusal(name, content)).toBe(reason);
  });

  it('when it is gone, a folder or a pipe', async () => {
    const outcomeOf = (path: string) => docs.extractor().extract(path, 'a.pdf');
    expect(await outcomeOf(join(docs.folder(), 'gone.pdf'))).toEqual({
      outcome: 'refused',
      reason: 'not-found',
    });
    const folder = join(docs.folder(), 'folder.pdf');
    await mkdir(folder);
    expect(await outcomeOf(folder)).toEqual({ outcome: 'refused', reason: 'not-readable' });
    const pipe = join(docs.folder(), 'pipe');
    if (process.platform !== 'win32') {
      await promisify(execFile)('mkfifo', [pipe]);
      expect(await outcomeOf(pipe)).toEqual({ outcome: 'refused', reason: 'not-readable' });
    }
  });

  it('but a note that begins with MZ is text', async () => {
    expect(await docs.extract('mz.txt', 'MZ Corporation at a glance')).toMatchObject({ kind: 'text' });
  });
});

describe('zip bombs are refused', () => {
  const inside = (content: Uint8Array) => makeDocx('', { parts: { 'word/document.xml': content } });

  it('when a part claims to be too large', async () => {
    expect(await docs.refusal('bomb.docx', inside(Buffer.alloc(90_000_000, 0x20)))).toBe('bomb');
  });

  it('when a part is larger than it claims', async () => {
    const honest = inside(Buffer.from(`<w:document>${' '.repeat(20_000_000)}</w:document>`));
    expect(await docs.refusal('liar.docx', withClaimedSizes(honest, 1_000))).toBe('bomb');
  });
});

/** Changes the unpacked size that a zip's directory states for every large part. */
function withClaimedSizes(zip: Uint8Array, size: number): Buffer {
  const changed = Buffer.from(zip);
  let at = changed.indexOf('PK\u0001\u0002', 0, 'latin1');
  while (at !== -1) {
    if (changed.readUInt32LE(at + 24) > 1_000_000) changed.writeUInt32LE(size, at + 24);
    at = changed.indexOf('PK\u0001\u0002', at + 4, 'latin1');
  }
  return changed;
}

describe('no bytes whatever', () => {
  it('make the reader throw or end', async () => {
    const whole = [
      makePdf({ pages: [{ lines: ['one two three'] }], title: 'A title' }),
      Buffer.from(makeDocx(paragraph('one two three'))),
      Buffer.from(makeXlsx({ A: [['x', { value: 3, style: 1 }]] })),
    ];
    const start = fc.constantFrom(...whole);
    const damage = fc.array(fc.tuple(fc.nat(3_000), fc.nat(255)), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(start, damage, fc.nat(400), async (document, changes, cut) => {
        const hurt = Buffer.from(document.subarray(0, Math.max(1, document.length - (cut < 200 ? 0 : cut))));
        for (const [at, value] of changes) hurt[at % hurt.length] = value;
        const result = await docs.extractor().extract(await docs.write('hurt.bin', hurt), 'hurt.bin');
        if (result.outcome === 'extracted') {
          const { text } = result.extraction;
          expect(text.state === 'not' ? text.reason : '').not.toBe('crashed');
        }
      }),
      { numRuns: 40 },
    );
  });
});
