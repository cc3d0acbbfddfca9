import type { AssetEdit } from '../../contract/asset-edits.ts';
import type { AssetFields } from '../../domain/assets/fields.ts';
import { cleanLine } from '../../shared/clean-line.ts';
import { LONGEST_LINE, LONGEST_PATH, LONGEST_PROSE, LONGEST_TAG } from '../../shared/limits.ts';
import { type Says, says } from '../../shared/says/says.ts';
import {
  type Attribute,
  LIST_ATTRIBUTES,
  type ListAttribute,
} from '../../shared/vocabulary/asset-attributes.ts';
import {
  type AssetField,
  aboutField,
  type DimensionField,
  isDimensionField,
  ofFields,
} from '../../shared/vocabulary/asset-fields.ts';
import type { ColumnMode } from '../../shared/vocabulary/metadata.ts';
import { plainText, saysNothing, valuesOfList } from './cell-text.ts';
import type { KnownValues } from './known-values.ts';
import { readDay } from './read-day.ts';

/** Values as people type them, of each kind of field. */

/** A field that holds several values. */
type ListField = ListAttribute | DimensionField;

/** What a text comes to: a value, or why it is none. */
type FieldRead<Value> =
  | { readonly read: 'value'; readonly value: Value }
  | { readonly read: 'wrong'; readonly says: Says };

const value = <Value>(of: Value): FieldRead<Value> => ({ read: 'value', value: of });
const wrong = (of: Says): FieldRead<never> => ({ read: 'wrong', says: of });

/** Whether a field holds several values. */
export function isList(field: AssetField): field is ListField {
  return isDimensionField(field) || LIST_ATTRIBUTES.some((one) => one === field);
}

/** Reads a text as what is done to a field, into an edit; says why where it can't be. */
export function readInto(
  edit: AssetEdit,
  known: KnownValues,
  { field, mode, text }: { readonly field: AssetField; readonly mode: ColumnMode; readonly text: string },
): Says | undefined {
  if (mode === 'set') {
    const read = readField(known, field, text);
    if (read.read === 'wrong') return read.says;
    Object.assign(edit.set, read.value);
    return undefined;
  }
  if (!isList(field)) return says('metadata.one-value', { field: known.told(field) });
  const read = readList(known, field, text);
  if (read.read === 'wrong') return read.says;
  edit[mode][field] = [...(edit[mode][field] ?? []), ...read.value];
  return undefined;
}

/** Reads a text as the value of a field; `(none)` is no value. */
function readField(known: KnownValues, field: AssetField, text: string): FieldRead<Partial<AssetFields>> {
  const given = ofField(known, field, saysNothing(text) ? '' : plainText(text.trim()));
  return given.read === 'wrong' ? given : value(ofFields<AssetFields>([[field, given.value]]));
}

function ofField(known: KnownValues, field: AssetField, text: string): FieldRead<unknown> {
  const { kind, required } = aboutField(field);
  if (text === '') {
    const empty = EMPTY[kind];
    return required || empty === undefined
      ? wrong(says('metadata.needed', { field: known.told(field) }))
      : value(empty);
  }
  switch (kind) {
    case 'line':
      return bounded(known, field, cleanLine(text), LONGEST_LINE);
    case 'path':
      return bounded(known, field, cleanLine(text), LONGEST_PATH);
    case 'prose':
      return bounded(known, field, text, LONGEST_PROSE);
    case 'day':
      return ofDay(known, field, text);
    case 'terms':
    case 'tags':
      return isList(field)
        ? readList(known, field, text)
        : wrong(says('metadata.one-value', { field: known.told(field) }));
    case 'term':
    case 'audience':
    case 'status':
    case 'language':
    case 'person':
      return chosen(known, field, text);
  }
}

/** What a field of each kind is without a value; undefined for those that always have one. */
const EMPTY: Readonly<Record<Attribute['kind'], unknown>> = {
  line: '',
  path: '',
  prose: '',
  term: undefined,
  terms: [],
  tags: [],
  audience: undefined,
  status: undefined,
  language: '',
  day: null,
  person: null,
};

function bounded(known: KnownValues, field: AssetField, text: string, most: number): FieldRead<string> {
  if (text.length > most) return wrong(says('metadata.too-long', { field: known.told(field), most }));
  return text === '' ? wrong(says('metadata.needed', { field: known.told(field) })) : value(text);
}

function ofDay(known: KnownValues, field: AssetField, text: string): FieldRead<string> {
  const read = readDay(text);
  if (read.read === 'day') return value(read.day);
  return wrong(
    says(read.read === 'unclear' ? 'metadata.unclear-day' : 'metadata.no-day', {
      field: known.told(field),
      text: shortOf(text),
    }),
  );
}

/** Reads the values of a list; the whole is tried first, because a name may itself have a comma in it. */
function readList(known: KnownValues, field: ListField, cell: string): FieldRead<string[]> {
  const text = plainText(cell.trim());
  const names = known.of(field);
  if (names === undefined) return ofTags(known, field, text);
  const whole = names.find(text);
  if (whole.found === 'one') return value([whole.id]);
  const ids: string[] = [];
  for (const word of valuesOfList(text)) {
    const read = chosen(known, field, word);
    if (read.read === 'wrong') return read;
    ids.push(read.value);
  }
  return value([...new Set(ids)]);
}

function ofTags(known: KnownValues, field: ListField, text: string): FieldRead<string[]> {
  const tags = valuesOfList(text).map(cleanLine);
  if (tags.some((tag) => tag.length > LONGEST_TAG)) {
    return wrong(says('metadata.too-long', { field: known.told(field), most: LONGEST_TAG }));
  }
  return value([...new Set(tags.filter((tag) => tag !== ''))]);
}

function chosen(known: KnownValues, field: AssetField, text: string): FieldRead<string> {
  const found = known.of(field)?.find(text) ?? { found: 'none' };
  if (found.found === 'one') return value(found.id);
  const told = { field: known.told(field), text: shortOf(text) };
  return wrong(says(found.found === 'several' ? 'metadata.several-meant' : 'metadata.unknown-value', told));
}

/** No sentence tells more of a cell. */
const TOLD = 80;

function shortOf(text: string): string {
  return text.length <= TOLD ? text : `${text.slice(0, TOLD)}…`;
}
