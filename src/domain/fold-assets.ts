import type {
  AssetState,
  CatalogState,
  FieldRegisters,
  MovedVersion,
  Origin,
  VersionState,
} from './catalog-state.ts';
import { type Claimed, type ClaimPlace, claimed } from './claims.ts';
import { type AssetFields, type AssetStatus, assetFieldsSchema, type EventBody } from './events.ts';
import { earlier, entryOf, later, type Register, type Stamp } from './register.ts';
import { laterReading, withReading } from './version-reading.ts';

const ASSET_FIELDS = Object.keys(assetFieldsSchema.shape) as (keyof AssetFields)[];

/** What the fold of one event needs besides its body. `stamp`: where it stands in the order. */
export type Author = ClaimPlace & { readonly member: string; readonly time: number };

/** The state of an asset, made if nothing was known of it. */
function assetOf(state: CatalogState, id: string): AssetState {
  return entryOf(state.assets, id, () => ({ id, fields: {}, versions: new Map() }));
}

/** Folds `asset-added`: its origin, its fields and its first version, unless that one's id is somebody else's. */
export function foldAssetAdded(
  state: CatalogState,
  body: EventBody<'asset-added'>,
  author: Author,
  ownsVersion: boolean,
): void {
  const asset = assetOf(state, body.asset);
  const origin: Origin = { member: author.member, at: body.at ?? author.time };
  asset.added = claimed(author, origin);
  if (ownsVersion) addVersion(state, asset, { ...origin, body: body.version }, author);
  setFields(asset.fields, body.fields, author.stamp);
  noteOut(asset, body.fields.status, origin, author.stamp);
}

/** Folds `asset-version-added` and `asset-version-drafted`; which version is current is worked out from all, see `versions.ts`. */
export function foldVersionAdded(
  state: CatalogState,
  body: EventBody<'asset-version-added'>,
  author: Author,
  draft = false,
): void {
  const asset = assetOf(state, body.asset);
  const origin: Origin = { member: author.member, at: body.at ?? author.time };
  addVersion(state, asset, { ...origin, body: body.version, ...(draft && { draft: true }) }, author);
}

/** Folds `asset-version-moved`: the last word of what becomes of a drafted version. */
export function foldVersionMoved(
  state: CatalogState,
  body: EventBody<'asset-version-moved'>,
  author: Author,
): void {
  const asset = assetOf(state, body.asset);
  asset.moves ??= new Map();
  const moved: MovedVersion = { member: author.member, at: body.at, to: body.to };
  asset.moves.set(body.version, later(asset.moves.get(body.version), author.stamp, moved));
}

/** Folds `asset-version-read`: what was found last in the newest format counts, and is seen wherever the version is. */
export function foldVersionRead(
  state: CatalogState,
  body: EventBody<'asset-version-read'>,
  author: Author,
): void {
  const asset = assetOf(state, body.asset);
  asset.readings ??= new Map();
  asset.readings.set(
    body.version,
    laterReading(asset.readings.get(body.version), author.stamp, body.reading),
  );
  const version = asset.versions.get(body.version);
  if (version !== undefined) asset.versions.set(body.version, withReadingOf(asset, asAdded(version)));
}

/** Folds `asset-edited`: a register a field. */
export function foldAssetEdited(state: CatalogState, body: EventBody<'asset-edited'>, author: Author): void {
  const asset = assetOf(state, body.asset);
  setFields(asset.fields, body.set, author.stamp);
  const at = body.at ?? author.time;
  asset.edited = later(asset.edited, author.stamp, at);
  noteOut(asset, body.set.status, { member: author.member, at }, author.stamp);
}

/** Folds `asset-verified`: the last one of each version. */
export function foldAssetVerified(
  state: CatalogState,
  body: EventBody<'asset-verified'>,
  author: Author,
): void {
  const asset = assetOf(state, body.asset);
  const version = body.version ?? '';
  asset.verified ??= new Map();
  const origin: Origin = { member: author.member, at: body.at };
  asset.verified.set(version, later(asset.verified.get(version), author.stamp, origin));
}

function addVersion(state: CatalogState, asset: AssetState, version: VersionState, place: ClaimPlace): void {
  const { id } = version.body;
  asset.versions.set(id, withReadingOf(asset, claimed(place, version)));
  state.versions.set(id, asset.id);
}

/** The first time that an asset comes out. */
function noteOut(asset: AssetState, status: AssetStatus | undefined, origin: Origin, stamp: Stamp): void {
  if (status === 'published' || status === 'scheduled') asset.out = earlier(asset.out, stamp, origin);
}

/** A version without what later readings found. */
function asAdded(version: Claimed<VersionState>): Claimed<VersionState> {
  const { asAdded: body, ...rest } = version.value;
  return body === undefined ? version : { ...version, value: { ...rest, body } };
}

function withReadingOf(asset: AssetState, added: Claimed<VersionState>): Claimed<VersionState> {
  const { body } = added.value;
  const reading = asset.readings?.get(body.id)?.value;
  if (reading === undefined) return added;
  return {
    ...added,
    value: { ...added.value, body: withReading(body, reading), asAdded: body },
  };
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
