import { plainWord } from '../../../shared/vocabulary/plain-word.ts';
import { COLUMNS, type Column, type ColumnKey, cellOf, isField } from './columns.ts';

/** The column that a heading names; null for none. */
function columnNamed(heading: string, columns: readonly Column[]): ColumnKey | null {
  const name = plainWord(heading);
  const forms = [name, name.replace(/s$/, ''), name.replace(/e?s(?= )/, '')];
  return columns.find(({ headings }) => headings.some((one) => forms.includes(one)))?.key ?? null;
}

/** What a first line says of the columns below it. */
type PasteHeader = {
  readonly columns: readonly (ColumnKey | null)[];
  /** Headings that no column of the table has. */
  readonly unknown: readonly string[];
};

/**
 * Reads a first line as column names; null where it is values: then most of its cells name no column. One column that is pasted where
 * any words go (`at`) has a heading only if that names this very column: a title may be ‘Product’.
 */
export function readHeader(
  lines: readonly (readonly string[])[],
  at: ColumnKey,
  all: readonly Column[] = COLUMNS,
): PasteHeader | null {
  const [first, second] = lines;
  if (first === undefined || second === undefined) return null;
  const columns = first.map((heading) => columnNamed(heading, all));
  const named = columns.filter((column) => column !== null).length;
  const filled = first.filter((cell) => cell.trim() !== '').length;
  const header = named > 0 && (named === filled || (named >= 2 && named * 2 >= filled));
  if (!header || new Set(columns.filter((column) => column !== null)).size < named) return null;
  const anyWords = isField(at) && ['text', 'words'].includes(cellOf(at));
  if (anyWords && lines.every((line) => line.length === 1) && columns[0] !== at) return null;
  const unknown = first.filter((cell, index) => columns[index] === null && cell.trim() !== '');
  return { columns, unknown: unknown.map((cell) => cell.trim()) };
}
