import { twips as signedTwips } from '../office/word-paragraph.ts';
import type { RunLook } from '../office/word-styles.ts';
import { allNamed, attribute, child, descend, type XmlNode } from '../package/xml.ts';
import type { Outline, SceneText } from '../scene/slide-scene.ts';
import { PAGE_MARK } from './page-mark.ts';
import type { WordCell, WordRow, WordTable } from './word-page.ts';

const TWIP = 20;
const MAX_ROWS = 500;
const MAX_COLUMNS = 60;

/** What a table needs of the document around it. */
type TableSource = {
  readonly style: (id: string | undefined) => XmlNode | undefined;
  readonly run: (properties: XmlNode | undefined) => RunLook;
  readonly content: (cell: XmlNode, look: RunLook, insets: SceneText['insets']) => CellContent;
  /** Whether what comes next stands on the page that is wanted. */
  readonly isWanted: () => boolean;
  /** Whether the text in it stands where its sides would: it hangs over them by the room beside its text, as Word up to 2010 had it. */
  readonly hangs: () => boolean;
  /** Another page begins. */
  readonly onPage: () => void;
};
/** What stands in a cell: its text, or blocks in place of it. */
export type CellContent = Pick<WordCell, 'text' | 'blocks'>;
/** `goesOn`: what stands in the cell above goes on in it. */
type Cell = WordCell & { readonly goesOn: boolean };
const NOTHING: Cell = {
  text: { paragraphs: [], anchor: 'top', insets: [0, 0, 0, 0], wraps: true, shrinks: false, turns: 0 },
  plain: '',
  columns: 1,
  rows: 1,
  covered: true,
  goesOn: false,
  borders: [],
};
type Row = Omit<WordRow, 'cells'> & { readonly cells: readonly Cell[] };
type Look = {
  readonly run: RunLook;
  readonly fill: string | undefined;
  readonly margins: readonly (XmlNode | undefined)[];
};

/** Reads the rows of a table that stand on the page that is wanted. */
export function readWordTable(table: XmlNode, source: TableSource): Omit<WordTable, 'block'> {
  const properties = child(table, 'tblPr');
  const style = source.style(attribute(child(properties, 'tblStyle')?.attributes ?? {}, 'val'));
  const lines = bordersOf(child(properties, 'tblBorders') ?? descend(style, 'tblPr', 'tblBorders'), 'tbl');
  const columns = (child(table, 'tblGrid')?.children ?? [])
    .filter((one) => one.name === 'gridCol')
    .slice(0, MAX_COLUMNS)
    .map((one) => twips(one, 'w'));
  const isHeaded = hasFirstRow(child(properties, 'tblLook'));
  const rows: Row[] = [];
  let index = 0;
  for (const row of rowsOf(table)) {
    if (row.name === PAGE_MARK) {
      source.onPage();
      continue;
    }
    const look = lookOf(style, isHeaded && index === 0, source, properties);
    index += 1;
    const beginsHere = source.isWanted();
    // Other pages' rows are read only where a page begins in them: for what stands after that.
    if (!beginsHere && [...allNamed(row, PAGE_MARK)].length === 0) continue;
    const cells = [...leftOut(row), ...cellsOf(row).flatMap((cell) => readCell(cell, look, lines, source))];
    const isFilled = cells.some(
      ({ text, blocks = [] }) =>
        blocks.length > 0 || text.paragraphs.some((one) => one.runs.some((run) => run.text !== '')),
    );
    if (rows.length < MAX_ROWS && (beginsHere || isFilled)) {
      const said = descend(row, 'trPr', 'trHeight');
      const height = twips(said, 'val');
      const isExact = height > 0 && attribute(said?.attributes ?? {}, 'hRule') === 'exact';
      rows.push({ height, isExact, cells });
    }
  }
  const of = [properties, child(style, 'tblPr')];
  const [left] = insetsOf(of.map((one) => child(one, 'tblCellMar')));
  return { ...placeOf(of, source.hangs() ? left : 0), columns, rows: spanRows(rows) };
}

/** Where a table stands across its column, as the nearest says that says something; `over`: points by which it hangs over its side. */
function placeOf(of: readonly (XmlNode | undefined)[], over: number): Pick<WordTable, 'align' | 'indent'> {
  const [align] = of.flatMap((one) => attribute(child(one, 'jc')?.attributes ?? {}, 'val') ?? []);
  const [indent] = of.flatMap((one) => child(one, 'tblInd') ?? []);
  return {
    align: align === 'center' ? 'center' : align === 'right' || align === 'end' ? 'right' : 'left',
    indent: (signedTwips(indent, 'w') ?? 0) - over,
  };
}

function twips(node: XmlNode | undefined, name: string): number {
  const points = Number(attribute(node?.attributes ?? {}, name) ?? 0) / TWIP;
  return points >= 0 && points < 2_000 ? points : 0;
}

/** Columns that a row leaves out before its first cell. */
function leftOut(row: XmlNode): Cell[] {
  const count = Math.trunc(
    Number(attribute(descend(row, 'trPr', 'gridBefore')?.attributes ?? {}, 'val') ?? 0),
  );
  if (!(count >= 1 && count <= MAX_COLUMNS)) return [];
  return Array.from({ length: count }, () => ({ ...NOTHING }));
}

