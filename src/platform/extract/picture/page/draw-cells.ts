import type { CellLine, CellLook, SheetMerge, TextRun } from '../../../../engine/ports/sheet-look.ts';
import { shortened } from '../../../../shared/short-number.ts';
import type { SceneRun, SceneText } from '../../scene/slide-scene.ts';
import { MergedCells } from '../../sheet/merged-cells.ts';
import { drawText } from '../writing/draw-text.ts';
import { type Drawing, setStroke } from '../writing/drawing.ts';
import { layOutText } from '../writing/lay-out-text.ts';
import { FAINT, INK, RULE } from './paper.ts';
import { type Grid, PLAIN_FONT } from './sheet-grid.ts';
import type { SheetPart } from './sheet-part.ts';

/** Pixels between a cell's side and its text, and of a point. */
const PAD = 3;
const POINT = 4 / 3;
const MAX_TEXT = 300;
/** How much smaller a number is written that does not fit. */
const SMALLEST = 0.9;
const THIN = 0.75;

type Box = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
type Placed = Box & {
  readonly row: number;
  readonly column: number;
  readonly look: CellLook;
  readonly text: string;
  /** It is an area of several: its text stays within it. */
  readonly isArea: boolean;
  readonly runs: readonly TextRun[] | undefined;
};

/** Draws cells: what they stand on, the lines around them, then their texts. */
export function drawCells(drawing: Drawing, sheet: SheetPart, grid: Grid): void {
  const cells = placedCells(sheet, grid);
  const { context } = drawing;
  for (const cell of cells) {
    const { x, y, w, h, look } = cell;
    if (sheet.gridLines && look.fill === undefined) {
      context.fillStyle = RULE;
      context.fillRect(x, y + h - THIN, w, THIN);
      context.fillRect(x + w - THIN, y, THIN, h);
    }
  }
  for (const { x, y, w, h, look } of cells) {
    if (look.fill === undefined) continue;
    context.fillStyle = look.fill;
    context.fillRect(x - THIN, y - THIN, w + THIN, h + THIN);
  }
  for (const cell of cells) markValue(drawing, sheet, cell);
  for (const cell of cells) if (cell.text !== '') writeCell(drawing, sheet, grid, cell, cells);
  for (const cell of cells) drawLines(drawing, cell);
}

/** Draws what rules put beside a value: a bar behind it, a sign at its left. */
function markValue({ context }: Drawing, { size }: SheetPart, { x, y, w, h, look }: Placed): void {
  const { bar, sign } = look;
  if (bar) {
    context.fillStyle = bar.color;
    context.fillRect(x + 1, y + 1, (w - 2) * bar.share, h - 2 - THIN);
  }
  if (!sign) return;
  context.font = `${Math.min(h * 0.8, (look.size ?? size) * POINT)}px ${PLAIN_FONT}`;
  context.fillStyle = sign.color;
  context.textBaseline = 'middle';
  context.fillText(sign.text, x + PAD, y + h / 2);
}

/** Cells that are shown, areas of several as one. */
function placedCells(sheet: SheetPart, grid: Grid): Placed[] {
  const [row, column] = [leastOf(grid.rows), leastOf(grid.columns)];
  const area = { row, column, rows: Number.MAX_SAFE_INTEGER, columns: Number.MAX_SAFE_INTEGER };
  const merged = new MergedCells(sheet.merges, {
    ...area,
    rows: mostOf(grid.rows) - row + 1,
    columns: mostOf(grid.columns) - column + 1,
  });
  const spans = new Map([...merged.all].map((one) => [`${one.row} ${one.column}`, one]));
  const placed: Placed[] = [];
  for (const line of grid.rows) {
    for (const { at, x, w } of grid.columns) {
      if (merged.isCovered(line.at, at)) continue;
      const { text, look, runs } = sheet.cellAt(line.at, at);
      const span = spans.get(`${line.at} ${at}`);
      const lasts = {
        w: span ? lengthOf(grid.columns, at, span.columns, 'w') : w,
        h: span ? lengthOf(grid.rows, line.at, span.rows, 'h') : line.h,
      };
      placed.push({
        x,
        y: line.y,
        ...lasts,
        row: line.at,
        column: at,
        look: spanLook(sheet, sheet.looks[look] ?? {}, span),
        text,
        isArea: span !== undefined,
        runs,
      });
    }
  }
  return placed;
}

