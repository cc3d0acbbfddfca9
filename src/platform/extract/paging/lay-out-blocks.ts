import { breakLines, type Line } from './break-lines.ts';
import type { FlowBlock, FlowCell, FlowParagraph, FlowRow, FlowTable } from './flow.ts';

/** A paragraph in lines. Measures in points. */
export type LaidParagraph = {
  readonly laid: 'paragraph';
  readonly block: FlowParagraph;
  readonly lines: readonly Line[];
  readonly before: number;
  readonly after: number;
};
/** A table's row with the lines of each of its cells. */
export type LaidRow = {
  readonly row: FlowRow;
  readonly cells: readonly { readonly lines: readonly Line[]; readonly upright: number }[];
  readonly height: number;
};
/** A table in rows. */
export type LaidTable = {
  readonly laid: 'table';
  readonly block: FlowTable;
  readonly rows: readonly LaidRow[];
};
export type LaidBlock = LaidParagraph | LaidTable;

/** Breaks a block into lines or rows for a column `width` points wide, on lines `grid` points from each other where there are such. */
export function layOut(block: FlowBlock, width: number, grid?: number): LaidBlock {
  if (block.flow === 'table') return { laid: 'table', block, rows: layOutRows(block, width, grid) };
  const { before = 0, after = 0 } = block.look;
  return { laid: 'paragraph', block, lines: onGrid(breakLines(block, width), block, grid), before, after };
}

/** Lines as high as the next multiple of the grid, but those that are of a height of their own. */
function onGrid(lines: readonly Line[], { look }: FlowParagraph, grid: number | undefined): readonly Line[] {
  const isOwn = look.line !== undefined && 'points' in look.line;
  if (grid === undefined || isOwn || look.isOnGrid === false) return lines;
  return lines.map((line) => ({ ...line, height: Math.ceil(line.height / grid - 0.01) * grid }));
}

/** The room between two paragraphs: the larger of what they ask for, or both; none between those of a style that are to be close. */
export function spaceBetween(above: LaidParagraph | undefined, below: LaidParagraph): number {
  if (!above) return below.before;
  const isSame = above.block.style === below.block.style;
  const after = isSame && above.block.look.isClose ? 0 : above.after;
  const before = isSame && below.block.look.isClose ? 0 : below.before;
  return below.block.addsSpaces ? after + before : Math.max(after, before);
}

/** All lines of blocks below each other, the room between them in the lines' heights. */
export function linesOf(blocks: readonly FlowBlock[], width: number, grid?: number): Line[] {
  const lines: Line[] = [];
  let above: LaidParagraph | undefined;
  const add = (line: Line, room: number) =>
    lines.push(room === 0 ? line : { ...line, height: line.height + room });
  for (const block of blocks) {
    const laid = layOut(block, width, grid);
    if (laid.laid === 'table') {
      const room = above?.after ?? 0;
      above = undefined;
      for (const [index, row] of laid.rows.entries()) {
        for (const [at, line] of linesOfRow(row).entries()) add(line, index + at === 0 ? room : 0);
      }
    } else {
      const isFirst = lines.length === 0 && laid.block.look.isAutoBefore === true;
      const room = isFirst ? 0 : spaceBetween(above, laid);
      for (const [index, line] of laid.lines.entries()) add(line, index === 0 ? room : 0);
      above = laid;
    }
  }
  const last = lines.at(-1);
  if (last && above && above.after > 0 && above.block.look.isAutoAfter !== true)
    lines[lines.length - 1] = { ...last, height: last.height + above.after };
  return lines;
}

/** A row of a table within a cell as lines: those of its longest cell, the others stand beside them. */
function linesOfRow({ row, cells, height }: LaidRow): Line[] {
  const heights = cells.map((cell) => heightOf(cell.lines));
  const longest = cells[heights.indexOf(Math.max(...heights))]?.lines ?? [];
  const notes = cells.flatMap((cell) => cell.lines.flatMap((line) => line.notes));
  const [first] = longest;
  if (!first || row.isExact || row.staysWhole) return [{ height, place: row.place, notes }];
  const rest = Math.max(0, height - Math.max(...heights));
  return [
    { height: first.height + rest, place: row.place, notes },
    ...longest.slice(1).map((line) => ({ ...line, notes: [] })),
  ];
}

/** How high lines are together, in points. */
export function heightOf(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + line.height, 0);
}

function layOutRows(table: FlowTable, width: number, grid: number | undefined): LaidRow[] {
  const rows = table.rows.map((row, at): LaidRow => {
    let column = 0;
    const cells = row.cells.map((cell) => {
      const room = widthOf(cell, table, column, width, row);
      column += cell.span;
      return {
        lines: cell.goesOn ? [] : linesOf(cell.blocks, Math.max(4, room - cell.across), grid),
        upright: cell.upright,
      };
    });
    return { row, cells, height: rowHeight(row, cells, (index) => !isSpanning(table, at, index)) };
  });
  return stretched(table, rows);
}

function rowHeight(
  { height, isExact }: FlowRow,
  cells: LaidRow['cells'],
  counts: (index: number) => boolean,
): number {
  if (isExact && height > 0) return height;
  const own = cells.map((cell, index) => (counts(index) ? heightOf(cell.lines) : 0) + cell.upright);
  return Math.max(height, ...own);
}

/** Where a cell begins, in columns. */
function columnOf(row: FlowRow, index: number): number {
  return row.cells.slice(0, index).reduce((sum, cell) => sum + cell.span, 0);
}

function cellAt(row: FlowRow | undefined, column: number): FlowCell | undefined {
  let at = 0;
  for (const cell of row?.cells ?? []) {
    if (at === column) return cell;
    at += cell.span;
  }
  return undefined;
}

/** Whether a cell of a row goes on in the next one. */
function isSpanning(table: FlowTable, at: number, index: number): boolean {
  const row = table.rows[at];
  return row !== undefined && cellAt(table.rows[at + 1], columnOf(row, index))?.goesOn === true;
}

/** A cell over several rows makes the last of them as high as it needs. */
function stretched(table: FlowTable, rows: readonly LaidRow[]): LaidRow[] {
  const heights = rows.map((one) => one.height);
  for (const [at, { row, cells }] of rows.entries()) {
    for (const [index, cell] of cells.entries()) {
      if (cell.lines.length === 0 || !isSpanning(table, at, index)) continue;
      const column = columnOf(row, index);
      let last = at;
      while (cellAt(table.rows[last + 1], column)?.goesOn) last += 1;
      const covered = heights.slice(at, last + 1).reduce((sum, one) => sum + one, 0);
      const missing = heightOf(cell.lines) + cell.upright - covered;
      if (missing > 0 && !table.rows[last]?.isExact) heights[last] = (heights[last] ?? 0) + missing;
    }
  }
  return rows.map((one, at) => ({ ...one, height: heights[at] ?? one.height }));
}

function widthOf(cell: FlowCell, table: FlowTable, column: number, width: number, row: FlowRow): number {
  const ofGrid = table.columns.slice(column, column + cell.span).reduce((sum, one) => sum + one, 0);
  const stated = cell.width > 0 ? cell.width : ofGrid;
  if (stated > 0) return stated;
  const ofRoom = (table.shares ?? []).slice(column, column + cell.span).reduce((sum, one) => sum + one, 0);
  if (ofRoom > 0) return width * ofRoom;
  const all = row.cells.reduce((sum, one) => sum + one.span, 0);
  return (width * cell.span) / Math.max(1, all);
}
