import { isOn, twips, valueIn } from '../office/word-paragraph.ts';
import { attribute, child, descend, type XmlNode } from '../package/xml.ts';
import type { FlowCell, FlowRow, FlowTable } from './flow.ts';
import type { FlowNode } from './flow-tree.ts';
import type { Around, FlowSource } from './read-flow.ts';

const MAX_COLUMNS = 63;
/** Points beside a cell's text where nothing says more. */
const USUAL_MARGIN = 5.4;

type Margins = readonly (XmlNode | undefined)[];

/** Reads a table within `depth` others; `blocksOf` reads what stands in its cells. */
export function readTable(
  table: FlowNode,
  source: FlowSource,
  depth: number,
  blocksOf: (node: FlowNode, around: Around) => FlowCell['blocks'],
): FlowTable {
  const properties = child(table, 'tblPr');
  const style = valueIn(properties, 'tblStyle');
  const styleNode = source.styles.node(style);
  const margins = [child(properties, 'tblCellMar'), descend(styleNode, 'tblPr', 'tblCellMar')];
  const line = lineWidth(child(properties, 'tblBorders') ?? descend(styleNode, 'tblPr', 'tblBorders'));
  const columns = (child(table, 'tblGrid')?.children ?? [])
    .filter((one) => one.name === 'gridCol')
    .slice(0, MAX_COLUMNS)
    .map((one) => Math.max(0, twips(one, 'w') ?? 0));
  const around = { depth: depth + 1, table: style ?? '' };
  const rows = below(table, 'tr').map((row): FlowRow => {
    const own = child(row, 'trPr');
    const height = child(own, 'trHeight');
    return {
      place: { element: row.at, offset: 0 },
      height: Math.max(0, twips(height, 'val') ?? 0),
      isExact: attribute(height?.attributes ?? {}, 'hRule') === 'exact',
      staysWhole: isOn(own, 'cantSplit'),
      isHeader: isOn(own, 'tblHeader'),
      cells: [
        ...skipped(own),
        ...below(row, 'tc')
          .slice(0, MAX_COLUMNS)
          .map((cell) => readCell(cell, margins, line, (one) => blocksOf(one, around))),
      ],
    };
  });
  return { flow: 'table', place: { element: table.at, offset: 0 }, columns, rows };
}

/** Columns that a row leaves out before its first cell. */
function skipped(row: XmlNode | undefined): FlowCell[] {
  const count = Number(valueIn(row, 'gridBefore') ?? 0);
  if (!(count >= 1 && count <= MAX_COLUMNS)) return [];
  return [{ span: Math.trunc(count), width: 0, across: 0, upright: 0, goesOn: false, blocks: [] }];
}

function readCell(
  cell: FlowNode,
  margins: Margins,
  line: number,
  blocksOf: (node: FlowNode) => FlowCell['blocks'],
): FlowCell {
  const properties = child(cell, 'tcPr');
  const span = Math.trunc(Number(valueIn(properties, 'gridSpan') ?? 1));
  const width = child(properties, 'tcW');
  const isStated = /^(dxa)?$/.test(attribute(width?.attributes ?? {}, 'type') ?? '');
  const merge = child(properties, 'vMerge');
  const holders = [child(properties, 'tcMar'), ...margins];
  const side = (usual: number, ...names: readonly string[]) => {
    const [nearest] = holders.flatMap((holder) => names.flatMap((name) => child(holder, name) ?? []));
    return nearest ? Math.max(0, twips(nearest, 'w') ?? usual) : usual;
  };
  return {
    span: span >= 1 && span <= MAX_COLUMNS ? span : 1,
    width: isStated ? Math.max(0, twips(width, 'w') ?? 0) : 0,
    across: side(USUAL_MARGIN, 'left', 'start') + side(USUAL_MARGIN, 'right', 'end'),
    upright: side(0, 'top') + side(0, 'bottom') + line,
    goesOn: merge !== undefined && attribute(merge.attributes, 'val') !== 'restart',
    blocks: cell.children.flatMap((one) => blocksOf(one)),
  };
}

/** The width of a line between rows, in points. */
function lineWidth(borders: XmlNode | undefined): number {
  const node = child(borders, 'insideH') ?? child(borders, 'top');
  if (!node || /^(nil|none)$/.test(attribute(node.attributes, 'val') ?? '')) return 0;
  const width = Number(attribute(node.attributes, 'sz') ?? 4) / 8;
  return width > 0 && width < 20 ? width : 0;
}

/** Rows or cells, also those within content controls. */
function below(node: FlowNode, name: string): FlowNode[] {
  return node.children.flatMap((one) =>
    one.name === name
      ? [one]
      : /^(sdt|sdtContent|ins|customXml|smartTag|moveTo)$/.test(one.name)
        ? below(one, name)
        : [],
  );
}
