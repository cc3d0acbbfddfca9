import type { LooseBytes } from '../../encoding/loose-bytes.ts';
import { type Change, changesIn } from './sprms.ts';

/** One of several cells that are one: the first, or a later one. */
type Merged = 'no' | 'first' | 'later';

/** Where a row's cells begin and end, in twentieths of a point, and how each hangs together with those around it. */
export type RowCells = {
  readonly edges: readonly number[];
  readonly merged: readonly Merged[];
  readonly mergedDown: readonly Merged[];
};

/** How a paragraph looks, as WordprocessingML, and its place in a table. */
export type ParagraphProperties = {
  readonly style: number;
  readonly markup: string;
  /** How many tables it is within. */
  readonly tables: number;
  /** It ends a row of the outermost table. */
  readonly endsRow: boolean;
  readonly row: RowCells | undefined;
};

/** Changes of paragraphs and tables (MS-DOC 2.6.2 and 2.6.3). */
const CODE = {
  style: 0x4600,
  inTable: 0x2416,
  tables: 0x6649,
  endsRow: 0x2417,
  cells: 0xd608,
  line: 0x6412,
} as const;
const MAX_CELLS = 63;

const ON_OFF: ReadonlyMap<number, string> = new Map([
  [0x2405, 'keepLines'],
  [0x2406, 'keepNext'],
  [0x2407, 'pageBreakBefore'],
  [0x2431, 'widowControl'],
  [0x246d, 'contextualSpacing'],
]);
/** Attributes of elements that hold lengths. */
const LENGTHS: ReadonlyMap<number, readonly [element: string, attribute: string]> = new Map([
  [0x840f, ['ind', 'left']],
  [0x845e, ['ind', 'left']],
  [0x840e, ['ind', 'right']],
  [0x845d, ['ind', 'right']],
  [0x8411, ['ind', 'firstLine']],
  [0x8460, ['ind', 'firstLine']],
  [0xa413, ['spacing', 'before']],
  [0xa414, ['spacing', 'after']],
]);
const ALIGNMENTS = ['left', 'center', 'right', 'both'] as const;

/** Reads a paragraph's properties: the number of its style, then what it has besides (MS-DOC 2.9.114 GrpPrlAndIstd). */
export function paragraphProperties(properties: LooseBytes): ParagraphProperties {
  const changes = changesIn(properties.slice(2, properties.length));
  let style = properties.u16(0);
  let [inTable, tables, endsRow]: [boolean, number | undefined, boolean] = [false, undefined, false];
  let row: RowCells | undefined;
  for (const { code, value } of changes) {
    if (code === CODE.style) style = value.u16(0);
    else if (code === CODE.inTable) inTable = value.u8(0) !== 0;
    else if (code === CODE.tables) tables = value.u32(0);
    else if (code === CODE.endsRow) endsRow = value.u8(0) !== 0;
    else if (code === CODE.cells) row = rowCells(value);
  }
  const depth = tables ?? (inTable ? 1 : 0);
  return { style, markup: paragraphMarkup(changes), tables: depth, endsRow, row };
}

/** What changes say of a paragraph's look, as WordprocessingML. */
export function paragraphMarkup(changes: readonly Change[]): string {
  const elements = new Map<string, Map<string, string>>();
  const set = (element: string, attribute: string, value: string | number) => {
    const attributes = elements.get(element) ?? new Map<string, string>();
    elements.set(element, attributes.set(attribute, String(value)));
  };
  for (const { code, value } of changes) {
    const onOff = ON_OFF.get(code);
    const length = LENGTHS.get(code);
    if (onOff !== undefined) set(onOff, 'val', value.u8(0) === 0 ? 0 : 1);
    else if (length) {
      const twips = value.i16(0);
      if (length[1] === 'firstLine' && twips < 0) set('ind', 'hanging', -twips);
      else set(...length, twips);
    } else if (code === CODE.line) setLine(value, set);
    else if (code === 0x2403 || code === 0x2461) set('jc', 'val', ALIGNMENTS[value.u8(0)] ?? 'left');
  }
  return [...elements]
    .map(([name, attributes]) => {
      const list = [...attributes].map(([attribute, value]) => ` w:${attribute}="${value}"`);
      return `<w:${name}${list.join('')}/>`;
    })
    .join('');
}

/** A line's height (MS-DOC 2.9.139 LSPD): in 240ths of its own, else at least so high, or exactly where it is negative. */
function setLine(
  value: LooseBytes,
  set: (element: string, attribute: string, value: string | number) => void,
) {
  const height = value.i16(0);
  const isMultiple = value.i16(2) === 1;
  if (height === 0) return;
  set('spacing', 'line', Math.abs(height));
  set('spacing', 'lineRule', isMultiple ? 'auto' : height < 0 ? 'exact' : 'atLeast');
}

/** Cells of a row (MS-DOC 2.9.308 TDefTableOperand). */
function rowCells(value: LooseBytes): RowCells {
  const count = Math.min(value.u8(0), MAX_CELLS);
  const edges = Array.from({ length: count + 1 }, (_, at) => value.i16(1 + at * 2));
  const cells = Array.from({ length: count }, (_, at) => value.u16(1 + (count + 1) * 2 + at * 20));
  const told = (first: number, later: number) =>
    cells.map((flags): Merged => ((flags & first) !== 0 ? 'first' : (flags & later) !== 0 ? 'later' : 'no'));
  return { edges, merged: told(0x01, 0x02), mergedDown: told(0x40, 0x20) };
}
