import { stringify } from 'csv-stringify/sync';
import type { ReportRow, Separator } from '../../contract/insights.ts';

/**
 * Rows as CSV (RFC 4180) with a byte order mark, which spreadsheets need to see UTF-8. Texts that a spreadsheet would run as a formula
 * (beginning with `=`, `+`, `-`, `@`, tab or carriage return) get a `'` before them: titles come from other people
 * (owasp.org/www-community/attacks/CSV_Injection). Where a semicolon stands between columns the comma stands in numbers: the spreadsheets
 * that need the one read `3.75` as March 1975.
 */
export function csvOf(
  rows: readonly ReportRow[],
  options: { readonly separator?: Separator; readonly columns?: readonly string[] } = {},
): string {
  const { separator = ',', columns = Object.keys(rows[0] ?? {}) } = options;
  return stringify(separator === ';' ? rows.map(withDecimalCommas) : [...rows], {
    header: true,
    columns,
    bom: true,
    delimiter: separator,
    escape_formulas: true,
    record_delimiter: '\r\n',
    // Line breaks of a text are no ends of rows.
    quote_record_delimiter: true,
  });
}

function withDecimalCommas(row: ReportRow): ReportRow {
  const said = Object.entries(row).map(([column, value]) => [
    column,
    typeof value === 'number' && !Number.isInteger(value) ? String(value).replace('.', ',') : value,
  ]);
  return Object.fromEntries(said);
}
