import type { RandomAccessFile } from '../encoding/bytes.ts';
import { giveFile } from '../pdfium/file-access.ts';
import { Pdfium } from '../pdfium/pdfium.ts';
import { NotAssembled } from './not-assembled.ts';

/** What FPDF_GetLastError says of a file that needs a password, or is protected in a way that nobody knows (fpdfview.h). */
const PROTECTED: ReadonlySet<number> = new Set([4, 5]);
/** A field of a form (fpdf_annot.h), and how it is made part of its page (fpdf_flatten.h). */
const WIDGET = 20;
const AS_SHOWN = 0;
/** A document without fields (fpdf_formfill.h). */
const NO_FORM = 0;
const INTEGER = 4;
const FLOATS_OF_MATRIX = 6;

/** A matrix of PDF. */
type Matrix = readonly [number, number, number, number, number, number];

/** The PDF that is made, in an instance of PDFium of its own. */
export class Target {
  readonly #pdfium: Pdfium;
  readonly #document: number;
  #pages = 0;

  private constructor(pdfium: Pdfium, document: number) {
    this.#pdfium = pdfium;
    this.#document = document;
  }

  static async start(): Promise<Target> {
    const pdfium = await Pdfium.start();
    return new Target(
      pdfium,
      pdfium.run(() => pdfium.call.FPDF_CreateNewDocument()),
    );
  }

  get pages(): number {
    return this.#pages;
  }

  /**
   * Copies pages (from 1; all where none are named) to its end, as they are: their content is not read, and nothing of other pages comes along.
   * Throws `NotAssembled`, `PdfiumEnded`. Answers how many.
   */
  add(file: RandomAccessFile, at: number | undefined, pages?: readonly number[]): number {
    const { call } = this.#pdfium;
    const { place, release } = giveFile(this.#pdfium, file);
    const source = this.#run(() => call.FPDF_LoadCustomDocument(place, ''));
    if (source === 0) {
      const isProtected = PROTECTED.has(this.#run(() => call.FPDF_GetLastError()));
      throw new NotAssembled(isProtected ? 'encrypted' : 'unreadable', at);
    }
    const count = this.#run(() => call.FPDF_GetPageCount(source));
    const wanted = pages ?? Array.from({ length: count }, (_, index) => index + 1);
    if (wanted.some((page) => page > count)) throw new NotAssembled('no-such-page', at);
    this.#drawFields(source, wanted);
    const done = this.#withIntegers(
      wanted.map((page) => page - 1),
      (indices) => call.FPDF_ImportPagesByIndex(this.#document, source, indices, wanted.length, this.#pages),
    );
    if (!done) throw new NotAssembled('unreadable', at);
    this.#run(() => call.FPDF_CloseDocument(source));
    release();
    this.#pages += wanted.length;
    return wanted.length;
  }

  /** Puts the pages (from 0) into this order. */
  order(pages: readonly number[]): void {
    if (pages.every((page, at) => page === at)) return;
    const { call } = this.#pdfium;
    const done = this.#withIntegers(pages, (places) =>
      call.FPDF_MovePages(this.#document, places, pages.length, 0),
    );
    if (!done) throw new NotAssembled('too-much');
  }

  /** Makes the fields of forms part of their pages: alone they would lose what was typed into them. */
  flattenForms(): void {
    for (let at = 0; at < this.#pages; at += 1)
      this.#withPage(at, (page) => {
        if (this.#hasFields(page)) this.#run(() => this.#pdfium.call.FPDFPage_Flatten(page, AS_SHOWN));
      });
  }

  /** The sizes of the pages as they are seen. */
  sizes(): { readonly width: number; readonly height: number }[] {
    const { call } = this.#pdfium;
    return Array.from({ length: this.#pages }, (_, at) =>
      this.#withPage(at, (page) => ({
        width: call.FPDF_GetPageWidthF(page),
        height: call.FPDF_GetPageHeightF(page),
      })),
    );
  }

