import { cleanText } from '../text/clean.ts';

/** Cells of a CSV document that are kept, and letters of one. */
const MAX_COLUMNS = 100;
const MAX_CELL = 2_000;

/** The rows of a CSV document. Quotes as in RFC 4180; the separator is the commonest of the first line. */
export function* csvRows(text: string): Generator<string[]> {
  const separator = separatorOf(text);
  let [row, cell, quoted] = [[] as string[], '', false];
  const endCell = () => {
    if (row.length < MAX_COLUMNS) row.push(cleanText(cell.slice(0, MAX_CELL)));
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

function separatorOf(text: string): string {
  const line = text.slice(0, 2_000).split('\n')[0] ?? '';
  const counts = [',', ';', '\t', '|'].map((separator) => ({
    separator,
    count: line.split(separator).length,
  }));
  return counts.sort((a, b) => b.count - a.count)[0]?.separator ?? ',';
}
