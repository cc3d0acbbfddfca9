import { stringify } from 'csv-stringify/sync';
import type { Separator } from '../../contract/insights.ts';
import type { Breathe } from './breathe.ts';

/** A value of a table; null where nothing was said. */
export type Cell = string | number | null;

/** A table as it is written: what its columns are called, and its rows, each with a cell a column. */
type Table = { readonly columns: readonly string[]; readonly rows: Iterable<readonly Cell[]> };

/** Rows that are written before other work gets its turn: some milliseconds of work. */
const AT_ONCE = 500;

/**
 * A table as CSV (RFC 4180) with a byte order mark, which spreadsheets need to see UTF-8. Texts that a spreadsheet would run as a formula
 * (beginning with `=`, `+`, `-`, `@`, tab or carriage return, or the wide forms of the signs) get a `'` before them: titles come from other people
 * (owasp.org/www-community/attacks/CSV_Injection). Where a semicolon stands between columns the comma stands in numbers: the spreadsheets
 * that need the one read `3.75` as March 1975. Other work runs between the rows: a matrix of a thousand terms by a thousand has a million.
 */
export async function csvOf(
  { columns, rows }: Table,
  separator: Separator,
  breathe: Breathe,
): Promise<string> {
  const parts = [written([columns], separator, true)];
  for (const some of inParts(rows)) {
    parts.push(written(some, separator, false));
    await breathe();
  }
  return parts.join('');
}

function written(rows: readonly (readonly Cell[])[], separator: Separator, first: boolean): string {
  return stringify(rows, {
    bom: first,
    delimiter: separator,
    record_delimiter: '\r\n',
    quote_record_delimiter: true,
    escape_formulas: true,
    cast: { number: (value) => (separator === ';' ? String(value).replace('.', ',') : String(value)) },
  });
}

function* inParts<Row>(rows: Iterable<Row>): Iterable<readonly Row[]> {
  let part: Row[] = [];
  for (const row of rows) {
    part.push(row);
    if (part.length < AT_ONCE) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}
