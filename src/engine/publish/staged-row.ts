import { z } from 'zod';
import { type RowFields, type StagedRow, stagedRowSchema } from '../../contract/publish.ts';
import { missingOf, withFields } from '../../contract/row-changes.ts';
import { byAttribute, pickAttributes, ROW_ATTRIBUTES } from '../../shared/vocabulary/asset-attributes.ts';
import { folderPath } from '../../shared/folder-path.ts';
import { sha256Schema } from '../../shared/vocabulary/id-schemas.ts';
import { textStateOf } from '../base/text-state.ts';
import type { SourceFile } from '../ports/files.ts';
import { asideness } from './copies.ts';
import type { Guesses } from './guesses.ts';
import type { ReadDocument } from './read-document.ts';

/** What is needed to make a version of a row; what the window need not know. */
const documentSchema = z.object({
  sha256: sha256Schema,
  size: z.number(),
  fileName: z.string(),
  kind: stagedRowSchema.shape.found.unwrap().shape.kind,
  mediaType: z.string(),
  misnamed: z.boolean(),
  title: z.string().exactOptional(),
  writtenAt: z.number().exactOptional(),
  pageCount: z.number(),
  approximatePages: z.literal(true).exactOptional(),
  words: z.number(),
  textChars: z.number(),
  text: z.discriminatedUnion('state', [
    z.object({ state: z.literal('searchable') }),
    z.object({ state: z.literal('partly'), reason: z.string(), pagesWithoutText: z.number() }),
    z.object({ state: z.literal('not'), reason: z.string() }),
  ]),
  textBlob: sha256Schema.exactOptional(),
  hidden: z.literal(true).exactOptional(),
  textFormat: z.number().exactOptional(),
  thumbnail: z
    .object({ sha256: sha256Schema, mediaType: z.string(), width: z.number(), height: z.number() })
    .exactOptional(),
  language: z.string().exactOptional(),
});

/** Tables that were saved before rows said something have nothing of it. */
const savedFieldsSchema = z.preprocess(
  (fields) => (typeof fields === 'object' && fields !== null ? { ...emptyFields(), ...fields } : fields),
  stagedRowSchema.shape.fields,
);

const savedRowSchema = z.object({
  row: stagedRowSchema.extend({ fields: savedFieldsSchema }),
  path: z.string(),
  modifiedAt: z.number().default(0),
  keptByHand: z.boolean().exactOptional(),
  meant: z.boolean().exactOptional(),
  document: documentSchema.exactOptional(),
});
const savedStagingSchema = z.object({ v: z.literal(1), skipped: z.number(), rows: z.array(z.unknown()) });

/** The staging table out of what lies on the disk, as far as it is one: a row that is none costs no other. `lost` counts those. */
export function savedStaging(value: unknown): {
  readonly rows: readonly z.infer<typeof savedRowSchema>[];
  readonly skipped: number;
  readonly lost: number;
} {
  const saved = savedStagingSchema.safeParse(value);
  if (!saved.success) return { rows: [], skipped: 0, lost: value === undefined ? 0 : 1 };
  const rows = saved.data.rows.flatMap((row) => {
    const parsed = savedRowSchema.safeParse(row);
    return parsed.success ? [withText(parsed.data)] : [];
  });
  return { rows, skipped: saved.data.skipped, lost: saved.data.rows.length - rows.length };
}

/** Tables that were saved when they held sentences do not say how much of a document has no text: the document does. */
function withText(saved: z.infer<typeof savedRowSchema>): z.infer<typeof savedRowSchema> {
  const { row, document } = saved;
  if (document === undefined || row.found === undefined) return saved;
  const text = textStateOf(document.text, document.pageCount);
  return { ...saved, row: { ...row, found: { ...row.found, text } } };
}

/** A row with what the window need not know. */
export type HeldRow = {
  row: StagedRow;
  readonly path: string;
  readonly modifiedAt: number;
  /** How much its path says that the real file lies elsewhere: worked out once. */
  readonly aside: number;
  document?: ReadDocument;
  /** A person chose this one of several copies. */
  keptByHand?: boolean;
  /** A person said of what looks like a key or passwords that it is meant for all. */
  meant?: boolean;
};

