import type { RowCells } from './paragraph-properties.ts';

type Row = { readonly cells: readonly string[]; readonly shape: RowCells };

/** Twentieths of a point that a cell is wide whose row does not say. */
const USUAL_CELL = 2_000;
const EMPTY = '<w:p/>';

/** Gathers paragraphs into cells, cells into rows, rows into a table. */
export class TableWriter {
  #paragraphs: string[] = [];
  #cells: string[] = [];
  #rows: Row[] = [];

  add(paragraph: string): void {
    this.#paragraphs.push(paragraph);
  }

  endCell(): void {
    this.#cells.push(this.#paragraphs.join(''));
    this.#paragraphs = [];
  }

  endRow(shape: RowCells | undefined): void {
    const cells = this.#cells;
    this.#cells = [];
    this.#paragraphs = [];
    if (cells.length > 0) this.#rows.push({ cells, shape: fitting(shape, cells.length) });
  }

  /** The table as WordprocessingML, if there is one; what began no row is given as paragraphs after it. */
  take(): string {
    const rows = this.#rows;
    const rest = [...this.#cells, ...this.#paragraphs].join('');
    this.#rows = [];
    this.#cells = [];
    this.#paragraphs = [];
    return rows.length === 0 ? rest : `${tableMarkup(rows)}${rest}`;
  }
}

function fitting(shape: RowCells | undefined, count: number): RowCells {
  if (shape && shape.edges.length === count + 1) return shape;
  const no = Array.from({ length: count }, () => 'no' as const);
  const edges = Array.from({ length: count + 1 }, (_, at) => at * USUAL_CELL);
  return { edges, merged: no, mergedDown: no };
}

function tableMarkup(rows: readonly Row[]): string {
  const edges = [...new Set(rows.flatMap(({ shape }) => shape.edges))].sort((a, b) => a - b);
  const columns = new Map(edges.map((edge, at) => [edge, at]));
  const grid = edges.slice(1).map((edge, at) => `<w:gridCol w:w="${edge - (edges[at] ?? 0)}"/>`);
  const lines = rows.map((row) => `<w:tr>${rowMarkup(row, columns)}</w:tr>`);
  const layout = '<w:tblPr><w:tblLayout w:type="fixed"/></w:tblPr>';
  return `<w:tbl>${layout}<w:tblGrid>${grid.join('')}</w:tblGrid>${lines.join('')}</w:tbl>`;
}

/** A cell that is one with the one before it has no place of its own. */
function rowMarkup({ cells, shape }: Row, columns: ReadonlyMap<number, number>): string {
  const markup: string[] = [];
  for (let at = 0; at < cells.length; at += 1) {
    let text = cells[at] ?? '';
    let last = at;
    while (shape.merged[last + 1] === 'later') {
      last += 1;
      text += cells[last] ?? '';
    }
    const [from, to] = [shape.edges[at] ?? 0, shape.edges[last + 1] ?? 0];
    const span = Math.max(1, (columns.get(to) ?? 0) - (columns.get(from) ?? 0));
    const down = { no: '', first: '<w:vMerge w:val="restart"/>', later: '<w:vMerge/>' };
    const width = `<w:tcW w:w="${Math.max(0, to - from)}" w:type="dxa"/>`;
    const look = `<w:tcPr>${width}<w:gridSpan w:val="${span}"/>${down[shape.mergedDown[at] ?? 'no']}</w:tcPr>`;
    markup.push(`<w:tc>${look}${text || EMPTY}</w:tc>`);
    at = last;
  }
  return markup.join('');
}
