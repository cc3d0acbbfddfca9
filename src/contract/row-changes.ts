import { REQUIRED_ATTRIBUTES } from '../shared/vocabulary/asset-attributes.ts';
import { type DimensionField, dimensionFieldsIn, ofFields } from '../shared/vocabulary/asset-fields.ts';
import type { RowChange, RowFields, StagedRow } from './publish-rows.ts';

/** What a change does to a row of the publish table: the engine carries it out, the window shows it before the engine answers. */

/** What is missing before a row can be published. A new version keeps its asset's fields and needs nothing. */
export function missingOf(fields: RowFields, required: readonly DimensionField[] = []): StagedRow['missing'] {
  if (fields.versionOf !== null) return [];
  return [...REQUIRED_ATTRIBUTES, ...required].filter((field) => isEmpty(fields[field] ?? null));
}

function isEmpty(value: string | readonly string[] | null): boolean {
  return value === null || (typeof value === 'string' ? value.trim() : value).length === 0;
}

/** What is missing before a row can be saved as a draft: a draft needs a title only. */
export function missingForDraft(fields: RowFields): StagedRow['missing'] {
  return missingOf(fields).filter((field) => field === 'title');
}

/** Sets fields: what a person sets is confirmed, but for those named in `guessed`, which an undo makes guesses again. */
export function withFields(row: StagedRow, change: Pick<RowChange, 'set' | 'guessed'>): StagedRow {
  const given = Object.fromEntries(Object.entries(change.set).filter(([, value]) => value !== undefined));
  const fields: RowFields = { ...row.fields, ...given };
  const again = (change.guessed ?? []).filter((field) => Object.hasOwn(given, field));
  const guessed = [...row.guessed.filter((field) => !Object.hasOwn(given, field)), ...again];
  const missing = row.earlierOf === undefined ? missingOf(fields, row.required) : [];
  return { ...row, fields, guessed: guessed.toSorted(), missing };
}

/** The change that takes another one back: the values and whether they were guesses. */
export function changeBack(row: StagedRow, set: RowChange['set']): RowChange {
  // A field that the row had nothing of is empty again.
  const none = [
    ...dimensionFieldsIn(set).map((field) => [field, []] as const),
    ...(Object.hasOwn(set, 'editionOf') ? [['editionOf', null] as const] : []),
  ];
  const before = Object.entries(row.fields).filter(([field]) => Object.hasOwn(set, field));
  return {
    row: row.id,
    set: ofFields<RowFields>([...none, ...before]),
    guessed: row.guessed.filter((field) => Object.hasOwn(set, field)),
  };
}

/** True for a row whose fields can be set: it is or will be read, is no copy of another, and no version of what has the fields. */
export function takesFields(row: StagedRow): boolean {
  const kept = row.state !== 'failed' && row.state !== 'duplicate';
  return kept && row.earlierOf === undefined && row.fields.versionOf === null;
}
