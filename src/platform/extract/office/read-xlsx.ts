import type { OfficePackage } from '../package/office-package.ts';
import type { Reading } from '../reading/reading.ts';
import { cleanText, oneLine } from '../text/clean.ts';
import { PageCollector, type PageWatch } from '../text/page-collector.ts';
import { coreDate, coreTitle } from './core-properties.ts';
import { drawingWords, paragraphText } from './drawing-text.ts';
import { readSheet, readWorkbook, type Workbook } from './workbook.ts';

const CARD_ROWS = 15;
const CARD_COLUMNS = 5;

/** Reads an XLSX: a page a sheet, cells as they are shown, parted by tabs; then comments, charts and drawings. */
export function readXlsx(office: OfficePackage, mainPart: string, watch?: PageWatch): Reading {
  const workbook = readWorkbook(office, mainPart);
  watch?.opened(Math.max(1, workbook.sheets.length), coreTitle(office));
  const collector = new PageCollector(watch);
  let read = 0;
  let card: readonly (readonly string[])[] = [];
  for (const sheet of workbook.sheets) {
    if (collector.full) break;
    const corner = addSheet(office, workbook, sheet.part, collector);
    if (card.length === 0 && !sheet.hidden) card = corner;
    read += 1;
    collector.endPage(oneLine(sheet.name) ?? `Sheet ${read}`, sheet.hidden);
  }
  const title = coreTitle(office);
  const pageCount = Math.max(1, workbook.sheets.length);
  const isCut = read < workbook.sheets.length || collector.tooLong;
  return {
    pages: collector.pages,
    pageCount,
    card: { card: 'sheet', rows: card },
    ...(title === undefined ? {} : { title }),
    ...coreDate(office),
    ...(isCut ? { missing: { reason: 'too-long', pages: workbook.sheets.length - read } } : {}),
  };
}

/** Adds a sheet's words; returns its upper left corner for the card. */
function addSheet(
  office: OfficePackage,
  workbook: Workbook,
  part: string,
  collector: PageCollector,
): string[][] {
  const corner: string[][] = [];
  /** The row that was written to last, shown and hidden cells apart. */
  const rows = { shown: -1, hidden: -1 };
  let firstRow: number | undefined;
  let firstColumn = 0;
  const other: string[] = [];
  readSheet(office, workbook, part, {
    cell: (cell) => {
      const of = cell.hidden ? 'hidden' : 'shown';
      collector.add(cell.row === rows[of] ? '\t' : '\n', cell.hidden);
      rows[of] = cell.row;
      collector.add(cell.text, cell.hidden);
      if (cell.hidden) return !collector.full;
      if (firstRow === undefined) {
        firstRow = cell.row;
        firstColumn = cell.column;
      }
      const [y, x] = [cell.row - firstRow, Math.max(0, cell.column - firstColumn)];
      if (y >= 0 && y < CARD_ROWS && x < CARD_COLUMNS) {
        for (let fill = corner.length; fill <= y; fill += 1) corner.push([]);
        const cells = corner[y] ?? [];
        for (let fill = cells.length; fill < x; fill += 1) cells.push('');
        cells[x] = cleanText(cell.text.slice(0, 80));
      }
      return !collector.full;
    },
    other: (text) => other.push(text),
  });
  for (const text of [...other, ...sheetExtras(office, part)]) if (text !== '') collector.add(`\n${text}`);
  return corner;
}

function sheetExtras(office: OfficePackage, part: string): string[] {
  const texts: string[] = [];
  for (const type of ['comments', 'threadedcomment']) {
    for (const comments of office.related(part, type)) texts.push(paragraphText(office, comments));
  }
  for (const drawing of office.related(part, 'drawing')) {
    texts.push(paragraphText(office, drawing));
    office.read(drawing, {
      open: (name, attributes) => {
        texts.push(drawingWords(office, drawing, name, attributes));
      },
    });
  }
  return texts;
}
