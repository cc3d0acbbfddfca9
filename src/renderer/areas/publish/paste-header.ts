import type { ColumnKey } from './columns.ts';
import { plainWord } from './match-term.ts';

/** What people call the columns in their spreadsheets; the interface's own names among them, in one number. */
const NAMES: Readonly<Record<ColumnKey, readonly string[]>> = {
  state: ['state', 'status'],
  file: [
    'file',
    'file name',
    'filename',
    'path',
    'file path',
    'datei',
    'dateiname',
    'fichier',
    'archivo',
    'document',
  ],
  title: ['title', 'asset title', 'name', 'titel', 'titre', 'titulo'],
  type: ['type', 'content type', 'asset type', 'typ', 'inhaltstyp', 'tipo'],
  stages: [
    'buying stage',
    'stage',
    'funnel stage',
    'buyer stage',
    'journey stage',
    'phase',
    'kaufphase',
    'etape',
    'etapa',
  ],
  personas: ['persona', 'buyer persona', 'buyer'],
  products: ['product', 'produkt', 'produit', 'producto'],
  audience: ['audience', 'visibility', 'internal external'],
  language: ['language', 'lang', 'locale', 'sprache', 'langue', 'idioma'],
  tags: ['tag', 'keyword', 'label', 'schlagwort', 'etiquette', 'etiqueta'],
};

/** The column that a heading names; null for none. */
function columnNamed(heading: string): ColumnKey | null {
  const name = plainWord(heading);
  const forms = [name, name.replace(/s$/, ''), name.replace(/e?s(?= )/, '')];
  const found = (Object.entries(NAMES) as [ColumnKey, readonly string[]][]).find(([, names]) =>
    names.some((one) => forms.includes(one)),
  );
  return found?.[0] ?? null;
}

/** What a first line says of the columns below it. */
export type PasteHeader = {
  readonly columns: readonly (ColumnKey | null)[];
  /** Headings that no column of the table has. */
  readonly unknown: readonly string[];
};

/**
 * Reads a first line as column names; null where it is values: then most of its cells name no column. One column that is pasted where
 * any words go (`at`) has a heading only if that names this very column: a title may be ‘Product’.
 */
export function readHeader(lines: readonly (readonly string[])[], at: ColumnKey): PasteHeader | null {
  const [first, second] = lines;
  if (first === undefined || second === undefined) return null;
  const columns = first.map(columnNamed);
  const named = columns.filter((column) => column !== null).length;
  const filled = first.filter((cell) => cell.trim() !== '').length;
  const header = named > 0 && (named === filled || (named >= 2 && named * 2 >= filled));
  if (!header || new Set(columns.filter((column) => column !== null)).size < named) return null;
  const anyWords = at === 'title' || at === 'tags';
  if (anyWords && lines.every((line) => line.length === 1) && columns[0] !== at) return null;
  const unknown = first.filter((cell, index) => columns[index] === null && cell.trim() !== '');
  return { columns, unknown: unknown.map((cell) => cell.trim()) };
}
