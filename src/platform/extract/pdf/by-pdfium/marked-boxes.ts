import { levelsOfPieces } from '../../../../shared/raised-pieces.ts';
import type { Pdfium } from '../../pdfium/pdfium.ts';
import { foldInPlace, wordPattern } from '../../picture/word-pattern.ts';
import { type Box, LINE_REACH, MOST_MARKS } from '../common/paint-mark.ts';
import { pieceText } from '../common/piece-text.ts';
import { type Letter, lettersOf } from './letters.ts';
import { type LetterPiece, piecesOf } from './pieces.ts';

type Size = { readonly width: number; readonly height: number };

/** Where words stand on a page's picture, in pixels. Words in text that runs aslant are not marked. */
export function markedBoxes(pdfium: Pdfium, page: number, size: Size, words: readonly string[]): Box[] {
  const pattern = wordPattern(words);
  if (pattern === undefined) return [];
  const { call } = pdfium;
  const text = pdfium.run(() => call.FPDFText_LoadPage(page));
  if (text === 0) return [];
  const letters = lettersOf(pdfium, page, text);
  pdfium.run(() => call.FPDFText_ClosePage(text));
  const written = writtenOf(piecesOf(letters));
  const boxes: Box[] = [];
  for (const { index, 0: found } of foldInPlace(written.text).matchAll(pattern)) {
    for (const part of partsOf(written.letters.slice(index, index + found.length)))
      if (boxes.length < MOST_MARKS) boxes.push(boxOf(pdfium, page, size, part));
  }
  return boxes;
}

/** A page's text in one, with the letter of each of its units. */
function writtenOf(pieces: readonly LetterPiece[]): { text: string; letters: (Letter | undefined)[] } {
  const levels = levelsOfPieces(pieces);
  const letters: (Letter | undefined)[] = [];
  let text = '';
  for (const [at, piece] of pieces.entries()) {
    const written = pieceText(piece, levels[at]);
    const fits = written.length - (piece.hasEOL ? 1 : 0) === piece.letters.length;
    for (let unit = 0; unit < written.length; unit += 1)
      letters.push(fits ? piece.letters[unit] : piece.letters[0]);
    text += written;
  }
  return { text, letters };
}

/** Letters of a found text that stand on one line. */
function partsOf(found: readonly (Letter | undefined)[]): Letter[][] {
  const parts: Letter[][] = [];
  for (const letter of found) {
    if (letter === undefined || letter.turn === undefined) continue;
    const last = parts.at(-1);
    const [first] = last ?? [];
    const isBeside = first?.turn === letter.turn && Math.abs(first.base - letter.base) < letter.size / 2;
    if (last && isBeside) last.push(letter);
    else parts.push([letter]);
  }
  return parts;
}

function boxOf(pdfium: Pdfium, page: number, size: Size, letters: readonly Letter[]): Box {
  const [{ base = 0, size: high = 0, turn = 0 } = {}] = letters;
  const from = Math.min(...letters.map((letter) => letter.from));
  const to = Math.max(...letters.map((letter) => letter.to));
  const [one, other] = [
    onPicture(pdfium, page, size, pointOf(turn, from, base - high * LINE_REACH.below)),
    onPicture(pdfium, page, size, pointOf(turn, to, base + high * LINE_REACH.above)),
  ];
  return {
    left: Math.min(one.x, other.x),
    top: Math.min(one.y, other.y),
    right: Math.max(one.x, other.x),
    bottom: Math.max(one.y, other.y),
  };
}

type Point = { readonly x: number; readonly y: number };

/** A place along and across a line, in the page's own coordinates. */
function pointOf(turn: number, along: number, across: number): Point {
  if (turn === 0) return { x: along, y: across };
  if (turn === 1) return { x: -across, y: along };
  return turn === 2 ? { x: -along, y: -across } : { x: across, y: -along };
}

function onPicture(pdfium: Pdfium, page: number, { width, height }: Size, { x, y }: Point): Point {
  return pdfium.withRoom(8, (place) => {
    pdfium.run(() => pdfium.call.FPDF_PageToDevice(page, 0, 0, width, height, 0, x, y, place, place + 4));
    const [left = 0, top = 0] = new Int32Array(pdfium.memory, place, 2);
    return { x: left, y: top };
  });
}
