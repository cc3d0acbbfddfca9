import { hasMerges, keptAsset } from '../assets/asset-selectors.ts';
import type { AssetsPart } from '../assets/assets.ts';
import type { Holds } from '../kernel/holds.ts';
import type { ActivityPart, AssetUse } from './activity.ts';

/** The use of assets: of those that were made one together. Only to be read. */
export function usesOfAssets(
  catalog: Holds<AssetsPart> & { readonly activity: ActivityPart },
): ReadonlyMap<string, AssetUse> {
  const { uses } = catalog.activity;
  if (!hasMerges(catalog)) return uses;
  const together = new Map<string, AssetUse>();
  for (const [asset, use] of uses) {
    const kept = keptAsset(catalog, asset);
    const known = together.get(kept);
    together.set(kept, known === undefined ? use : usedTogether([known, use]));
  }
  return together;
}

/** Several uses as one. */
export function usedTogether(uses: readonly AssetUse[]): AssetUse {
  const sum: AssetUse = { total: 0, lastAt: 0, days: new Map(), members: new Map() };
  for (const { total, lastAt, days, members } of uses) {
    sum.total += total;
    sum.lastAt = Math.max(sum.lastAt, lastAt);
    for (const [day, count] of days) sum.days.set(day, (sum.days.get(day) ?? 0) + count);
    for (const [member, at] of members) sum.members.set(member, Math.max(sum.members.get(member) ?? 0, at));
  }
  return sum;
}
