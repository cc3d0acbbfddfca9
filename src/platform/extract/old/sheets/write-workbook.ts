import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { type ModernDocument, markupText, type PackageWriter } from '../common/made-package.ts';

const MAIN = 'xl/workbook.xml';
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
/** Sheets, and cells and characters of all of them together, that are written. */
const MAX_SHEETS = 2_000;
const MAX_CELLS = 1_000_000;
const MAX_CHARACTERS = 30_000_000;
const MAX_COLUMNS = 16_384;
/** Characters that Excel allows in a cell. */
const MAX_CELL = 32_767;
/** Numbers of formats of a workbook's own begin here (ECMA-376 part 1, 18.8.30). */
const FIRST_FORMAT = 164;
const MAX_FORMATS = 5_000;

/** Writes a workbook as a package: what its cells hold and how it is shown, hidden rows, columns and sheets, comments. */
export function writeWorkbook(workbook: WorkBook, writer: PackageWriter): ModernDocument {
  const cells = new CellWriter();
  const names = workbook.SheetNames.slice(0, MAX_SHEETS);
  const sheets = names.map((name, at) => {
    const sheet = workbook.Sheets[name];
    const part = `xl/worksheets/sheet${at + 1}.xml`;
    const comments: string[] = [];
    writer.add(part, 'spreadsheetml.worksheet', sheetMarkup(sheet, cells, comments));
    if (comments.length > 0) addComments(writer, part, at + 1, comments);
    const id = writer.relate(MAIN, 'worksheet', `/${part}`);
    const hidden = workbook.Workbook?.Sheets?.[at]?.Hidden ?? 0;
    const state = hidden === 0 ? '' : ` state="${hidden === 2 ? 'veryHidden' : 'hidden'}"`;
    return `<sheet name="${markupText(name)}" sheetId="${at + 1}"${state} r:id="${id}"/>`;
  });
  const epoch = workbook.Workbook?.WBProps?.date1904 === true ? ' date1904="1"' : '';
  const list = `<workbookPr${epoch}/><sheets>${sheets.join('')}</sheets>`;
  writer.add(
    MAIN,
    'spreadsheetml.sheet.main',
    `<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}">${list}</workbook>`,
  );
  writer.add('xl/styles.xml', 'spreadsheetml.styles', cells.styles());
  writer.relate(MAIN, 'styles', '/xl/styles.xml');
  return writer.finish(MAIN, cells.isFull || names.length < workbook.SheetNames.length);
}

function addComments(
  writer: PackageWriter,
  sheet: string,
  number: number,
  comments: readonly string[],
): void {
  const part = `xl/comments${number}.xml`;
  const list = comments.map((text) => `<comment><text><r><t>${markupText(text)}</t></r></text></comment>`);
  writer.add(
    part,
    'spreadsheetml.comments',
    `<comments xmlns="${SHEET}"><commentList>${list.join('')}</commentList></comments>`,
  );
  writer.relate(sheet, 'comments', `/${part}`);
}

/** A sheet without cells is one of charts, dialogs or macros. */
function sheetMarkup(sheet: WorkSheet | undefined, writer: CellWriter, comments: string[]): string {
  const columns = (sheet?.['!cols'] ?? []).slice(0, MAX_COLUMNS).flatMap((column, at) => {
    const width = column?.width === undefined ? '' : ` width="${Number(column.width)}" customWidth="1"`;
    const hidden = column?.hidden === true ? ' hidden="1"' : '';
    return width === '' && hidden === '' ? [] : [`<col min="${at + 1}" max="${at + 1}"${width}${hidden}/>`];
  });
  const rows: string[] = [];
  // Rows that nobody wrote are not there, and numbers may be far apart.
  for (const [key, row] of Object.entries(sheet?.['!data'] ?? {})) {
    if (writer.isFull) break;
    const number = Number(key);
    const hidden = sheet?.['!rows']?.[number]?.hidden === true ? ' hidden="1"' : '';
    const cells = Object.entries(row ?? {}).map(([column, cell]) => {
      for (const { t: text } of cell?.c ?? []) if (text) comments.push(text.slice(0, MAX_CELL));
      return cell ? writer.cell(cell, `${columnName(Number(column))}${number + 1}`) : '';
    });
    rows.push(`<row r="${number + 1}"${hidden}>${cells.join('')}</row>`);
  }
  const cols = columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`;
  const merged = (sheet?.['!merges'] ?? []).slice(0, 50_000).map(({ s, e }) => {
    const corner = ({ c, r }: { readonly c: number; readonly r: number }) => `${columnName(c)}${r + 1}`;
    return `<mergeCell ref="${corner(s)}:${corner(e)}"/>`;
  });
  const merges = merged.length === 0 ? '' : `<mergeCells>${merged.join('')}</mergeCells>`;
  return `<worksheet xmlns="${SHEET}">${cols}<sheetData>${rows.join('')}</sheetData>${merges}</worksheet>`;
}

class CellWriter {
  readonly #formats = new Map<string, number>();
  #cells = 0;
  #characters = 0;

  get isFull(): boolean {
    return this.#cells >= MAX_CELLS || this.#characters >= MAX_CHARACTERS;
  }

  cell({ t: type, v: value, z: format, w: shown }: CellObject, place: string): string {
    if (value === undefined || type === 'z') return '';
    this.#cells += 1;
    if (type === 'n' && typeof value === 'number') {
      return `<c r="${place}" s="${this.#style(format)}"><v>${value}</v></c>`;
    }
    if (type === 'b') return `<c r="${place}" t="b"><v>${value === true ? 1 : 0}</v></c>`;
    if (type === 'e')
      return `<c r="${place}" t="e"><v>${markupText(shown ?? ERRORS[Number(value)] ?? '#N/A')}</v></c>`;
    const text = String(value).slice(0, MAX_CELL);
    this.#characters += text.length;
    return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${markupText(text)}</t></is></c>`;
  }

  styles(): string {
    const codes = [...this.#formats.keys()];
    const formats = codes.map(
      (code, at) => `<numFmt numFmtId="${FIRST_FORMAT + at}" formatCode="${markupText(code)}"/>`,
    );
    const looks = codes.map((_, at) => `<xf numFmtId="${FIRST_FORMAT + at}" fontId="0"/>`);
    const cells = `<cellXfs><xf numFmtId="0" fontId="0"/>${looks.join('')}</cellXfs>`;
    return `<styleSheet xmlns="${SHEET}"><numFmts>${formats.join('')}</numFmts><fonts><font/></fonts>${cells}</styleSheet>`;
  }

  #style(format: CellObject['z']): number {
    if (typeof format !== 'string' || format === '' || format === 'General') return 0;
    const known = this.#formats.get(format);
    if (known !== undefined) return known;
    if (this.#formats.size >= MAX_FORMATS) return 0;
    this.#formats.set(format, this.#formats.size + 1);
    return this.#formats.size;
  }
}

/** What cells show whose formula went wrong, by the error's number (MS-XLS 2.5.10 BErr). */
const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
};

function columnName(column: number): string {
  let name = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  return name;
}
