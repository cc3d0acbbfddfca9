import { createCanvas } from '@napi-rs/canvas';
import type { Thumbnail } from '../../../../engine/ports/extractor.ts';
import { encodeThumbnail } from '../encode.ts';
import { drawShapes } from '../slide/draw-slide.ts';
import type { SlidePictures } from '../slide/slide-pictures.ts';
import { wordPattern } from '../word-pattern.ts';
import type { Drawing } from '../writing/drawing.ts';
import { drawCells } from './draw-cells.ts';
import { FAINT, HEAD, INK, paper, RULE, SHEET } from './paper.ts';
import { type Grid, layOutGrid, PLAIN_FONT } from './sheet-grid.ts';
import type { SheetPart } from './sheet-part.ts';

const MAX_LETTERS = 60_000;
/** How much smaller a sheet is drawn that is wider than a picture, at most. */
const SMALLEST = 0.55;
/** Points in a pixel of the sheet. */
const POINTS = 0.75;

/** A part of a sheet in small, `width` pixels wide, words marked. `pictures`: where those on it are found. */
export async function sheetPagePicture(
  sheet: SheetPart,
  width: number,
  words: readonly string[],
  pictures?: SlidePictures,
): Promise<Thumbnail> {
  const scale = width / SHEET.width;
  const canvas = createCanvas(Math.max(1, Math.round(width)), Math.max(1, Math.round(SHEET.height * scale)));
  const context = paper(canvas, scale);
  const budget = { letters: MAX_LETTERS };
  const ink = sheet.hasHead ? FAINT : INK;
  const base: Drawing = { context, ink, pattern: wordPattern(words), budget, pixel: 1 / scale };
  const whole = layOutGrid(base, sheet, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
  const reach = whole.columns.reduce((right, { at, x, w }) => (at <= sheet.last ? x + w : right), 1);
  const fit = sheet.hasHead ? 1 : Math.max(SMALLEST, Math.min(1, SHEET.width / reach));
  context.scale(fit, fit);
  const drawing = { ...base, pixel: base.pixel / fit };
  const grid = layOutGrid(drawing, sheet, SHEET.width / fit, SHEET.height / fit);
  drawCells(drawing, sheet, grid);
  if (pictures) await drawDrawings(drawing, sheet, grid, pictures);
  drawHeads(drawing, sheet, grid, SHEET.width / fit, SHEET.height / fit);
  return encodeThumbnail(canvas);
}

/** What lies on cells, where the cell that it begins in is shown. */
async function drawDrawings(
  drawing: Drawing,
  { drawings }: SheetPart,
  grid: Grid,
  pictures: SlidePictures,
): Promise<void> {
  const { context } = drawing;
  for (const { row, column, dx, dy, w, scene } of drawings) {
    const [x, y] = [grid.lefts.get(column), grid.tops.get(row)];
    if (x === undefined || y === undefined) continue;
    context.save();
    context.beginPath();
    context.rect(grid.gutter, grid.head, grid.right, grid.bottom);
    context.clip();
    context.translate(x + dx, y + dy);
    const scale = scene.width > 0 ? w / scene.width : 1 / POINTS;
    context.scale(scale, scale);
    await drawShapes({ ...drawing, ink: scene.ink, pixel: drawing.pixel / scale }, scene, pictures);
    context.restore();
  }
}

/** The columns' letters and the rows' numbers, over what lies on the cells. */
function drawHeads({ context }: Drawing, sheet: SheetPart, grid: Grid, w: number, h: number): void {
  const { head, gutter } = grid;
  context.fillStyle = HEAD;
  context.fillRect(0, 0, w, head);
  context.fillRect(0, 0, gutter, h);
  context.fillStyle = RULE;
  context.fillRect(0, head - 0.75, w, 0.75);
  if (gutter > 0) context.fillRect(gutter - 0.75, 0, 0.75, h);
  for (const { x, w: wide } of grid.columns) context.fillRect(x + wide - 0.75, 0, 0.75, head);
  if (gutter > 0) for (const { y, h: high } of grid.rows) context.fillRect(0, y + high - 0.75, gutter, 0.75);
  context.fillStyle = FAINT;
  context.font = `10px ${PLAIN_FONT}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const [index, { x, w: wide }] of grid.columns.entries())
    context.fillText(sheet.columns[index]?.letters ?? '', x + wide / 2, head / 2, wide);
  for (const [index, { y, h: high }] of grid.rows.entries()) {
    const number = sheet.rows[index]?.number ?? '';
    if (number !== '' && high >= 6) context.fillText(number, gutter / 2, y + high / 2, gutter - 2);
  }
  context.textAlign = 'left';
}
