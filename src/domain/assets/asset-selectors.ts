import type { Holds } from '../kernel/holds.ts';
import type { Stamp } from '../kernel/register.ts';
import type { VersionState } from '../versions/version-state.ts';
import { type StandingVersion, standingVersions } from '../versions/versions.ts';
import type { AssetState, AssetsPart } from './assets.ts';
import type { AssetFields } from './fields.ts';
import { absorbedBy, keptId, wholeAsset } from './merging.ts';

/** What one asks of the assets as events made them. How lists show them: the engine's `Summaries`. */

type Catalog = Holds<AssetsPart>;

/** An asset with its writes, for what depends on who wrote when: history, news, what lists show. The id of one that was merged leads to the one that is kept. */
export function knownAsset({ state }: Catalog, id: string): AssetState | undefined {
  return wholeAsset(state, id);
}

/** All assets, also those whose adding has not arrived; those that were made one as one. */
export function* allAssets({ state }: Catalog): Iterable<AssetState> {
  for (const id of allAssetIds({ state })) {
    const asset = wholeAsset(state, id);
    if (asset !== undefined) yield asset;
  }
}

/** The ids of all assets but those that were merged into others. */
export function* allAssetIds({ state }: Catalog): Iterable<string> {
  for (const id of state.assets.keys()) if (keptId(state, id) === id) yield id;
}

/** The asset that an id leads to: itself, unless it was merged into another. */
export function keptAsset({ state }: Catalog, id: string): string {
  return keptId(state, id);
}

/** The ids that lead to the same asset as this one: the kept one's first. */
export function idsOfAsset({ state }: Catalog, id: string): readonly string[] {
  const kept = keptId(state, id);
  return [kept, ...absorbedBy(state, kept)];
}

/** Says whether any assets of the hub were made one. */
export function hasMerges({ state }: Catalog): boolean {
  return state.merges.merged.size > 0;
}

/** A field as it was set; `undefined` where nobody has set it. */
export function fieldOf<Field extends keyof AssetFields>(
  catalog: Catalog,
  asset: string,
  field: Field,
): AssetFields[Field] | undefined {
  return knownAsset(catalog, asset)?.fields[field]?.value;
}

/** Where the last write of a field stands in the order of all. */
export function lastWriteOfField(
  catalog: Catalog,
  asset: string,
  field: keyof AssetFields,
): Stamp | undefined {
  return knownAsset(catalog, asset)?.fields[field]?.stamp;
}

/** The asset that a version is of. */
export function assetOfVersion({ state }: Catalog, version: string): string | undefined {
  const home = state.versions.get(version);
  return home === undefined ? undefined : keptId(state, home);
}

/** The asset that a version was added to, which what is said of the version names: another than that of {@link assetOfVersion} where it was merged since. */
export function homeOfVersion({ state }: Catalog, version: string): string | undefined {
  return state.versions.get(version);
}

/** A version of an asset, whatever became of it. */
export function knownVersion(catalog: Catalog, asset: string, version: string): VersionState | undefined {
  return knownAsset(catalog, asset)?.versions.get(version)?.value;
}

/** All versions of an asset, dropped ones too. */
export function* allVersionsOf(catalog: Catalog, asset: string): Iterable<VersionState> {
  for (const { value } of knownAsset(catalog, asset)?.versions.values() ?? []) yield value;
}

/** The versions that an asset has: published ones in the order in which they came out, then the drafts. None of an asset that nobody knows. */
export function standingVersionsOf(catalog: Catalog, asset: string): readonly StandingVersion[] {
  const known = knownAsset(catalog, asset);
  return known === undefined ? [] : standingVersions(known);
}

/** How many versions there are of all assets, whatever became of them. */
export function countVersions({ state }: Catalog): number {
  return state.versions.size;
}

/** How many assets and versions a member has added. Goes through all of them. */
export function countAddedBy(
  { state }: Catalog,
  member: string,
): { readonly assets: number; readonly versions: number } {
  let [assets, added] = [0, 0];
  for (const asset of state.assets.values()) {
    if (asset.added?.value.member === member) assets += 1;
    for (const { value } of asset.versions.values()) if (value.member === member) added += 1;
  }
  return { assets, versions: added };
}
