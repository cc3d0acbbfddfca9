import { createCanvas } from '@napi-rs/canvas';
import type { Thumbnail } from '../../../../engine/ports/extractor.ts';
import type { SceneText } from '../../scene/slide-scene.ts';
import { encodeThumbnail } from '../encode.ts';
import { wordPattern } from '../word-pattern.ts';
import { drawText } from '../writing/draw-text.ts';
import type { Drawing } from '../writing/drawing.ts';
import { FAINT, HEAD, INK, paper, RULE, SHEET } from './paper.ts';

/** A part of a sheet: rows with their numbers, and the columns' letters. Without numbers for what has none. */
export type SheetPart = {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly number: string; readonly cells: readonly string[] }[];
};

/** Rows and columns that fit, at the most. */
export const SHOWN_ROWS = 17;
export const SHOWN_COLUMNS = 10;

const ROW = 20;
const SIZE = 12;
const PAD = 5;
const GUTTER = 30;
const [NARROWEST, WIDEST] = [44, 170];
const MAX_LETTERS = 60_000;
/** What reads as a number, which stands on the right. */
const NUMBER = /^[-+(−]?[€$£¥]?\s?\d[\d.,\s’']*\s?[%€$£¥]?\)?$/;

/** A part of a sheet in small, `width` pixels wide, words marked. */
export async function sheetPagePicture(
  sheet: SheetPart,
  width: number,
  words: readonly string[],
): Promise<Thumbnail> {
  const scale = width / SHEET.width;
  const canvas = createCanvas(Math.max(1, Math.round(width)), Math.max(1, Math.round(SHEET.height * scale)));
  const context = paper(canvas, scale);
  const budget = { letters: MAX_LETTERS };
  const drawing: Drawing = { context, ink: FAINT, pattern: wordPattern(words), budget, pixel: 1 / scale };
  const starts = columnStarts(drawing, sheet);
  drawGrid(drawing, sheet, starts);
  for (const [index, { cells }] of sheet.rows.slice(0, SHOWN_ROWS).entries()) {
    writeRow(drawing, cells, starts, (index + 1) * ROW, index === 0);
  }
  return encodeThumbnail(canvas);
}

/** Where columns begin: as wide as what is in them, within limits. */
function columnStarts({ context }: Drawing, sheet: SheetPart): number[] {
  const starts = [sheet.rows.some((row) => row.number !== '') ? GUTTER : 0];
  context.font = fontOf(false);
  for (const column of sheet.columns.keys()) {
    const widths = sheet.rows.slice(0, SHOWN_ROWS).map((row) => {
      const text = (row.cells[column] ?? '').slice(0, 60);
      return text === '' ? 0 : context.measureText(text).width + 2 * PAD + 2;
    });
    const start = starts.at(-1) ?? 0;
    if (start > SHEET.width) break;
    starts.push(start + Math.min(WIDEST, Math.max(NARROWEST, ...widths)));
  }
  return starts;
}

function fontOf(bold: boolean): string {
  return `${bold ? 'bold ' : ''}${SIZE}px "Kitbag Card", sans-serif`;
}

function drawGrid({ context }: Drawing, sheet: SheetPart, starts: readonly number[]): void {
  const left = starts[0] ?? 0;
  context.fillStyle = HEAD;
  context.fillRect(0, 0, SHEET.width, ROW);
  context.fillRect(0, 0, left, SHEET.height);
  context.fillStyle = RULE;
  for (let y = ROW; y < SHEET.height; y += ROW) context.fillRect(0, y, SHEET.width, 0.75);
  for (const x of starts) if (x > 0) context.fillRect(x, 0, 0.75, SHEET.height);
  context.fillStyle = FAINT;
  context.font = `10px "Kitbag Card", sans-serif`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const [column, letter] of sheet.columns.entries()) {
    const [from, to] = [starts[column], starts[column + 1]];
    if (from !== undefined && to !== undefined) context.fillText(letter, (from + to) / 2, ROW / 2);
  }
  for (const [index, row] of sheet.rows.slice(0, SHOWN_ROWS).entries()) {
    if (row.number !== '') context.fillText(row.number, left / 2, (index + 1.5) * ROW, left - 2);
  }
  context.textAlign = 'left';
}

function writeRow(
  drawing: Drawing,
  cells: readonly string[],
  starts: readonly number[],
  y: number,
  isHead: boolean,
): void {
  const { context } = drawing;
  for (const [column, text] of cells.entries()) {
    const from = starts[column];
    if (text === '' || from === undefined || starts[column + 1] === undefined) continue;
    const isNumber = NUMBER.test(text);
    // As in a spreadsheet, a text runs on over empty cells.
    const next = cells.findIndex((cell, at) => at > column && cell !== '');
    const to = isNumber ? starts[column + 1] : next === -1 ? SHEET.width : starts[next];
    const w = (to ?? SHEET.width) - from;
    context.save();
    context.beginPath();
    context.rect(from + 1, y + 1, w - 1, ROW - 1);
    context.clip();
    context.fillStyle = '#ffffff';
    if (to !== starts[column + 1])
      context.fillRect(from + 1, y + 1, Math.min(w - 1, textWidth(drawing, text, isHead)), ROW - 1);
    context.translate(from, y);
    drawText(drawing, cellText(text, isHead, isNumber), w, ROW);
    context.restore();
  }
}

function textWidth({ context }: Drawing, text: string, isHead: boolean): number {
  context.font = fontOf(isHead);
  return context.measureText(text.slice(0, 200)).width + PAD;
}

function cellText(text: string, isHead: boolean, isNumber: boolean): SceneText {
  const run = {
    text: text.slice(0, 200),
    size: SIZE,
    color: isHead ? INK : FAINT,
    ...(isHead ? { bold: true } : {}),
  };
  const none = { points: 0 };
  const look = { margin: 0, indent: 0, before: none, after: none, line: { lines: 1 }, size: SIZE };
  return {
    paragraphs: [{ runs: [run], look, ...(isNumber ? { align: 'right' } : {}) }],
    anchor: 'middle',
    insets: [PAD, 0, PAD, 0],
    wraps: false,
    shrinks: false,
    turns: 0,
  };
}
