import type { Matcher } from '../document/find-text.ts';

/** A cell that matches; all counted from 0. */
type CellMatch = { readonly sheet: number; readonly row: number; readonly column: number };

type Rows = readonly (readonly string[])[];

/** What is searched of a sheet. */
export type SearchedSheet = {
  readonly rows: Rows;
  /** The author hid all of it. */
  readonly hidden?: boolean | undefined;
  /** Rows and columns that the author hid, counted from 0. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
};

/** Says of a sheet's cells whether they are searched: hidden ones only if `findsHidden`. */
export function searchedCells(
  sheet: SearchedSheet,
  findsHidden: boolean,
): (row: number, column: number) => boolean {
  if (findsHidden) return () => true;
  const rows = new Set(sheet.hiddenRows);
  const columns = new Set(sheet.hiddenColumns);
  return (row, column) => sheet.hidden !== true && !rows.has(row) && !columns.has(column);
}

/** The cells that match, sheet by sheet, row by row. */
export function findCells(
  sheets: readonly SearchedSheet[],
  matcher: Matcher,
  findsHidden: boolean,
): CellMatch[] {
  return sheets.flatMap((sheet, number) => {
    const isSearched = searchedCells(sheet, findsHidden);
    return sheet.rows.flatMap((cells, row) =>
      cells.flatMap((cell, column) =>
        cell !== '' && isSearched(row, column) && matcher(cell).length > 0
          ? [{ sheet: number, row, column }]
          : [],
      ),
    );
  });
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
