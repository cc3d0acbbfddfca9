import type { SheetMerge } from '../../../engine/ports/sheet-look.ts';

/** Cells of all merged areas that are walked through: areas that lie over each other may be more than the sheet. */
const MAX_WALKED = 400_000;

/** Says of cells whether they are part of one that spans several, within an area that is looked at; `isCovered`: not its first. */
export class MergedCells {
  readonly #first = new Map<string, SheetMerge>();
  readonly #covered = new Set<string>();

  /** `area`: beyond it nothing is asked. */
  constructor(merges: readonly SheetMerge[], area: SheetMerge) {
    const [bottom, right] = [area.row + area.rows, area.column + area.columns];
    let left = MAX_WALKED;
    for (const merge of merges) {
      const [endRow, endColumn] = [merge.row + merge.rows, merge.column + merge.columns];
      if (merge.row >= bottom || merge.column >= right || endRow <= area.row || endColumn <= area.column)
        continue;
      // Areas that lie over each other are damage: the first counts, and nothing is walked through twice.
      if (this.#covered.has(`${merge.row} ${merge.column}`) || this.isFirst(merge.row, merge.column))
        continue;
      left -= Math.min(merge.rows, area.rows) * Math.min(merge.columns, area.columns);
      if (left < 0) continue;
      this.#first.set(`${merge.row} ${merge.column}`, merge);
      this.#cover(merge, area);
    }
  }

  #cover(merge: SheetMerge, area: SheetMerge): void {
    const endRow = Math.min(area.row + area.rows, merge.row + merge.rows);
    const endColumn = Math.min(area.column + area.columns, merge.column + merge.columns);
    for (let row = Math.max(area.row, merge.row); row < endRow; row += 1)
      for (let column = Math.max(area.column, merge.column); column < endColumn; column += 1)
        if (row !== merge.row || column !== merge.column) this.#covered.add(`${row} ${column}`);
  }

  get all(): Iterable<SheetMerge> {
    return this.#first.values();
  }

  isFirst(row: number, column: number): boolean {
    return this.#first.has(`${row} ${column}`);
  }

  isCovered(row: number, column: number): boolean {
    return this.#covered.has(`${row} ${column}`);
  }
}
