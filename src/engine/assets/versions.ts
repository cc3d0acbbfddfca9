import { assetOfVersion, knownAsset, standingVersionsOf } from '../../domain/assets/asset-selectors.ts';
import { maySeeUnreleased } from '../../domain/assets/gate.ts';
import type { VersionState } from '../../domain/versions/version-state.ts';
import { type StandingVersion, versionStateOf } from '../../domain/versions/versions.ts';
import { notFound } from '../base/refusal.ts';
import type { WithAssets } from './with-assets.ts';

/** The versions of an asset that the person here may see: drafts are for who may publish. None of an asset that nobody knows. */
export function visibleVersions(replica: WithAssets, asset: string): readonly StandingVersion[] {
  const versions = standingVersionsOf(replica.catalog, asset);
  return seesDrafts(replica) ? versions : versions.filter(({ state }) => state === 'published');
}

/** A version by its id, where the person here may see it. Throws `Refusal` NOT_FOUND: whose drafts one may not see, for them there are none. */
export function versionOf(replica: Pick<WithAssets, 'catalog'>, id: string): VersionState {
  const asset = knownAsset(replica.catalog, assetOfVersion(replica.catalog, id) ?? '');
  const version = asset?.versions.get(id)?.value;
  const of = asset === undefined ? undefined : versionStateOf(asset, id);
  if (version === undefined || of === undefined || of === 'dropped') throw notFound('version');
  if (of === 'draft' && !seesDrafts(replica)) throw notFound('version');
  return version;
}

/** Says whether a version waits beside the published one. */
export function isDraftVersion(replica: WithAssets, id: string): boolean {
  const asset = knownAsset(replica.catalog, assetOfVersion(replica.catalog, id) ?? '');
  return asset !== undefined && versionStateOf(asset, id) === 'draft';
}

function seesDrafts(replica: Pick<WithAssets, 'catalog'>): boolean {
  return maySeeUnreleased(replica.catalog.self().role);
}