/** Nothing said, by what kind of value it would be. */
const nothing = {
  line: () => '',
  path: () => '',
  prose: () => '',
  term: () => null,
  terms: (): string[] => [],
  tags: (): string[] => [],
  audience: () => null,
  status: () => null,
  language: () => null,
  day: () => null,
  person: () => null,
};

/** The fields of a row before anything is known. */
export function emptyFields(): RowFields {
  return { ...pickAttributes(byAttribute(nothing), ROW_ATTRIBUTES), note: '', versionOf: null };
}

/** A row for a file that was not read yet. */
export function newRow(id: string, file: SourceFile): HeldRow {
  const fields = { ...emptyFields(), folder: folderPath(file.folder) };
  const row: StagedRow = {
    id,
    fileName: file.name,
    folder: file.folder,
    size: file.size,
    state: 'waiting',
    fields,
    guessed: fields.folder === '' ? [] : ['folder'],
    missing: missingOf(fields),
  };
  return { row, path: file.path, modifiedAt: file.modifiedAt, aside: asideness(file.path) };
}

const EMPTY = emptyFields();
const FIELDS = Object.keys(EMPTY) as readonly (keyof RowFields)[];

/** True when a person said something of a row: a value that is no guess. */
export function isTouched(row: StagedRow): boolean {
  return FIELDS.some((field) => isSaid(row, field));
}

/** What a person said of one row and not of another one with the same bytes: what goes along when that one is kept instead. */
export function carried(from: StagedRow, to: StagedRow): Partial<RowFields> {
  const fields = FIELDS.filter((field) => isSaid(from, field) && !isSaid(to, field));
  return Object.fromEntries(fields.map((field) => [field, from.fields[field]]));
}

function isSaid({ fields, guessed }: StagedRow, field: keyof RowFields): boolean {
  const value = fields[field];
  return value !== null && value.length > 0 && !guessed.includes(field);
}

/** Fills guesses into fields that nobody has touched. */
export function withGuesses(row: StagedRow, guesses: Guesses): StagedRow {
  const fields = { ...row.fields };
  const guessed = new Set(row.guessed);
  const fill = <Field extends keyof Guesses>(field: Field, empty: boolean, value: RowFields[Field]): void => {
    if (!empty || value === null || (Array.isArray(value) && value.length === 0)) return;
    fields[field] = value;
    guessed.add(field);
  };
  const untouched = (field: keyof Guesses, empty: boolean): boolean => empty || guessed.has(field);
  if (untouched('title', fields.title === '')) {
    fill('title', true, guesses.title);
    // The note goes with the title: a title that is proposed anew takes back what the old one left.
    if (untouched('note', fields.note === '')) fields.note = guesses.note;
    if (fields.note === '') guessed.delete('note');
    else if (fields.note === guesses.note) guessed.add('note');
  }
  fill('type', untouched('type', fields.type === null), guesses.type);
  fill('audience', untouched('audience', fields.audience === null), guesses.audience);
  fill('language', untouched('language', fields.language === null), guesses.language);
  fill('stages', untouched('stages', fields.stages.length === 0), [...guesses.stages]);
  fill('personas', untouched('personas', fields.personas.length === 0), [...guesses.personas]);
  fill('products', untouched('products', fields.products.length === 0), [...guesses.products]);
  return { ...row, fields, guessed: [...guessed].toSorted(), missing: missingOf(fields) };
}

/** Proposes title and note anew where nobody has touched the title: what other files are called changes it. */
export function withTitle(row: StagedRow, guesses: Guesses): StagedRow {
  if (!row.guessed.includes('title')) return row;
  const { title, note } = guesses;
  const keepsNote = row.fields.note !== '' && !row.guessed.includes('note');
  const set = { title, ...(!keepsNote && { note }) };
  const guessed = ['title', ...(!keepsNote && note !== '' ? ['note'] : [])];
  return withFields(row, { set, guessed });
}

/** What was found in a document, as the window wants it. */
export function foundOf(document: ReadDocument): NonNullable<StagedRow['found']> {
  const { kind, mediaType, sha256, pageCount, words, misnamed, thumbnail } = document;
  return {
    kind,
    mediaType,
    sha256,
    pageCount,
    words,
    text: textStateOf(document.text, pageCount),
    misnamed,
    ...(thumbnail && { thumbnail: { ...thumbnail } }),
  };
}
