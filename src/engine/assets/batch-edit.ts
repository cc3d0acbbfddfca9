import type { AssetEdit, Edited, ListChanges } from '../../contract/asset-edits.ts';
import type { AssetSummary } from '../../contract/assets.ts';
import type { AssetFields } from '../../domain/assets/fields.ts';
import { may } from '../../domain/people/permissions.ts';
import type { Undoable } from '../../domain/undo/reversals.ts';
import { type Says, says } from '../../shared/says/says.ts';
import { LIST_ATTRIBUTES, type ListAttribute } from '../../shared/vocabulary/asset-attributes.ts';
import { aboutField, type DimensionField, dimensionFieldsIn } from '../../shared/vocabulary/asset-fields.ts';
import type { EditRefusal } from '../../shared/vocabulary/assets.ts';
import { notAllowed } from '../base/refusal.ts';
import { changedBy, checkValues, comesOut, definedFields, editing, waitsForReview } from './assets.ts';
import { boundsOfList, toldField } from './dimension-fields.ts';
import { notToComeOut } from './needed-to-publish.ts';
import type { WithAssets } from './with-assets.ts';

/** Changing many assets in one write: what can't be done to one of them is told and stops no other. */

/** A field that holds several values. */
type ListField = ListAttribute | DimensionField;

/** Why an asset is left as it is, and on account of which field. */
type Left = { readonly code: EditRefusal; readonly says: Says; readonly field?: ListField };

/** What an edit comes to for one asset: its change, nothing to change, or why it can't be. */
type EditPlan =
  | { readonly plan: 'change'; readonly change: Undoable }
  | { readonly plan: 'same' }
  | ({ readonly plan: 'refused' } & Left);

/** Refuses whoever may not change what is said of assets. */
export function checkMayEdit(replica: WithAssets): void {
  const { role } = replica.catalog.self();
  if (!may(role, 'edit')) throw notAllowed(says('live.role', { role }));
}

/** Changes assets alike, in one write with one undo; on a dry run says what would be changed. Throws `Refusal` where a value is none. */
export async function changeAssets(
  replica: WithAssets,
  {
    assets,
    dryRun = false,
    ...edit
  }: AssetEdit & { assets: readonly string[]; dryRun?: boolean | undefined },
): Promise<Edited> {
  checkMayEdit(replica);
  checkEdit(replica, edit);
  const changes: Undoable[] = [];
  const changed: string[] = [];
  const refused: Edited['refused'] = [];
  let unchanged = 0;
  for (const asset of new Set(assets.map((id) => replica.summaries.seen(id)?.id ?? id))) {
    const planned = planEdit(replica, asset, edit);
    if (planned.plan === 'same') unchanged += 1;
    else if (planned.plan === 'refused') refused.push({ asset, code: planned.code, says: planned.says });
    else {
      changes.push(planned.change);
      changed.push(asset);
    }
  }
  const undone = dryRun ? {} : await replica.undos.commit(changes);
  return { changed, unchanged, refused, ...undone };
}

/** Refuses values that are none. */
function checkEdit(replica: WithAssets, { set, add, remove }: AssetEdit): void {
  checkValues(replica, definedFields(set));
  for (const lists of [add, remove]) checkValues(replica, definedFields(lists));
}

/** What an edit comes to for an asset. */
export function planEdit(replica: WithAssets, id: string, edit: AssetEdit): EditPlan {
  const asset = replica.summaries.seen(id);
  if (asset === undefined) return { plan: 'refused', code: 'not-found', says: says('missing.asset') };
  const fields: Partial<AssetFields> = definedFields(edit.set);
  for (const attribute of listsIn(edit)) {
    const next = listAfter(asset, attribute, edit);
    if (next === undefined) continue;
    const left = problemOf(replica, asset, attribute, next);
    if (left !== undefined) return { plan: 'refused', ...left };
    fields[attribute] = next;
  }
  const changed = changedBy(replica, asset, fields);
  if (waitsForReview(replica, asset, changed))
    return {
      plan: 'refused',
      code: 'needs-review',
      says: says('reviews.needs-review', { title: asset.title }),
    };
  const why = comesOut(changed) ? notToComeOut(replica.catalog, asset, changed) : undefined;
  if (why !== undefined) return { plan: 'refused', code: 'required', says: why.says };
  if (Object.keys(changed).length === 0) return { plan: 'same' };
  return { plan: 'change', change: editing(replica, asset.id, changed) };
}

/** The lists that an edit may speak of. */
function listsIn({ set, add, remove }: AssetEdit): readonly ListField[] {
  return [...LIST_ATTRIBUTES, ...new Set([set, add, remove].flatMap(dimensionFieldsIn))];
}

function problemOf(
  { catalog }: WithAssets,
  asset: AssetSummary,
  field: ListField,
  next: readonly string[],
): Left | undefined {
  const { title } = asset;
  const { most, required } = boundsOfList(catalog, field);
  const before = asset[field]?.length ?? 0;
  if (next.length === 0 && required && before > 0) {
    return {
      code: 'required',
      field,
      says: says('assets.needs', { title, field: toldField(catalog, field) }),
    };
  }
  if (next.length > most && next.length > before) {
    const told = says('assets.too-many-values', { title, field: toldField(catalog, field), most });
    return { code: 'too-many', field, says: told };
  }
  return undefined;
}

/** The values that a list has afterwards, in their order; undefined where the edit does not speak of it. */
function listAfter(asset: AssetSummary, attribute: ListField, edit: AssetEdit): string[] | undefined {
  const [add, remove] = [valuesIn(edit.add, attribute), valuesIn(edit.remove, attribute)];
  const set = edit.set[attribute];
  if (add.length === 0 && remove.length === 0)
    return set === undefined ? undefined : distinct(attribute, set);
  const key = keyOf(attribute);
  const gone = new Set(remove.map(key));
  const kept = (set ?? asset[attribute] ?? []).filter((value) => !gone.has(key(value)));
  return distinct(attribute, [...kept, ...add]);
}

function valuesIn(lists: ListChanges, attribute: ListField): readonly string[] {
  return lists[attribute] ?? [];
}

/** Each value once, as it was written first. */
function distinct(attribute: ListField, values: readonly string[]): string[] {
  const key = keyOf(attribute);
  const all = new Map<string, string>();
  for (const value of values) if (!all.has(key(value))) all.set(key(value), value);
  return [...all.values()];
}

/** What makes two values the same: people write a tag in any case. */
function keyOf(attribute: ListField): (value: string) => string {
  return aboutField(attribute).kind === 'tags' ? (tag) => tag.toLowerCase() : (id) => id;
}
