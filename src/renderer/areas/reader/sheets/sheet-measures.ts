import type { SheetLook } from '../../../../contract/sheet-look.ts';
import { columnWidths, type SearchedSheet } from './sheet-matches.ts';

/** A sheet as a table shows it. */
export type ShownSheet = SearchedSheet & { readonly look?: SheetLook | undefined };

/** An area of cells that is shown as one, in the first of its cells that are shown. */
export type Span = {
  readonly row: number;
  readonly column: number;
  readonly w: number;
  readonly h: number;
  readonly lastRow: number;
  readonly lastColumn: number;
};

/** How large the parts of a sheet are, in pixels at its actual size. */
export type SheetMeasures = {
  /** Of each column; 0 where it is not shown. */
  readonly widths: readonly number[];
  /** Where columns begin, after the rows' numbers; one more for the end. */
  readonly lefts: readonly number[];
  /** Rows that are shown, by their numbers in the sheet: those that stay at the top, and those that move. */
  readonly frozenRows: readonly number[];
  readonly movingRows: readonly number[];
  readonly frozenColumns: number;
  heightOf(row: number): number;
  /** The area that is shown in a cell; `covered` where the cell is part of one that is shown elsewhere. */
  spanAt(row: number, column: number): Span | 'covered' | undefined;
  /** Rows above one of these that are needed so that areas reaching into them are there. */
  anchorsOf(firstRow: number, lastRow: number): readonly number[];
};

/** Pixels of a row of which nothing is said, and of the column of the rows' numbers. */
const ROW_HEIGHT = 26;
export const NUMBER_WIDTH = 56;

/** Measures a sheet. `withoutHidden`: rows and columns that its author hid are not there. */
export function measureSheet(sheet: ShownSheet, withoutHidden: boolean): SheetMeasures {
  const { rows, look } = sheet;
  const hiddenColumns = new Set(withoutHidden ? sheet.hiddenColumns : []);
  const hiddenRows = new Set(withoutHidden ? sheet.hiddenRows : []);
  const all = look ? look.columns.map(({ width }) => width) : columnWidths(rows);
  const widths = all.map((width, column) => (hiddenColumns.has(column) ? 0 : width));
  const lefts = [0];
  for (const width of widths) lefts.push((lefts.at(-1) ?? 0) + width);
  const shown = [...rows.keys()].filter((row) => !hiddenRows.has(row));
  const heightOf = (row: number) => (hiddenRows.has(row) ? 0 : (look?.heights[row] ?? ROW_HEIGHT));
  const frozen = look?.frozen ?? { rows: 0, columns: 0 };
  const spans = spansOf(look?.merges ?? [], widths, heightOf);
  return {
    widths,
    lefts,
    heightOf,
    frozenRows: shown.filter((row) => row < frozen.rows),
    movingRows: shown.filter((row) => row >= frozen.rows),
    frozenColumns: frozen.columns,
    ...spans,
  };
}

function spansOf(
  merges: SheetLook['merges'],
  widths: readonly number[],
  heightOf: (row: number) => number,
): Pick<SheetMeasures, 'spanAt' | 'anchorsOf'> {
  const cells = new Map<string, Span | 'covered'>();
  const tall: { readonly first: number; readonly last: number }[] = [];
  for (const merge of merges) {
    const rows = numbers(merge.row, merge.rows).filter((row) => heightOf(row) > 0);
    const columns = numbers(merge.column, Math.min(merge.columns, widths.length - merge.column)).filter(
      (column) => (widths[column] ?? 0) > 0,
    );
    const [first, firstColumn] = [rows[0], columns[0]];
    if (first === undefined || firstColumn === undefined) continue;
    for (const row of rows) for (const column of columns) cells.set(`${row} ${column}`, 'covered');
    const last = rows.at(-1) ?? first;
    cells.set(`${first} ${firstColumn}`, {
      row: merge.row,
      column: merge.column,
      w: columns.reduce((sum, column) => sum + (widths[column] ?? 0), 0),
      h: rows.reduce((sum, row) => sum + heightOf(row), 0),
      lastRow: last,
      lastColumn: columns.at(-1) ?? firstColumn,
    });
    if (last > first) tall.push({ first, last });
  }
  return {
    spanAt: (row, column) => cells.get(`${row} ${column}`),
    anchorsOf: (from, to) => {
      const reaching = tall.filter(({ first, last }) => first < from && last >= from && first <= to);
      return [...new Set(reaching.map(({ first }) => first))];
    },
  };
}

/** Rows of an area that are looked at: as many as are shown of a sheet. */
const MOST = 1_000;

function numbers(from: number, count: number): number[] {
  return Array.from({ length: Math.max(0, Math.min(MOST, count)) }, (_, at) => from + at);
}

/** How wide a cell's text may be: it runs on over empty cells behind it, before it where it stands at the right, on both sides from the middle. */
export function roomFor(
  { widths }: SheetMeasures,
  cells: readonly string[],
  column: number,
  align?: 'center' | 'right',
): number {
  const own = widths[column] ?? 0;
  const beyond = (step: 1 | -1): number => {
    let room = 0;
    for (let next = column + step; next in widths && (cells[next] ?? '') === ''; next += step)
      room += widths[next] ?? 0;
    return room;
  };
  if (align === 'right') return own + beyond(-1);
  return align === 'center' ? own + 2 * Math.min(beyond(-1), beyond(1)) : own + beyond(1);
}

const partsOf = new WeakMap<SheetLook, ReadonlyMap<string, SheetLook['runs'][number]['runs']>>();

/** The parts of a cell's text, where they look otherwise than the cell. */
export function runsAt(
  look: SheetLook,
  row: number,
  column: number,
): SheetLook['runs'][number]['runs'] | undefined {
  if (look.runs.length === 0) return undefined;
  const known = partsOf.get(look) ?? new Map(look.runs.map((one) => [`${one.row} ${one.column}`, one.runs]));
  partsOf.set(look, known);
  return known.get(`${row} ${column}`);
}

/** The number of a cell's look. */
export function lookAt(look: SheetLook, row: number, column: number): number {
  return look.cells[row]?.[column] ?? look.columns[column]?.look ?? 0;
}
