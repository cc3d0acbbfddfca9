import type { SheetMerge } from '../../../engine/ports/sheet-look.ts';
import { type Cell, readSheet, type Workbook } from '../office/workbook.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { child, type XmlNode } from '../package/xml.ts';
import { areaOf } from './sheet-frame.ts';

/** Ranges that are looked up, cells of one, sheets that are read for them and bytes of such a sheet. */
const MAX_RANGES = 200;
const MAX_CELLS = 200;
const MAX_SHEETS = 5;
const MAX_SHEET = 8 * 1024 * 1024;
/** How deep charts' elements stand within each other where ranges are looked for. */
const MAX_DEPTH = 12;

type Range = { readonly holder: XmlNode; readonly sheet: string; readonly area: SheetMerge };
/** Cells by their places; what is hidden is not drawn, and takes no place. */
type Values = Map<string, Cell | 'hidden'>;

/** The trees of charts' parts. Charts that say only where their values stand, as programs other than Excel write them, are given the values. */
export function chartTrees(
  office: OfficePackage,
  workbook: Workbook,
  parts: readonly string[],
): Map<string, XmlNode> {
  const trees = new Map<string, XmlNode>();
  for (const part of parts) {
    const tree = office.tree(part);
    if (tree) trees.set(part, tree);
  }
  const ranges = [...trees.values()].flatMap((tree) => [...rangesIn(tree)]).slice(0, MAX_RANGES);
  const sheets = [...new Set(ranges.map(({ sheet }) => sheet))].slice(0, MAX_SHEETS);
  for (const name of sheets) {
    const ofSheet = ranges.filter(({ sheet }) => sheet === name);
    const values = valuesOf(office, workbook, name, ofSheet);
    for (const range of ofSheet) fill(range, values, workbook);
  }
  return trees;
}

function* rangesIn(node: XmlNode, depth = 0): Generator<Range> {
  for (const one of depth < MAX_DEPTH ? node.children : []) {
    if (
      (one.name === 'strRef' || one.name === 'numRef') &&
      one.children.every(({ name }) => !/Cache$/.test(name))
    ) {
      const text = child(one, 'f')?.text ?? '';
      const cut = text.lastIndexOf('!');
      const area = areaOf(text);
      const sheet = text.slice(0, cut).replace(/^'|'$/g, '').replaceAll("''", "'");
      if (area && cut > 0) yield { holder: one, sheet, area };
    } else yield* rangesIn(one, depth + 1);
  }
}

function valuesOf(office: OfficePackage, workbook: Workbook, name: string, ranges: readonly Range[]): Values {
  const values: Values = new Map();
  const sheet = workbook.sheets.find((one) => one.name === name);
  if (!sheet || (office.zip.find(sheet.part)?.size ?? 0) > MAX_SHEET) return values;
  const wanted = new Set(ranges.flatMap(({ area }) => placesIn(area)));
  readSheet(office, workbook, sheet.part, {
    cell: (cell) => {
      const place = `${cell.row} ${cell.column}`;
      if (wanted.has(place)) values.set(place, cell.hidden ? 'hidden' : cell);
      return values.size < wanted.size;
    },
  });
  return values;
}

function placesIn({ row, column, rows, columns }: SheetMerge): string[] {
  const count = Math.min(MAX_CELLS, rows * columns);
  return Array.from(
    { length: count },
    (_, at) => `${row + Math.floor(at / columns)} ${column + (at % columns)}`,
  );
}

/** Writes what cells hold where a program that calculated would have written it: ECMA-376 part 1, 21.2.2.120 and 21.2.2.201. */
function fill({ holder, area }: Range, values: Values, workbook: Workbook): void {
  const isNumber = holder.name === 'numRef';
  const cells = placesIn(area).flatMap((place) => {
    const cell = values.get(place);
    return cell === 'hidden' ? [] : [cell];
  });
  const points = cells.flatMap((cell, at) => {
    const text = isNumber ? cell?.number : cell?.text;
    if (text === undefined) return [];
    return [element('pt', { idx: String(at) }, [element('v', {}, [], String(text))])];
  });
  const [first] = cells;
  const code = element('formatCode', {}, [], workbook.codeOfStyle(Math.max(0, first?.style ?? 0)));
  holder.children.push(
    element(isNumber ? 'numCache' : 'strCache', {}, isNumber ? [code, ...points] : points),
  );
}

function element(name: string, attributes: XmlNode['attributes'], children: XmlNode[], text = ''): XmlNode {
  return { name, attributes, children, text };
}
