import type { OfficePackage } from '../package/office-package.ts';
import { type Attributes, attribute, prefixedAttribute } from '../package/xml.ts';
import { isOn, levelNamed, marks, type RunMarks, withMarks } from '../text/run-marks.ts';
import { type CellRun, CellRuns } from './cell-runs.ts';
import { formatCode, formatColor, formatNumber } from './number-format.ts';

/** A sheet as the workbook lists it. */
type SheetEntry = {
  readonly name: string;
  readonly part: string;
  readonly hidden: boolean;
  /** What of it is printed, as its program writes it: `Prices!$A$1:$F$40`. */
  readonly printed?: string;
};

/** A workbook's shared data: what cells refer to. */
export type Workbook = {
  readonly sheets: readonly SheetEntry[];
  readonly strings: readonly string[];
  /** By the numbers of strings: the runs of those that have parts with a look of their own. */
  readonly runs: ReadonlyMap<number, readonly CellRun[]>;
  /** Number-format code of a cell style. */
  readonly codeOfStyle: (style: number) => string;
  /** What a cell style's font says of all characters of a cell. */
  readonly marksOfStyle: (style: number) => RunMarks;
  readonly date1904: boolean;
};

/** A cell's place; rows and columns count from 0. */
export type CellPlace = { readonly row: number; readonly column: number };

/** A cell that has something in it. */
export type Cell = CellPlace & {
  readonly text: string;
  /** Where it stands if nothing says so: words at the left, numbers at the right, what is true or wrong in the middle. */
  readonly usual: 'left' | 'right' | 'center';
  /** The number of its style; -1 where it has none of its own. */
  readonly style: number;
  /** What is stored, where that is a number. */
  readonly number?: number;
  /** A number: as long as it is (`general`), or as its format sets it. */
  readonly numberIs?: 'general' | 'set';
  /** The colour that its number's format asks for, `#rrggbb`. */
  readonly color?: string;
  /** Its text's runs, where parts of it have a look of their own. */
  readonly runs?: readonly CellRun[];
  /** Its row or its column is hidden. */
  readonly hidden: boolean;
  readonly hiddenRow: boolean;
  readonly hiddenColumn: boolean;
};

/** What is told of a sheet, in the order of its file. */
export type SheetSink = {
  /** A cell with something in it; false ends reading. */
  readonly cell: (cell: Cell) => boolean;
  /** Words of headers and footers. */
  readonly other?: (text: string) => void;
  /** Any element as it opens, in the row and cell that were begun last. */
  readonly element?: (name: string, attributes: Attributes, place: CellPlace) => void;
};

/** Characters of shared strings that are kept; the rest reads as empty. */
const MAX_STRINGS = 60_000_000;
/** Strings of which parts have a look of their own; those of further ones look alike. */
const MAX_RICH = 20_000;
/** Characters that Excel allows in a cell. */
const MAX_CELL = 32_767;

/** Reads the list of sheets, shared strings and styles. */
export function readWorkbook(office: OfficePackage, mainPart: string): Workbook {
  return {
    ...readSheetList(office, mainPart),
    ...readStrings(office, mainPart),
    ...readStyles(office, mainPart),
  };
}

function readSheetList(office: OfficePackage, mainPart: string): Pick<Workbook, 'sheets' | 'date1904'> {
  const sheets: (SheetEntry & { readonly at: number })[] = [];
  const printed = new Map<number, string>();
  let listed = 0;
  let date1904 = false;
  let area: number | undefined;
  office.read(mainPart, {
    open: (name, attributes) => {
      if (name === 'workbookPr') date1904 = isOn(attribute(attributes, 'date1904'));
      else if (name === 'definedName' && attribute(attributes, 'name') === '_xlnm.Print_Area')
        area = Number(attribute(attributes, 'localSheetId') ?? Number.NaN);
      if (name !== 'sheet') return;
      const at = listed;
      listed += 1;
      const part = office.target(mainPart, prefixedAttribute(attributes, 'id'));
      if (part === undefined || !office.zip.find(part)) return;
      const hidden = /^(hidden|veryHidden)$/.test(attribute(attributes, 'state') ?? '');
      sheets.push({ name: attribute(attributes, 'name') ?? `Sheet ${sheets.length + 1}`, part, hidden, at });
    },
    close: () => {
      area = undefined;
    },
    text: (text) => {
      if (area !== undefined && !printed.has(area)) printed.set(area, text.slice(0, 500));
    },
  });
  const shown = sheets.map(({ at, ...sheet }): SheetEntry => {
    const of = printed.get(at);
    return of === undefined ? sheet : { ...sheet, printed: of };
  });
  return { sheets: shown, date1904 };
}

