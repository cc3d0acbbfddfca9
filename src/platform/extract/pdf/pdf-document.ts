import type { PDFDocumentProxy } from 'pdfjs-dist';
import { documentOptions, loadPdfjs } from '../pdfjs/pdfjs.ts';
import { Damaged, Unreadable } from '../reading/reading.ts';

/** Bytes of a PDF that are read at most: pdf.js needs them in memory. */
export const MAX_PDF_BYTES = 400 * 1024 * 1024;

/**
 * Opens a PDF for the time of `use` and frees everything after. Takes over `data`.
 * Throws `Unreadable` ('encrypted') for one that needs a password and `Damaged` for what is no PDF.
 */
export async function withPdf<Value>(
  data: Uint8Array,
  use: (document: PDFDocumentProxy) => Promise<Value>,
): Promise<Value> {
  const pdfjs = await loadPdfjs();
  const task = pdfjs.getDocument(documentOptions(data));
  try {
    const document = await task.promise.catch((error: unknown) => {
      if (error instanceof Error && error.name === 'PasswordException') throw new Unreadable('encrypted', 1);
      throw new Damaged('not a whole PDF');
    });
    if (document.numPages === 0) throw new Damaged('no pages');
    return await use(document);
  } finally {
    await task.destroy();
  }
}
