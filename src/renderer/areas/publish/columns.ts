import { t } from '@lingui/core/macro';
import type { RowFields, StagedRow } from '../../../contract/publish-rows.ts';
import {
  ATTRIBUTES,
  type AttributeKind,
  type RequiredAttribute,
  type RowAttribute,
} from '../../../shared/vocabulary/asset-attributes.ts';
import {
  aboutField,
  type DimensionField,
  dimensionOfField,
  isDimensionField,
  ofFields,
} from '../../../shared/vocabulary/asset-fields.ts';
import { headingsOf } from '../../../shared/vocabulary/field-headings.ts';
import { plainWord } from '../../../shared/vocabulary/plain-word.ts';
import { languageName } from '../../../words/sentence.ts';
import { type Choice, labelOf, type RowDimension, type RowTerms } from './row-terms.ts';

/** A field of a row that can be changed in the table; its summary is written later, its folder is where the file came from. */
type AttributeKey = Exclude<RowAttribute, 'summary' | 'folder'>;
export type FieldKey = AttributeKey | DimensionField;
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
const LAYOUTS: Readonly<Record<Exclude<ColumnKey, DimensionField>, Layout>> = {
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
    headings: headingsOf('title'),
  },
  type: {
    label: t`Type`,
    // ‘Implementation’ as a guess, in italics, is the longest word of a type.
    width: 128,
    grow: 0.5,
    headings: headingsOf('type'),
  },
  stages: {
    label: t`Buying stages`,
    width: 132,
    grow: 1,
    headings: headingsOf('stages'),
  },
  personas: { label: t`Personas`, width: 134, grow: 1, headings: headingsOf('personas') },
  products: {
    label: t`Product`,
    width: 78,
    grow: 0.5,
    headings: headingsOf('products'),
  },
  audience: {
    label: t`Audience`,
    width: 90,
    grow: 0,
    headings: headingsOf('audience'),
  },
  language: {
    label: t`Language`,
    width: 82,
    grow: 0,
    headings: headingsOf('language'),
  },
  tags: {
    label: t`Tags`,
    width: 74,
    grow: 1,
    headings: headingsOf('tags'),
  },
};

type Dimensions = Pick<RowTerms, 'dimensions'>;

const NO_DIMENSIONS: Dimensions = { dimensions: [] };

/** The columns that every hub has, in their order. */
const OWN_KEYS = Object.keys(LAYOUTS) as readonly (keyof typeof LAYOUTS)[];
export const COLUMNS: readonly Column[] = OWN_KEYS.map((key) => ({
  key,
  ...LAYOUTS[key],
  cell: isField(key) ? cellOf(key) : null,
}));

/** Whether something names a column, of this hub or of another one. */
export function isColumnKey(name: string): name is ColumnKey {
  return isDimensionField(name) || OWN_KEYS.some((key) => key === name);
}

const columns = new WeakMap<RowTerms['dimensions'], readonly Column[]>();

/** The columns in their order, dimensions that publishing asks for beside what it asks for in every hub, the others last. The same list as long as these are. */
export function columnsOf({ dimensions }: Dimensions): readonly Column[] {
  const known = columns.get(dimensions);
  if (known !== undefined) return known;
  const asked = COLUMNS.findIndex(({ key }) => key === 'personas') + 1;
  const needed = dimensions.filter(({ required }) => required).map(dimensionColumn);
  const others = dimensions.filter(({ required }) => !required).map(dimensionColumn);
  const all = [...COLUMNS.slice(0, asked), ...needed, ...COLUMNS.slice(asked), ...others];
  columns.set(dimensions, all);
  return all;
}

function dimensionColumn({ field, name, many }: RowDimension): Column {
  const plain = plainWord(name);
  const headings = [plain, plain.replace(/s$/, ''), plainWord(dimensionOfField(field))];
  return { key: field, label: name, width: 104, grow: 0.5, headings, cell: many ? 'many' : 'one' };
}

/** How the cells of a field are changed. */
export function cellOf(key: FieldKey, { dimensions } = NO_DIMENSIONS): CellKind {
  const dimension = dimensions.find(({ field }) => field === key);
  return dimension?.many === false ? 'one' : CELLS[aboutField(key).kind];
}

const MISSING: Readonly<Record<RequiredAttribute, string>> = {
  title: t`Give it a title`,
  type: t`Choose a type`,
  stages: t`Choose at least one stage`,
  personas: t`Choose at least one persona`,
};

/** What is said in the place of a value that is needed. */
export function missingWords(key: StagedRow['missing'][number], { dimensions }: Dimensions): string {
  if (!isDimensionField(key)) return MISSING[key as RequiredAttribute];
  const name = dimensions.find(({ field }) => field === key)?.name ?? dimensionOfField(key);
  return t`Choose: ${name}`;
}

/** True for columns whose cells can be changed. */
export function isField(key: ColumnKey): key is FieldKey {
  return key !== 'state' && key !== 'file';
}

/** The values that a column's cells can take. */
export function choicesFor(key: FieldKey, terms: RowTerms): readonly Choice[] {
  if (isDimensionField(key)) return terms.dimensions.find(({ field }) => field === key)?.choices ?? [];
  const attribute = ATTRIBUTES[key as AttributeKey];
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
  if (value === null || value === undefined || value === '') return [];
  return typeof value === 'string' ? [value] : value;
}

/** A change of one field from a list of values; for fields with one value the first counts. */
export function changeOf(key: FieldKey, values: readonly string[]): Partial<RowFields> {
  const first = values[0] ?? null;
  const set = (value: string | string[] | null) => ofFields<RowFields>([[key, value]]);
  const { kind } = aboutField(key);
  if (kind === 'line') return set(first ?? '');
  if (kind === 'audience') return set(first === 'internal' || first === 'customer' ? first : null);
  return set(kind === 'terms' || kind === 'tags' ? [...values] : first);
}

/** What a person reads in a cell. */
export function textOf(row: StagedRow, key: ColumnKey, terms: RowTerms): string {
  if (key === 'file') return row.fileName;
  if (key === 'state') return stateWord(row);
  const values = valuesOf(row.fields, key);
  if (aboutField(key).kind === 'language') return values.map(languageName).join(', ');
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

/** Whether a row looks like a new version of an asset, and nobody has said yet that it is. */
export function maybeVersion({ state, earlierOf, fields, looksLike }: StagedRow): boolean {
  return state === 'ready' && earlierOf === undefined && fields.versionOf === null && looksLike !== undefined;
}

/** The word for where a row stands. */
export function stateWord(row: StagedRow): string {
  if (row.state !== 'ready') return STATE_WORDS[row.state];
  if (row.earlierOf !== undefined) return t`Earlier version`;
  if (row.fields.versionOf !== null) return t`New version`;
  if (maybeVersion(row)) return t`New version?`;
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
