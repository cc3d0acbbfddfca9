import type { CellLook, SheetMerge } from '../../../../engine/ports/sheet-look.ts';
import { type CellPlace, readSheet, readWorkbook, type Workbook } from '../../office/workbook.ts';
import type { OfficePackage } from '../../package/office-package.ts';
import { csvRows } from '../../plain/csv-rows.ts';
import { type BookLook, CellLooks, readBookLook } from '../../sheet/cell-looks.ts';
import { type CellChoice, GatheredCells, type SeenCell, type SeenRows } from '../../sheet/gather-cells.ts';
import { MergedCells } from '../../sheet/merged-cells.ts';
import { rowHeight } from '../../sheet/row-heights.ts';
import { readDrawings, type SheetDrawing } from '../../sheet/sheet-drawings.ts';
import { areaOf } from '../../sheet/sheet-frame.ts';
import { cleanText } from '../../text/clean.ts';
import { foldInPlace, wordPattern } from '../word-pattern.ts';

/** A part of a sheet that is drawn. Lengths in pixels of a sheet at its actual size. */
export type SheetPart = {
  readonly columns: readonly {
    readonly letters: string;
    readonly at: number;
    /** Absent where it follows from what is in it. */
    readonly width?: number;
  }[];
  /** Numbers are empty for what has none. */
  readonly rows: readonly { readonly number: string; readonly at: number; readonly height: number }[];
  readonly cellAt: (row: number, column: number) => SeenCell;
  readonly looks: readonly CellLook[];
  /** Points of letters of which nothing is said. */
  readonly size: number;
  readonly font?: string;
  readonly merges: readonly SheetMerge[];
  readonly drawings: readonly SheetDrawing[];
  readonly gridLines: boolean;
  /** The last column with something in it. */
  readonly last: number;
  /** The first row says what columns are, and is written as a heading. */
  readonly hasHead: boolean;
};

/** Rows and columns that are read for a picture: as many as fit where they are narrow. */
const MOST_ROWS = 60;
const MOST_COLUMNS = 40;
/** Rows and columns that are seen before the cell with the words, where that is too far away. */
const LEAD_ROWS = 4;
const LEAD_COLUMNS = 2;
/** As much of a sheet as a picture shows; cells beyond are shown where the words are there. */
const [WIDTH, HEIGHT] = [560, 360];
/** The same where it is drawn as small as it may be. */
const [MOST_WIDTH, MOST_HEIGHT] = [820, 620];
const NARROWEST = 5;
/** Points and pixels of a sheet without looks. */
const PLAIN = { size: 9, height: 20 };
const NOTHING: SeenCell = { text: '', look: 0 };

/** The part of a sheet (1-based) that is shown: its beginning, or where the words are first. Undefined where there is no such sheet. */
export function sheetPartOf(
  office: OfficePackage,
  mainPart: string,
  page: number,
  words: readonly string[],
): SheetPart | undefined {
  const workbook = readWorkbook(office, mainPart);
  const sheet = workbook.sheets[page - 1];
  if (!sheet) return undefined;
  const book = readBookLook(office, mainPart);
  const printed = areaOf(sheet.printed);
  const part = gather(office, workbook, sheet.part, book, words, printed);
  // What is printed may be empty, where somebody forgot it there.
  return part.rows.length === 0 && printed
    ? gather(office, workbook, sheet.part, book, words, undefined)
    : part;
}

function gather(
  office: OfficePackage,
  workbook: Workbook,
  part: string,
  book: BookLook,
  words: readonly string[],
  printed: SheetMerge | undefined,
): SheetPart {
  const choice = new PartChoice(words, printed);
  const looks = new CellLooks(book);
  // Rows and columns that are hidden are not seen; a sheet that is hidden is shown as it is where it is asked for.
  const seen = new GatheredCells(looks, choice, false);
  readSheet(office, workbook, part, seen.sink);
  seen.complete(office, part);
  const { frame } = seen;
  const inArea = (one: CellPlace) => !printed || isWithin(one, printed);
  const drawings = readDrawings(office, workbook, part, book.theme, frame).filter(inArea);
  const lines = choice.lines(seen.rows, drawings, frame);
  const { all } = looks;
  const { size, font } = book;
  const area = areaAround(lines);
  const merged = new MergedCells(frame.merges, area);
  const isMerged = (row: number, column: number) =>
    merged.isFirst(row, column) || merged.isCovered(row, column);
  return {
    columns: lines.columns.map((at) => ({ at, letters: lettersOf(at), width: frame.widthOf(at) })),
    rows: lines.rows.map((at) => ({
      ...{ at, number: String(at + 1) },
      height: rowHeight(seen, all, size, at, isMerged),
    })),
    cellAt: (row, column) => seen.rows.get(row)?.get(column) ?? { text: '', look: seen.lookAt(row, column) },
    looks: all,
    size,
    ...(font === undefined ? {} : { font }),
    merges: [...merged.all],
    drawings,
    gridLines: frame.gridLines,
    last: lines.last,
    hasHead: false,
  };
}

