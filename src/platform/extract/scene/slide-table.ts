import { attribute, child, descend, type XmlNode } from '../package/xml.ts';
import { cleanText } from '../text/clean.ts';
import { type ColorScheme, cssColorOf, type Paint, paintOf, tinted } from './colors.ts';
import { lineOf } from './slide-look.ts';
import type { SlideParts } from './slide-parts.ts';
import type { Outline, SceneCell, SceneText } from './slide-scene.ts';
import { type CellStyle, readText } from './slide-text.ts';

const MAX_ROWS = 200;
const MAX_COLUMNS = 100;
const POINT = 12_700;
const EMPTY: SceneText = {
  paragraphs: [],
  anchor: 'top',
  insets: [7.2, 3.6, 7.2, 3.6],
  wraps: true,
  shrinks: false,
  turns: 0,
};
/** PowerPoint's own style without anything, and the one with lines only. */
const BARE = '{2D5ABB26-0587-4C30-8999-92F81FD0307C}';
const LINES_ONLY = '{5940675A-B579-460E-94D1-54222C63F5DA}';
const LINE: Outline = { color: '#7f7f7f', width: 0.75 };

/** A table as a scene has it. */
type SceneTable = {
  readonly columns: readonly number[];
  readonly rows: readonly { readonly height: number; readonly cells: readonly SceneCell[] }[];
};

type RowLook = CellStyle & { readonly fill?: Paint; readonly line?: Outline };
type TableLook = {
  readonly isHeaded: boolean;
  readonly isBanded: boolean;
  readonly style: XmlNode | undefined;
};

/** Reads a table with its cells' texts, fills and lines, as they or its style say. `styles` is the presentation's table styles. */
export function readTable(table: XmlNode, parts: SlideParts, styles: XmlNode | undefined): SceneTable {
  const properties = child(table, 'tblPr');
  const id = child(properties, 'tableStyleId')?.text.trim() ?? '';
  const isOn = (name: string) => /^(1|true)$/.test(attribute(properties?.attributes ?? {}, name) ?? '');
  const look: TableLook = {
    isHeaded: isOn('firstRow'),
    isBanded: isOn('bandRow'),
    style: styles?.children.find((one) => attribute(one.attributes, 'styleId') === id),
  };
  const rows = table.children.filter((row) => row.name === 'tr').slice(0, MAX_ROWS);
  return {
    columns: (child(table, 'tblGrid')?.children ?? [])
      .filter((one) => one.name === 'gridCol')
      .slice(0, MAX_COLUMNS)
      .map((column) => points(column, 'w')),
    rows: rows.map((row, index) => ({
      height: points(row, 'h'),
      cells: row.children
        .filter((cell) => cell.name === 'tc')
        .slice(0, MAX_COLUMNS)
        .map((cell) => readCell(cell, parts, rowLook(id, look, index, parts.colors))),
    })),
  };
}

function points(node: XmlNode, name: string): number {
  const value = Number(attribute(node.attributes, name) ?? 0) / POINT;
  return value >= 0 && value < 10_000 ? value : 0;
}

/** What the table's style says of a row. A style that the file does not bring along is PowerPoint's usual one. */
function rowLook(id: string, look: TableLook, index: number, colors: ColorScheme): RowLook {
  const isHead = look.isHeaded && index === 0;
  const isBand = look.isBanded && (index - (look.isHeaded ? 1 : 0)) % 2 === 0;
  if (look.style) {
    const names = [isHead ? 'firstRow' : isBand ? 'band1H' : 'wholeTbl', 'wholeTbl'];
    const found = names.flatMap((name) => child(look.style, name) ?? []);
    const fills = found.map((one) => paintOf(descend(one, 'tcStyle', 'fill'), colors));
    const texts = found.flatMap((one) => child(one, 'tcTxStyle') ?? []);
    const color = texts.map((one) => cssColorOf(one, colors)).find((one) => one !== undefined);
    const fill = fills.find((one) => one !== undefined);
    return {
      ...(fill === undefined ? {} : { fill }),
      ...(color === undefined ? {} : { color }),
      ...(texts.some((one) => attribute(one.attributes, 'b') === 'on') ? { bold: true } : {}),
    };
  }
  if (id === '' || id === BARE) return {};
  if (id === LINES_ONLY) return { line: LINE };
  const accent = colors.scheme('accent1') ?? '#4472c4';
  const line: Outline = { color: colors.scheme('bg1') ?? '#ffffff', width: 1 };
  if (isHead) return { fill: accent, color: colors.scheme('bg1') ?? '#ffffff', bold: true, line };
  return { fill: tinted(accent, isBand ? 0.4 : 0.2), line };
}

function readCell(cell: XmlNode, parts: SlideParts, look: RowLook): SceneCell {
  const properties = child(cell, 'tcPr');
  const isOn = (name: string) => /^(1|true)$/.test(attribute(cell.attributes, name) ?? '');
  const span = (name: string) => {
    const value = Math.trunc(Number(attribute(cell.attributes, name) ?? 1));
    return value >= 1 && value <= MAX_ROWS ? value : 1;
  };
  const own = paintOf(properties, parts.colors);
  const fill = own ?? (child(properties, 'noFill') ? undefined : look.fill);
  const text = readText(cell, parts, undefined, look) ?? EMPTY;
  const anchor = attribute(properties?.attributes ?? {}, 'anchor');
  const inset = (name: string, usual: number) => {
    const value = Number(attribute(properties?.attributes ?? {}, name) ?? Number.NaN) / POINT;
    return value >= 0 && value < 1_000 ? value : usual;
  };
  return {
    text: {
      ...text,
      anchor: anchor === 'ctr' ? 'middle' : anchor === 'b' ? 'bottom' : 'top',
      insets: [inset('marL', 7.2), inset('marT', 3.6), inset('marR', 7.2), inset('marB', 3.6)],
    },
    plain: plainText(text),
    columns: span('gridSpan'),
    rows: span('rowSpan'),
    covered: isOn('hMerge') || isOn('vMerge'),
    ...(fill === undefined ? {} : { fill }),
    borders: ['lnL', 'lnT', 'lnR', 'lnB'].map((name) => {
      const line = lineOf(child(properties, name), parts.colors);
      return line === 'none' ? undefined : (line ?? look.line);
    }),
  };
}

function plainText({ paragraphs }: SceneText): string {
  const lines = paragraphs.map(({ runs }) => runs.map(({ text }) => text).join(''));
  return cleanText(lines.join('\n')).slice(0, 2_000);
}
