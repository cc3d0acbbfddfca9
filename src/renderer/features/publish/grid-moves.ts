import { COLUMNS } from './columns.ts';

/** The cell that the keyboard is on. Column 0 is the checkbox, the others are `COLUMNS`. */
export type Cell = { readonly row: number; readonly column: number };

/** Number of columns with the checkbox. */
export const COLUMN_COUNT = COLUMNS.length + 1;

/** Where a key leads from a cell; null when it leads nowhere (a Tab past the last cell leaves the table). */
export function moveCell(
  cell: Cell,
  key: string,
  rows: number,
  page: number,
  keys: { readonly shift: boolean; readonly control: boolean },
): Cell | null {
  const lastRow = rows - 1;
  const lastColumn = COLUMN_COUNT - 1;
  const within = (row: number) => Math.min(lastRow, Math.max(0, row));
  switch (key) {
    case 'ArrowUp':
      return { ...cell, row: keys.control ? 0 : within(cell.row - 1) };
    case 'ArrowDown':
      return { ...cell, row: keys.control ? lastRow : within(cell.row + 1) };
    case 'ArrowLeft':
      return { ...cell, column: keys.control ? 0 : Math.max(0, cell.column - 1) };
    case 'ArrowRight':
      return { ...cell, column: keys.control ? lastColumn : Math.min(lastColumn, cell.column + 1) };
    case 'PageUp':
      return { ...cell, row: within(cell.row - page) };
    case 'PageDown':
      return { ...cell, row: within(cell.row + page) };
    case 'Home':
      return { row: keys.control ? 0 : cell.row, column: 0 };
    case 'End':
      return { row: keys.control ? lastRow : cell.row, column: lastColumn };
    case 'Tab':
      return keys.shift ? before(cell) : after(cell, rows);
    default:
      return null;
  }
}

function after(cell: Cell, rows: number): Cell | null {
  if (cell.column < COLUMN_COUNT - 1) return { ...cell, column: cell.column + 1 };
  return cell.row < rows - 1 ? { row: cell.row + 1, column: 0 } : null;
}

function before(cell: Cell): Cell | null {
  if (cell.column > 0) return { ...cell, column: cell.column - 1 };
  return cell.row > 0 ? { row: cell.row - 1, column: COLUMN_COUNT - 1 } : null;
}

/** The ids from one row to another, both included, in the order of the table. */
export function rangeOf(ids: readonly string[], from: string, to: string): string[] {
  const a = ids.indexOf(from);
  const b = ids.indexOf(to);
  if (a < 0 || b < 0) return b < 0 ? [] : [to];
  return ids.slice(Math.min(a, b), Math.max(a, b) + 1);
}
