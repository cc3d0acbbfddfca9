import type { OfficePackage } from '../package/office-package.ts';
import { type Attributes, attribute, prefixedAttribute } from '../package/xml.ts';
import { isOn, levelNamed, marks, type RunMarks, withMarks } from '../text/run-marks.ts';
import { formatCode, formatNumber } from './number-format.ts';

/** A sheet as the workbook lists it. */
type SheetEntry = { readonly name: string; readonly part: string; readonly hidden: boolean };

/** A workbook's shared data: what cells refer to. */
export type Workbook = {
  readonly sheets: readonly SheetEntry[];
  readonly strings: readonly string[];
  /** Number-format code of a cell style. */
  readonly codeOfStyle: (style: number) => string;
  /** What a cell style's font says of all characters of a cell. */
  readonly marksOfStyle: (style: number) => RunMarks;
  readonly date1904: boolean;
};

/** A cell that has something in it; rows and columns count from 0. */
type Cell = {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** Its row or its column is hidden. */
  readonly hidden: boolean;
  readonly hiddenRow: boolean;
  readonly hiddenColumn: boolean;
};

/** Characters of shared strings that are kept; the rest reads as empty. */
const MAX_STRINGS = 60_000_000;
/** Characters that Excel allows in a cell. */
const MAX_CELL = 32_767;

/** Reads the list of sheets, shared strings and styles. */
export function readWorkbook(office: OfficePackage, mainPart: string): Workbook {
  const sheets: SheetEntry[] = [];
  let date1904 = false;
  office.read(mainPart, {
    open: (name, attributes) => {
      if (name === 'workbookPr') date1904 = /^(1|true|on)$/.test(attribute(attributes, 'date1904') ?? '');
      if (name !== 'sheet') return;
      const part = office.target(mainPart, prefixedAttribute(attributes, 'id'));
      if (part === undefined || !office.zip.find(part)) return;
      const hidden = /^(hidden|veryHidden)$/.test(attribute(attributes, 'state') ?? '');
      sheets.push({ name: attribute(attributes, 'name') ?? `Sheet ${sheets.length + 1}`, part, hidden });
    },
  });
  return {
    sheets,
    strings: readStrings(office, mainPart),
    date1904,
    ...readStyles(office, mainPart),
  };
}

function readStrings(office: OfficePackage, mainPart: string): string[] {
  const strings: string[] = [];
  const [part] = office.related(mainPart, 'sharedstrings');
  if (part === undefined) return strings;
  let pieces = '';
  let total = 0;
  let inText = false;
  let phonetic = false;
  const marks = new RichText();
  office.read(part, {
    open: (name, attributes) => {
      marks.open(name, attributes);
      if (name === 'si') pieces = '';
      else if (name === 'rPh') phonetic = true;
      else if (name === 't') inText = true;
    },
    close: (name) => {
      if (name === 'rPh') phonetic = false;
      else if (name === 't') inText = false;
      else if (name === 'si') {
        strings.push(pieces);
        total += pieces.length;
      }
    },
    text: (text) => {
      if (inText && !phonetic && pieces.length < MAX_CELL) pieces += withMarks(text, marks.now);
    },
    enough: () => total > MAX_STRINGS,
  });
  return strings;
}

/** Follows the runs of a cell's text: what their properties say. */
class RichText {
  now: RunMarks = {};

  open(name: string, attributes: Attributes): void {
    if (name === 'r' || name === 'si' || name === 'is') this.now = {};
    else if (FONT_MARKS.has(name)) this.now = { ...this.now, ...fontMark(name, attributes) };
  }
}

const FONT_MARKS: ReadonlySet<string> = new Set(['vertAlign', 'strike']);

/** What an element of a font says of its characters. */
function fontMark(name: string, attributes: Attributes): RunMarks {
  if (name === 'vertAlign') return marks(levelNamed(attribute(attributes, 'val')), false);
  return name === 'strike' ? marks(undefined, isOn(attribute(attributes, 'val'), true)) : {};
}

function readStyles(office: OfficePackage, mainPart: string): Pick<Workbook, 'codeOfStyle' | 'marksOfStyle'> {
  const own = new Map<number, string>();
  const formats: number[] = [];
  const fontOf: number[] = [];
  const fonts: RunMarks[] = [];
  let inCellFormats = false;
  let inFonts = false;
  for (const part of office.related(mainPart, 'styles')) {
    office.read(part, {
      open: (name, attributes) => {
        if (name === 'numFmt') {
          const code = attribute(attributes, 'formatCode');
          if (code !== undefined) own.set(Number(attribute(attributes, 'numFmtId')), code);
        } else if (name === 'cellXfs') inCellFormats = true;
        else if (name === 'fonts') inFonts = true;
        else if (name === 'font' && inFonts) fonts.push({});
        else if (inFonts && FONT_MARKS.has(name))
          fonts.push({ ...fonts.pop(), ...fontMark(name, attributes) });
        else if (name === 'xf' && inCellFormats) {
          formats.push(Number(attribute(attributes, 'numFmtId') ?? 0));
          fontOf.push(Number(attribute(attributes, 'fontId') ?? 0));
        }
      },
      close: (name) => {
        if (name === 'cellXfs') inCellFormats = false;
        if (name === 'fonts') inFonts = false;
      },
    });
  }
  return {
    codeOfStyle: (style) => formatCode(formats[style] ?? 0, own),
    marksOfStyle: (style) => fonts[fontOf[style] ?? -1] ?? {},
  };
}

