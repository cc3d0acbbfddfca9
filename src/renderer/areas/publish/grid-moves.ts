import { COLUMNS } from './columns.ts';

/** The cell that the keyboard is on. Column 0 is the checkbox, the others are `COLUMNS`. */
export type Cell = { readonly row: number; readonly column: number };

/** Number of columns with the checkbox, in a hub without dimensions. */
export const COLUMN_COUNT = COLUMNS.length + 1;

/** A step through the table. */
export type Move =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'next'
  | 'previous'
  | 'firstColumn'
  | 'lastColumn'
  | 'firstRow'
  | 'lastRow'
  | 'start'
  | 'end'
  | 'pageUp'
  | 'pageDown';

/** Where a step leads from a cell; null when it leads nowhere (`next` past the last cell leaves the table). `columns`: how many there are, with the checkbox. */
export function moveCell(
  cell: Cell,
  move: Move,
  rows: number,
  page: number,
  columns = COLUMN_COUNT,
): Cell | null {
  const lastRow = rows - 1;
  const lastColumn = columns - 1;
  const within = (row: number) => Math.min(lastRow, Math.max(0, row));
  switch (move) {
    case 'up':
      return { ...cell, row: within(cell.row - 1) };
    case 'down':
      return { ...cell, row: within(cell.row + 1) };
    case 'left':
      return { ...cell, column: Math.max(0, cell.column - 1) };
    case 'right':
      return { ...cell, column: Math.min(lastColumn, cell.column + 1) };
    case 'pageUp':
      return { ...cell, row: within(cell.row - page) };
    case 'pageDown':
      return { ...cell, row: within(cell.row + page) };
    case 'firstColumn':
      return { ...cell, column: 0 };
    case 'lastColumn':
      return { ...cell, column: lastColumn };
    case 'firstRow':
      return { ...cell, row: 0 };
    case 'lastRow':
      return { ...cell, row: lastRow };
    case 'start':
      return { row: 0, column: 0 };
    case 'end':
      return { row: lastRow, column: lastColumn };
    case 'previous':
      return before(cell, lastColumn);
    case 'next':
      return after(cell, rows, lastColumn);
  }
}

function after(cell: Cell, rows: number, lastColumn: number): Cell | null {
  if (cell.column < lastColumn) return { ...cell, column: cell.column + 1 };
  return cell.row < rows - 1 ? { row: cell.row + 1, column: 0 } : null;
}

function before(cell: Cell, lastColumn: number): Cell | null {
  if (cell.column > 0) return { ...cell, column: cell.column - 1 };
  return cell.row > 0 ? { row: cell.row - 1, column: lastColumn } : null;
}

/** The ids from one row to another, both included, in the order of the table. */
export function rangeOf(ids: readonly string[], from: string, to: string): string[] {
  const a = ids.indexOf(from);
  const b = ids.indexOf(to);
  if (a < 0 || b < 0) return b < 0 ? [] : [to];
  return ids.slice(Math.min(a, b), Math.max(a, b) + 1);
}
