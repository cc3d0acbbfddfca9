import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { Thumbnail } from '../../../engine/ports/extractor.ts';
import { encodeThumbnail } from './encode.ts';
import { CARD_FONT, registerFonts } from './fonts.ts';

/** What a card shows: a miniature of the document's first page. */
export type CardContent =
  | { readonly card: 'page' | 'slide'; readonly title?: string; readonly lines: readonly string[] }
  | { readonly card: 'sheet'; readonly rows: readonly (readonly string[])[] };

/** Pixels; every thumbnail has this width. */
export const THUMBNAIL_WIDTH = 480;
const PAGE_HEIGHT = 620;
const SLIDE_HEIGHT = 270;
const INK = '#1f2933';
const FAINT = '#52606d';
const RULE = '#d5dbe1';
const ACCENT = '#0c8599';
const MARGIN = 40;

/** Draws a card: white sheet, title and first lines, or the first cells of a sheet. */
export function drawCard(content: CardContent): Promise<Thumbnail> {
  registerFonts();
  const height = content.card === 'page' ? PAGE_HEIGHT : content.card === 'slide' ? SLIDE_HEIGHT : 360;
  const canvas = createCanvas(THUMBNAIL_WIDTH, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, THUMBNAIL_WIDTH, height);
  context.textBaseline = 'top';
  if (content.card === 'sheet') drawCells(context, content.rows, height);
  else if (content.card === 'slide') drawSlide(context, content.title, content.lines, height);
  else drawPage(context, content.title, content.lines, height);
  return encodeThumbnail(canvas);
}

function drawPage(
  context: SKRSContext2D,
  title: string | undefined,
  lines: readonly string[],
  height: number,
): void {
  let y = MARGIN;
  if (title) {
    y = writeWrapped(context, title, {
      x: MARGIN,
      y,
      width: THUMBNAIL_WIDTH - 2 * MARGIN,
      size: 25,
      bold: true,
      maxLines: 3,
      color: INK,
    });
    context.fillStyle = ACCENT;
    context.fillRect(MARGIN, y + 6, 48, 3);
    y += 26;
  }
  for (const line of lines) {
    if (y > height - MARGIN) return;
    y = writeWrapped(context, line, {
      x: MARGIN,
      y,
      width: THUMBNAIL_WIDTH - 2 * MARGIN,
      size: 14,
      maxLines: Math.floor((height - MARGIN - y) / 20) + 1,
      color: FAINT,
    });
    y += 7;
  }
}

function drawSlide(
  context: SKRSContext2D,
  title: string | undefined,
  lines: readonly string[],
  height: number,
): void {
  context.fillStyle = ACCENT;
  context.fillRect(0, 0, 8, height);
  let y = 28;
  if (title) {
    y = writeWrapped(context, title, {
      x: 32,
      y,
      width: THUMBNAIL_WIDTH - 64,
      size: 26,
      bold: true,
      maxLines: 3,
      color: INK,
    });
    y += 12;
  }
  for (const line of lines) {
    if (y > height - 34) return;
    y = writeWrapped(context, line, {
      x: 32,
      y,
      width: THUMBNAIL_WIDTH - 64,
      size: 15,
      maxLines: 2,
      color: FAINT,
    });
    y += 6;
  }
}

const ROW_HEIGHT = 24;
/** Where columns begin; the first is wider, as labels are. */
const COLUMN_STARTS = [0, 150, 250, 350, 450];

function drawCells(context: SKRSContext2D, rows: readonly (readonly string[])[], height: number): void {
  context.fillStyle = '#eef2f5';
  context.fillRect(0, 0, THUMBNAIL_WIDTH, ROW_HEIGHT);
  context.fillStyle = RULE;
  for (let y = ROW_HEIGHT; y < height; y += ROW_HEIGHT) context.fillRect(0, y, THUMBNAIL_WIDTH, 1);
  for (const x of COLUMN_STARTS.slice(1)) context.fillRect(x, 0, 1, height);
  for (const [row, cells] of rows.slice(0, Math.floor(height / ROW_HEIGHT)).entries()) {
    for (const [column, x] of COLUMN_STARTS.entries()) {
      const text = cells[column] ?? '';
      if (text === '') continue;
      // As in a spreadsheet, a text runs on over empty cells.
      const next = cells.findIndex((cell, i) => i > column && cell !== '');
      const end = (next === -1 ? undefined : COLUMN_STARTS[next]) ?? THUMBNAIL_WIDTH;
      const y = row * ROW_HEIGHT;
      context.fillStyle = row === 0 ? '#eef2f5' : '#ffffff';
      context.fillRect(x + 1, y + 1, end - x - 1, ROW_HEIGHT - 1);
      context.fillStyle = row === 0 ? INK : FAINT;
      context.font = `${row === 0 ? 'bold ' : ''}13px ${CARD_FONT}, sans-serif`;
      context.fillText(shorten(context, text, end - x - 12), x + 6, y + 5);
    }
  }
}

type Writing = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly bold?: boolean;
  readonly maxLines: number;
  readonly color: string;
};

/** Writes text in lines; returns where the next thing goes. */
function writeWrapped(context: SKRSContext2D, text: string, writing: Writing): number {
  context.font = `${writing.bold ? 'bold ' : ''}${writing.size}px ${CARD_FONT}, sans-serif`;
  context.fillStyle = writing.color;
  let y = writing.y;
  const lines = wrap(context, text.slice(0, 1_500), writing.width);
  for (const [i, line] of lines.slice(0, writing.maxLines).entries()) {
    const isCut = i === writing.maxLines - 1 && lines.length > writing.maxLines;
    context.fillText(isCut ? shorten(context, `${line}…`, writing.width) : line, writing.x, y);
    y += Math.round(writing.size * 1.4);
  }
  return y;
}

/** Breaks at spaces, and between characters where a word is wider than the line or the script has no spaces. */
function wrap(context: SKRSContext2D, text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.split(
    /(?<=\s)|(?<=\p{Script=Han})|(?<=[\p{Script=Hiragana}\p{Script=Katakana}])/u,
  )) {
    if (context.measureText(line + piece.trimEnd()).width <= width) {
      line += piece;
      continue;
    }
    if (line !== '') lines.push(line.trimEnd());
    line = context.measureText(piece).width <= width ? piece : shorten(context, piece, width);
    if (lines.length > 60) break;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

/** The longest beginning of a text that is not wider than `width`. */
function shorten(context: SKRSContext2D, text: string, width: number): string {
  let low = 0;
  const characters = [...text.slice(0, 200)];
  let high = characters.length;
  if (context.measureText(characters.join('')).width <= width) return characters.join('');
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (context.measureText(`${characters.slice(0, middle).join('')}…`).width <= width) low = middle;
    else high = middle - 1;
  }
  return `${characters.slice(0, low).join('')}…`;
}
