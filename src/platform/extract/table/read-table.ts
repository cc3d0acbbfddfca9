import type { TableRead } from '../../../engine/ports/extractor.ts';
import { LARGEST_TABLE, MOST_TABLE_COLUMNS, MOST_TABLE_ROWS } from '../../../shared/limits.ts';
import { type RandomAccessFile, withFile } from '../encoding/bytes.ts';
import { dayOfNumber } from '../office/number-format.ts';
import { readSheet, readWorkbook } from '../office/workbook.ts';
import { odsSheets } from '../opendocument/ods-sheets.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { DamagedZip, ZipBomb } from '../package/zip.ts';
import { csvCells } from '../plain/csv-rows.ts';
import { readSource } from '../plain/read-source.ts';
import { Damaged, Unreadable } from '../reading/reading.ts';
import { type Accepted, recognise } from '../sniff/recognise.ts';
import { refusalOfPath } from '../sniff/refusal-of-path.ts';

/** Characters of a cell that are kept: more than any field may have. */
const LONGEST_CELL = 32_767;

/**
 * Reads a table to be worked with, not to be looked at: CSV of any separator and encoding, the first sheet that is shown of an XLSX or ODS. Cells are
 * as they were typed, days as `2026-11-21` whatever their format.
 */
export async function readTable(path: string, name: string): Promise<TableRead> {
  const refusal = refusalOfPath(path);
  if (refusal !== undefined) return { read: 'refused', reason: refusal };
  return withFile(path, async (file): Promise<TableRead> => {
    if (file.size > LARGEST_TABLE) return { read: 'refused', reason: 'too-long' };
    const found = recognise(file, name);
    if (!found.recognised) return { read: 'refused', reason: found.reason };
    try {
      return tableIn(file, found);
    } catch (error) {
      if (error instanceof ZipBomb) return { read: 'refused', reason: 'bomb' };
      if (error instanceof Unreadable) return { read: 'refused', reason: error.reason };
      if (error instanceof DamagedZip || error instanceof Damaged)
        return { read: 'refused', reason: 'damaged' };
      throw error;
    }
  });
}

function tableIn(file: RandomAccessFile, { content, kind }: Accepted): TableRead {
  if (content.format === 'encrypted') return { read: 'refused', reason: 'encrypted' };
  if (content.format === 'office' && kind === 'xlsx') return sheetRows(content.office, content.mainPart);
  if (content.format === 'opendocument' && content.kind === 'ods') return odsRows(content.office);
  if (content.format !== 'text') return { read: 'refused', reason: 'unsupported' };
  const { text } = readSource(file, content.encoding, LARGEST_TABLE);
  const rows = new Rows();
  const kept = { columns: MOST_TABLE_COLUMNS, cell: (cell: string) => cell.slice(0, LONGEST_CELL) };
  for (const row of csvCells(text, kept)) {
    for (const [column, cell] of row.entries()) rows.put(rows.next, column, cell);
    rows.next += 1;
    if (rows.isFull) break;
  }
  return rows.table();
}

function sheetRows(office: OfficePackage, mainPart: string): TableRead {
  const workbook = readWorkbook(office, mainPart);
  const sheet = workbook.sheets.find(({ hidden }) => !hidden) ?? workbook.sheets[0];
  const rows = new Rows();
  if (sheet === undefined) return rows.table();
  readSheet(office, workbook, sheet.part, {
    cell: ({ row, column, text, number, style }) => {
      const day =
        number === undefined
          ? undefined
          : dayOfNumber(number, workbook.codeOfStyle(style), workbook.date1904);
      rows.put(row, column, day ?? text.slice(0, LONGEST_CELL));
      return !rows.isFull;
    },
  });
  return rows.table();
}

function odsRows(office: OfficePackage): TableRead {
  const { sheets } = odsSheets(office);
  const sheet = sheets.find(({ hidden }) => !hidden) ?? sheets[0];
  const rows = new Rows();
  for (const { at, cells } of sheet?.rows ?? []) {
    for (const [column, cell] of cells.entries()) rows.put(at, column, cell.slice(0, LONGEST_CELL));
    if (rows.isFull) break;
  }
  return rows.table();
}

/** Rows as they fill, none wider or more than are read. */
class Rows {
  readonly #rows: string[][] = [];
  #cut = false;
  next = 0;

  get isFull(): boolean {
    return this.#cut;
  }

  put(row: number, column: number, cell: string): void {
    if (row >= MOST_TABLE_ROWS) this.#cut = true;
    if (row >= MOST_TABLE_ROWS || column >= MOST_TABLE_COLUMNS || cell === '') return;
    while (this.#rows.length <= row) this.#rows.push([]);
    const cells = this.#rows[row] ?? [];
    while (cells.length < column) cells.push('');
    cells[column] = cell;
  }

  table(): TableRead {
    return { read: 'table', rows: this.#rows, cut: this.#cut };
  }
}
