import type { Drawing } from '../writing/drawing.ts';
import type { SheetPart } from './sheet-part.ts';

/** Letters of a sheet that says no font. */
export const PLAIN_FONT = '"Kitbag Card", sans-serif';

/** Where the rows and columns of a part of a sheet are on its picture; the column's letters are above, the rows' numbers before. */
export type Grid = {
  readonly head: number;
  readonly gutter: number;
  /** In the order of the part, as many as fit. */
  readonly columns: readonly { readonly at: number; readonly x: number; readonly w: number }[];
  readonly rows: readonly { readonly at: number; readonly y: number; readonly h: number }[];
  /** The same by their numbers in the sheet. */
  readonly lefts: ReadonlyMap<number, number>;
  readonly tops: ReadonlyMap<number, number>;
  readonly right: number;
  readonly bottom: number;
};

const HEAD = 20;
const GUTTER = 30;
const PAD = 5;
const [NARROWEST, WIDEST] = [44, 170];

/** Lays out as many rows and columns as fit into this width and height. */
export function layOutGrid(drawing: Drawing, sheet: SheetPart, width: number, height: number): Grid {
  const gutter = sheet.rows.some((row) => row.number !== '') ? GUTTER : 0;
  const columns: { at: number; x: number; w: number }[] = [];
  let x = gutter;
  for (const { at, width: stated } of sheet.columns) {
    if (x > width) break;
    const w = stated ?? widthOf(drawing, sheet, at);
    columns.push({ at, x, w });
    x += w;
  }
  const rows: { at: number; y: number; h: number }[] = [];
  let y = HEAD;
  for (const { at, height: h } of sheet.rows) {
    if (y > height) break;
    rows.push({ at, y, h });
    y += h;
  }
  return {
    ...{ head: HEAD, gutter, columns, rows, right: x, bottom: y },
    lefts: new Map(columns.map((one) => [one.at, one.x])),
    tops: new Map(rows.map((one) => [one.at, one.y])),
  };
}

/** As wide as what is in a column, within limits. */
function widthOf({ context }: Drawing, sheet: SheetPart, column: number): number {
  context.font = `${Math.round((sheet.size * 4) / 3)}px ${PLAIN_FONT}`;
  const widths = sheet.rows.slice(0, 17).map((row) => {
    const text = sheet.cellAt(row.at, column).text.slice(0, 60);
    return text === '' ? 0 : context.measureText(text).width + 2 * PAD + 2;
  });
  return Math.min(WIDEST, Math.max(NARROWEST, ...widths));
}
