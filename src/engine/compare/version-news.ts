import { z } from 'zod';
import type { NewVersion } from '../../contract/compare.ts';
import { usesOfAssets } from '../../domain/activity/merged-uses.ts';
import { keptAsset, standingVersionsOf } from '../../domain/assets/asset-selectors.ts';
import { isPutAway } from '../../domain/assets/asset-state.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import { assetIdSchema, versionIdSchema } from '../../shared/vocabulary/id-schemas.ts';
import { DeviceList } from '../live/device-list.ts';
import type { LocalStore } from '../ports/snapshots.ts';
import type { WithCompare } from './with-compare.ts';

/** Of which version of an asset the person at this device knows that it came out. */
const knownSchema = z.object({ asset: assetIdSchema, version: versionIdSchema });
type Known = z.infer<typeof knownSchema>;

/** Who has used or pinned an asset hears once that a newer version came out since. */
export class VersionsKnown {
  readonly #list: DeviceList<Known>;

  private constructor(list: DeviceList<Known>) {
    this.#list = list;
  }

  static async open(local: LocalStore, logger: Logger): Promise<VersionsKnown> {
    return new VersionsKnown(await DeviceList.open(local, 'versions-known', knownSchema, logger));
  }

  /** New versions, by others, of what the person has used; the newest first. What they open again they know. */
  news(replica: WithCompare): NewVersion[] {
    const { catalog, summaries } = replica;
    const self = catalog.selfId();
    const known = new Map(this.#list.items.map(({ asset, version }) => [asset, version]));
    const found: NewVersion[] = [];
    for (const [id, usedAt] of lastUsed(replica)) {
      const asset = summaries.seen(id);
      if (asset === undefined || isPutAway(asset) || !asset.released || asset.recall !== null) continue;
      const { version } = asset;
      if (version.addedAt <= usedAt || known.get(id) === version.id || version.addedBy?.id === self) continue;
      const used = standingVersionsOf(catalog, id).findLast(
        ({ state, since }) => state === 'published' && since <= usedAt,
      );
      if (used !== undefined) found.push({ asset, used: versionIdSchema.parse(used.body.id) });
    }
    return found.sort(
      (a, b) => b.asset.version.addedAt - a.asset.version.addedAt || (a.asset.id < b.asset.id ? -1 : 1),
    );
  }

  /** They have looked at the new versions of these assets. Says whether that is news. */
  async see({ summaries }: WithCompare, assets: readonly string[]): Promise<boolean> {
    const seen = new Map(
      assets.flatMap((id) => {
        const asset = summaries.seen(id);
        return asset === undefined ? [] : [[asset.id, asset.version.id] as const];
      }),
    );
    if (seen.size === 0) return false;
    const others = this.#list.items.filter(({ asset }) => !seen.has(asset));
    await this.#list.set([...others, ...[...seen].map(([asset, version]) => ({ asset, version }))]);
    return true;
  }
}

/** When the person used each asset last, on any of their devices, or pinned it on this one. */
function lastUsed({ catalog, finding }: WithCompare): ReadonlyMap<string, number> {
  const self = catalog.selfId() ?? '';
  const last = new Map<string, number>();
  for (const [asset, { members }] of usesOfAssets(catalog)) {
    const at = members.get(self);
    if (at !== undefined) last.set(asset, at);
  }
  for (const { asset, at } of finding.pins.all()) {
    const kept = keptAsset(catalog, asset);
    last.set(kept, Math.max(last.get(kept) ?? 0, at));
  }
  return last;
}
