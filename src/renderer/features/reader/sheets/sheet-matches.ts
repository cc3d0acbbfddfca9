import type { Matcher } from '../document/find-text.ts';

/** A cell that matches; all counted from 0. */
export type CellMatch = { readonly sheet: number; readonly row: number; readonly column: number };

type Rows = readonly (readonly string[])[];

/** The cells that match, sheet by sheet, row by row. */
export function findCells(sheets: readonly { readonly rows: Rows }[], matcher: Matcher): CellMatch[] {
  return sheets.flatMap(({ rows }, sheet) =>
    rows.flatMap((cells, row) =>
      cells.flatMap((cell, column) =>
        cell !== '' && matcher(cell).length > 0 ? [{ sheet, row, column }] : [],
      ),
    ),
  );
}

/** The name of a column as spreadsheets give it: A, B, … Z, AA. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** Widths of the columns in pixels, by their longest short text among the first rows. */
export function columnWidths(rows: Rows): number[] {
  const widths: number[] = [];
  for (const cells of rows.slice(0, 300)) {
    cells.forEach((cell, column) => {
      const wanted = Math.min(320, Math.max(64, cell.length * 8.2 + 20));
      widths[column] = Math.max(widths[column] ?? 64, wanted);
    });
  }
  return widths.map((width) => Math.round(width));
}
