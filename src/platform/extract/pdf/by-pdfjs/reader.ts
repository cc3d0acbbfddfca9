import { type Canvas, createCanvas } from '@napi-rs/canvas';
import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist';
import { documentDate } from '../../../../shared/document-date.ts';
import { documentOptions, loadPdfjs } from '../../pdfjs/pdfjs.ts';
import { Damaged, Unreadable } from '../../reading/reading.ts';
import { isGarbled } from '../../text/clean.ts';
import { titleOfMetadata } from '../../text/title.ts';
import { pdfDate } from '../common/pdf-date.ts';
import {
  MANY_PATHS,
  type PageSize,
  type PdfFacts,
  type PdfPage,
  type PdfReader,
  pictureSize,
} from '../common/pdf-reader.ts';
import { annotationTexts } from './annotations.ts';
import { markWords } from './mark-words.ts';

/**
 * Opens a PDF with pdf.js. Takes over `data`. Throws `Unreadable` ('encrypted') for one that needs a password and `Damaged` for what is
 * no PDF.
 */
export async function openByPdfjs(data: Uint8Array): Promise<PdfReader> {
  const pdfjs = await loadPdfjs();
  const task = pdfjs.getDocument(documentOptions(data));
  try {
    const document = await task.promise.catch((error: unknown) => {
      if (error instanceof Error && error.name === 'PasswordException') throw new Unreadable('encrypted', 1);
      throw new Damaged('not a whole PDF');
    });
    return new PdfjsReader(task, document);
  } catch (error) {
    await task.destroy();
    throw error;
  }
}

class PdfjsReader implements PdfReader {
  readonly pageCount: number;
  readonly #task: PDFDocumentLoadingTask;
  readonly #document: PDFDocumentProxy;

  constructor(task: PDFDocumentLoadingTask, document: PDFDocumentProxy) {
    this.#task = task;
    this.#document = document;
    this.pageCount = document.numPages;
  }

  async facts(): Promise<PdfFacts> {
    const { info, metadata } = await this.#document.getMetadata();
    const said = (name: string): unknown => Reflect.get(info, name);
    const title = titleOfMetadata(said('Title')) ?? titleOfMetadata(metadata?.get('dc:title'));
    const dates = ['ModDate', 'CreationDate'].map(said);
    const writtenAt = documentDate(
      dates.map((date) => (typeof date === 'string' ? pdfDate(date) : Number.NaN)),
    );
    return { ...(title !== undefined && { title }), ...(writtenAt !== undefined && { writtenAt }) };
  }

  async labels(): Promise<readonly string[]> {
    return (await this.#document.getPageLabels()) ?? [];
  }

  async page(number: number): Promise<PdfPage> {
    const page = await this.#document.getPage(number);
    const content = await page.getTextContent();
    const pieces = content.items.flatMap((item) => ('str' in item ? [item] : []));
    const annotations = await annotationTexts(page);
    page.cleanup();
    return { pieces, annotations, guessed: isGarbled(pieces.map(({ str }) => str).join('')) };
  }

  async isWrittenOn(number: number): Promise<boolean> {
    const { OPS } = await loadPdfjs();
    const images: number[] = [
      OPS.paintImageXObject,
      OPS.paintInlineImageXObject,
      OPS.paintImageMaskXObject,
      OPS.paintInlineImageXObjectGroup,
      OPS.paintImageXObjectRepeat,
      OPS.paintImageMaskXObjectRepeat,
      OPS.paintImageMaskXObjectGroup,
    ];
    const page = await this.#document.getPage(number);
    const { fnArray } = await page.getOperatorList();
    page.cleanup();
    let paths = 0;
    for (const operation of fnArray) {
      if (images.includes(operation)) return true;
      if (operation === OPS.constructPath) paths += 1;
    }
    return paths > MANY_PATHS;
  }

  async size(number: number): Promise<PageSize> {
    const page = await this.#document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    return { width, height };
  }

  async draw(number: number, width: number, words: readonly string[]): Promise<Canvas> {
    const page = await this.#document.getPage(number);
    const { scale, ...size } = pictureSize(width, page.getViewport({ scale: 1 }));
    const viewport = page.getViewport({ scale });
    const canvas = createCanvas(size.width, size.height);
    const context = canvas.getContext('2d');
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    await page.render({ canvas: null, canvasContext: context, viewport }).promise;
    if (words.length > 0) await markWords(page, viewport, context, words);
    page.cleanup();
    return canvas;
  }

  async close(): Promise<void> {
    await this.#task.destroy();
  }
}
