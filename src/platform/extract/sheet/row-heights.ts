import type { CellLook } from '../../../engine/ports/sheet-look.ts';
import type { GatheredCells, SeenCell } from './gather-cells.ts';

/** Pixels of a point; how high a line of letters is, and how wide a letter, in their size. */
const POINT = 4 / 3;
const LINE = 1.22;
const LETTER = 0.52;
const MARGIN = 6;
const [AIR, HIGHEST] = [2, 546];

/** How high a row is in pixels: as stated, else as high as what is in its cells, as programs find it when they open a sheet. */
export function rowHeight(
  { rows, frame }: GatheredCells,
  looks: readonly CellLook[],
  size: number,
  row: number,
  isMerged: (row: number, column: number) => boolean,
): number {
  const stated = frame.statedHeight(row);
  if (stated !== undefined) return stated;
  let height = frame.usualHeight;
  for (const [column, cell] of rows.get(row) ?? []) {
    if (cell.text === '' || isMerged(row, column)) continue;
    height = Math.max(height, cellHeight(cell, looks[cell.look] ?? {}, size, frame.widthOf(column)));
  }
  return Math.min(HIGHEST, Math.round(height));
}

function cellHeight({ text }: SeenCell, look: CellLook, size: number, width: number): number {
  const letters = (look.size ?? size) * POINT;
  const perLine = Math.max(1, (width - MARGIN) / (letters * LETTER));
  const lines = look.wraps
    ? text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / perLine)), 0)
    : 1;
  return lines * letters * LINE + AIR;
}
