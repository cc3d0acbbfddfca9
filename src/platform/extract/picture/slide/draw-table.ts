import type { SceneCell, SceneShape } from '../../scene/slide-scene.ts';
import { drawText, textHeight } from '../writing/draw-text.ts';
import { type Drawing, setFill, setStroke } from '../writing/drawing.ts';

/** A table to be drawn, at most `w` points wide where its columns don't say. */
type Table<Cell extends SceneCell> = Pick<
  Extract<SceneShape, { readonly shape: 'table' }>,
  'columns' | 'w'
> & { readonly rows: readonly Row<Cell>[] };
/** A row at least as high as it says, or no higher. */
type Row<Cell> = { readonly height: number; readonly isExact?: boolean; readonly cells: readonly Cell[] };
/** What draws cells that hold more than their text; `height` is undefined for one that does not. */
export type CellDrawer<Cell> = {
  readonly height: (cell: Cell, w: number) => number | undefined;
  readonly draw: (cell: Cell, w: number, h: number) => void;
};
type Place = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };

type Placed<Cell> = {
  readonly cell: Cell;
  readonly place: Place;
  readonly row: number;
  readonly column: number;
};

/** How high a table is, in points. */
export function tableHeight<Cell extends SceneCell>(
  drawing: Drawing,
  table: Table<Cell>,
  drawer?: CellDrawer<Cell>,
): number {
  const { heights } = measure(drawing, table, drawer);
  return spread(heights, 0, heights.length);
}

/** Draws a table from the origin; rows grow with their text, as they do in the application. Answers its height. */
export function drawTable<Cell extends SceneCell>(
  drawing: Drawing,
  table: Table<Cell>,
  drawer?: CellDrawer<Cell>,
): number {
  const { columns, heights } = measure(drawing, table, drawer);
  const placed: Placed<Cell>[] = [];
  let y = 0;
  for (const [index, row] of table.rows.entries()) {
    let x = 0;
    for (const [at, cell] of row.cells.entries()) {
      const place = { x, y, w: spread(columns, at, cell.columns), h: spread(heights, index, cell.rows) };
      if (!cell.covered) placed.push({ cell, place, row: index, column: at });
      x += columns[at] ?? 0;
    }
    y += heights[index] ?? 0;
  }
  const inPlace = (one: Placed<Cell>, draw: (one: Placed<Cell>) => void) => {
    drawing.context.save();
    drawing.context.translate(one.place.x, one.place.y);
    draw(one);
    drawing.context.restore();
  };
  // Fills first, so that no cell covers its neighbour's line.
  for (const one of placed) inPlace(one, ({ cell, place }) => fillCell(drawing, cell, place));
  for (const one of placed) {
    inPlace(one, ({ cell, place, row, column }) => {
      drawBorders(drawing, cell, place);
      const writing = drawing.writing?.cell?.(row, column) ?? drawing.writing;
      if (drawer?.height(cell, place.w) !== undefined) drawer.draw(cell, place.w, place.h);
      else if (cell.text.paragraphs.length > 0)
        drawText({ ...drawing, writing }, cell.text, place.w, place.h);
    });
  }
  return y;
}

/** How wide columns and how high rows are. */
function measure<Cell extends SceneCell>(
  drawing: Drawing,
  table: Table<Cell>,
  drawer: CellDrawer<Cell> | undefined,
): { readonly columns: readonly number[]; readonly heights: readonly number[] } {
  const columns = fitColumns(table);
  const needed = (cell: Cell, at: number): number => {
    const w = spread(columns, at, cell.columns);
    return drawer?.height(cell, w) ?? textHeight(drawing, cell.text, w);
  };
  const heights = table.rows.map((row) => {
    if (row.isExact) return row.height;
    const own = row.cells.map((cell, at) => (cell.covered || cell.rows > 1 ? 0 : needed(cell, at)));
    return Math.max(row.height, ...own);
  });
  // A cell over several rows makes the last of them as high as it needs.
  for (const [index, row] of table.rows.entries()) {
    for (const [at, cell] of row.cells.entries()) {
      if (cell.covered || cell.rows <= 1) continue;
      const last = Math.min(index + cell.rows, heights.length) - 1;
      const missing = needed(cell, at) - spread(heights, index, last + 1 - index);
      if (missing > 0 && !table.rows[last]?.isExact) heights[last] = (heights[last] ?? 0) + missing;
    }
  }
  return { columns, heights };
}

/** The table's box is as wide as its columns say; where they say nothing, they share it. */
function fitColumns<Cell extends SceneCell>(table: Table<Cell>): readonly number[] {
  const count = Math.max(table.columns.length, ...table.rows.map((row) => row.cells.length));
  const stated = table.columns.reduce((sum, width) => sum + width, 0);
  if (stated > 0 && table.columns.length === count) return table.columns;
  return Array.from({ length: count }, () => table.w / Math.max(1, count));
}

function spread(sizes: readonly number[], from: number, count: number): number {
  return sizes.slice(from, from + count).reduce((sum, size) => sum + size, 0);
}

function fillCell({ context }: Drawing, cell: SceneCell, { w, h }: Place): void {
  if (cell.fill === undefined) return;
  setFill(context, cell.fill, w, h);
  context.fillRect(0, 0, w, h);
}

function drawBorders(drawing: Drawing, cell: SceneCell, { w, h }: Place): void {
  const { context } = drawing;
  const ends = [
    [0, 0, 0, h],
    [0, 0, w, 0],
    [w, 0, w, h],
    [0, h, w, h],
  ] as const;
  for (const [side, [x1, y1, x2, y2]] of ends.entries()) {
    const border = cell.borders[side];
    if (!border || border.width === 0) continue;
    setStroke(drawing, border);
    context.beginPath();
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
    context.stroke();
  }
}
