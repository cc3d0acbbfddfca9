import type { SheetPreview } from '../../../engine/ports/extractor.ts';
import type { SheetLook } from '../../../engine/ports/sheet-look.ts';
import { type Cell, type CellPlace, readSheet, type Workbook } from '../office/workbook.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { attribute } from '../package/xml.ts';
import type { CellLooks } from '../sheet/cell-looks.ts';
import { type CellChoice, GatheredCells } from '../sheet/gather-cells.ts';
import { MergedCells } from '../sheet/merged-cells.ts';
import { rowHeight } from '../sheet/row-heights.ts';
import { readDrawings, type SheetDrawing } from '../sheet/sheet-drawings.ts';
import { areaOf } from '../sheet/sheet-frame.ts';
import type { SheetPictures } from './sheet-pictures.ts';

/** Rows and columns that are shown of a sheet: the port's limits. */
export const MAX_ROWS = 1_000;
export const MAX_COLUMNS = 100;
/** Rows and columns of no content that are shown so that what lies on them is. */
const [BESIDE, BELOW] = [1, 2];

type Budget = { cells: number; blanks: number; characters: number };

/** The beginning of a sheet as the reader screen shows it. */
export class ShownSheet {
  readonly #seen: GatheredCells;
  readonly #looks: CellLooks;
  readonly #drawings: readonly SheetDrawing[];
  readonly #total = { rows: 0, columns: 0 };
  readonly #hidden = { rows: new Set<number>(), columns: new Set<number>() };
  readonly #rows: number;
  readonly #columns: number;

  /** Takes what it shows out of the budget. */
  constructor(office: OfficePackage, workbook: Workbook, part: string, looks: CellLooks, budget: Budget) {
    this.#looks = looks;
    const size = statedSize(office, part);
    const choice = new FirstCells(budget, size.rows > 0);
    this.#seen = new GatheredCells(looks, choice, true);
    const { sink, rows, frame } = this.#seen;
    readSheet(office, workbook, part, {
      ...sink,
      cell: (cell) => {
        this.#note(cell);
        return sink.cell(cell);
      },
    });
    this.#seen.complete(office, part);
    if (this.#total.rows >= MAX_ROWS) this.#total.rows = Math.max(this.#total.rows, size.rows);
    if (this.#total.columns >= MAX_COLUMNS) this.#total.columns = Math.max(this.#total.columns, size.columns);
    this.#drawings = readDrawings(office, workbook, part, looks.book.theme, frame);
    const lastRows = [...rows.keys()].map((row) => row + 1);
    const lastColumns = [...rows.values()].flatMap((cells) => [...cells.keys()].map((column) => column + 1));
    const ends = this.#drawings.map((drawing) => endOf(drawing, this.#seen));
    this.#rows = Math.min(MAX_ROWS, most([...lastRows, ...ends.map(({ row }) => row + BELOW)]));
    this.#columns = Math.min(
      MAX_COLUMNS,
      most([...lastColumns, ...ends.map(({ column }) => column + BESIDE)]),
    );
  }

  #note({ row, column, hiddenRow, hiddenColumn }: Cell): void {
    if (hiddenRow && row < MAX_ROWS) this.#hidden.rows.add(row);
    if (hiddenColumn && column < MAX_COLUMNS) this.#hidden.columns.add(column);
    this.#total.rows = Math.max(this.#total.rows, row + 1);
    this.#total.columns = Math.max(this.#total.columns, column + 1);
  }

