import type { Stamp } from '../kernel/register.ts';
import type { AssetState } from './assets.ts';

/**
 * Whether an asset, in the version that people get now, is news to somebody who had what `covers` says: it was added, renewed or released
 * since. Corrections of its fields are none.
 */
export function isNews(asset: AssetState, version: string, covers: (stamp: Stamp) => boolean): boolean {
  const writes = [asset.added, asset.versions.get(version), asset.fields.status];
  return writes.some((write) => write !== undefined && !covers(write.stamp));
}

/** Whether anything was written about an asset since, news or a correction. */
export function isTouched(asset: AssetState, covers: (stamp: Stamp) => boolean): boolean {
  const writes = [asset.added, ...asset.versions.values(), ...Object.values(asset.fields)];
  return writes.some((write) => write !== undefined && !covers(write.stamp));
}
