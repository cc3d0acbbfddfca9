import { t } from '@lingui/core/macro';
import type { RowFields, StagedRow } from '../../../contract/publish-rows.ts';
import {
  ATTRIBUTES,
  type AttributeKind,
  type RowAttribute,
} from '../../../shared/vocabulary/asset-attributes.ts';
import { languageName } from '../../../words/sentence.ts';
import { type Choice, labelOf, type RowTerms } from './row-terms.ts';

/** A field of a row that can be changed in the table; its summary is written later, its folder is where the file came from. */
export type FieldKey = Exclude<RowAttribute, 'summary' | 'folder'>;
export type ColumnKey = 'state' | 'file' | FieldKey;

/** How a cell is changed: by typing, by choosing one of a list, some of a list, or by typing several words. */
type CellKind = 'text' | 'one' | 'many' | 'words';

export type Column = {
  readonly key: ColumnKey;
  readonly label: string;
  /** Pixels at least. */
  readonly width: number;
  /** How much of the room that is left it takes: what is long grows, what is short does not. */
  readonly grow: number;
  /** What people call it in their spreadsheets; the interface's own name among them, in one number. */
  readonly headings: readonly string[];
  readonly cell: CellKind | null;
};

/** How the cells of each kind are changed. */
const CELLS: Readonly<Record<AttributeKind, CellKind>> = {
  line: 'text',
  path: 'text',
  prose: 'text',
  term: 'one',
  terms: 'many',
  tags: 'words',
  audience: 'one',
  status: 'one',
  language: 'one',
  day: 'text',
  person: 'one',
};

type Layout = Pick<Column, 'label' | 'width' | 'grow' | 'headings'>;

/** In the order of the table. With the checkbox and without the preview they fit a window of 1280 pixels. */
const LAYOUTS: Readonly<Record<ColumnKey, Layout>> = {
  state: { label: t`State`, width: 128, grow: 0, headings: ['state', 'status'] },
  file: {
    label: t`File`,
    width: 144,
    grow: 10,
    headings: [
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
  },
  title: {
    label: t`Title`,
    width: 148,
    grow: 4,
    headings: ['title', 'asset title', 'name', 'titel', 'titre', 'titulo'],
  },
  type: {
    label: t`Type`,
    // ‘Implementation’ as a guess, in italics, is the longest word of a type.
    width: 128,
    grow: 0.5,
    headings: ['type', 'content type', 'asset type', 'typ', 'inhaltstyp', 'tipo'],
  },
  stages: {
    label: t`Buying stages`,
    width: 132,
    grow: 1,
    headings: [
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
  },
  personas: { label: t`Personas`, width: 134, grow: 1, headings: ['persona', 'buyer persona', 'buyer'] },
  products: {
    label: t`Product`,
    width: 78,
    grow: 0.5,
    headings: ['product', 'produkt', 'produit', 'producto'],
  },
  audience: {
    label: t`Audience`,
    width: 90,
    grow: 0,
    headings: ['audience', 'visibility', 'internal external'],
  },
  language: {
    label: t`Language`,
    width: 82,
    grow: 0,
    headings: ['language', 'lang', 'locale', 'sprache', 'langue', 'idioma'],
  },
  tags: {
    label: t`Tags`,
    width: 74,
    grow: 1,
    headings: ['tag', 'keyword', 'label', 'schlagwort', 'etiquette', 'etiqueta'],
  },
};

/** The columns in their order. */
export const COLUMN_KEYS = Object.keys(LAYOUTS) as readonly ColumnKey[];
export const COLUMNS: readonly Column[] = COLUMN_KEYS.map((key) => ({
  key,
  ...LAYOUTS[key],
  cell: isField(key) ? cellOf(key) : null,
}));

/** How the cells of a field are changed. */
export function cellOf(key: FieldKey): CellKind {
  return CELLS[ATTRIBUTES[key].kind];
}

/** What is said in the place of a value that is needed. */
export const MISSING: Record<StagedRow['missing'][number], string> = {
  title: t`Give it a title`,
  type: t`Choose a type`,
  stages: t`Choose at least one stage`,
  personas: t`Choose at least one persona`,
};

/** True for columns whose cells can be changed. */
export function isField(key: ColumnKey): key is FieldKey {
  return key !== 'state' && key !== 'file';
}

/** The values that a column's cells can take. */
export function choicesFor(key: FieldKey, terms: RowTerms): readonly Choice[] {
  const attribute = ATTRIBUTES[key];
  switch (attribute.kind) {
    case 'term':
    case 'terms':
      return terms[attribute.list];
    case 'audience':
      return terms.audiences;
    case 'language':
      return terms.languages;
    case 'line':
    case 'tags':
      return [];
  }
}

/** The stored values of a field, as a list whatever the field's kind. */
export function valuesOf(fields: RowFields, key: FieldKey): readonly string[] {
  const value = fields[key];
  if (value === null || value === '') return [];
  return typeof value === 'string' ? [value] : value;
}

/** A change of one field from a list of values; for fields with one value the first counts. */
export function changeOf(key: FieldKey, values: readonly string[]): Partial<RowFields> {
  const first = values[0] ?? null;
  switch (ATTRIBUTES[key].kind) {
    case 'line':
      return { [key]: first ?? '' };
    case 'audience':
      return { [key]: first === 'internal' || first === 'customer' ? first : null };
    case 'term':
    case 'language':
      return { [key]: first };
    case 'terms':
    case 'tags':
      return { [key]: [...values] };
  }
}

/** What a person reads in a cell. */
export function textOf(row: StagedRow, key: ColumnKey, terms: RowTerms): string {
  if (key === 'file') return row.fileName;
  if (key === 'state') return stateWord(row);
  const values = valuesOf(row.fields, key);
  if (ATTRIBUTES[key].kind === 'language') return values.map(languageName).join(', ');
  const choices = choicesFor(key, terms);
  return values.map((value) => labelOf(choices, value)).join(', ');
}

const STATE_WORDS: Record<StagedRow['state'], string> = {
  waiting: t`Waiting`,
  reading: t`Reading…`,
  ready: t`Ready`,
  duplicate: t`Duplicate`,
  failed: t`Failed`,
};

/** The word for where a row stands. */
export function stateWord(row: StagedRow): string {
  if (row.state !== 'ready') return STATE_WORDS[row.state];
  if (row.earlierOf !== undefined) return t`Earlier version`;
  if (row.fields.versionOf !== null) return t`New version`;
  if (row.looksLike) return t`New version?`;
  return missingIn(row).length > 0 ? t`Incomplete` : STATE_WORDS.ready;
}

/** What a row lacks; a new version keeps the fields of its asset and lacks nothing. */
export function missingIn(row: StagedRow): readonly StagedRow['missing'][number][] {
  return row.fields.versionOf === null && row.earlierOf === undefined ? row.missing : [];
}

/** True for rows that can be published once nothing is missing; an earlier version comes with the current one. */
export function isPublishable(row: StagedRow): boolean {
  return row.state === 'ready' && row.earlierOf === undefined;
}
