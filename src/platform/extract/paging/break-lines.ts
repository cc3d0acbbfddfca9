import type { TabStop } from '../office/word-paragraph.ts';
import type { FlowParagraph, Piece, Place } from './flow.ts';
import { nextStop } from './tab-stops.ts';

/** A line of a paragraph, or a row of a table in a cell: what stays on one page. Measures in points. */
export type Line = {
  readonly height: number;
  readonly place: Place;
  /** Footnotes that it refers to. */
  readonly notes: readonly string[];
  /** What the author began after it. */
  readonly ends?: 'column' | 'page';
};

const LEAST_WIDTH = 12;

/** Programs measure lines in twentieths of a point. */
function rounded(points: number): number {
  return Math.round(points * 20) / 20;
}

/** Letters that stay together, or a box. */
type Unit = {
  readonly kind: 'text' | 'box' | 'tab' | 'break' | 'bar' | 'note';
  readonly piece: Piece;
  readonly place: Place;
  /** Without the spaces at its end, and these. */
  readonly width: number;
  readonly space: number;
  /** No line ends before the next one. */
  readonly isGlued: boolean;
  readonly length: number;
};

const SPACE = 0x20;
const isSpace = (code: number) =>
  code === SPACE || code === 0x3000 || (code >= 0x2002 && code <= 0x200b && code !== 0x2007);
const isWide = (code: number) =>
  (code >= 0x2e80 && code <= 0xa4cf) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0xff01 && code <= 0xff60);
/** A line may end behind these within a word. */
const isHyphen = (code: number) => code === 0x2d || code === 0x2010 || code === 0x2013 || code === 0x2014;
/** Signs that no line of a wide script begins with. */
const NOT_FIRST = /[、。，．：；？！）」』】〕》〉ー々]/;

function* unitsOf(piece: Piece): Generator<Unit> {
  if (piece.piece !== 'text') {
    const width = piece.piece === 'box' ? piece.w : 0;
    const isGlued = piece.piece === 'note';
    yield { kind: piece.piece, piece, place: piece.place, width, space: 0, isGlued, length: 0 };
    return;
  }
  const { text, face, letters, spread, place } = piece;
  let [from, width, space] = [0, 0, 0];
  const unitTo = (at: number, isGlued: boolean): Unit => {
    const begin = { element: place.element, offset: place.offset + from };
    const unit: Unit = { kind: 'text', piece, place: begin, width, space, isGlued, length: at - from };
    [from, width, space] = [at, 0, 0];
    return unit;
  };
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) ?? SPACE;
    const size = code > 0xffff ? 2 : 1;
    const advance = face.width(code) * letters + spread;
    if (isSpace(code)) space += advance;
    else {
      const begins = space > 0 || (isWide(code) && !NOT_FIRST.test(text[at] ?? ''));
      if (begins && at > from) yield unitTo(at, false);
      width += advance;
      if (mayEndBehind(text, at, code)) yield unitTo(at + size, false);
    }
    at += size;
  }
  if (text.length > from) yield unitTo(text.length, space === 0);
}

/** Whether a line may end behind a character that is no space. */
function mayEndBehind(text: string, at: number, code: number): boolean {
  if (isWide(code)) return !NOT_FIRST.test(text[at + 1] ?? '');
  return isHyphen(code) && at > 0 && !isSpace(text.codePointAt(at + 1) ?? SPACE);
}

/** Breaks a paragraph into lines in a column `width` points wide. It has at least one. */
export function breakLines(paragraph: FlowParagraph, width: number): Line[] {
  return new LineBreaker(paragraph, width).lines();
}

class LineBreaker {
  readonly #paragraph: FlowParagraph;
  readonly #lines: Line[] = [];
  readonly #left: number;
  readonly #first: number;
  readonly #end: number;
  #x: number;
  #ascent = 0;
  #descent = 0;
  /** The highest box on the line. */
  #box = 0;
  #notes: string[] = [];
  #place: Place;
  /** Whether anything stands on the line. */
  #isBegun = false;
  /** What came last ended a line: another follows, also without text. */
  #endedByBreak = false;

  constructor(paragraph: FlowParagraph, width: number) {
    const { left = 0, right = 0, first = 0 } = paragraph.look;
    this.#paragraph = paragraph;
    this.#end = Math.max(width - Math.max(0, right), left + LEAST_WIDTH, LEAST_WIDTH);
    this.#left = left;
    this.#first = left + first;
    this.#x = this.#first;
    if (paragraph.sign !== undefined) this.#x = this.#afterSign(paragraph.sign);
    this.#place = paragraph.place;
  }

