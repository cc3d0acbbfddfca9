import type { Preview, SheetPreview } from '../../../engine/ports/extractor.ts';
import { readSheet, readWorkbook, type Workbook } from '../office/workbook.ts';
import { odsSheets } from '../opendocument/ods-sheets.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { attribute } from '../package/xml.ts';
import { csvRows } from '../plain/csv-rows.ts';
import { cleanText, oneLine } from '../text/clean.ts';

/** Rows and columns that are shown of a sheet: the port's limits. */
const MAX_ROWS = 1_000;
const MAX_COLUMNS = 100;
const MAX_SHEETS = 100;
const MAX_CELL = 2_000;
/** Cells and characters of a whole preview. */
const MAX_CELLS = 250_000;
const MAX_CHARACTERS = 12_000_000;

/** Makes an XLSX's sheets tables of what their cells show. */
export function previewSheets(office: OfficePackage, mainPart: string): Preview {
  const workbook = readWorkbook(office, mainPart);
  const budget = { cells: MAX_CELLS, characters: MAX_CHARACTERS };
  const sheets: SheetPreview[] = [];
  for (const sheet of workbook.sheets.slice(0, MAX_SHEETS)) {
    const shown = previewSheet(office, workbook, sheet.part, oneLine(sheet.name) ?? '', budget);
    sheets.push(sheet.hidden ? { ...shown, hidden: true } : shown);
  }
  return { preview: 'sheets', sheets };
}

type Budget = { cells: number; characters: number };

function previewSheet(
  office: OfficePackage,
  workbook: Workbook,
  part: string,
  label: string,
  budget: Budget,
): SheetPreview {
  const rows: string[][] = [];
  const size = statedSize(office, part);
  let [totalRows, totalColumns] = [0, 0];
  const [hiddenRows, hiddenColumns] = [new Set<number>(), new Set<number>()];
  readSheet(office, workbook, part, ({ row, column, text, hiddenRow, hiddenColumn }) => {
    if (hiddenRow && row < MAX_ROWS) hiddenRows.add(row);
    if (hiddenColumn && column < MAX_COLUMNS) hiddenColumns.add(column);
    totalRows = Math.max(totalRows, row + 1);
    totalColumns = Math.max(totalColumns, column + 1);
    if (row < MAX_ROWS && column < MAX_COLUMNS) {
      const shown = cleanText(text.slice(0, MAX_CELL));
      while (rows.length <= row) rows.push([]);
      const cells = rows[row] ?? [];
      while (cells.length < column) cells.push('');
      cells[column] = shown;
      budget.characters -= shown.length;
    }
    budget.cells -= 1;
    // The file's own statement of the size serves for what is not read any more.
    const isPast = row >= MAX_ROWS && size.rows > 0;
    return !isPast && budget.cells > 0 && budget.characters > 0;
  });
  return {
    label,
    rows,
    totalRows: totalRows >= MAX_ROWS ? Math.max(totalRows, size.rows) : totalRows,
    totalColumns: totalColumns >= MAX_COLUMNS ? Math.max(totalColumns, size.columns) : totalColumns,
    hiddenRows: [...hiddenRows],
    hiddenColumns: [...hiddenColumns],
  };
}

/** The size that a sheet states, which may be wrong; zero when it states none. */
function statedSize(office: OfficePackage, part: string): { rows: number; columns: number } {
  let size = { rows: 0, columns: 0 };
  let isPast = false;
  office.read(part, {
    open: (name, attributes) => {
      if (name === 'sheetData') isPast = true;
      if (name !== 'dimension') return;
      const match = /([A-Z]{1,3})([0-9]{1,7})$/.exec(attribute(attributes, 'ref') ?? '');
      let columns = 0;
      for (const letter of match?.[1] ?? '') columns = columns * 26 + letter.charCodeAt(0) - 64;
      size = { rows: Math.min(1_048_576, Number(match?.[2] ?? 0)), columns: Math.min(16_384, columns) };
      isPast = true;
    },
    enough: () => isPast,
  });
  return size;
}

/** Makes an OpenDocument spreadsheet's sheets tables of what their cells show. */
export function previewOds(office: OfficePackage): Preview {
  let cells = MAX_CELLS;
  const sheets = odsSheets(office).sheets.slice(0, MAX_SHEETS);
  const shown = sheets.map(({ name, hidden, rows: all, hiddenColumns }): SheetPreview => {
    const rows: string[][] = [];
    for (const row of all) {
      if (row.at >= MAX_ROWS || cells <= 0) break;
      while (rows.length < row.at) rows.push([]);
      rows.push(row.cells.slice(0, MAX_COLUMNS).map((text) => cleanText(text.slice(0, MAX_CELL))));
      cells -= row.cells.length;
    }
    return {
      label: oneLine(name) ?? '',
      rows,
      totalRows: (all.at(-1)?.at ?? -1) + 1,
      totalColumns: all.reduce((most, row) => Math.max(most, row.cells.length), 0),
      hiddenRows: all.filter((row) => row.hidden && row.at < MAX_ROWS).map(({ at }) => at),
      hiddenColumns: [...hiddenColumns].filter((at) => at < MAX_COLUMNS),
      ...(hidden && { hidden }),
    };
  });
  return { preview: 'sheets', sheets: shown };
}

/** Makes a CSV document one sheet. */
export function previewCsv(text: string, label: string): Preview {
  const rows: string[][] = [];
  let [totalRows, totalColumns] = [0, 0];
  for (const row of csvRows(text)) {
    if (rows.length < MAX_ROWS) rows.push(row);
    totalRows += 1;
    totalColumns = Math.max(totalColumns, row.length);
  }
  return {
    preview: 'sheets',
    sheets: [{ label, rows, totalRows, totalColumns, hiddenRows: [], hiddenColumns: [] }],
  };
}
