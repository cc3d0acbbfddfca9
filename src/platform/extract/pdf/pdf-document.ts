import type { Canvas } from '@napi-rs/canvas';
import type { Thumbnail } from '../../../engine/ports/extractor.ts';
import type { RandomAccessFile } from '../encoding/bytes.ts';
import { PdfiumEnded } from '../pdfium/pdfium.ts';
import { encodePage } from '../picture/encode.ts';
import { Damaged, Unreadable } from '../reading/reading.ts';
import { openByPdfium } from './by-pdfium/open.ts';
import { openByPdfjs } from './by-pdfjs/reader.ts';
import type { PdfReader } from './common/pdf-reader.ts';

/** Bytes of a PDF that pdf.js is asked about: it needs them all in memory, some of them twice. */
const MOST_FOR_PDFJS = 64 * 1024 * 1024;

/** A PDF that is open: read by PDFium, and by pdf.js where PDFium does not get on. */
export class PdfDocument {
  readonly #file: RandomAccessFile;
  readonly #first: PdfReader;
  #second: Promise<PdfReader | undefined> | undefined;

  private constructor(file: RandomAccessFile, first: PdfReader, isSecond: boolean) {
    this.#file = file;
    this.#first = first;
    if (isSecond) this.#second = Promise.resolve(undefined);
  }

  /** Throws `Unreadable` ('encrypted') for one that needs a password and `Damaged` for what neither takes for a PDF. */
  static async open(file: RandomAccessFile): Promise<PdfDocument> {
    try {
      const reader = await openByPdfium(file);
      if (reader.pageCount > 0) return new PdfDocument(file, reader, false);
      await reader.close();
    } catch (error) {
      if (error instanceof PdfiumEnded && error.outOfMemory) throw new Unreadable('out-of-memory');
      if (!(error instanceof Damaged || error instanceof PdfiumEnded)) throw error;
    }
    if (file.size > MOST_FOR_PDFJS) throw new Damaged('not a whole PDF');
    const reader = await openByPdfjs(file.read(0, file.size));
    if (reader.pageCount > 0) return new PdfDocument(file, reader, true);
    await reader.close();
    throw new Damaged('no pages');
  }

  get first(): PdfReader {
    return this.#first;
  }

  /** The other reader, opened when it is first asked; undefined where it can't read the document or is the first one already. */
  second(): Promise<PdfReader | undefined> {
    this.#second ??= this.#openSecond();
    return this.#second;
  }

  async #openSecond(): Promise<PdfReader | undefined> {
    if (this.#file.size > MOST_FOR_PDFJS) return undefined;
    try {
      return await openByPdfjs(this.#file.read(0, this.#file.size));
    } catch (error) {
      if (error instanceof Damaged || error instanceof Unreadable) return undefined;
      throw error;
    }
  }

  /** Draws a page `width` pixels wide (less where it is very tall), white where nothing is, with words marked. */
  async draw(number: number, width: number, words: readonly string[] = []): Promise<Thumbnail> {
    return encodePage(await this.canvas(number, width, words));
  }

  /** The same on a canvas. */
  async canvas(number: number, width: number, words: readonly string[] = []): Promise<Canvas> {
    try {
      return await this.#first.draw(number, width, words);
    } catch (error) {
      if (!(error instanceof Error) || (error instanceof PdfiumEnded && error.outOfMemory)) throw error;
      const second = await this.second();
      if (!second) throw error;
      return second.draw(number, width, words);
    }
  }

  async close(): Promise<void> {
    await this.#first.close();
    await (await this.#second)?.close();
  }
}

/** Opens a PDF for the time of `use` and frees everything after. Throws what {@link PdfDocument.open} throws. */
export async function withPdf<Value>(
  file: RandomAccessFile,
  use: (document: PdfDocument) => Promise<Value>,
): Promise<Value> {
  const document = await PdfDocument.open(file);
  try {
    return await use(document);
  } finally {
    await document.close();
  }
}
