import { stringify } from 'csv-stringify/sync';
import type { ExportTable } from '../../contract/insights.ts';
import type { OpenHub } from '../open-hub.ts';
import { type ReportRow, reportRows } from './report-rows.ts';

/**
 * Rows as CSV (RFC 4180) with a byte order mark, which spreadsheets need to see UTF-8. Texts that a spreadsheet would run as a formula
 * (beginning with `=`, `+`, `-`, `@`, tab or carriage return) get a `'` before them: titles come from other people
 * (owasp.org/www-community/attacks/CSV_Injection).
 */
export function csvOf(rows: readonly ReportRow[]): string {
  const columns = Object.keys(rows[0] ?? {});
  return stringify([...rows], {
    header: true,
    columns,
    bom: true,
    escape_formulas: true,
    record_delimiter: '\r\n',
  });
}

/** A table as a CSV file. */
export function exportTable(hub: OpenHub, table: ExportTable): { fileName: string; text: string } {
  return { fileName: `kitbag-${table}-${hub.summaries.today()}.csv`, text: csvOf(reportRows(hub, table)) };
}
