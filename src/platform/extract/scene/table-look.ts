import { attribute, child, descend, type XmlNode } from '../package/xml.ts';
import { type ColorScheme, cssColorOf, type Paint, paintOf, styledPaint, tinted } from './colors.ts';
import { lineOf } from './slide-look.ts';
import type { Outline } from './slide-scene.ts';
import type { CellStyle } from './slide-text.ts';

/** What the styles of a presentation's tables say of cells: ECMA-376 part 1, 20.1.4.2. */

export type CellLook = CellStyle & {
  readonly fill?: Paint;
  /** Left, top, right, bottom. */
  readonly borders: readonly (Outline | undefined)[];
};

type Table = {
  readonly id: string;
  /** Whether a part of the style is switched on: `firstRow`, `bandRow`… */
  readonly isOn: (name: string) => boolean;
  /** The style, where the file brings it along. */
  readonly style: XmlNode | undefined;
  readonly rows: number;
  readonly columns: number;
  readonly colors: ColorScheme;
};

/** PowerPoint's own style without anything, and the one with lines only. */
const BARE = '{2D5ABB26-0587-4C30-8999-92F81FD0307C}';
const LINES_ONLY = '{5940675A-B579-460E-94D1-54222C63F5DA}';
const LINE: Outline = { color: '#7f7f7f', width: 0.75 };
const NO_BORDERS: CellLook['borders'] = [];

/** How each cell of a table looks where it does not say so itself. */
export class TableLook {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  /** A cell by its row and column. */
  of(row: number, column: number): CellLook {
    return this.#table.style ? this.#styled(this.#table.style, row, column) : this.#usual(row);
  }

  #styled(style: XmlNode, row: number, column: number): CellLook {
    const { colors } = this.#table;
    const parts = this.#partsOf(row, column).flatMap((name) => child(style, name) ?? []);
    const fills = parts.map((one) => fillOf(child(one, 'tcStyle'), colors));
    const fill = fills.find((one) => one !== undefined) ?? fillOf(child(style, 'tblBg'), colors);
    const texts = parts.flatMap((one) => child(one, 'tcTxStyle') ?? []);
    const color = texts.map((one) => cssColorOf(one, colors)).find((one) => one !== undefined);
    return {
      borders: (['left', 'top', 'right', 'bottom'] as const).map((side) =>
        this.#borderOf(parts, side, row, column),
      ),
      ...(fill === undefined || fill === 'none' ? {} : { fill }),
      ...(color === undefined ? {} : { color }),
      ...(texts.some((one) => attribute(one.attributes, 'b') === 'on') ? { bold: true } : {}),
    };
  }

  /** The parts of the style that hold for a cell, the strongest first. */
  #partsOf(row: number, column: number): readonly string[] {
    const { isOn, rows, columns } = this.#table;
    const at = (name: string, is: boolean) => (is && isOn(name) ? [name] : []);
    const band = (name: string, index: number, sign: 'H' | 'V') =>
      isOn(name) ? [`band${index % 2 === 0 ? 1 : 2}${sign}`] : [];
    return [
      ...at('firstRow', row === 0),
      ...at('lastRow', row === rows - 1),
      ...at('firstCol', column === 0),
      ...at('lastCol', column === columns - 1),
      ...band('bandRow', row - (isOn('firstRow') ? 1 : 0), 'H'),
      ...band('bandCol', column - (isOn('firstCol') ? 1 : 0), 'V'),
      'wholeTbl',
    ];
  }

  /** Lines between cells are those within, but at the table's own edges. */
  #borderOf(
    parts: readonly XmlNode[],
    side: 'left' | 'top' | 'right' | 'bottom',
    row: number,
    column: number,
  ): Outline | undefined {
    const { rows, columns, colors } = this.#table;
    const isEdge =
      (side === 'left' && column === 0) ||
      (side === 'right' && column === columns - 1) ||
      (side === 'top' && row === 0) ||
      (side === 'bottom' && row === rows - 1);
    const within = side === 'left' || side === 'right' ? 'insideV' : 'insideH';
    for (const part of parts) {
      const borders = descend(part, 'tcStyle', 'tcBdr');
      // A row of its own, as the first, says of its lower line itself.
      const own = part.name === 'wholeTbl' ? child(borders, isEdge ? side : within) : child(borders, side);
      const line = lineOf(child(own, 'ln'), colors) ?? referredLine(child(own, 'lnRef'), colors);
      if (line !== undefined) return line === 'none' ? undefined : line;
    }
    return undefined;
  }

  /** A style that the file does not bring along is PowerPoint's usual one. */
  #usual(row: number): CellLook {
    const { id, isOn, colors } = this.#table;
    if (id === '' || id === BARE) return { borders: NO_BORDERS };
    if (id === LINES_ONLY) return { borders: [LINE, LINE, LINE, LINE] };
    const isHead = isOn('firstRow') && row === 0;
    const isBand = isOn('bandRow') && (row - (isOn('firstRow') ? 1 : 0)) % 2 === 0;
    const accent = colors.scheme('accent1') ?? '#4472c4';
    const white = colors.scheme('bg1') ?? '#ffffff';
    const line: Outline = { color: white, width: 1 };
    const borders = [line, line, line, line];
    if (isHead) return { fill: accent, color: white, bold: true, borders };
    return { fill: tinted(accent, isBand ? 0.4 : 0.2), borders };
  }
}

/** A fill that is said or referred to; 'none' where it is said that there is none. */
function fillOf(holder: XmlNode | undefined, colors: ColorScheme): Paint | 'none' | undefined {
  const fill = child(holder, 'fill');
  if (child(fill, 'noFill')) return 'none';
  return paintOf(fill, colors) ?? styledPaint(child(holder, 'fillRef'), colors);
}

function referredLine(reference: XmlNode | undefined, colors: ColorScheme): Outline | 'none' | undefined {
  if (!reference) return undefined;
  const color = cssColorOf(reference, colors);
  const isNone = Number(attribute(reference.attributes, 'idx') ?? 0) === 0;
  return isNone || color === undefined ? 'none' : { color, width: 1 };
}