  /** Its texts. */
  preview(): Omit<SheetPreview, 'label' | 'look' | 'hidden'> {
    return {
      rows: Array.from({ length: this.#rows }, (_, row) => this.#textsOf(row)),
      totalRows: this.#total.rows,
      totalColumns: this.#total.columns,
      hiddenRows: [...this.#hidden.rows],
      hiddenColumns: [...this.#hidden.columns],
    };
  }

  #textsOf(row: number): string[] {
    const cells = this.#seen.rows.get(row) ?? new Map();
    const last = most([...cells].flatMap(([column, { text }]) => (text === '' ? [] : [column + 1])));
    return Array.from({ length: last }, (_, column) => cells.get(column)?.text ?? '');
  }

  #runs(): SheetLook['runs'] {
    const found: SheetLook['runs'][number][] = [];
    for (const [row, cells] of this.#seen.rows)
      for (const [column, { runs }] of cells) if (runs) found.push({ row, column, runs });
    return found;
  }

  /** How it looks. */
  async look(pictures: SheetPictures): Promise<SheetLook> {
    const { frame, rows } = this.#seen;
    const { all, book } = this.#looks;
    const { size, font } = book;
    const area = { row: 0, column: 0, rows: this.#rows, columns: this.#columns };
    const merged = new MergedCells(frame.merges, area);
    const isMerged = (row: number, column: number) =>
      merged.isFirst(row, column) || merged.isCovered(row, column);
    const cells = Array.from({ length: this.#rows }, (_, row) => {
      const last = most([...(rows.get(row)?.keys() ?? [])].map((column) => column + 1));
      return Array.from({ length: last }, (_none, column) => this.#seen.lookAt(row, column));
    });
    const columns = Array.from({ length: this.#columns }, (_, column) => ({
      width: frame.widthOf(column),
      look: this.#looks.numberOf(frame.styleOf(-1, column)),
    }));
    return {
      size,
      ...(font === undefined ? {} : { font }),
      looks: [...all],
      cells,
      runs: this.#runs(),
      columns,
      heights: cells.map((_, row) => rowHeight(this.#seen, all, size, row, isMerged)),
      merges: [...merged.all],
      frozen: frame.frozen,
      gridLines: frame.gridLines,
      pictures: await pictures.of(this.#drawings),
    };
  }
}

/** The cells of a sheet's beginning, while there is room. `isSized`: the sheet itself says how large it is. */
class FirstCells implements CellChoice {
  isDone = false;
  readonly #budget: Budget;
  readonly #isSized: boolean;

  constructor(budget: Budget, isSized: boolean) {
    this.#budget = budget;
    this.#isSized = isSized;
  }

  keeps({ row, column }: CellPlace, text: string): boolean {
    const budget = this.#budget;
    if (text === '') budget.blanks -= 1;
    else budget.cells -= 1;
    budget.characters -= text.length;
    // The file's own statement of the size serves for what is not read any more.
    const isPast = row >= MAX_ROWS && this.#isSized;
    this.isDone = isPast || budget.cells <= 0 || budget.characters <= 0;
    return row < MAX_ROWS && column < MAX_COLUMNS && (text !== '' || budget.blanks > 0);
  }
}

/** The cell in which a drawing ends. */
function endOf({ row, column, dx, dy, w, h }: SheetDrawing, { frame }: GatheredCells): CellPlace {
  let [right, bottom] = [dx + w, dy + h];
  let [endRow, endColumn] = [row, column];
  while (right > 0 && endColumn < MAX_COLUMNS) {
    right -= frame.shownWidth(endColumn);
    endColumn += 1;
  }
  while (bottom > 0 && endRow < MAX_ROWS) {
    bottom -= frame.shownHeight(endRow);
    endRow += 1;
  }
  return { row: endRow, column: endColumn };
}

function most(numbers: readonly number[]): number {
  return numbers.reduce((largest, one) => Math.max(largest, one), 0);
}

/** The size that a sheet states, which may be wrong; zero when it states none. */
function statedSize(office: OfficePackage, part: string): { rows: number; columns: number } {
  let size = { rows: 0, columns: 0 };
  let isPast = false;
  office.read(part, {
    open: (name, attributes) => {
      if (name === 'sheetData') isPast = true;
      if (name !== 'dimension') return;
      const area = areaOf(attribute(attributes, 'ref'));
      if (area)
        size = {
          rows: Math.min(1_048_576, area.row + area.rows),
          columns: Math.min(16_384, area.column + area.columns),
        };
      isPast = true;
    },
    enough: () => isPast,
  });
  return size;
}
