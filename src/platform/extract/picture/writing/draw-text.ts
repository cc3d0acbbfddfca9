import type { SceneText } from '../../scene/slide-scene.ts';
import { foldInPlace, MARKED_INK, MARKER } from '../word-pattern.ts';
import { type Piece, RIGHT_TO_LEFT } from './break-text.ts';
import type { Drawing } from './drawing.ts';
import { type LaidOut, type Line, layOutText } from './lay-out-text.ts';
import { tellLines } from './writing.ts';

/** Sizes that are tried where an application makes text smaller until it fits. */
const FITS = [1, 0.9, 0.8, 0.7, 0.6, 0.5] as const;
const MOST_MARKS = 400;

/** Writes text into a box `w` by `h` points from the origin. */
export function drawText(drawing: Drawing, text: SceneText, w: number, h: number): void {
  const { context } = drawing;
  if (text.turns === 0) {
    writeUpright(drawing, text, w, h);
    return;
  }
  context.save();
  context.translate(w / 2, h / 2);
  context.rotate((text.turns * Math.PI) / 2);
  context.translate(-h / 2, -w / 2);
  writeUpright(drawing, text, h, w);
  context.restore();
}

/** How high text is in a box this wide, insets included. */
export function textHeight({ context, budget }: Drawing, text: SceneText, w: number): number {
  const [left, top, right, bottom] = text.insets;
  if (text.paragraphs.length === 0) return top + bottom;
  const width = Math.max(1, w - left - right);
  return layOutText(context, text.paragraphs, width, 1, budget).height + top + bottom;
}

function writeUpright(drawing: Drawing, text: SceneText, w: number, h: number): void {
  const [left, top, right, bottom] = text.insets;
  const { context } = drawing;
  const width = Math.max(1, w - left - right);
  const height = h - top - bottom;
  const laidOut = fitText(drawing, text, width, height);
  const free = height - laidOut.height;
  const shift = text.anchor === 'middle' ? free / 2 : text.anchor === 'bottom' ? free : 0;
  context.save();
  context.translate(left, top + shift);
  writeLines(drawing, laidOut);
  context.restore();
}

/** Writes lines from the origin, with what is to be marked in them. */
export function writeLines(drawing: Drawing, laidOut: LaidOut): void {
  const { context } = drawing;
  context.textBaseline = 'alphabetic';
  context.textAlign = 'left';
  for (const sign of laidOut.signs) {
    context.font = sign.style.font;
    context.fillStyle = sign.style.color ?? drawing.ink;
    context.fillText(sign.text, sign.x, sign.line.baseline);
  }
  for (const line of laidOut.lines) {
    let x = line.x;
    for (const piece of line.pieces) {
      writePiece(drawing, line, piece, x, piece.style.color ?? drawing.ink);
      x += piece.width;
    }
  }
  if (drawing.pattern) markLines(drawing, laidOut, drawing.pattern);
  context.wordSpacing = '0px';
  if (drawing.writing) tellLines(context, laidOut, drawing.writing);
}

/** Lines that don't wrap are as wide as they are; they hang over both sides, as their alignment says. */
function fitText({ context, budget }: Drawing, text: SceneText, width: number, height: number): LaidOut {
  const lay = (scale: number, wide: number) => layOutText(context, text.paragraphs, wide, scale, budget);
  if (!text.wraps) {
    const [unbroken, shift] = [10_000, (width - 10_000) / 2];
    const laidOut = lay(1, unbroken);
    const moved = (line: Line) => {
      const align = text.paragraphs[line.paragraph]?.align;
      return { ...line, x: line.x + (align === 'center' ? shift : align === 'right' ? 2 * shift : 0) };
    };
    return { ...laidOut, lines: laidOut.lines.map(moved) };
  }
  let laidOut = lay(1, width);
  if (!text.shrinks) return laidOut;
  for (const scale of FITS.slice(1)) {
    if (laidOut.height <= height + 1) break;
    laidOut = lay(scale, width);
  }
  return laidOut;
}

function setLetters(context: Drawing['context'], { style, stretch = 0 }: Piece): void {
  context.font = style.font;
  context.wordSpacing = `${stretch}px`;
}

function writePiece({ context }: Drawing, line: Line, piece: Piece, x: number, color: string): void {
  setLetters(context, piece);
  context.fillStyle = color;
  const { size, rise, underline, struck } = piece.style;
  const baseline = line.baseline - rise;
  // Says on which side full stops and colons stand.
  context.direction = line.rightToLeft ? 'rtl' : 'ltr';
  // A space at a line's end would push it to the right there.
  context.fillText(line.rightToLeft ? piece.text.trimEnd() : piece.text, x, baseline);
  const thickness = Math.max(0.5, size * 0.05);
  if (underline) context.fillRect(x, baseline + size * 0.1, piece.width, thickness);
  if (struck) context.fillRect(x, baseline - size * 0.28, piece.width, thickness);
}

/** Marks words that are found in a paragraph's text, also where they change their look or go on in the next line. */
function markLines(drawing: Drawing, { lines, texts }: LaidOut, pattern: RegExp): void {
  let marks = 0;
  for (const [paragraph, text] of texts.entries()) {
    for (const match of foldInPlace(text).matchAll(pattern)) {
      marks += 1;
      if (marks > MOST_MARKS) return;
      const end = match.index + match[0].length;
      for (const line of lines) {
        if (line.paragraph === paragraph) markLine(drawing, line, match.index, end);
      }
    }
  }
}

function markLine(drawing: Drawing, line: Line, from: number, to: number): void {
  const { context } = drawing;
  let x = line.x;
  for (const piece of line.pieces) {
    const [start, end] = [Math.max(0, from - piece.from), Math.min(piece.text.length, to - piece.from)];
    if (start < end && !RIGHT_TO_LEFT.test(piece.text)) {
      setLetters(context, piece);
      const left = context.measureText(piece.text.slice(0, start)).width;
      const right = context.measureText(piece.text.slice(0, end)).width;
      const { size, rise } = piece.style;
      const color = piece.style.color ?? drawing.ink;
      context.save();
      context.beginPath();
      const reach = size * 0.06;
      context.rect(
        x + left - reach,
        line.baseline - rise - size * 0.86,
        right - left + 2 * reach,
        size * 1.1,
      );
      context.fillStyle = MARKER;
      context.fill();
      context.clip();
      writePiece(drawing, line, piece, x, isLight(color) ? MARKED_INK : color);
      context.restore();
    }
    x += piece.width;
  }
}

function isLight(color: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return 0.3 * red + 0.59 * green + 0.11 * blue > 110;
}