function readStrings(office: OfficePackage, mainPart: string): Pick<Workbook, 'strings' | 'runs'> {
  const strings: string[] = [];
  const runs = new Map<number, readonly CellRun[]>();
  const [part] = office.related(mainPart, 'sharedstrings');
  if (part === undefined) return { strings, runs };
  let pieces = '';
  let total = 0;
  let inText = false;
  let phonetic = false;
  const marks = new RichText();
  const own = new CellRuns();
  office.read(part, {
    open: (name, attributes) => {
      marks.open(name, attributes);
      own.open(name, attributes);
      if (name === 'si') pieces = '';
      else if (name === 'rPh') phonetic = true;
      else if (name === 't') inText = true;
    },
    close: (name) => {
      own.close(name);
      if (name === 'rPh') phonetic = false;
      else if (name === 't') inText = false;
      else if (name === 'si') {
        const taken = runs.size < MAX_RICH ? own.taken() : undefined;
        if (taken) runs.set(strings.length, taken);
        strings.push(pieces);
        total += pieces.length;
      }
    },
    text: (text) => {
      if (!inText || phonetic || pieces.length >= MAX_CELL) return;
      const marked = withMarks(text, marks.now);
      pieces += marked;
      own.text(marked);
    },
    enough: () => total > MAX_STRINGS,
  });
  return { strings, runs };
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
export function placeOf(reference: string | undefined): CellPlace | undefined {
  const match = reference === undefined ? undefined : /^([A-Z]{1,3})([0-9]{1,7})$/.exec(reference);
  if (!match) return undefined;
  let column = 0;
  for (const letter of match[1] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(match[2]) - 1, column: column - 1 };
}

/** Reads a sheet's part: its cells, with what else is asked for. */
export function readSheet(office: OfficePackage, workbook: Workbook, part: string, sink: SheetSink): void {
  const reader = new SheetReader(workbook, sink);
  office.read(part, {
    open: (name, attributes) => reader.open(name, attributes),
    close: (name) => reader.close(name),
    text: (text) => reader.text(text),
    enough: () => reader.isDone,
  });
}

class SheetReader {
  isDone = false;
  readonly #workbook: Workbook;
  readonly #sink: SheetSink;
  readonly #columns = new HiddenColumns();
  readonly #rich = new RichText();
  readonly #runs = new CellRuns();
  #row = -1;
  #column = -1;
  #type = 'n';
  #style = -1;
  #value = '';
  #collecting: 'cell' | 'other' | undefined;
  #hiddenRow = false;

  constructor(workbook: Workbook, sink: SheetSink) {
    this.#workbook = workbook;
    this.#sink = sink;
  }

  open(name: string, attributes: Attributes): void {
    this.#rich.open(name, attributes);
    this.#runs.open(name, attributes);
    if (name === 'col') this.#columns.add(attributes);
    else if (name === 'row') this.#beginRow(attributes);
    else if (name === 'c') this.#beginCell(attributes);
    else if (name === 'v' || name === 't') this.#collecting = 'cell';
    else if (/^(odd|even|first)(Header|Footer)$/.test(name)) {
      this.#collecting = 'other';
      this.#value = '';
    }
    this.#sink.element?.(name, attributes, { row: this.#row, column: this.#column });
  }

  close(name: string): void {
    this.#runs.close(name);
    if (name === 'c') this.#endCell();
    else if (this.#collecting === 'other') {
      const words = this.#value.replace(/&(?:[LCRPNDTFAGZBIUESXYOH]|"[^"]*"|\d+|K[0-9A-F]{6})/g, ' ');
      this.#sink.other?.(words.trim());
      this.#value = '';
    }
    this.#collecting = undefined;
  }

  text(text: string): void {
    if (!this.#collecting || this.#value.length >= MAX_CELL) return;
    const isRich = this.#collecting === 'cell' && this.#type === 'inlineStr';
    const marked = isRich ? withMarks(text, this.#rich.now) : text;
    if (isRich) this.#runs.text(marked);
    this.#value += marked;
  }

  #ownRuns(): readonly CellRun[] | undefined {
    if (this.#type === 's') return this.#workbook.runs.get(Number(this.#value));
    return this.#type === 'inlineStr' ? this.#runs.taken() : undefined;
  }

  #beginRow(attributes: Attributes): void {
    this.#hiddenRow = isHidden(attributes, 'ht');
    const given = Number(attribute(attributes, 'r'));
    this.#row = Number.isInteger(given) && given > 0 ? given - 1 : this.#row + 1;
    this.#column = -1;
  }

  #beginCell(attributes: Attributes): void {
    const place = placeOf(attribute(attributes, 'r'));
    this.#row = place?.row ?? Math.max(0, this.#row);
    this.#column = place?.column ?? this.#column + 1;
    this.#type = attribute(attributes, 't') ?? 'n';
    this.#style = Number(attribute(attributes, 's') ?? -1);
    this.#value = '';
  }

  #endCell(): void {
    if (this.#value === '' || this.isDone) return;
    const style = Math.max(0, this.#style);
    const shown = cellText(this.#workbook, this.#type, style, this.#value);
    const text = withMarks(shown, this.#workbook.marksOfStyle(style));
    if (text === '') return;
    const hiddenRow = this.#hiddenRow;
    const hiddenColumn = this.#columns.has(this.#column);
    const number = this.#type === 'n' && this.#value.trim() !== '' ? Number(this.#value) : Number.NaN;
    const color = Number.isNaN(number) ? undefined : formatColor(number, this.#workbook.codeOfStyle(style));
    const runs = this.#ownRuns();
    this.isDone = !this.#sink.cell({
      ...{ row: this.#row, column: this.#column, text, style: this.#style },
      usual: /^[be]$/.test(this.#type) ? 'center' : Number.isNaN(number) ? 'left' : 'right',
      ...(Number.isNaN(number)
        ? {}
        : { number, numberIs: this.#workbook.codeOfStyle(style) === 'General' ? 'general' : 'set' }),
      ...{ hidden: hiddenRow || hiddenColumn, hiddenRow, hiddenColumn },
      ...(color === undefined ? {} : { color }),
      ...(runs === undefined ? {} : { runs }),
    });
  }
}

/** Said to be hidden, or of no height or width. */
export function isHidden(attributes: Attributes, size: 'ht' | 'width'): boolean {
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
