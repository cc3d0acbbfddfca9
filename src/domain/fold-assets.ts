import type { AssetState, CatalogState, FieldRegisters, Origin } from './catalog-state.ts';
import { type AssetFields, assetFieldsSchema, type EventBody, type VersionBody } from './events.ts';
import { earlier, entryOf, later, type Register, type Stamp } from './register.ts';

const ASSET_FIELDS = Object.keys(assetFieldsSchema.shape) as (keyof AssetFields)[];

/** What the fold of one event needs besides its body. */
export type Author = { readonly stamp: Stamp; readonly member: string; readonly time: number };

/** The state of an asset, made if nothing was known of it. */
function assetOf(state: CatalogState, id: string): AssetState {
  return entryOf(state.assets, id, () => ({ id, fields: {}, versions: new Map() }));
}

/** Folds `asset-added`: its origin, its first version and its fields. */
export function foldAssetAdded(state: CatalogState, body: EventBody<'asset-added'>, author: Author): void {
  const asset = assetOf(state, body.asset);
  const origin: Origin = { member: author.member, at: body.at ?? author.time };
  asset.added = earlier(asset.added, author.stamp, origin);
  addVersion(state, asset, body.version, origin, author.stamp);
  setFields(asset.fields, body.fields, author.stamp);
}

/** Folds `asset-version-added`. Whatever the order of arrival, versions are numbered by their stamps. */
export function foldVersionAdded(
  state: CatalogState,
  body: EventBody<'asset-version-added'>,
  author: Author,
): void {
  const asset = assetOf(state, body.asset);
  addVersion(state, asset, body.version, { member: author.member, at: body.at ?? author.time }, author.stamp);
}

/** Folds `asset-edited`: a register a field. */
export function foldAssetEdited(state: CatalogState, body: EventBody<'asset-edited'>, author: Author): void {
  const asset = assetOf(state, body.asset);
  setFields(asset.fields, body.set, author.stamp);
  asset.edited = later(asset.edited, author.stamp, body.at ?? author.time);
}

/** Folds `asset-verified`. */
export function foldAssetVerified(
  state: CatalogState,
  body: EventBody<'asset-verified'>,
  author: Author,
): void {
  const asset = assetOf(state, body.asset);
  asset.verified = later(asset.verified, author.stamp, { member: author.member, at: body.at });
}

function addVersion(
  state: CatalogState,
  asset: AssetState,
  body: VersionBody,
  origin: Origin,
  stamp: Stamp,
): void {
  asset.versions.set(body.id, earlier(asset.versions.get(body.id), stamp, { ...origin, body }));
  state.versions.set(body.id, earlier(state.versions.get(body.id), stamp, asset.id));
}

/** Fields to set; zod gives `undefined` for what is absent. */
type FieldsToSet = { readonly [Field in keyof AssetFields]?: AssetFields[Field] | undefined };

function setFields(fields: FieldRegisters, set: FieldsToSet, stamp: Stamp): void {
  for (const field of ASSET_FIELDS) setField(fields, field, set[field], stamp);
}

function setField<Field extends keyof AssetFields>(
  fields: FieldRegisters,
  field: Field,
  value: AssetFields[Field] | undefined,
  stamp: Stamp,
): void {
  if (value === undefined) return;
  const current: Register<AssetFields[Field]> | undefined = fields[field];
  fields[field] = later(current, stamp, value) as FieldRegisters[Field];
}