/** An area's right and lower lines are those of its last cells. */
function spanLook(sheet: SheetPart, own: CellLook, span: SheetMerge | undefined): CellLook {
  if (!span) return own;
  const { row, column, rows, columns } = span;
  const linesOf = (r: number, c: number) => sheet.looks[sheet.cellAt(r, c).look]?.lines;
  const right = own.lines?.right ?? linesOf(row, column + columns - 1)?.right;
  const bottom = own.lines?.bottom ?? linesOf(row + rows - 1, column)?.bottom;
  if (!right && !bottom) return own;
  return { ...own, lines: { ...own.lines, ...(right && { right }), ...(bottom && { bottom }) } };
}

function lengthOf<Side extends 'w' | 'h'>(
  lines: readonly ({ readonly at: number } & { readonly [One in Side]: number })[],
  from: number,
  count: number,
  side: Side,
): number {
  return lines.reduce((sum, line) => (line.at >= from && line.at < from + count ? sum + line[side] : sum), 0);
}

function leastOf(lines: readonly { readonly at: number }[]): number {
  return lines.reduce((least, { at }) => Math.min(least, at), lines[0]?.at ?? 0);
}

function mostOf(lines: readonly { readonly at: number }[]): number {
  return lines.reduce((most, { at }) => Math.max(most, at), 0);
}

function drawLines(drawing: Drawing, { x, y, w, h, look }: Placed): void {
  const { context } = drawing;
  const stroke = (line: CellLine | undefined, x1: number, y1: number, x2: number, y2: number) => {
    if (!line) return;
    const { color, width } = line;
    setStroke(drawing, {
      color,
      width: line.line === 'double' ? 1 : width,
      ...(line.line === 'dashed' && { dashed: true }),
    });
    const offsets = line.line === 'double' ? [-1, 1] : [0];
    for (const by of offsets) {
      const [dx, dy] = x1 === x2 ? [by, 0] : [0, by];
      context.beginPath();
      context.moveTo(x1 + dx, y1 + dy);
      context.lineTo(x2 + dx, y2 + dy);
      context.stroke();
    }
  };
  const [left, top, right, bottom] = [x - THIN / 2, y - THIN / 2, x + w - THIN / 2, y + h - THIN / 2];
  stroke(look.lines?.left, left, top, left, bottom);
  stroke(look.lines?.right, right, top, right, bottom);
  stroke(look.lines?.top, left, top, right, top);
  stroke(look.lines?.bottom, left, bottom, right, bottom);
  context.setLineDash([]);
}

/** As in a spreadsheet, a text runs on over empty cells, a number does not. */
function writeCell(
  drawing: Drawing,
  sheet: SheetPart,
  grid: Grid,
  cell: Placed,
  cells: readonly Placed[],
): void {
  const { context } = drawing;
  const { look, y, h } = cell;
  const isHead = sheet.hasHead && cell.row === sheet.rows[0]?.at;
  const runsOn = look.wraps !== true && look.number === undefined && !cell.isArea;
  const { x, w } = runsOn ? roomOf(cell, cells, grid) : cell;
  const text = textOf(cell, sheet, isHead);
  const fitted = look.number === undefined || look.wraps ? text : shrunk(drawing, text, w, look.number);
  context.save();
  context.beginPath();
  context.rect(x, y, w - 1, h);
  context.clip();
  context.translate(x, y);
  if (runsOn && w > cell.w && look.fill === undefined) {
    // Lines between cells end where a text runs over them.
    context.fillStyle = '#ffffff';
    const reach = Math.min(w - 1, widthOf(drawing, fitted) + 2 * PAD);
    const from = look.align === 'right' ? w - reach : look.align === 'center' ? (w - reach) / 2 : 0;
    if (reach > cell.w) context.fillRect(from, 0, reach, h - THIN);
  }
  drawText(drawing, fitted, w, h);
  context.restore();
}

