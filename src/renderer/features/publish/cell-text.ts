import type { RowFields } from '../../../contract/publish.ts';
import { COLUMNS, type ColumnKey, changeOf, choicesFor, type FieldKey, isField } from './columns.ts';
import type { RowTerms } from './row-terms.ts';

/** What came of reading a text as the value of a cell. */
export type ReadCell =
  | { readonly read: 'value'; readonly change: Partial<RowFields> }
  | { readonly read: 'unknown'; readonly words: readonly string[] };

const LONGEST_TITLE = 300;
const LONGEST_TAG = 60;

const fold = (text: string) => text.trim().toLocaleLowerCase();

function splitList(text: string): string[] {
  return text
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Tags from one line: separated by commas or semicolons, each once, none longer than allowed. */
export function readTags(text: string): string[] {
  return [...new Set(splitList(text).map((tag) => tag.slice(0, LONGEST_TAG)))];
}

/** Reads a text (typed or pasted) as the value of a field; names of terms count whatever their case, ids too. */
export function readCell(key: FieldKey, text: string, terms: RowTerms): ReadCell {
  if (key === 'title') {
    return { read: 'value', change: { title: text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_TITLE) } };
  }
  if (key === 'tags') return { read: 'value', change: { tags: readTags(text) } };
  const choices = choicesFor(key, terms);
  const find = (word: string) =>
    choices.find((choice) => fold(choice.label) === fold(word) || fold(choice.value) === fold(word));
  // A name may itself hold a comma, so the whole is tried before its parts.
  const whole = find(text);
  if (whole) return { read: 'value', change: changeOf(key, [whole.value]) };
  const words = splitList(text);
  const found = words.map((word) => ({ word, choice: find(word) }));
  const unknown = found.filter((entry) => !entry.choice).map((entry) => entry.word);
  if (unknown.length > 0) return { read: 'unknown', words: unknown };
  const values = found.flatMap((entry) => (entry.choice ? [entry.choice.value] : []));
  return { read: 'value', change: changeOf(key, [...new Set(values)]) };
}

/** A change that a paste makes to one row. */
export type PastedChange<Id> = { readonly row: Id; readonly set: Partial<RowFields> };

/** What a paste comes to: what to change, the words that name nothing here, and how many lines had no row left. */
export type Paste<Id> = {
  readonly changes: readonly PastedChange<Id>[];
  readonly unknown: readonly string[];
  readonly linesLeft: number;
};

/** Cuts pasted text into cells: lines down, tabs across, as spreadsheets copy. */
export function cutClipboard(text: string): string[][] {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n');
  return lines.map((line) => line.split('\t'));
}

/** Lays pasted text over the table from one cell on, rows downward and columns to the right; null is a row that takes nothing. */
export function planPaste<Id extends string>(
  text: string,
  at: { readonly rows: readonly (Id | null)[]; readonly column: ColumnKey },
  terms: RowTerms,
): Paste<Id> {
  const cells = cutClipboard(text);
  const first = COLUMNS.findIndex((column) => column.key === at.column);
  const changes: PastedChange<Id>[] = [];
  const unknown = new Set<string>();
  cells.slice(0, at.rows.length).forEach((line, index) => {
    const row = at.rows[index];
    if (row === undefined || row === null) return;
    let set: Partial<RowFields> = {};
    line.forEach((cell, offset) => {
      const key = COLUMNS[first + offset]?.key;
      if (key === undefined || !isField(key)) return;
      const read = readCell(key, cell, terms);
      if (read.read === 'value') set = { ...set, ...read.change };
      else for (const word of read.words) unknown.add(word);
    });
    if (Object.keys(set).length > 0) changes.push({ row, set });
  });
  return { changes, unknown: [...unknown], linesLeft: Math.max(0, cells.length - at.rows.length) };
}
