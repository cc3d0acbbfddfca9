import type { Preview, SheetPreview } from '../../../engine/ports/extractor.ts';
import { readWorkbook } from '../office/workbook.ts';
import { odsSheets } from '../opendocument/ods-sheets.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { csvRows } from '../plain/csv-rows.ts';
import { CellLooks, readBookLook } from '../sheet/cell-looks.ts';
import { cleanText, oneLine } from '../text/clean.ts';
import { PictureBudget } from './picture-budget.ts';
import { SheetPictures } from './sheet-pictures.ts';
import { MAX_COLUMNS, MAX_ROWS, ShownSheet } from './shown-sheet.ts';

const MAX_SHEETS = 100;
const MAX_CELL = 2_000;
/** Cells and characters of a whole preview. */
const MAX_CELLS = 250_000;
const MAX_CHARACTERS = 12_000_000;

/** Makes an XLSX's sheets tables of what their cells show, with how they look. */
export async function previewSheets(office: OfficePackage, mainPart: string): Promise<Preview> {
  const workbook = readWorkbook(office, mainPart);
  const book = readBookLook(office, mainPart);
  const pictures = new SheetPictures(office, new PictureBudget());
  const budget = { cells: MAX_CELLS, blanks: MAX_CELLS, characters: MAX_CHARACTERS };
  const sheets: SheetPreview[] = [];
  for (const sheet of workbook.sheets.slice(0, MAX_SHEETS)) {
    const seen = new ShownSheet(office, workbook, sheet.part, new CellLooks(book), budget);
    sheets.push({
      label: oneLine(sheet.name) ?? '',
      ...seen.preview(),
      look: await seen.look(pictures),
      ...(sheet.hidden && { hidden: true as const }),
    });
  }
  return { preview: 'sheets', sheets };
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
