import type { Canvas } from '@napi-rs/canvas';
import { documentDate } from '../../../../shared/document-date.ts';
import { MOST_TEXT_PAGES } from '../../../../shared/limits.ts';
import type { Pdfium } from '../../pdfium/pdfium.ts';
import { titleOfMetadata } from '../../text/title.ts';
import { pdfDate } from '../common/pdf-date.ts';
import type { PageSize, PdfFacts, PdfPage, PdfReader } from '../common/pdf-reader.ts';
import { annotationTexts, isStamped } from './annotations.ts';
import { drawPage, sizeOfPage } from './draw.ts';
import { isWrittenOn } from './drawn-objects.ts';
import { lettersOf } from './letters.ts';
import { piecesOf } from './pieces.ts';

/** Above this share of letters that are guesses a page's text is of glyph numbers, not words. */
const MAX_GUESSED = 0.1;

/** A PDF that PDFium has opened. */
export class PdfiumReader implements PdfReader {
  readonly pageCount: number;
  readonly #pdfium: Pdfium;
  readonly #document: number;
  readonly #free: () => void;
  /** The environment that fields are read and drawn with, and its own description; made when the first page is read. */
  #form: { readonly environment: number; readonly info: number } | undefined;

  constructor(pdfium: Pdfium, document: number, free: () => void) {
    this.#pdfium = pdfium;
    this.#document = document;
    this.#free = free;
    this.pageCount = pdfium.run(() => pdfium.call.FPDF_GetPageCount(document));
  }

  async facts(): Promise<PdfFacts> {
    const title = titleOfMetadata(this.#said('Title'));
    const writtenAt = documentDate(['ModDate', 'CreationDate'].map((name) => pdfDate(this.#said(name))));
    return { ...(title !== undefined && { title }), ...(writtenAt !== undefined && { writtenAt }) };
  }

  async labels(): Promise<readonly string[]> {
    const pdfium = this.#pdfium;
    return Array.from({ length: Math.min(this.pageCount, MOST_TEXT_PAGES) }, (_, at) =>
      pdfium.text((place, bytes) => pdfium.call.FPDF_GetPageLabel(this.#document, at, place, bytes)),
    );
  }

  async page(number: number): Promise<PdfPage> {
    const pdfium = this.#pdfium;
    return this.#withPage(number, (page) => {
      const text = pdfium.run(() => pdfium.call.FPDFText_LoadPage(page));
      if (text === 0) throw new Error('The page has no text that can be read');
      const letters = lettersOf(pdfium, page, text);
      const annotations = annotationTexts(pdfium, page, this.#environment());
      pdfium.run(() => pdfium.call.FPDFText_ClosePage(text));
      const written = letters.filter(({ of, code }) => of !== 0 && code > 32);
      const guessed = written.filter((letter) => letter.guessed).length > written.length * MAX_GUESSED;
      return { pieces: piecesOf(letters), annotations, guessed };
    });
  }

  async isWrittenOn(number: number): Promise<boolean> {
    return this.#withPage(number, (page) => isStamped(this.#pdfium, page) || isWrittenOn(this.#pdfium, page));
  }

  async size(number: number): Promise<PageSize> {
    return this.#withPage(number, (page) => sizeOfPage(this.#pdfium, page));
  }

  async draw(number: number, width: number, words: readonly string[]): Promise<Canvas> {
    return this.#withPage(number, (page) => drawPage(this.#pdfium, page, this.#environment(), width, words));
  }

  async close(): Promise<void> {
    const { call } = this.#pdfium;
    if (!this.#pdfium.hasEnded)
      this.#pdfium.run(() => {
        if (this.#form && this.#form.environment !== 0) {
          call.PDFiumExt_ExitFormFillEnvironment(this.#form.environment);
          call.PDFiumExt_CloseFormFillInfo(this.#form.info);
        }
        call.FPDF_CloseDocument(this.#document);
      });
    this.#free();
  }

  #said(name: string): string {
    const { call } = this.#pdfium;
    return this.#pdfium.text((place, bytes) => call.FPDF_GetMetaText(this.#document, name, place, bytes));
  }

  #environment(): number {
    if (this.#form) return this.#form.environment;
    const { call } = this.#pdfium;
    this.#form = this.#pdfium.run(() => {
      if (call.FPDF_GetFormType(this.#document) === 0) return { environment: 0, info: 0 };
      const info = call.PDFiumExt_OpenFormFillInfo();
      const environment = call.PDFiumExt_InitFormFillEnvironment(this.#document, info);
      if (environment !== 0) call.FPDF_SetFormFieldHighlightAlpha(environment, 0);
      return { environment, info };
    });
    return this.#form.environment;
  }

  #withPage<Value>(number: number, use: (page: number) => Value): Value {
    const { call } = this.#pdfium;
    const page = this.#pdfium.run(() => call.FPDF_LoadPage(this.#document, number - 1));
    if (page === 0) throw new Error('The page can not be read');
    try {
      return use(page);
    } finally {
      if (!this.#pdfium.hasEnded) this.#pdfium.run(() => call.FPDF_ClosePage(page));
    }
  }
}