/** Where a text may stand that runs on: up to the next cells in its row that have one, on the sides that it does not begin at. */
function roomOf(
  cell: Placed,
  cells: readonly Placed[],
  grid: Grid,
): { readonly x: number; readonly w: number } {
  const { x, w, row, look } = cell;
  const others = cells.filter((one) => one.row === row && one.text !== '' && one !== cell);
  const left = others.reduce(
    (most, one) => (one.x < x ? Math.max(most, one.x + one.w) : most),
    Math.min(x, ...grid.columns.map((column) => column.x)),
  );
  const end = x + w;
  const right = others.reduce(
    (least, one) => (one.x > x ? Math.min(least, one.x) : least),
    Math.max(grid.right, end),
  );
  if (look.align === 'right') return { x: left, w: end - left };
  if (look.align === undefined) return { x, w: right - x };
  const beside = Math.max(0, Math.min(x - left, right - end));
  return { x: x - beside, w: w + 2 * beside };
}

function widthOf({ context, budget }: Drawing, text: SceneText): number {
  const { lines } = layOutText(context, text.paragraphs, 10_000, 1, budget);
  const widths = lines.map(({ pieces }) => pieces.reduce((sum, piece) => sum + piece.width, 0));
  return Math.max(0, ...widths);
}

/** A number is never cut: a little smaller it may fit, else it has fewer decimals where its format leaves them open, or signs stand for it. */
function shrunk(drawing: Drawing, text: SceneText, w: number, number: 'general' | 'set'): SceneText {
  const room = w - 2 * PAD;
  const width = widthOf(drawing, text);
  if (width <= room) return text;
  const scale = room / width;
  const change = (run: SceneRun): SceneRun => {
    if (scale >= SMALLEST) return { ...run, size: (run.size ?? 1) * scale };
    const measure = (shown: string) =>
      widthOf(
        drawing,
        withRuns(text, () => ({ ...run, text: shown })),
      );
    return { ...run, text: shortened(run.text, number === 'general', room, measure) };
  };
  return withRuns(text, change);
}

function withRuns(text: SceneText, change: (run: SceneRun) => SceneRun): SceneText {
  return { ...text, paragraphs: text.paragraphs.map((one) => ({ ...one, runs: one.runs.map(change) })) };
}

function textOf({ look, text, runs }: Placed, sheet: SheetPart, isHead: boolean): SceneText {
  const size = (look.size ?? sheet.size) * POINT;
  const font = look.font ?? sheet.font;
  const run: SceneRun = {
    text: '',
    size,
    color: look.color ?? (isHead || !sheet.hasHead ? INK : FAINT),
    ...((look.bold || isHead) && { bold: true }),
    ...(look.italic && { italic: true }),
    ...(look.underline && { underline: true }),
    ...(font === undefined ? {} : { font }),
  };
  const none = { points: 0 };
  const paragraphLook = { margin: 0, indent: 0, before: none, after: none, line: { lines: 1 }, size };
  const shown = text.slice(0, MAX_TEXT);
  const lines = look.wraps ? shown.split('\n') : [shown.replace(/\n/g, ' ')];
  // Parts of a text of several lines, or of one that is cut, are not told apart.
  const parts = lines[0] === text ? runs : undefined;
  const indent = PAD + (look.indent ?? 0);
  return {
    paragraphs: lines.map((line) => ({
      runs: parts?.map((part) => ({ ...run, ...part })) ?? [{ ...run, text: line }],
      look: paragraphLook,
      ...(look.align === undefined ? {} : { align: look.align }),
    })),
    anchor: look.vertical ?? (sheet.hasHead ? 'middle' : 'bottom'),
    insets: look.align === 'right' ? [PAD, 1, indent, 1] : [indent, 1, PAD, 1],
    wraps: look.wraps === true,
    shrinks: false,
    turns: 0,
  };
}
