import type { TextRun } from '../../../engine/ports/sheet-look.ts';
import type { Cell, CellPlace, SheetSink } from '../office/workbook.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { attribute } from '../package/xml.ts';
import { cleanText } from '../text/clean.ts';
import { rulesBehind } from './behind-cells.ts';
import type { CellLooks } from './cell-looks.ts';
import { mergesBehind } from './merges-behind.ts';
import { ruleCells } from './ruled-cells.ts';
import { SheetFrame } from './sheet-frame.ts';

/** What is seen of a cell: its text, which may be empty, and the number of its look. */
export type SeenCell = {
  readonly text: string;
  look: number;
  readonly number?: number | undefined;
  readonly runs?: readonly TextRun[] | undefined;
};
/** Cells by row and column. */
export type SeenRows = Map<number, Map<number, SeenCell>>;

/** Says which cells of a sheet are to be seen. */
export interface CellChoice {
  /** Whether a cell is kept; `text` is empty where it only has a look. Rows may be taken out of `rows`. */
  keeps(place: CellPlace, text: string, rows: SeenRows): boolean;
  /** Nothing more is wanted. */
  readonly isDone: boolean;
}

/** Characters of a cell that are seen. */
const MAX_CELL = 2_000;

/** Gathers what is seen of a sheet while it is read: `sink` is what is told of it. */
export class GatheredCells {
  readonly rows: SeenRows = new Map();
  readonly frame = new SheetFrame();
  readonly sink: SheetSink;
  readonly #looks: CellLooks;
  readonly #choice: CellChoice;

  /** `hiddenToo`: cells of hidden rows and columns are wanted. */
  constructor(looks: CellLooks, choice: CellChoice, hiddenToo: boolean) {
    this.#looks = looks;
    this.#choice = choice;
    this.sink = {
      cell: (cell) => {
        const { style, usual, color } = cell;
        const own = style >= 0 ? style : this.frame.styleOf(cell.row, cell.column);
        const look = this.#looks.numberOf(own, { usual, color, number: cell.numberIs });
        if (hiddenToo || !cell.hidden) this.#add(cell, cell, look);
        return !choice.isDone;
      },
      element: (name, attributes, place) => {
        this.frame.element(name, attributes, place);
        if (name !== 'c') return;
        const look = this.#looks.numberOf(Number(attribute(attributes, 's') ?? -1));
        if (look !== 0) this.#add(place, NOTHING, look);
      },
    };
  }

  /** Reads what was not met because no more cells were wanted. */
  complete(office: OfficePackage, part: string): void {
    if (this.#choice.isDone && this.frame.merges.length === 0)
      for (const area of mergesBehind(office, part)) this.frame.merge(area);
    ruleCells(this.rows, this.#looks, rulesBehind(office, part));
  }

  /** The look of a cell that is not in the file: its row's or its column's. */
  lookAt(row: number, column: number): number {
    return this.rows.get(row)?.get(column)?.look ?? this.#looks.numberOf(this.frame.styleOf(row, column));
  }

  #add(place: CellPlace, { text, number, runs }: Content, look: number): void {
    const shown = cleanText(text.slice(0, MAX_CELL));
    if (this.#choice.isDone || !this.#choice.keeps(place, shown, this.rows)) return;
    let row = this.rows.get(place.row);
    if (!row) {
      row = new Map();
      this.rows.set(place.row, row);
    }
    row.set(place.column, { text: shown, look, number, runs: runs && this.#looks.runsOf(runs, shown) });
  }
}

type Content = Pick<Cell, 'text' | 'number' | 'runs'>;
const NOTHING: Content = { text: '' };
