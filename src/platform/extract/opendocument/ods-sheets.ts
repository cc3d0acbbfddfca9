import type { OfficePackage } from '../package/office-package.ts';
import { OdfStyles } from './odf-styles.ts';
import { type OdfSink, OdfWalker } from './odf-walker.ts';

/** A row of a sheet that has something in it: `at`, from 0; cells by their columns, those between empty. */
type OdsRow = { readonly at: number; readonly hidden: boolean; readonly cells: string[] };

/** A sheet as it is shown: rows with something in them, and which columns are not shown. */
type OdsSheet = {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: OdsRow[];
  readonly hiddenColumns: Set<number>;
};

/** What is kept of all sheets at most. */
const MAX_CELLS = 1_000_000;
const MAX_CHARACTERS = 20_000_000;
/** Columns of a row that are kept, and times that a cell with something in it stands beside itself. */
const MAX_COLUMNS = 1_024;
const MAX_SAME = 100;

/** Reads a spreadsheet's sheets (ODF 1.3, part 3, 9): what its cells show. `isCut`: there is more. */
export function odsSheets(office: OfficePackage): { sheets: OdsSheet[]; isCut: boolean } {
  const sheets = new Sheets();
  const walker = new OdfWalker(new OdfStyles(office), sheets);
  office.read('content.xml', walker);
  return { sheets: sheets.all, isCut: sheets.full() };
}

class Sheets implements OdfSink {
  readonly all: OdsSheet[] = [];
  #row: OdsRow | undefined;
  #nextRow = 0;
  #rowCount = 1;
  #column = 0;
  #nextColumn = 0;
  #cell: string[] = [];
  #cells = 0;
  #characters = 0;

  full(): boolean {
    return this.#cells >= MAX_CELLS || this.#characters >= MAX_CHARACTERS;
  }

  beginSheet(name: string, hidden: boolean): void {
    this.all.push({ name, hidden, rows: [], hiddenColumns: new Set() });
    this.#row = undefined;
    [this.#nextRow, this.#rowCount, this.#nextColumn] = [0, 0, 0];
  }

  column(count: number, hidden: boolean): void {
    const end = Math.min(this.#nextColumn + count, MAX_COLUMNS);
    for (let at = this.#nextColumn; hidden && at < end; at += 1) this.all.at(-1)?.hiddenColumns.add(at);
    this.#nextColumn += count;
  }

  beginRow(count: number, hidden: boolean): void {
    this.#nextRow += this.#rowCount;
    this.#row = { at: this.#nextRow, hidden, cells: [] };
    this.#rowCount = count;
    this.#column = 0;
    this.#cell = [];
  }

  text(text: string): void {
    this.#cell.push(text);
    this.#characters += text.length;
  }

  endCell(count: number): void {
    const text = this.#cell.join('').trim();
    this.#cell = [];
    if (text !== '' && this.#row) {
      const end = Math.min(this.#column + Math.min(count, MAX_SAME), MAX_COLUMNS);
      if (this.#row.cells.length === 0) this.all.at(-1)?.rows.push(this.#row);
      for (let at = this.#column; at < end; at += 1) {
        while (this.#row.cells.length < at) this.#row.cells.push('');
        this.#row.cells[at] = text;
        this.#cells += 1;
      }
    }
    this.#column += count;
  }
}
