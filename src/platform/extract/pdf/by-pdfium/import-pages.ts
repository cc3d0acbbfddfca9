import { type RandomAccessFile, withFile } from '../../encoding/bytes.ts';
import { giveFile } from '../../pdfium/file-access.ts';
import { Pdfium, PdfiumEnded } from '../../pdfium/pdfium.ts';

/**
 * Pages of a PDF as one of its own: `pages` as PDFium reads them, `1-3,7`. What the other pages hold, files that are attached and what the document
 * says of itself do not come along. Undefined where it is no PDF that can be opened, has not got the pages, or is too much.
 */
export function cutPages(path: string, pages: string): Promise<Uint8Array | undefined> {
  return withFile(path, (file) => pagesOf(file, pages));
}

async function pagesOf(file: RandomAccessFile, pages: string): Promise<Uint8Array | undefined> {
  // An instance of its own, which ends with the document.
  const pdfium = await Pdfium.start();
  const { place } = giveFile(pdfium, file);
  const { call } = pdfium;
  try {
    const source = pdfium.run(() => call.FPDF_LoadCustomDocument(place, ''));
    if (source === 0) return undefined;
    const target = pdfium.run(() => call.FPDF_CreateNewDocument());
    if (target === 0 || !pdfium.run(() => call.FPDF_ImportPages(target, source, pages, 0))) return undefined;
    return bytesOf(pdfium, target);
  } catch (error) {
    if (error instanceof PdfiumEnded) return undefined;
    throw error;
  }
}

function bytesOf(pdfium: Pdfium, document: number): Uint8Array | undefined {
  const { call } = pdfium;
  const writer = pdfium.run(() => call.PDFiumExt_OpenFileWriter());
  pdfium.run(() => call.PDFiumExt_SaveAsCopy(document, writer));
  const size = pdfium.run(() => call.PDFiumExt_GetFileWriterSize(writer));
  if (size <= 0) return undefined;
  return pdfium.withRoom(size, (place) => {
    pdfium.run(() => call.PDFiumExt_GetFileWriterData(writer, place, size));
    return new Uint8Array(pdfium.memory, place, size).slice();
  });
}