/** Row and column of a reference such as `AB12`; undefined when it is none. */
function placeOf(reference: string | undefined): { row: number; column: number } | undefined {
  const match = reference === undefined ? undefined : /^([A-Z]{1,3})([0-9]{1,7})$/.exec(reference);
  if (!match) return undefined;
  let column = 0;
  for (const letter of match[1] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(match[2]) - 1, column: column - 1 };
}

/** Tells `onCell` of every cell with something in it, in the file's order, until it returns false; then of header and footer words. */
export function readSheet(
  office: OfficePackage,
  workbook: Workbook,
  part: string,
  onCell: (cell: Cell) => boolean,
  onOther: (text: string) => void = () => undefined,
): void {
  let row = -1;
  let column = -1;
  let type = 'n';
  let style = 0;
  let value = '';
  let collecting: 'cell' | 'other' | undefined;
  let going = true;
  let hiddenRow = false;
  const columns = new HiddenColumns();
  const rich = new RichText();
  office.read(part, {
    open: (name, attributes) => {
      rich.open(name, attributes);
      if (name === 'col') columns.add(attributes);
      else if (name === 'row') {
        hiddenRow = isHidden(attributes, 'ht');
        const given = Number(attribute(attributes, 'r'));
        row = Number.isInteger(given) && given > 0 ? given - 1 : row + 1;
        column = -1;
      } else if (name === 'c') {
        const place = placeOf(attribute(attributes, 'r'));
        row = place?.row ?? Math.max(0, row);
        column = place?.column ?? column + 1;
        type = attribute(attributes, 't') ?? 'n';
        style = Number(attribute(attributes, 's') ?? 0);
        value = '';
      } else if (name === 'v' || name === 't') collecting = 'cell';
      else if (/^(odd|even|first)(Header|Footer)$/.test(name)) {
        collecting = 'other';
        value = '';
      }
    },
    close: (name) => {
      if (name === 'c' && value !== '' && going) {
        const text = withMarks(cellText(workbook, type, style, value), workbook.marksOfStyle(style));
        const hiddenColumn = columns.has(column);
        const hidden = hiddenRow || hiddenColumn;
        if (text !== '') going = onCell({ row, column, text, hidden, hiddenRow, hiddenColumn });
      } else if (collecting === 'other' && name !== 'c') {
        onOther(value.replace(/&(?:[LCRPNDTFAGZBIUESXYOH]|"[^"]*"|\d+|K[0-9A-F]{6})/g, ' ').trim());
        value = '';
      }
      collecting = undefined;
    },
    text: (text) => {
      if (!collecting || value.length >= MAX_CELL) return;
      value += collecting === 'cell' && type === 'inlineStr' ? withMarks(text, rich.now) : text;
    },
    enough: () => !going,
  });
}

/** Said to be hidden, or of no height or width. */
function isHidden(attributes: Attributes, size: 'ht' | 'width'): boolean {
  const stated = attribute(attributes, size);
  return isOn(attribute(attributes, 'hidden')) || (stated !== undefined && Number(stated) === 0);
}

/** Which columns of a sheet are hidden; they are stated as stretches. */
class HiddenColumns {
  readonly #stretches: (readonly [first: number, last: number])[] = [];

  add(attributes: Attributes): void {
    if (!isHidden(attributes, 'width')) return;
    const [first, last] = [Number(attribute(attributes, 'min')), Number(attribute(attributes, 'max'))];
    this.#stretches.push([first - 1, last - 1]);
  }

  has(column: number): boolean {
    return this.#stretches.some(([first, last]) => column >= first && column <= last);
  }
}

function cellText(workbook: Workbook, type: string, style: number, value: string): string {
  if (type === 's') return workbook.strings[Number(value)] ?? '';
  if (type === 'b') return value.trim() === '1' ? 'TRUE' : 'FALSE';
  if (type === 'n') {
    const number = Number(value);
    if (value.trim() === '' || Number.isNaN(number)) return value;
    return formatNumber(number, workbook.codeOfStyle(style), workbook.date1904);
  }
  if (type === 'd') return value.replace(/T00:00:00(\.0+)?Z?$/, '');
  return value;
}
