import { attribute, child, type XmlNode } from '../package/xml.ts';
import { cleanText } from '../text/clean.ts';
import { paintOf } from './colors.ts';
import type { Links } from './slide-link.ts';
import { lineOf } from './slide-look.ts';
import type { SceneCell, SceneText } from './slide-scene.ts';
import { readText } from './slide-text.ts';
import { type CellLook, TableLook } from './table-look.ts';

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
/** A table as a scene has it. */
type SceneTable = {
  readonly columns: readonly number[];
  readonly rows: readonly { readonly height: number; readonly cells: readonly SceneCell[] }[];
};

/** Reads a table with its cells' texts, fills and lines, as they or its style say. `styles` is the presentation's table styles. */
export function readTable(table: XmlNode, links: Links, styles: XmlNode | undefined): SceneTable {
  const properties = child(table, 'tblPr');
  const id = child(properties, 'tableStyleId')?.text.trim() ?? '';
  const isOn = (name: string) => /^(1|true)$/.test(attribute(properties?.attributes ?? {}, name) ?? '');
  const rows = table.children.filter((row) => row.name === 'tr').slice(0, MAX_ROWS);
  const columns = (child(table, 'tblGrid')?.children ?? [])
    .filter((one) => one.name === 'gridCol')
    .slice(0, MAX_COLUMNS);
  const look = new TableLook({
    id,
    isOn,
    style: styles?.children.find((one) => attribute(one.attributes, 'styleId') === id),
    rows: rows.length,
    columns: columns.length,
    colors: links.parts.colors,
  });
  return {
    columns: columns.map((column) => points(column, 'w')),
    rows: rows.map((row, index) => ({
      height: points(row, 'h'),
      cells: row.children
        .filter((cell) => cell.name === 'tc')
        .slice(0, MAX_COLUMNS)
        .map((cell, at) => readCell(cell, links, look.of(index, at))),
    })),
  };
}

function points(node: XmlNode, name: string): number {
  const value = Number(attribute(node.attributes, name) ?? 0) / POINT;
  return value >= 0 && value < 10_000 ? value : 0;
}

function readCell(cell: XmlNode, links: Links, look: CellLook): SceneCell {
  const { parts } = links;
  const properties = child(cell, 'tcPr');
  const isOn = (name: string) => /^(1|true)$/.test(attribute(cell.attributes, name) ?? '');
  const span = (name: string) => {
    const value = Math.trunc(Number(attribute(cell.attributes, name) ?? 1));
    return value >= 1 && value <= MAX_ROWS ? value : 1;
  };
  const own = paintOf(properties, parts.colors);
  const fill = own ?? (child(properties, 'noFill') ? undefined : look.fill);
  const text = readText(cell, links, undefined, look) ?? EMPTY;
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
    borders: ['lnL', 'lnT', 'lnR', 'lnB'].map((name, side) => {
      const line = lineOf(child(properties, name), parts.colors);
      return line === 'none' ? undefined : (line ?? look.borders?.[side]);
    }),
  };
}

function plainText({ paragraphs }: SceneText): string {
  const lines = paragraphs.map(({ runs }) => runs.map(({ text }) => text).join(''));
  return cleanText(lines.join('\n')).slice(0, 2_000);
}