/** The part of a text of values parted by commas that is shown. Which row of the whole it begins with is not known. */
export function csvPartOf(text: string, words: readonly string[]): SheetPart {
  const choice = new PartChoice(words, undefined);
  const rows: SeenRows = new Map();
  let row = 0;
  for (const cells of csvRows(text)) {
    if (choice.isDone) break;
    for (const [column, cell] of cells.entries()) {
      const shown = cleanText(cell.slice(0, MAX_PLAIN_CELL));
      if (shown === '' || !choice.keeps({ row, column }, shown, rows)) continue;
      const of = rows.get(row) ?? new Map<number, SeenCell>();
      rows.set(row, of.set(column, { text: shown, look: NUMBER.test(shown) ? 1 : 0 }));
    }
    row += 1;
  }
  const lines = choice.lines(rows, [], EVEN);
  return {
    columns: lines.columns.map((at) => ({ at, letters: lettersOf(at) })),
    rows: lines.rows.map((at) => ({ at, number: '', height: PLAIN.height })),
    cellAt: (of, column) => rows.get(of)?.get(column) ?? NOTHING,
    looks: [{}, { align: 'right', number: 'set' }],
    size: PLAIN.size,
    merges: [],
    drawings: [],
    gridLines: true,
    last: lines.last,
    hasHead: true,
  };
}

