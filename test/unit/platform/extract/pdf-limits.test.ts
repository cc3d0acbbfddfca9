import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, deflateRawSync, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { Pdfium, PdfiumEnded } from '../../../../src/platform/extract/pdfium/pdfium.ts';
import { makePdf } from '../../../fixtures/documents/make-pdf.ts';
import { startProgram } from '../../../support/child.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { withExtractor } from './support.ts';

/** What PDFium can't read, or may not. */

const docs = withExtractor();
const MEGABYTE = 1024 * 1024;

/** So many megabytes of spaces, packed twice: some kilobytes. */
function packedSpaces(megabytes: number): Uint8Array {
  const one = deflateRawSync(Buffer.alloc(MEGABYTE, ' '), { finishFlush: constants.Z_FULL_FLUSH });
  const header = Buffer.from([0x78, 0x01]);
  return deflateSync(Buffer.concat([header, ...Array.from({ length: megabytes }, () => one)]));
}

describe('a PDF', () => {
  it('keeps the pages before one that unpacks to more than a document may take', async () => {
    const bomb = { packed: { filter: '[/FlateDecode /FlateDecode]', bytes: packedSpaces(520) } };
    const made = makePdf({ pages: [{ lines: ['What can be read'] }, bomb, { lines: ['Never reached'] }] });
    expect(made.length).toBeLessThan(MEGABYTE);
    expect(await docs.extract('bomb.pdf', made)).toMatchObject({
      pageCount: 3,
      pages: [{ label: '1', text: 'What can be read' }],
      text: { state: 'partly', reason: 'out-of-memory', pagesWithoutText: 2 },
    });
    // The next document has a reader of its own.
    const next = await docs.extract('next.pdf', makePdf({ pages: [{ lines: ['As ever'] }] }));
    expect(next.pages[0]?.text).toBe('As ever');
  });

  it('is read by the second reader where the first takes it for none', async () => {
    const made = makePdf({ pages: [{ lines: ['Found all the same'] }] }).toString('latin1');
    const withoutTrailer = `${made.slice(0, made.indexOf('xref'))}2147483647 0 obj <</Root 1 0 R>>\nendobj\n`;
    const extraction = await docs.extract('a.pdf', Buffer.from(withoutTrailer, 'latin1'));
    expect(extraction.pages[0]?.text).toBe('Found all the same');
    expect(extraction.thumbnail).toMatchObject({ width: 480 });
  });

  it('is read and drawn by the second reader on the oldest Node that the engine runs on', async () => {
    const file = join(await temporaryFolder(), 'a.pdf');
    writeFileSync(file, makePdf({ pages: [{ lines: ['As in Electron'] }] }));
    const program = startProgram('draw-with-old-node', [file]);
    await program.printed(2);
    expect(program.lines).toEqual(['As in Electron', '300']);
  });
});

describe('PDFium', () => {
  it('is given no more memory than a document may take, and goes on without', async () => {
    const pdfium = await Pdfium.start();
    const ask = (megabytes: number) => pdfium.withRoom(megabytes * MEGABYTE, (place) => place > 0);
    expect(() => ask(600)).toThrow(PdfiumEnded);
    expect(ask(20)).toBe(true);
    expect(pdfium.isFresh).toBe(true);
    expect(ask(200)).toBe(true);
    expect(pdfium.isFresh).toBe(false);
  });

  it('is not asked again once it has ended', async () => {
    const pdfium = await Pdfium.start();
    const trap = () => pdfium.run(() => pdfium.letters.FPDFText_GetUnicode(0x7fff_0000, 0));
    expect(trap).toThrow(PdfiumEnded);
    expect(pdfium.hasEnded).toBe(true);
    expect(() => pdfium.run(() => 1)).toThrow(PdfiumEnded);
  });
});
