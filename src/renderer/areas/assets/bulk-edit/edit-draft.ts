import type { AssetEdit } from '../../../../contract/asset-edits.ts';
import type { AssetSummary } from '../../../../contract/assets.ts';
import { LIST_ATTRIBUTES, type ListAttribute } from '../../../../shared/vocabulary/asset-attributes.ts';
import {
  type AssetField,
  aboutField,
  type DimensionField,
  fieldsIn,
  isDimensionField,
} from '../../../../shared/vocabulary/asset-fields.ts';
import {
  COLUMN_MODES,
  type ColumnMode,
  TABLE_FIELDS,
  type TableField,
} from '../../../../shared/vocabulary/metadata.ts';

/** What somebody is about to do to many assets, field by field; nothing to a field that is not there. */

/** The fields that many assets may have alike: a title is each one's own. */
export type BulkField = Exclude<TableField, 'title'>;
/** What is written for one asset most often stands last. */
const BULK_ATTRIBUTES: readonly BulkField[] = [
  ...TABLE_FIELDS.filter((field) => field !== 'title' && field !== 'summary'),
  'summary',
];

/** The fields in their order, with the hub's dimensions where the lists end. */
export function bulkFields(dimensions: readonly DimensionField[]): readonly BulkField[] {
  const after = BULK_ATTRIBUTES.indexOf('products') + 1;
  return [...BULK_ATTRIBUTES.slice(0, after), ...dimensions, ...BULK_ATTRIBUTES.slice(after)];
}

/** What is done to a field: values come to it, go, take its place, or there are none any more. */
export type BulkMode = ColumnMode | 'empty';
export type FieldDraft = { readonly mode: BulkMode; readonly values: readonly string[] };
export type BulkDraft = { readonly [Field in BulkField]?: FieldDraft };

/** Whether a field holds several values. */
function isListField(field: AssetField): field is ListAttribute | DimensionField {
  return isDimensionField(field) || LIST_ATTRIBUTES.some((one) => one === field);
}

/** Whether a field may be without a value. */
function mayBeEmpty(field: BulkField): boolean {
  const { kind, required } = aboutField(field);
  return !required && kind !== 'audience' && kind !== 'term';
}

/** What can be done to a field, what is done most first. */
export function modesOf(field: BulkField): readonly BulkMode[] {
  const empty = mayBeEmpty(field) ? (['empty'] as const) : [];
  const [set, ...others] = COLUMN_MODES;
  return isListField(field) ? [...others, set, ...empty] : [set, ...empty];
}

/** Whether a draft says anything of a field. */
export function saysSomething(field: FieldDraft | undefined): field is FieldDraft {
  return field !== undefined && (field.mode === 'empty' || field.values.length > 0);
}

/** How many fields a draft changes. */
export function countChanged(draft: BulkDraft): number {
  return fieldsIn(draft).filter((field) => saysSomething(draft[field as BulkField])).length;
}

/** A draft as the engine takes it. */
export function editOf(draft: BulkDraft): AssetEdit {
  const edit: AssetEdit = { set: {}, add: {}, remove: {} };
  for (const field of fieldsIn(draft) as BulkField[]) {
    const change = draft[field];
    if (!saysSomething(change)) continue;
    if (isListField(field) && (change.mode === 'add' || change.mode === 'remove')) {
      edit[change.mode][field] = [...change.values];
    } else Object.assign(edit.set, { [field]: valueToSet(field, change) });
  }
  return edit;
}

function valueToSet(field: BulkField, { mode, values }: FieldDraft): string | string[] | null {
  if (isListField(field)) return mode === 'empty' ? [] : [...values];
  const [value] = mode === 'empty' ? [] : values;
  const { kind } = aboutField(field);
  return value ?? (kind === 'day' || kind === 'person' ? null : '');
}

/** How often something is said. */
type Tally = { readonly value: string; readonly count: number };

/** What assets say of a field, what most of them say first. */
export function tallyOf(assets: readonly AssetSummary[], field: BulkField): readonly Tally[] {
  const counts = new Map<string, number>();
  for (const asset of assets) {
    for (const value of new Set(valuesOf(asset, field))) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

function valuesOf(asset: AssetSummary, field: BulkField): readonly string[] {
  const value = asset[field];
  if (value === undefined || value === null || value === '') return [];
  if (typeof value === 'string') return [value];
  return 'id' in value ? [value.id] : value;
}
