import { readSheet, readWorkbook } from '../../office/workbook.ts';
import type { OfficePackage } from '../../package/office-package.ts';
import { csvRows } from '../../plain/csv-rows.ts';
import { cleanText } from '../../text/clean.ts';
import { foldInPlace, wordPattern } from '../word-pattern.ts';
import { SHOWN_COLUMNS, SHOWN_ROWS, type SheetPart } from './sheet-page.ts';

/** Rows that are seen above the one with the words, where that is too far down. */
const LEAD_ROWS = 4;
const MAX_CELL = 300;

type Row = { readonly number: number; readonly cells: Map<number, string> };

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
  const finder = new PartFinder(words);
  // Rows and columns that are hidden are not seen; a sheet that is hidden is shown as it is where it is asked for.
  readSheet(
    office,
    workbook,
    sheet.part,
    (cell) => cell.hidden || finder.add(cell.row, cell.column, cell.text),
  );
  return finder.part(true);
}

/** The part of a text of values parted by commas that is shown. Which row of the whole it begins with is not known. */
export function csvPartOf(text: string, words: readonly string[]): SheetPart {
  const finder = new PartFinder(words);
  let row = 0;
  for (const cells of csvRows(text)) {
    for (const [column, cell] of cells.entries()) if (cell !== '') finder.add(row, column, cell);
    row += 1;
  }
  return finder.part(false);
}

/** Takes cells in the order of the file and keeps the rows that are to be shown. */
class PartFinder {
  readonly #pattern: RegExp | undefined;
  #rows: Row[] = [];
  #head: Row[] | undefined;
  #found: number | undefined;

  constructor(words: readonly string[]) {
    this.#pattern = wordPattern(words);
  }

  /** False when enough has been seen. */
  add(row: number, column: number, text: string): boolean {
    if (this.#rows.at(-1)?.number !== row) {
      if (this.#isFull()) return false;
      this.#rows.push({ number: row, cells: new Map() });
    }
    const shown = cleanText(text.slice(0, MAX_CELL));
    this.#rows.at(-1)?.cells.set(column, shown);
    if (this.#found === undefined && this.#pattern && foldInPlace(shown).search(this.#pattern) !== -1)
      this.#found = column;
    return true;
  }

  /** Called before a row more: rows that are not wanted any longer are dropped. */
  #isFull(): boolean {
    if (this.#rows.length < SHOWN_ROWS) return false;
    if (this.#pattern === undefined || this.#found !== undefined) return true;
    this.#head ??= [...this.#rows];
    this.#rows = this.#rows.slice(-LEAD_ROWS);
    return false;
  }

  /** The first row says what columns are: it stays above those that are shown from further down. */
  #withHead(): readonly Row[] {
    const [first] = this.#head ?? [];
    return first ? [first, ...this.#rows.slice(0, SHOWN_ROWS - 1)] : this.#rows;
  }

  part(numbered: boolean): SheetPart {
    const rows = this.#found === undefined ? (this.#head ?? this.#rows) : this.#withHead();
    const used = rows.flatMap((row) => [...row.cells.keys()]);
    const least = used.reduce((first, column) => Math.min(first, column), Number.POSITIVE_INFINITY);
    const most = used.reduce((last, column) => Math.max(last, column), 0);
    const first = Number.isFinite(least) ? least : 0;
    // Columns far to the right are shown where the words are there; the first one stays, for it says what rows are.
    const found = this.#found ?? first;
    const from = found - first < SHOWN_COLUMNS / 2 ? first : found - 2;
    const count = Math.max(5, Math.min(SHOWN_COLUMNS, most - from + 1));
    const columns = Array.from({ length: count }, (_, at) => (at === 0 ? first : from + at));
    return {
      columns: columns.map(lettersOf),
      rows: rows.map(({ number, cells }) => ({
        number: numbered ? String(number + 1) : '',
        cells: columns.map((column) => cells.get(column) ?? ''),
      })),
    };
  }
}

/** A column's letters: A to Z, then AA. */
function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : lettersOf(Math.floor(column / 26) - 1) + last;
}