const MAX_PLAIN_CELL = 300;
/** What reads as a number, which stands on the right. */
const NUMBER = /^[-+(−]?[€$£¥]?\s?\d[\d.,\s’']*\s?[%€$£¥]?\)?$/;

/** Which columns and rows there are, and how much room they take. */
interface Frame {
  readonly frozen: { readonly rows: number };
  shownWidth(column: number): number;
  shownHeight(row: number): number;
}

const EVEN: Frame = {
  frozen: { rows: 0 },
  shownWidth: () => 90,
  shownHeight: () => PLAIN.height,
};

type Lines = {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** The last column with something in it. */
  readonly last: number;
};

/** Takes cells in the order of the file and keeps the rows that may be shown: the first ones, and those around the words. */
class PartChoice implements CellChoice {
  isDone = false;
  readonly #pattern: RegExp | undefined;
  readonly #printed: SheetMerge | undefined;
  #first: number | undefined;
  #row: number | undefined;
  #found: CellPlace | undefined;

  constructor(words: readonly string[], printed: SheetMerge | undefined) {
    this.#pattern = wordPattern(words);
    this.#printed = printed;
  }

  keeps(place: CellPlace, text: string, rows: SeenRows): boolean {
    const { row } = place;
    if (this.#printed && !isWithin(place, this.#printed)) return false;
    if (text !== '') this.#first ??= row;
    const isNew = row !== this.#row;
    this.#row = row;
    if (this.#first === undefined) return rows.size < MOST_ROWS;
    if (this.#found === undefined && text !== '' && this.#isSought(text)) this.#found = place;
    const isFirst = row < this.#first + MOST_ROWS;
    const last = this.#found?.row ?? (this.#pattern ? Number.POSITIVE_INFINITY : this.#first);
    this.isDone = !isFirst && row >= last + MOST_ROWS;
    if (isNew && !isFirst && this.#found === undefined) this.#forget(rows, row);
    return !this.isDone;
  }

  #isSought(text: string): boolean {
    return this.#pattern !== undefined && foldInPlace(text).search(this.#pattern) !== -1;
  }

  /** Rows that are not wanted any longer are dropped. */
  #forget(rows: SeenRows, row: number): void {
    const last = (this.#first ?? 0) + MOST_ROWS;
    for (const one of rows.keys()) if (one >= last && one < row - LEAD_ROWS) rows.delete(one);
  }

  /** The rows and columns that are shown. */
  lines(rows: SeenRows, drawings: readonly SheetDrawing[], frame: Frame): Lines {
    const withText = [...rows].filter(([, cells]) => [...cells.values()].some(({ text }) => text !== ''));
    const places = [
      ...withText.map(([row, cells]) => ({ row, column: leastOf(withTextIn(cells)) })),
      ...drawings,
    ];
    if (places.length === 0) return { rows: [], columns: [], last: 0 };
    const first = {
      row: leastOf(places.map(({ row }) => row)),
      column: leastOf(places.map(({ column }) => column)),
    };
    const last = this.#last(rows, drawings, frame, first);
    return {
      rows: this.#rows(first.row, last.row, frame),
      columns: this.#columns(first.column, last.column, frame),
      last: last.column,
    };
  }

  #last(rows: SeenRows, drawings: readonly SheetDrawing[], frame: Frame, first: CellPlace): CellPlace {
    const ends = drawings.map((drawing) => ({
      row: drawing.row + Math.ceil((drawing.dy + drawing.h) / Math.max(1, frame.shownHeight(drawing.row))),
      column:
        drawing.column + Math.ceil((drawing.dx + drawing.w) / Math.max(8, frame.shownWidth(drawing.column))),
    }));
    const used = [...rows.values()].flatMap((cells) => [...cells.keys()]);
    return {
      row: mostOf([first.row, ...rows.keys(), ...ends.map(({ row }) => row)]),
      column: mostOf([first.column + NARROWEST - 1, ...used, ...ends.map(({ column }) => column)]),
    };
  }

  /** The first rows say what columns are: they stay above those that are shown from further down. */
  #rows(first: number, last: number, frame: Frame): number[] {
    const rowsFrom = (start: number) =>
      run(start, last, MOST_ROWS, MOST_HEIGHT, (row) => frame.shownHeight(row));
    const from = rowsFrom(first);
    const found = this.#found?.row;
    if (found === undefined) return from;
    const above = from.filter((row) => row < found).reduce((sum, row) => sum + frame.shownHeight(row), 0);
    if (from.includes(found) && above + frame.shownHeight(found) < HEIGHT - 2 * PLAIN.height) return from;
    const head = from.slice(0, Math.min(LEAD_ROWS, Math.max(1, frame.frozen.rows - first)));
    const start = Math.max((head.at(-1) ?? first) + 1, found - LEAD_ROWS + 1);
    return [...head, ...rowsFrom(start)];
  }

  /** Columns far to the right are shown where the words are there; the first one stays, for it says what rows are. */
  #columns(first: number, last: number, frame: Frame): number[] {
    const columnsFrom = (start: number) =>
      run(start, last, MOST_COLUMNS, MOST_WIDTH, (at) => frame.shownWidth(at));
    const from = columnsFrom(first);
    const found = this.#found?.column ?? first;
    const before = from.filter((column) => column < found).reduce((sum, at) => sum + frame.shownWidth(at), 0);
    if (from.includes(found) && before + frame.shownWidth(found) / 2 < WIDTH - 100) return from;
    const start = Math.max(first + 1, found - LEAD_COLUMNS);
    return [first, ...columnsFrom(start)];
  }
}

/** Numbers from the first to the last, and on until `room` is full: those that take any, as many as there may be. */
function run(
  first: number,
  last: number,
  most: number,
  room: number,
  sizeOf: (at: number) => number,
): number[] {
  const shown: number[] = [];
  let left = room;
  for (let at = first; (at <= last || left > 0) && shown.length < most && at < first + 20 * most; at += 1) {
    const size = sizeOf(at);
    left -= size;
    if (size > 0) shown.push(at);
  }
  return shown;
}

function withTextIn(cells: ReadonlyMap<number, SeenCell>): number[] {
  return [...cells].flatMap(([column, { text }]) => (text === '' ? [] : [column]));
}

function leastOf(numbers: readonly number[]): number {
  return numbers.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY);
}

function mostOf(numbers: readonly number[]): number {
  return numbers.reduce((most, one) => Math.max(most, one), 0);
}

function areaAround({ rows, columns }: Lines): SheetMerge {
  const [row, column] = [rows[0] ?? 0, columns[0] ?? 0];
  return {
    ...{ row, column },
    rows: Math.max(1, (rows.at(-1) ?? row) - row + 1),
    columns: Math.max(1, (columns.at(-1) ?? column) - column + 1),
  };
}

function isWithin({ row, column }: CellPlace, area: SheetMerge): boolean {
  return (
    row >= area.row &&
    row < area.row + area.rows &&
    column >= area.column &&
    column < area.column + area.columns
  );
}

/** A column's letters: A to Z, then AA. */
function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : lettersOf(Math.floor(column / 26) - 1) + last;
}