  lines(): Line[] {
    let word: Unit[] = [];
    let begun = 0;
    for (const [index, piece] of this.#paragraph.pieces.entries()) {
      for (const unit of unitsOf(piece)) {
        if (word.length > 0 && !(word.at(-1)?.isGlued && unit.kind === 'text')) {
          this.#add(word, begun);
          word = [];
        }
        if (word.length === 0) begun = index;
        word.push(unit);
      }
    }
    this.#add(word, begun);
    const endsWithPage = this.#lines.at(-1)?.ends !== undefined;
    if (this.#isBegun || this.#lines.length === 0 || (this.#endedByBreak && !endsWithPage)) this.#endLine();
    return this.#lines;
  }

  /** Where text begins after a list's sign. */
  #afterSign(sign: number): number {
    const end = this.#first + sign;
    if (end <= this.#left && this.#first < this.#left) return this.#left;
    return this.#nextStop(end).at;
  }

  #nextStop(x: number): TabStop {
    const { tabs = [] } = this.#paragraph.look;
    return nextStop(tabs, { left: this.#left, first: this.#first }, x);
  }

  /** Adds what stays together; `index`: of the piece that it begins in. */
  #add(word: readonly Unit[], index: number): void {
    const [first] = word;
    if (!first) return;
    this.#endedByBreak = false;
    switch (first.kind) {
      case 'break':
        this.#endLine(
          first.piece.piece === 'break' && first.piece.of !== 'line' ? first.piece.of : undefined,
        );
        this.#place = first.place;
        this.#endedByBreak = true;
        return;
      case 'bar':
        if (first.piece.piece === 'bar')
          this.#lines.push({ height: first.piece.h, place: first.place, notes: [] });
        return;
      case 'note':
        if (first.piece.piece === 'note') this.#notes.push(first.piece.id);
        return;
      case 'tab':
        this.#tab(first, index);
        return;
      default:
        this.#word(word);
    }
  }

  #tab(tab: Unit, index: number): void {
    let stop = this.#nextStop(this.#x);
    if (stop.at > this.#end + 1 && stop.align === 'left' && this.#isBegun) {
      this.#endLine();
      this.#place = tab.place;
      stop = this.#nextStop(this.#x);
    }
    const following = stop.align === 'left' ? 0 : this.#widthBehind(index);
    const room = stop.align === 'center' ? following / 2 : following;
    this.#begin(tab);
    this.#x = Math.max(this.#x, Math.min(stop.at, Math.max(this.#end, this.#x)) - room);
  }

  /** How wide what follows a tab is up to the next one, as far as it stands on a line. */
  #widthBehind(index: number): number {
    const { pieces } = this.#paragraph;
    let width = 0;
    for (let next = index + 1; next < pieces.length; next += 1) {
      const piece = pieces[next];
      if (!piece || piece.piece === 'tab' || piece.piece === 'break') break;
      for (const unit of unitsOf(piece)) {
        width += unit.width + unit.space;
        if (width > this.#end) return width;
      }
    }
    return width;
  }

  #word(word: readonly Unit[]): void {
    const visible = word.reduce(
      (sum, one, index) => sum + one.width + (index < word.length - 1 ? one.space : 0),
      0,
    );
    const [first] = word;
    if (this.#isBegun && this.#x + visible > this.#end + 0.01 && first) {
      this.#endLine();
      this.#place = first.place;
    }
    for (const unit of word) {
      if (unit.width > this.#end - this.#x && unit.length > 1 && this.#end - this.#left > 0) this.#cut(unit);
      else {
        this.#begin(unit);
        this.#x += unit.width + unit.space;
      }
    }
  }

  /** A word wider than its line goes on in the next ones. */
  #cut(unit: Unit): void {
    const each = Math.max(0.01, unit.width / unit.length);
    let at = 0;
    while (at < unit.length) {
      const fits = Math.max(1, Math.floor((this.#end - this.#x) / each));
      const place = { element: unit.place.element, offset: unit.place.offset + at };
      this.#begin({ ...unit, place });
      const count = Math.min(fits, unit.length - at);
      this.#x += count * each;
      at += count;
      if (at < unit.length) {
        this.#endLine();
        this.#place = { element: unit.place.element, offset: unit.place.offset + at };
      }
    }
    this.#x += unit.space;
  }

  #begin({ piece }: Unit): void {
    this.#isBegun = true;
    if (piece.piece === 'box') {
      this.#box = Math.max(this.#box, piece.h);
    } else if (piece.piece === 'text' || piece.piece === 'tab') {
      this.#ascent = Math.max(this.#ascent, rounded(piece.face.ascent * piece.size));
      this.#descent = Math.max(this.#descent, rounded(piece.face.descent * piece.size));
    }
  }

  #endLine(ends?: 'column' | 'page'): void {
    const { mark, look } = this.#paragraph;
    const isEmpty = this.#ascent === 0 && this.#box === 0;
    const ascent = isEmpty ? rounded(mark.face.ascent * mark.size) : this.#ascent;
    const descent = isEmpty || this.#ascent === 0 ? rounded(mark.face.descent * mark.size) : this.#descent;
    const own = Math.max(ascent, this.#box) + descent;
    const { line = { lines: 1 } } = look;
    const height =
      'points' in line
        ? look.isExact
          ? line.points
          : Math.max(line.points, own)
        : own + Math.floor((ascent + descent) * line.lines * 20 + 0.001) / 20 - ascent - descent;
    this.#lines.push({
      height: Math.max(0.5, height),
      place: this.#place,
      notes: this.#notes,
      ...(ends === undefined ? {} : { ends }),
    });
    this.#notes = [];
    [this.#ascent, this.#descent, this.#box] = [0, 0, 0];
    this.#isBegun = false;
    this.#x = this.#left;
  }
}
