import type { AssetState } from '../../domain/assets/assets.ts';
import { maySeeUnreleased } from '../../domain/assets/gate.ts';
import type { VersionState } from '../../domain/versions/version-state.ts';
import { type StandingVersion, standingVersions, versionStateOf } from '../../domain/versions/versions.ts';
import { notFound } from '../base/refusal.ts';
import type { WithAssets } from './with-assets.ts';

/** The versions of an asset that the person here may see: drafts are for who may publish. */
export function visibleVersions(replica: WithAssets, asset: AssetState): readonly StandingVersion[] {
  const versions = standingVersions(asset);
  return seesDrafts(replica) ? versions : versions.filter(({ state }) => state === 'published');
}

/** A version by its id, where the person here may see it. Throws `Refusal` NOT_FOUND: whose drafts one may not see, for them there are none. */
export function versionOf(replica: Pick<WithAssets, 'catalog'>, id: string): VersionState {
  const { state } = replica.catalog;
  const asset = state.assets.get(state.versions.get(id) ?? '');
  const version = asset?.versions.get(id)?.value;
  const of = asset === undefined ? undefined : versionStateOf(asset, id);
  if (version === undefined || of === undefined || of === 'dropped') throw notFound('version');
  if (of === 'draft' && !seesDrafts(replica)) throw notFound('version');
  return version;
}

/** Says whether a version waits beside the published one. */
export function isDraftVersion(replica: WithAssets, id: string): boolean {
  const { state } = replica.catalog;
  const asset = state.assets.get(state.versions.get(id) ?? '');
  return asset !== undefined && versionStateOf(asset, id) === 'draft';
}

function seesDrafts(replica: Pick<WithAssets, 'catalog'>): boolean {
  return maySeeUnreleased(replica.catalog.self().role);
}