/** Rows and cells, also those within content controls, and marks of pages between rows. */
function rowsOf(table: XmlNode): XmlNode[] {
  return table.children.flatMap((one) =>
    one.name === 'tr' || one.name === PAGE_MARK
      ? [one]
      : /^(sdt|sdtContent|ins)$/.test(one.name)
        ? rowsOf(one)
        : [],
  );
}

function cellsOf(row: XmlNode): XmlNode[] {
  return row.children
    .flatMap((one) =>
      one.name === 'tc' ? [one] : /^(sdt|sdtContent|ins)$/.test(one.name) ? cellsOf(one) : [],
    )
    .slice(0, MAX_COLUMNS);
}

function hasFirstRow(look: XmlNode | undefined): boolean {
  const stated = attribute(look?.attributes ?? {}, 'firstRow');
  if (stated !== undefined) return /^(1|true)$/.test(stated);
  return (Number.parseInt(attribute(look?.attributes ?? {}, 'val') ?? '0', 16) & 0x20) !== 0;
}

function lookOf(
  style: XmlNode | undefined,
  isHead: boolean,
  source: TableSource,
  properties: XmlNode | undefined,
): Look {
  const head = isHead
    ? style?.children.find(
        (one) => one.name === 'tblStylePr' && attribute(one.attributes, 'type') === 'firstRow',
      )
    : undefined;
  const fills = [head, style].map((one) => fillOf(child(one, 'tcPr')));
  return {
    run: { ...source.run(child(style, 'rPr')), ...source.run(child(head, 'rPr')) },
    fill: fills.find((one) => one !== undefined),
    margins: [child(properties, 'tblCellMar'), descend(style, 'tblPr', 'tblCellMar')],
  };
}

function fillOf(properties: XmlNode | undefined): string | undefined {
  const fill = attribute(child(properties, 'shd')?.attributes ?? {}, 'fill');
  return fill !== undefined && /^[0-9a-f]{6}$/i.test(fill) ? `#${fill.toLowerCase()}` : undefined;
}

/** Left, top, right, bottom; `undefined` where nothing is said, `none` where there is to be no line. */
function bordersOf(holder: XmlNode | undefined, of: 'tbl' | 'tc'): (Outline | 'none' | undefined)[] {
  const sides = [
    ['left', 'start', 'insideV'],
    ['top', 'insideH'],
    ['right', 'end', 'insideV'],
    ['bottom', 'insideH'],
  ];
  return sides.map((names) => {
    const node = names
      .filter((name) => of === 'tbl' || !name.startsWith('inside'))
      .map((name) => child(holder, name))
      .find((one) => one !== undefined && !/^(nil|none)$/.test(attribute(one.attributes, 'val') ?? ''));
    if (!node) return holder && of === 'tc' && names.some((name) => child(holder, name)) ? 'none' : undefined;
    const color = attribute(node.attributes, 'color') ?? '';
    const width = Number(attribute(node.attributes, 'sz') ?? 4) / 8;
    return {
      color: /^[0-9a-f]{6}$/i.test(color) ? `#${color.toLowerCase()}` : '#000000',
      width: width > 0 && width < 20 ? width : 0.5,
    };
  });
}

/** Margins within a cell as the nearest says that says something; a line's width more above and below than the format has it. */
function insetsOf(holders: readonly (XmlNode | undefined)[]): SceneText['insets'] {
  const margin = (usual: number, ...names: readonly string[]) => {
    const nodes = holders.flatMap((holder) => names.flatMap((name) => child(holder, name) ?? []));
    const [nearest] = nodes;
    return nearest ? twips(nearest, 'w') : usual;
  };
  return [
    margin(5.4, 'left', 'start'),
    margin(0, 'top') + 0.5,
    margin(5.4, 'right', 'end'),
    margin(0, 'bottom') + 0.5,
  ];
}

/** A cell, with cells that it covers beside it: a row has as many as there are columns. */
function readCell(
  cell: XmlNode,
  look: Look,
  lines: readonly (Outline | 'none' | undefined)[],
  source: TableSource,
): Cell[] {
  const properties = child(cell, 'tcPr');
  const own = bordersOf(child(properties, 'tcBorders'), 'tc');
  const borders = own.map((one, side) => {
    const line = one ?? lines[side];
    return line === 'none' ? undefined : line;
  });
  const span = Math.trunc(Number(attribute(child(properties, 'gridSpan')?.attributes ?? {}, 'val') ?? 1));
  const columns = span >= 1 && span <= MAX_COLUMNS ? span : 1;
  const merge = child(properties, 'vMerge');
  const goesOn = merge !== undefined && attribute(merge.attributes, 'val') !== 'restart';
  const fill = fillOf(properties) ?? look.fill;
  const content = source.content(cell, look.run, insetsOf([child(properties, 'tcMar'), ...look.margins]));
  const made: Cell = {
    ...content,
    plain: '',
    columns,
    rows: 1,
    covered: goesOn,
    goesOn,
    borders,
    ...(fill === undefined ? {} : { fill }),
  };
  const rest: Cell = { ...made, covered: true, goesOn: false, columns: 1 };
  return [made, ...Array.from({ length: columns - 1 }, () => rest)];
}

/** Cells are as high as the rows that they go on in. */
function spanRows(rows: readonly Row[]): readonly Row[] {
  return rows.map((row, at) => ({
    ...row,
    cells: row.cells.map((cell, column): Cell => {
      if (cell.covered) return cell;
      let count = 1;
      while (rows[at + count]?.cells[column]?.goesOn) count += 1;
      return { ...cell, rows: count };
    }),
  }));
}
