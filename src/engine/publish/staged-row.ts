import { z } from 'zod';
import { type RowFields, type StagedRow, stagedRowSchema } from '../../contract/publish.ts';
import { textStateOf } from '../messages.ts';
import type { Guesses } from './guesses.ts';
import type { ReadDocument } from './read-document.ts';

/** What is needed to make a version of a row; what the window need not know. */
const documentSchema = z.object({
  sha256: z.string(),
  size: z.number(),
  fileName: z.string(),
  kind: stagedRowSchema.shape.found.unwrap().shape.kind,
  mediaType: z.string(),
  misnamed: z.boolean(),
  title: z.string().exactOptional(),
  pageCount: z.number(),
  words: z.number(),
  textChars: z.number(),
  text: z.discriminatedUnion('state', [
    z.object({ state: z.literal('searchable') }),
    z.object({ state: z.literal('partly'), reason: z.string(), pagesWithoutText: z.number() }),
    z.object({ state: z.literal('not'), reason: z.string() }),
  ]),
  textBlob: z.string().exactOptional(),
  thumbnail: z
    .object({ sha256: z.string(), mediaType: z.string(), width: z.number(), height: z.number() })
    .exactOptional(),
  language: z.string().exactOptional(),
});

const savedRowSchema = z.object({
  row: stagedRowSchema,
  path: z.string(),
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
    return parsed.success ? [parsed.data] : [];
  });
  return { rows, skipped: saved.data.skipped, lost: saved.data.rows.length - rows.length };
}

/** A row with what the window need not know. */
export type HeldRow = { row: StagedRow; readonly path: string; document?: ReadDocument };

/** The fields of a row before anything is known. */
export function emptyFields(): RowFields {
  return {
    title: '',
    type: null,
    stages: [],
    personas: [],
    products: [],
    audience: null,
    language: null,
    tags: [],
    summary: '',
    versionOf: null,
  };
}

/** What is missing before a row can be published. A new version keeps its asset's fields and needs nothing. */
export function missingOf(fields: RowFields): StagedRow['missing'] {
  if (fields.versionOf !== null) return [];
  const missing: StagedRow['missing'] = [];
  if (fields.title.trim() === '') missing.push('title');
  if (fields.type === null) missing.push('type');
  if (fields.stages.length === 0) missing.push('stages');
  if (fields.personas.length === 0) missing.push('personas');
  return missing;
}

/** Sets fields: what a person touches is not a guess any more. */
export function withFields(row: StagedRow, set: Partial<RowFields>): StagedRow {
  const given = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined));
  const fields: RowFields = { ...row.fields, ...given };
  const guessed = row.guessed.filter((field) => !Object.hasOwn(given, field));
  return { ...row, fields, guessed, missing: missingOf(fields) };
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
  fill('title', untouched('title', fields.title === ''), guesses.title);
  fill('type', untouched('type', fields.type === null), guesses.type);
  fill('audience', untouched('audience', fields.audience === null), guesses.audience);
  fill('language', untouched('language', fields.language === null), guesses.language);
  fill('stages', untouched('stages', fields.stages.length === 0), [...guesses.stages]);
  fill('personas', untouched('personas', fields.personas.length === 0), [...guesses.personas]);
  fill('products', untouched('products', fields.products.length === 0), [...guesses.products]);
  return { ...row, fields, guessed: [...guessed], missing: missingOf(fields) };
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
    text: textStateOf(document.text),
    misnamed,
    ...(thumbnail && { thumbnail: { ...thumbnail } }),
  };
}
