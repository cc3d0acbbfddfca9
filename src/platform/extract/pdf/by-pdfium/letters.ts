import { LONGEST_PAGE_TEXT } from '../../../../shared/limits.ts';
import type { Pdfium } from '../../pdfium/pdfium.ts';

/** A letter of a page. Places are in points along its line and across it, whichever way the line runs. */
export type Letter = {
  readonly code: number;
  /** Its box along the line. */
  readonly from: number;
  readonly to: number;
  /** Where its font begins to draw it: its box may begin before. */
  readonly at: number;
  /** What it stands on, across the line. */
  readonly base: number;
  /** Its font's size. */
  readonly size: number;
  /** Which way the line runs, in quarters of a turn; undefined for any other. */
  readonly turn: number | undefined;
  /** Which of the page's texts it is of; 0 where none: PDFium thought it up, from how far apart its neighbors are. */
  readonly of: number;
  /** Stands at a line's end and divides a word. */
  readonly divides: boolean;
  /** Its font does not say which letter it is. */
  readonly guessed: boolean;
};

/** A space of the document's own or one that PDFium thought up. */
export function isSpace({ code }: Letter): boolean {
  return code === 32 || code === 0xa0 || code === 9;
}

/** How far two letters of a line are from each other, whichever comes first; less than nothing where they overlap. */
export function gapBetween(one: Letter, other: Letter): number {
  return Math.max(other.from - one.to, one.from - other.to);
}

type Setting = { readonly of: number; readonly size: number; readonly turn: number | undefined };

/** Bytes of a rectangle (four floats), two doubles, a matrix (six floats). */
const RECTANGLE = 16;
const POINT = 16;
const MATRIX = 24;

/**
 * The letters of a page's text, in the order in which PDFium has them: that of words, also where they run from right to left. Without those
 * that lie outside of the page: nobody sees them.
 */
export function lettersOf(pdfium: Pdfium, page: number, text: number): Letter[] {
  const count = Math.min(
    pdfium.run(() => pdfium.call.FPDFText_CountChars(text)),
    LONGEST_PAGE_TEXT,
  );
  if (count <= 0) return [];
  return pdfium.withRoom(RECTANGLE + POINT + MATRIX, (place) =>
    pdfium.run(() => {
      pdfium.call.FPDF_GetPageBoundingBox(page, place);
      const [left = 0, top = 0, right = 0, bottom = 0] = new Float32Array(pdfium.memory, place, 4);
      const edges = right - left > 1 && top - bottom > 1 ? { left, top, right, bottom } : NO_EDGES;
      return new LetterReader(pdfium, text, place, edges).read(count);
    }),
  );
}

type Edges = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
/** Of a page whose size makes no sense. */
const NO_EDGES: Edges = {
  left: Number.NEGATIVE_INFINITY,
  top: Number.POSITIVE_INFINITY,
  right: Number.POSITIVE_INFINITY,
  bottom: Number.NEGATIVE_INFINITY,
};

class LetterReader {
  readonly #page: Edges;
  readonly #pdfium: Pdfium;
  readonly #text: number;
  readonly #place: number;
  #floats: Float32Array;
  #doubles: Float64Array;
  #setting: Setting = { of: 0, size: 0, turn: 0 };

  constructor(pdfium: Pdfium, text: number, place: number, page: Edges) {
    this.#page = page;
    this.#pdfium = pdfium;
    this.#text = text;
    this.#place = place;
    this.#floats = new Float32Array(0);
    this.#doubles = new Float64Array(0);
  }

  read(count: number): Letter[] {
    const letters: Letter[] = [];
    for (let at = 0; at < count; at += 1) {
      const letter = this.#letter(at);
      if (letter) letters.push(letter);
    }
    return letters;
  }

  /** One letter; undefined of one outside of the page. */
  #letter(at: number): Letter | undefined {
    const text = this.#text;
    const { letters } = this.#pdfium;
    const code = letters.FPDFText_GetUnicode(text, at);
    const of = letters.FPDFText_GetTextObject(text, at);
    if (of === 0) {
      const { size, turn } = this.#setting;
      return { code, from: 0, to: 0, at: 0, base: 0, size, turn, of, divides: false, guessed: false };
    }
    if (of !== this.#setting.of) this.#setting = this.#settingOf(at, of);
    const { size, turn } = this.#setting;
    letters.FPDFText_GetLooseCharBox(text, at, this.#place);
    letters.FPDFText_GetCharOrigin(text, at, this.#place + RECTANGLE, this.#place + RECTANGLE + 8);
    this.#look();
    const [left = 0, top = 0, right = 0, bottom = 0] = this.#floats;
    const [x = 0, y = 0] = this.#doubles;
    const page = this.#page;
    if (right < page.left || left > page.right || top < page.bottom || bottom > page.top) return undefined;
    const place =
      turn === 0
        ? { from: left, to: right, at: x, base: y }
        : turn === 1
          ? { from: bottom, to: top, at: y, base: -x }
          : turn === 2
            ? { from: -right, to: -left, at: -x, base: -y }
            : { from: -top, to: -bottom, at: -y, base: x };
    const divides = letters.FPDFText_IsHyphen(text, at) === 1;
    const guessed = code !== 32 && letters.FPDFText_HasUnicodeMapError(text, at) === 1;
    return { code, ...place, size, turn, of, divides, guessed };
  }

  /** How one of the page's texts is set: the same for all of its letters. */
  #settingOf(at: number, of: number): Setting {
    const { call, letters: _ } = this.#pdfium;
    const matrix = this.#place + RECTANGLE + POINT;
    call.FPDFText_GetMatrix(this.#text, at, matrix);
    const [a = 1, b = 0, c = 0, d = 1] = new Float32Array(this.#pdfium.memory, matrix, 6);
    // Some programs write with sizes below nothing and turn them round again.
    const said = call.FPDFText_GetFontSize(this.#text, at);
    const size = Math.abs(said) * Math.hypot(c, d);
    const quarter = (Math.atan2(Math.sign(said) * b, Math.sign(said) * a) * 2) / Math.PI;
    const turn = Math.round(quarter);
    return { of, size, turn: Math.abs(quarter - turn) > 0.01 ? undefined : (turn + 4) % 4 };
  }

  /** Views of what was written; a memory that has grown is another one. */
  #look(): void {
    const { memory } = this.#pdfium;
    if (this.#floats.buffer === memory) return;
    this.#floats = new Float32Array(memory, this.#place, 4);
    this.#doubles = new Float64Array(memory, this.#place + RECTANGLE, 2);
  }
}
