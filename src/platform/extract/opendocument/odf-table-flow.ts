import { attribute } from '../package/xml.ts';
import type { FlowBlock, FlowCell, FlowRow, FlowTable } from '../paging/flow.ts';
import { lengthIn } from '../paging/lengths.ts';
import { borderOf, type OdfFormats } from './odf-formats.ts';
import type { OdfNode } from './odf-tree.ts';

const MAX_COLUMNS = 63;
const MAX_ROWS_COVERED = 10_000;
/** Elements that hold rows or columns. */
const GROUPS = /^table-(header-rows|rows|row-group|header-columns|columns|column-group)$/;

/** Reads a table (ODF 1.3, part 3, 9.1); `blocksOf` reads what stands in its cells. */
export function readOdfTable(
  table: OdfNode,
  formats: OdfFormats,
  blocksOf: (node: OdfNode) => readonly FlowBlock[],
): FlowTable {
  const style = attribute(table.attributes, 'style-name');
  const staysWhole = formats.value('table', style, 'may-break-between-rows') === 'false';
  const isShared = formats.value('table', style, 'border-model') === 'collapsing';
  const covered = new CoveredColumns();
  const rows = within(table, 'table-row').map(({ node, isHeader }): FlowRow => {
    const own = attribute(node.attributes, 'style-name');
    const said = (name: string) => formats.value('table-row', own, name);
    const exact = lengthIn(said('row-height'));
    return {
      place: node.place,
      height: Math.max(0, exact ?? lengthIn(said('min-row-height')) ?? 0),
      isExact: exact !== undefined,
      staysWhole: staysWhole || said('keep-together') === 'always',
      isHeader,
      cells: covered.row(node, (cell) => readCell(cell, formats, isShared, blocksOf)),
    };
  });
  return { flow: 'table', place: table.place, ...columnsOf(table, formats), rows };
}

/** Elements of a name in a table, also those within groups. */
function within(
  node: OdfNode,
  name: string,
  isHeader = false,
): { readonly node: OdfNode; readonly isHeader: boolean }[] {
  return node.children.flatMap((one) => {
    if (one.name === name) return [{ node: one, isHeader }];
    return GROUPS.test(one.name) ? within(one, name, isHeader || one.name === 'table-header-rows') : [];
  });
}

/** A table's columns: as wide as they say, else their shares of its width, or of the room that it has. */
function columnsOf(
  table: OdfNode,
  formats: OdfFormats,
): { readonly columns: readonly number[]; readonly shares?: readonly number[] } {
  const widths: number[] = [];
  const shares: number[] = [];
  for (const { node } of within(table, 'table-column')) {
    const style = attribute(node.attributes, 'style-name');
    const said = (name: string) => formats.value('table-column', style, name);
    const own = Math.max(0, lengthIn(said('column-width')) ?? 0);
    const share = Math.max(0, Number.parseFloat(said('rel-column-width') ?? '') || 0);
    for (let left = countOf(node, 'number-columns-repeated'); left > 0; left -= 1) {
      if (widths.length >= MAX_COLUMNS) break;
      widths.push(own);
      shares.push(share);
    }
  }
  const all = shares.reduce((sum, one) => sum + one, 0);
  if (all === 0 || widths.every((one) => one > 0)) return { columns: widths };
  const style = attribute(table.attributes, 'style-name');
  const said = (name: string) => formats.value('table', style, name);
  const ofRoom = Number.parseFloat(said('rel-width') ?? '100') / 100;
  const width = said('rel-width') === undefined ? lengthIn(said('width')) : undefined;
  if (width !== undefined) return { columns: shares.map((share) => (width * share) / all) };
  const part = ofRoom > 0 && ofRoom <= 1 ? ofRoom : 1;
  return { columns: [], shares: shares.map((share) => (part * share) / all) };
}

function readCell(
  cell: OdfNode,
  formats: OdfFormats,
  isShared: boolean,
  blocksOf: (node: OdfNode) => readonly FlowBlock[],
): FlowCell {
  const style = attribute(cell.attributes, 'style-name');
  const said = (...names: readonly string[]) => formats.value('table-cell', style, ...names);
  const padding = (side: string) => Math.max(0, lengthIn(said(`padding-${side}`, 'padding')) ?? 0);
  const border = (side: string) => borderOf(said(`border-${side}`, 'border')) / (isShared ? 2 : 1);
  const [left, right, top, bottom] = ['left', 'right', 'top', 'bottom'].map(
    (side) => padding(side) + border(side),
  );
  return {
    span: countOf(cell, 'number-columns-spanned'),
    width: 0,
    across: (left ?? 0) + (right ?? 0),
    upright: (top ?? 0) + (bottom ?? 0),
    goesOn: false,
    blocks: blocksOf(cell),
  };
}

/** Which columns of a table the cells of rows above go on into. */
class CoveredColumns {
  /** By the column where a cell began: rows that it still goes on into, and how wide it is. */
  readonly #cells = new Map<number, { rows: number; readonly span: number }>();

  /** A row's cells, each with those that go on from above in their places. */
  row(row: OdfNode, read: (cell: OdfNode) => FlowCell): FlowCell[] {
    const cells: FlowCell[] = [];
    let column = 0;
    const skip = () => {
      for (let above = this.#cells.get(column); above; above = this.#cells.get(column)) {
        cells.push({ span: above.span, width: 0, across: 0, upright: 0, goesOn: true, blocks: [] });
        above.rows -= 1;
        if (above.rows === 0) this.#cells.delete(column);
        column += above.span;
      }
    };
    for (const node of row.children) {
      // Covered ones follow from those that cover them.
      if (node.name !== 'table-cell' || column >= MAX_COLUMNS) continue;
      skip();
      const cell = read(node);
      cells.push(cell);
      const rows = countOf(node, 'number-rows-spanned', MAX_ROWS_COVERED) - 1;
      if (rows > 0) this.#cells.set(column, { rows, span: cell.span });
      column += cell.span;
    }
    skip();
    return cells;
  }
}

function countOf({ attributes }: OdfNode, name: string, most = MAX_COLUMNS): number {
  const count = Number.parseInt(attribute(attributes, name) ?? '1', 10);
  return count >= 1 ? Math.min(count, most) : 1;
}
