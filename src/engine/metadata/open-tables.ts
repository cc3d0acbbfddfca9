import type { OpenTable } from '../../contract/metadata.ts';
import type { Holds } from '../../domain/kernel/holds.ts';
import type { TaxonomyPart } from '../../domain/taxonomy/terms.ts';
import { says } from '../../shared/says/says.ts';
import { invalid } from '../base/refusal.ts';
import type { Extractor } from '../ports/extractor.ts';
import { columnsTaken } from './columns.ts';

/** How many tables are kept open: what is chosen anew takes the place of the oldest. */
const KEPT = 3;
/** Characters of a cell that are shown of a column. */
const SAMPLE = 120;

/** A row of a table, with its number as spreadsheets count: the headings are row 1. */
export type TableRow = { readonly row: number; readonly cells: readonly string[] };
export type ReadTable = { readonly headings: readonly string[]; readonly rows: readonly TableRow[] };

/** Tables that a person chose, as they were read: what was looked at is what is imported. */
export class OpenTables {
  readonly #catalog: Holds<TaxonomyPart>;
  readonly #extractor: Extractor;
  readonly #tables = new Map<string, ReadTable>();

  constructor(catalog: Holds<TaxonomyPart>, extractor: Extractor) {
    this.#catalog = catalog;
    this.#extractor = extractor;
  }

  /** Reads a file and keeps it under a name. Throws `Refusal` where it is no table. */
  async open(name: string, path: string): Promise<OpenTable> {
    const fileName = path.split(/[\\/]/).at(-1) ?? path;
    const read = await this.#extractor.table(path, fileName);
    if (read.read === 'refused') {
      const isLarge = read.reason === 'too-long' || read.reason === 'bomb';
      throw invalid(says(isLarge ? 'metadata.table-too-large' : 'metadata.no-table', { fileName }));
    }
    const table = tableOf(read.rows);
    if (table.rows.length === 0) throw invalid(says('metadata.empty-table', { fileName }));
    this.#tables.set(name, table);
    for (const old of [...this.#tables.keys()].slice(0, -KEPT)) this.#tables.delete(old);
    const taken = columnsTaken(this.#catalog, table.headings);
    const columns = table.headings.map((heading, at) => ({
      heading,
      target: taken[at]?.target ?? null,
      readOnly: taken[at]?.readOnly ?? false,
      sample: (table.rows.find(({ cells }) => (cells[at] ?? '') !== '')?.cells[at] ?? '').slice(0, SAMPLE),
    }));
    return { table: name, fileName, rows: table.rows.length, cut: read.cut, columns };
  }

  /** A table that was opened. Throws `Refusal`. */
  get(name: string): ReadTable {
    const table = this.#tables.get(name);
    if (table === undefined) throw invalid(says('metadata.table-gone'));
    return table;
  }
}

/** The first row that has something in it are the headings; rows without anything are left out. */
function tableOf(all: readonly (readonly string[])[]): ReadTable {
  const filled = all
    .map((cells, at): TableRow => ({ row: at + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const [first, ...rows] = filled;
  const width = filled.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const headings = Array.from({ length: width }, (_, at) => (first?.cells[at] ?? '').trim().slice(0, SAMPLE));
  return { headings, rows };
}
