import type { ReportRow, Separator } from '../../contract/insights.ts';

/**
 * Rows as CSV (RFC 4180) with a byte order mark, which spreadsheets need to see UTF-8. Texts that a spreadsheet would run as a formula
 * (beginning with `=`, `+`, `-`, `@`, tab or carriage return, or the wide forms of the signs) get a `'` before them: titles come from other people
 * (owasp.org/www-community/attacks/CSV_Injection). Where a semicolon stands between columns the comma stands in numbers: the spreadsheets
 * that need the one read `3.75` as March 1975. Written here and not by a package: a matrix of a thousand terms by a thousand is a million rows.
 */
export function csvOf(
  rows: readonly ReportRow[],
  options: { readonly separator?: Separator; readonly columns?: readonly string[] } = {},
): string {
  const { separator = ',', columns = Object.keys(rows[0] ?? {}) } = options;
  const head = columns.map((column) => written(column, separator)).join(separator);
  const parts = [`${BYTE_ORDER_MARK}${head}\r\n`];
  const told = columns.map((column) => new Column(column, separator));
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const lines = rows.slice(from, from + AT_ONCE);
    parts.push(lines.map((row) => `${told.map((column) => column.of(row)).join(separator)}\r\n`).join(''));
  }
  return parts.join('');
}

/** A column as it is written from top to bottom: what stands in one row after another is written once. */
class Column {
  readonly #name: string;
  readonly #separator: Separator;
  #last: Cell = null;
  #text = '';

  constructor(name: string, separator: Separator) {
    this.#name = name;
    this.#separator = separator;
  }

  of(row: ReportRow): string {
    const cell = row[this.#name];
    if (cell === this.#last) return this.#text;
    this.#last = cell;
    this.#text = written(cell, this.#separator);
    return this.#text;
  }
}

type Cell = ReportRow[string] | undefined;

const BYTE_ORDER_MARK = '\ufeff';
/** Lines that are put together before they join the others. */
const AT_ONCE = 1_000;

/** What a spreadsheet would take for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/u;
const QUOTED: Readonly<Record<Separator, RegExp>> = {
  ',': /[",\r\n]/u,
  ';': /[";\r\n]/u,
  '\t': /["\t\r\n]/u,
};

function written(cell: Cell, separator: Separator): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') {
    const text = String(cell);
    return separator === ';' && !Number.isInteger(cell) ? text.replace('.', ',') : quoted(text, separator);
  }
  return quoted(FORMULA.test(cell) ? `'${cell}` : cell, separator);
}

function quoted(text: string, separator: Separator): string {
  return QUOTED[separator].test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
