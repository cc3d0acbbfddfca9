import { z } from 'zod';
import { audienceSchema } from '../../contract/common.ts';
import { type RowFields, type StagedRow, stagedRowSchema } from '../../contract/publish-rows.ts';
import { missingOf, withFields } from '../../contract/row-changes.ts';
import { folderPath } from '../../shared/folder-path.ts';
import {
  ATTRIBUTES,
  byAttribute,
  pickAttributes,
  ROW_ATTRIBUTES,
  type RowAttribute,
} from '../../shared/vocabulary/asset-attributes.ts';
import {
  aboutField,
  type DimensionField,
  dimensionFieldsIn,
  ofFields,
} from '../../shared/vocabulary/asset-fields.ts';
import { sha256Schema } from '../../shared/vocabulary/id-schemas.ts';
import { textStateOf } from '../base/text-state.ts';
import type { SourceFile } from '../ports/files.ts';
import type { Suggestions } from '../suggestions/suggest.ts';
import { SUGGESTED, type SuggestedField } from '../suggestions/tagged-document.ts';
import { asideness } from './copies.ts';
import type { ProposedTitle } from './file-names.ts';
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
  readBy: z.string().exactOptional(),
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

/** A file that comes onto the table: as a new version of an asset, or because somebody proposed it. */
export type FoundFile = {
  readonly file: SourceFile;
  readonly versionOf?: string | undefined;
  readonly proposal?: StagedRow['proposal'];
};

/** A row for a file that was not read yet. */
export function newRow(
  id: string,
  file: SourceFile,
  required: readonly DimensionField[] = [],
  proposal?: StagedRow['proposal'],
): HeldRow {
  const fields = { ...emptyFields(), folder: folderPath(file.folder) };
  const row: StagedRow = {
    id,
    fileName: file.name,
    folder: file.folder,
    size: file.size,
    ...(proposal && { proposal }),
    state: 'waiting',
    fields,
    guessed: fields.folder === '' ? [] : ['folder'],
    ...requiring(required),
    missing: missingOf(fields, required),
  };
  return { row, path: file.path, modifiedAt: file.modifiedAt, aside: asideness(file.path) };
}

/** Whether a row's file is still to be read. */
export function isUnread(state: StagedRow['state'] | undefined): boolean {
  return state === 'waiting' || state === 'reading';
}

/** A row of which publishing asks for these dimensions. */
export function withRequired(row: StagedRow, required: readonly DimensionField[]): StagedRow {
  if ((row.required ?? []).join() === required.join()) return row;
  const { required: _, ...rest } = row;
  return withFields({ ...rest, ...requiring(required) }, { set: {} });
}

function requiring(required: readonly DimensionField[]): Pick<StagedRow, 'required'> {
  return required.length === 0 ? {} : { required: [...required] };
}

const EMPTY = emptyFields();
const FIELDS = Object.keys(EMPTY) as readonly (keyof RowFields)[];

/** True when a person said something of a row: a value that is no guess. */
export function isTouched(row: StagedRow): boolean {
  return saidFields(row).some((field) => isSaid(row, field));
}

/** What a person said of one row and not of another one with the same bytes: what goes along when that one is kept instead. */
export function carried(from: StagedRow, to: StagedRow): Partial<RowFields> {
  const fields = saidFields(from).filter((field) => isSaid(from, field) && !isSaid(to, field));
  return ofFields<RowFields>(fields.map((field) => [field, from.fields[field]]));
}

/** The fields that a row may say something in: those of every row, and the dimensions that it was given terms of. */
function saidFields({ fields }: StagedRow): readonly (keyof RowFields)[] {
  return [...FIELDS, ...dimensionFieldsIn(fields)];
}

function isSaid({ fields, guessed }: StagedRow, field: keyof RowFields): boolean {
  const value = fields[field];
  if (value === null || value === undefined || guessed.includes(field)) return false;
  return typeof value === 'boolean' || value.length > 0;
}

/** Proposes a title and a note where nobody has said them. */
export function withProposedTitle(row: StagedRow, { title, note }: ProposedTitle): StagedRow {
  const untouched = (field: 'title' | 'note'): boolean =>
    row.fields[field] === '' || row.guessed.includes(field);
  if (!untouched('title')) return row;
  // The note goes with the title: a title that is proposed anew takes back what the old one left.
  const set = { title, ...(untouched('note') && { note }) };
  const guessed = Object.entries(set).flatMap(([field, value]) => (value === '' ? [] : [field]));
  return withFields(row, { set, guessed });
}

/** The fields of a row that can be suggested: attributes, and dimensions. */
type SuggestedRowField = (SuggestedField & RowAttribute) | DimensionField;
const SUGGESTED_ATTRIBUTES = SUGGESTED.filter(
  (attribute): attribute is typeof attribute & RowAttribute => ATTRIBUTES[attribute].row,
);

/** What was or can be suggested for some rows: the attributes, then the dimensions for which something was. */
export function suggestedOf(rows: readonly Pick<StagedRow, 'proposed'>[]): SuggestedRowField[] {
  const dimensions = rows.flatMap(({ proposed = {} }) => dimensionFieldsIn(proposed));
  return [...SUGGESTED_ATTRIBUTES, ...[...new Set(dimensions)].sort()];
}

/** Puts what is suggested into fields that nobody has touched; what was suggested before and is not any more goes. */
export function withSuggestions(row: StagedRow, suggestions: Suggestions): StagedRow {
  const proposed: NonNullable<StagedRow['proposed']> = {};
  let set: Partial<RowFields> = {};
  const fields = suggestedOf([row, { proposed: ofFields(Object.entries(suggestions)) }]);
  for (const field of fields) {
    const before = row.proposed?.[field];
    // What was proposed and is no guess any more, somebody has accepted, changed or cleared.
    if (isSaid(row, field) || (before !== undefined && !row.guessed.includes(field))) {
      if (before !== undefined) proposed[field] = before;
      continue;
    }
    const suggestion = suggestions[field];
    set = { ...set, ...fieldOf(field, suggestion?.values ?? []) };
    if (suggestion !== undefined) proposed[field] = { sure: suggestion.sure, why: suggestion.why };
  }
  const guessed = fields.filter((field) => Object.hasOwn(set, field) && suggestions[field] !== undefined);
  return { ...withFields(row, { set, guessed }), proposed };
}

/** A row's field out of the values of an attribute. */
function fieldOf(field: SuggestedRowField, values: readonly string[]): Partial<RowFields> {
  const [first = null] = values;
  switch (aboutField(field).kind) {
    case 'terms':
      return ofFields<RowFields>([[field, [...values]]]);
    case 'audience':
      return { audience: audienceSchema.nullable().catch(null).parse(first) };
    default:
      return ofFields<RowFields>([[field, first]]);
  }
}

/** Proposes title and note anew where nobody has touched the title: what other files are called changes it. */
export function withTitle(row: StagedRow, { title, note }: ProposedTitle): StagedRow {
  if (!row.guessed.includes('title')) return row;
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
