import type { RandomAccessFile } from '../../encoding/bytes.ts';
import { giveFile } from '../../pdfium/file-access.ts';
import { Pdfium } from '../../pdfium/pdfium.ts';
import { Damaged, Unreadable } from '../../reading/reading.ts';
import { PdfiumReader } from './reader.ts';

/** What FPDF_GetLastError says of a file that can't be opened (fpdfview.h): a password is needed, or a kind of protection that nobody knows. */
const PROTECTED: ReadonlySet<number> = new Set([4, 5]);

/** Bytes of a file of which PDFium knows every place: more do not fit into the numbers that it counts with. */
const MOST_BYTES = 2 ** 31 - 1;

/** The instance that waits for the next document. */
let spare: Pdfium | undefined;

/**
 * Opens a PDF with PDFium. Throws `Unreadable` ('encrypted') for one that needs a password, `Damaged` for what PDFium takes for no PDF,
 * `PdfiumEnded` where it can't go on.
 */
export async function openByPdfium(file: RandomAccessFile): Promise<PdfiumReader> {
  if (file.size > MOST_BYTES) throw new Unreadable('out-of-memory');
  const pdfium = spare ?? (await Pdfium.start());
  spare = undefined;
  const { place, release } = giveFile(pdfium, file);
  const free = () => {
    if (!pdfium.isFresh) return;
    release();
    spare = pdfium;
  };
  try {
    const document = pdfium.run(() => pdfium.call.FPDF_LoadCustomDocument(place, ''));
    if (document === 0) {
      if (PROTECTED.has(pdfium.run(() => pdfium.call.FPDF_GetLastError())))
        throw new Unreadable('encrypted', 1);
      throw new Damaged('not a whole PDF');
    }
    return new PdfiumReader(pdfium, document, free);
  } catch (error) {
    free();
    throw error;
  }
}
