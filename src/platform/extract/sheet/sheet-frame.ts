import type { SheetMerge } from '../../../engine/ports/sheet-look.ts';
import { type CellPlace, isHidden, placeOf } from '../office/workbook.ts';
import { type Attributes, attribute } from '../package/xml.ts';
import { isOn } from '../text/run-marks.ts';
import type { ShownCells } from './sheet-drawings.ts';

/** Pixels of a digit of the usual font, of a column and of a row that say nothing. */
const DIGIT = 7;
const USUAL_WIDTH = 64;
const USUAL_HEIGHT = 20;
const [WIDEST, HIGHEST] = [1_790, 546];
/** What is kept: more no sheet may have, or no program writes. */
const MAX_STRETCHES = 16_384;
const MAX_HEIGHTS = 100_000;
const MAX_MERGES = 100_000;
/** Rows and columns that may stay where they are. */
const [MOST_FROZEN_ROWS, MOST_FROZEN_COLUMNS] = [30, 12];

type Stretch = {
  readonly first: number;
  readonly last: number;
  readonly width: number;
  readonly style: number;
  readonly hidden: boolean;
};

/** A sheet's measures and what spans its cells (ECMA-376 part 1, 18.3.1), as its elements are told. */
export class SheetFrame implements ShownCells {
  readonly merges: SheetMerge[] = [];
  frozen = { rows: 0, columns: 0 };
  gridLines = true;
  #width = USUAL_WIDTH;
  #height = USUAL_HEIGHT;
  readonly #stretches: Stretch[] = [];
  readonly #heights = new Map<number, number>();
  readonly #rowStyles = new Map<number, number>();
  readonly #hiddenRows = new Set<number>();

  element(name: string, attributes: Attributes, { row }: CellPlace): void {
    if (name === 'row') this.#row(attributes, row);
    else if (name === 'col') this.#column(attributes);
    else if (name === 'mergeCell') this.merge(attribute(attributes, 'ref'));
    else if (name === 'sheetFormatPr') this.#usual(attributes);
    else if (name === 'sheetView') this.gridLines &&= isOn(attribute(attributes, 'showGridLines'), true);
    else if (name === 'pane') this.#pane(attributes);
  }

  /** A column's width; of one that is hidden, what it would be. */
  widthOf(column: number): number {
    return this.#stretchOf(column)?.width || this.#width;
  }

  shownWidth(column: number): number {
    return this.isHiddenColumn(column) ? 0 : this.widthOf(column);
  }

  shownHeight(row: number): number {
    return this.isHiddenRow(row) ? 0 : (this.statedHeight(row) ?? this.#height);
  }

  isHiddenColumn(column: number): boolean {
    return this.#stretchOf(column)?.hidden === true;
  }

  isHiddenRow(row: number): boolean {
    return this.#hiddenRows.has(row);
  }

  /** The number of the style of a column's cells that have none; -1 for none. */
  styleOf(row: number, column: number): number {
    return this.#rowStyles.get(row) ?? this.#stretchOf(column)?.style ?? -1;
  }

  /** A row's height, where one is stated. */
  statedHeight(row: number): number | undefined {
    return this.#heights.get(row);
  }

  get usualHeight(): number {
    return this.#height;
  }

  #stretchOf(column: number): Stretch | undefined {
    return this.#stretches.find(({ first, last }) => column >= first && column <= last);
  }

  #usual(attributes: Attributes): void {
    const [width, base] = [numberIn(attributes, 'defaultColWidth'), numberIn(attributes, 'baseColWidth')];
    // As many digits as are asked for and the cell's margins, to the next eight pixels (18.3.1.81).
    const based = base === undefined ? USUAL_WIDTH : Math.ceil((base * DIGIT + 5) / 8) * 8;
    this.#width = Math.max(1, width === undefined ? Math.min(WIDEST, based) : pixelsOfWidth(width));
    const height = numberIn(attributes, 'defaultRowHeight');
    if (height !== undefined && height > 0) this.#height = pixelsOfHeight(height);
  }

  #column(attributes: Attributes): void {
    const [first, last] = [numberIn(attributes, 'min'), numberIn(attributes, 'max')];
    if (first === undefined || last === undefined || this.#stretches.length >= MAX_STRETCHES) return;
    const width = numberIn(attributes, 'width');
    this.#stretches.push({
      first: first - 1,
      last: last - 1,
      width: width === undefined ? 0 : pixelsOfWidth(width),
      style: numberIn(attributes, 'style') ?? -1,
      hidden: isHidden(attributes, 'width'),
    });
  }

  #row(attributes: Attributes, row: number): void {
    if (isHidden(attributes, 'ht') && this.#hiddenRows.size < MAX_HEIGHTS) this.#hiddenRows.add(row);
    const height = numberIn(attributes, 'ht');
    if (height !== undefined && height > 0 && this.#heights.size < MAX_HEIGHTS)
      this.#heights.set(row, pixelsOfHeight(height));
    const style = isOn(attribute(attributes, 'customFormat')) ? numberIn(attributes, 's') : undefined;
    if (style !== undefined && this.#rowStyles.size < MAX_HEIGHTS) this.#rowStyles.set(row, style);
  }

  /** Takes an area of cells that are shown as one. */
  merge(reference: string | undefined): void {
    const area = areaOf(reference);
    if (!area || this.merges.length >= MAX_MERGES || area.rows * area.columns < 2) return;
    this.merges.push(area);
  }

  #pane(attributes: Attributes): void {
    if (!/^frozen/.test(attribute(attributes, 'state') ?? '')) return;
    const [rows, columns] = [numberIn(attributes, 'ySplit') ?? 0, numberIn(attributes, 'xSplit') ?? 0];
    this.frozen = {
      rows: rows <= MOST_FROZEN_ROWS ? Math.trunc(rows) : 0,
      columns: columns <= MOST_FROZEN_COLUMNS ? Math.trunc(columns) : 0,
    };
  }
}

/** The cells of an area such as `A1:F40`, signs and a sheet's name before it aside; undefined when it is none. */
export function areaOf(reference: string | undefined): SheetMerge | undefined {
  const own = (reference ?? '').split('!').at(-1)?.replaceAll('$', '') ?? '';
  const [from, to = from] = own.split(':', 2).map(placeOf);
  if (!from || !to) return undefined;
  const [rows, columns] = [to.row - from.row + 1, to.column - from.column + 1];
  return rows > 0 && columns > 0 ? { ...from, rows, columns } : undefined;
}

/** Widths are stated in digits of the usual font, margins included. */
function pixelsOfWidth(digits: number): number {
  return Math.min(WIDEST, Math.round(digits * DIGIT));
}

/** Heights are stated in points. */
function pixelsOfHeight(points: number): number {
  return Math.min(HIGHEST, Math.round((points * 4) / 3));
}

function numberIn(attributes: Attributes, name: string): number | undefined {
  const value = Number(attribute(attributes, name) ?? Number.NaN);
  return Number.isFinite(value) && value >= 0 ? value : undefined;
}
