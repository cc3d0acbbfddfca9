import type { CSSProperties } from 'react';
import type { SheetLook } from '../../../../contract/sheet-look.ts';
import { lookAt, type Span } from './sheet-measures.ts';

type CellLook = SheetLook['looks'][number];
type CellLine = NonNullable<NonNullable<CellLook['lines']>['left']>;

/** Pixels of a point. */
const POINT = 4 / 3;
const GRID = '1px solid #dce1e6';
const NO_LINE = '1px solid transparent';
const SIDES = { center: 'center', right: 'flex-end' } as const;
const ANCHORS = { top: 'flex-start', middle: 'center', bottom: 'flex-end' } as const;

/** How a sheet's letters are set where nothing is said of a cell. */
export function sheetStyle(look: SheetLook, scale: number): CSSProperties {
  return {
    fontSize: look.size * POINT * scale,
    ...(look.font === undefined ? {} : { fontFamily: familyOf(look.font) }),
  };
}

/** What a cell stands on, and the lines around it: its own, or those that the next one says. */
export function boxStyle(
  look: SheetLook,
  row: number,
  column: number,
  span: Span | undefined,
  scale: number,
): CSSProperties {
  const of = (r: number, c: number) => look.looks[lookAt(look, r, c)] ?? {};
  const own = of(row, column);
  const [lastRow, lastColumn] = [span?.lastRow ?? row, span?.lastColumn ?? column];
  const right = of(row, lastColumn).lines?.right ?? of(row, lastColumn + 1).lines?.left;
  const bottom = of(lastRow, column).lines?.bottom ?? of(lastRow + 1, column).lines?.top;
  const plain = own.fill === undefined ? (look.gridLines ? GRID : NO_LINE) : `1px solid ${own.fill}`;
  return {
    borderRight: right ? lineStyle(right, scale) : plain,
    borderBottom: bottom ? lineStyle(bottom, scale) : plain,
    ...(row === 0 && own.lines?.top ? { borderTop: lineStyle(own.lines.top, scale) } : {}),
    ...(column === 0 && own.lines?.left ? { borderLeft: lineStyle(own.lines.left, scale) } : {}),
    ...(own.fill === undefined ? {} : { background: own.fill }),
    ...(own.bar === undefined ? {} : { backgroundImage: barOf(own.bar) }),
    alignItems: ANCHORS[own.vertical ?? 'bottom'],
    ...(own.align === undefined ? {} : { justifyContent: SIDES[own.align] }),
  };
}

function barOf({ color, share }: NonNullable<CellLook['bar']>): string {
  const end = `${(share * 100).toFixed(1)}%`;
  return `linear-gradient(to right, ${color} ${end}, transparent ${end})`;
}

/** The letters of a cell's text as a canvas is told them, at the sheet's actual size. */
export function fontOf(own: CellLook, look: SheetLook): string {
  const family = own.font ?? look.font;
  const size = (own.size ?? look.size) * POINT;
  return `${own.italic ? 'italic ' : ''}${own.bold ? 'bold ' : ''}${size}px ${family === undefined ? 'sans-serif' : familyOf(family)}`;
}

/** How a cell's text is set; `room`: how far it may reach, where it runs on. */
export function textStyle(own: CellLook, scale: number, room: number): CSSProperties {
  const runsOn = own.wraps !== true && own.number === undefined;
  const indent = own.indent === undefined ? undefined : own.indent * scale;
  return {
    ...(runsOn ? { flex: 'none', maxWidth: room * scale } : { flex: 1, minWidth: 0 }),
    ...(own.wraps && { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }),
    ...(own.align && { textAlign: own.align }),
    ...letterStyle(own),
    ...(own.size === undefined ? {} : { fontSize: own.size * POINT * scale }),
    ...(own.font === undefined ? {} : { fontFamily: familyOf(own.font) }),
    ...(indent === undefined
      ? {}
      : own.align === 'right'
        ? { paddingRight: indent }
        : { paddingLeft: indent }),
  };
}

/** How letters are set, their size and font aside. */
export function letterStyle({
  color,
  bold,
  italic,
  underline,
}: Pick<CellLook, 'color' | 'bold' | 'italic' | 'underline'>): CSSProperties {
  return {
    ...(color === undefined ? {} : { color }),
    ...(bold && { fontWeight: 700 }),
    ...(italic && { fontStyle: 'italic' }),
    ...(underline && { textDecoration: 'underline' }),
  };
}

function lineStyle({ width, color, line }: CellLine, scale: number): string {
  return `${Math.max(line === 'double' ? 3 : 1, Math.round(width * scale))}px ${line ?? 'solid'} ${color}`;
}

/** Fonts made to be as wide as those of office programs stand in for them. */
const TWINS: Readonly<Record<string, string>> = {
  calibri: 'Carlito',
  cambria: 'Caladea',
};

function familyOf(font: string): string {
  const name = font.replace(/["\\;{}\n]/g, '').trim();
  const key = name.toLowerCase();
  const twin = Object.hasOwn(TWINS, key) ? `"${TWINS[key]}", ` : '';
  return `"${name}", ${twin}sans-serif`;
}
