import { cleanText } from '../text/clean.ts';

/** Cells of a CSV document that are kept, and letters of one. */
const MAX_COLUMNS = 100;
const MAX_CELL = 2_000;

/** A first line by which Excel is told the separator; it is no row. */
const SAID = /^\ufeff?sep=([^\r\n])\r?\n/i;

/** The rows of a CSV document to be shown. */
export function csvRows(source: string): Generator<string[]> {
  return csvCells(source, { columns: MAX_COLUMNS, cell: (text) => cleanText(text.slice(0, MAX_CELL)) });
}

/** How many cells of a row are kept, and what of each. */
type Kept = { readonly columns: number; readonly cell: (text: string) => string };

/**
 * The rows of a CSV document, each character of a cell as it stands. Quotes as in RFC 4180; the separator is what the first line says, else the
 * commonest of it.
 */
export function* csvCells(source: string, kept: Kept): Generator<string[]> {
  const said = SAID.exec(source);
  const text = said ? source.slice(said[0].length) : source;
  const separator = said?.[1] ?? separatorOf(text);
  let [row, cell, quoted] = [[] as string[], '', false];
  const endCell = () => {
    if (row.length < kept.columns) row.push(kept.cell(cell));
    cell = '';
  };
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i] ?? '';
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else quoted = false;
    } else if (character === '"' && cell === '') quoted = true;
    else if (character === separator) endCell();
    else if (character === '\n') {
      endCell();
      yield row;
      row = [];
    } else if (character !== '\r') cell += character;
  }
  if (cell === '' && row.length === 0) return;
  endCell();
  yield row;
}

/** What may part cells; of two that part as many, the one that words hold least. */
const SEPARATORS = ['\t', '|', ';', ','];

function separatorOf(text: string): string {
  const line = text.slice(0, 2_000).split('\n')[0] ?? '';
  const counts = SEPARATORS.map((separator) => ({ separator, count: line.split(separator).length }));
  const best = counts.sort((a, b) => b.count - a.count)[0];
  return best === undefined || best.count === 1 ? ',' : best.separator;
}