  /** Lays a page of another PDF (`stamps`, from 0) over each page, whichever way it is turned. */
  stamp(stamps: Uint8Array, stampOf: (page: number) => number | undefined): void {
    const { call } = this.#pdfium;
    const made = new Map<number, number>();
    this.#pdfium.withRoom(stamps.length, (place) => {
      new Uint8Array(this.#pdfium.memory, place, stamps.length).set(stamps);
      const source = this.#run(() => call.FPDF_LoadMemDocument(place, stamps.length, ''));
      for (let at = 0; at < this.#pages; at += 1) {
        const index = stampOf(at);
        if (index === undefined) continue;
        const form =
          made.get(index) ?? this.#run(() => call.FPDF_NewXObjectFromPage(this.#document, source, index));
        made.set(index, form);
        this.#withPage(at, (page) => this.#lay(page, form));
      }
      for (const form of made.values()) this.#run(() => call.FPDF_CloseXObject(form));
      this.#run(() => call.FPDF_CloseDocument(source));
    });
  }

  bytes(title: string): Uint8Array {
    const { call } = this.#pdfium;
    this.#run(() => this.#setTitle(title));
    const writer = this.#run(() => call.PDFiumExt_OpenFileWriter());
    this.#run(() => call.PDFiumExt_SaveAsCopy(this.#document, writer));
    const size = this.#run(() => call.PDFiumExt_GetFileWriterSize(writer));
    if (size <= 0) throw new NotAssembled('too-much');
    return this.#pdfium.withRoom(size, (place) => {
      this.#run(() => call.PDFiumExt_GetFileWriterData(writer, place, size));
      return new Uint8Array(this.#pdfium.memory, place, size).slice();
    });
  }

  /** Has the fields of forms drawn that their program left to whoever shows them. */
  #drawFields(source: number, pages: readonly number[]): void {
    const { call } = this.#pdfium;
    this.#run(() => {
      if (call.FPDF_GetFormType(source) === NO_FORM) return;
      const info = call.PDFiumExt_OpenFormFillInfo();
      const form = call.PDFiumExt_InitFormFillEnvironment(source, info);
      for (const number of pages) {
        const page = call.FPDF_LoadPage(source, number - 1);
        if (page === 0) continue;
        call.FORM_OnAfterLoadPage(page, form);
        call.FORM_OnBeforeClosePage(page, form);
        call.FPDF_ClosePage(page);
      }
      call.PDFiumExt_ExitFormFillEnvironment(form);
      call.PDFiumExt_CloseFormFillInfo(info);
    });
  }

  #setTitle(title: string): void {
    const { call } = this.#pdfium;
    const text = new Uint8Array(Buffer.from(`${title}\0`, 'utf16le'));
    this.#pdfium.withRoom(text.length, (place) => {
      new Uint8Array(this.#pdfium.memory, place, text.length).set(text);
      call.EPDF_SetMetaText(this.#document, 'Title', place);
    });
  }

  #hasFields(page: number): boolean {
    const { call } = this.#pdfium;
    return this.#run(() => {
      for (let at = call.FPDFPage_GetAnnotCount(page) - 1; at >= 0; at -= 1) {
        const annotation = call.FPDFPage_GetAnnot(page, at);
        const kind = annotation === 0 ? 0 : call.FPDFAnnot_GetSubtype(annotation);
        if (annotation !== 0) call.FPDFPage_CloseAnnot(annotation);
        if (kind === WIDGET) return true;
      }
      return false;
    });
  }

  #lay(page: number, form: number): void {
    const { call } = this.#pdfium;
    const object = this.#run(() => call.FPDF_NewFormObjectFromXObject(form));
    const turn = this.#run(() => call.FPDFPage_GetRotation(page));
    const matrix = matrixFor(turn, this.#boxOf(page));
    this.#pdfium.withRoom(FLOATS_OF_MATRIX * 4, (place) => {
      new Float32Array(this.#pdfium.memory, place, FLOATS_OF_MATRIX).set(matrix);
      this.#run(() => call.FPDFPageObj_SetMatrix(object, place));
    });
    this.#run(() => call.FPDFPage_InsertObject(page, object));
    this.#run(() => call.FPDFPage_GenerateContent(page));
  }

  /** What is seen of a page, in its own measures: left, bottom, width, height. */
  #boxOf(page: number): Box {
    return this.#pdfium.withRoom(16, (place) => {
      this.#run(() => this.#pdfium.call.FPDF_GetPageBoundingBox(page, place));
      const [left = 0, top = 0, right = 0, bottom = 0] = new Float32Array(this.#pdfium.memory, place, 4);
      return { left, bottom, width: right - left, height: top - bottom };
    });
  }

  #withPage<Value>(at: number, use: (page: number) => Value): Value {
    const { call } = this.#pdfium;
    const page = this.#run(() => call.FPDF_LoadPage(this.#document, at));
    if (page === 0) throw new NotAssembled('unreadable');
    const value = use(page);
    this.#run(() => call.FPDF_ClosePage(page));
    return value;
  }

  #withIntegers<Value>(integers: readonly number[], use: (place: number) => Value): Value {
    return this.#pdfium.withRoom(Math.max(1, integers.length) * INTEGER, (place) => {
      new Int32Array(this.#pdfium.memory, place, integers.length).set(integers);
      return this.#run(() => use(place));
    });
  }

  #run<Value>(work: () => Value): Value {
    return this.#pdfium.run(work);
  }
}

type Box = {
  readonly left: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
};

/** Where what is drawn upright lies on a page that is shown turned by so many quarters, clockwise. */
function matrixFor(turn: number, { left, bottom, width, height }: Box): Matrix {
  if (turn === 1) return [0, 1, -1, 0, left + width, bottom];
  if (turn === 2) return [-1, 0, 0, -1, left + width, bottom + height];
  if (turn === 3) return [0, -1, 1, 0, left, bottom + height];
  return [1, 0, 0, 1, left, bottom];
}
