import type { AssetSummary } from '../../contract/assets.ts';
import { knownAsset } from '../../domain/assets/asset-selectors.ts';
import { isUsable } from '../../domain/assets/asset-state.ts';
import { isNews } from '../../domain/assets/news.ts';
import type { WithNews } from './with-news.ts';

/** Published, renewed or released since the person was here the time before, newest first. On the first visit the last month counts. */
export async function newAssets(
  replica: WithNews,
  limit: number,
): Promise<{ since: number; assets: AssetSummary[] }> {
  const { since, before } = replica.seen;
  const covers = before && (await replica.places.covers(before));
  const isNew = (asset: AssetSummary): boolean => {
    if (covers === undefined) return renewedAt(asset) > since;
    const state = knownAsset(replica.catalog, asset.id);
    // A release day comes by the calendar, not by an event.
    return releasedAt(asset) > since || (state !== undefined && isNews(state, asset.version.id, covers));
  };
  const assets = [...replica.summaries.visible().values()]
    .filter((asset) => isUsable(asset.state) && isNew(asset))
    .sort((a, b) => renewedAt(b) - renewedAt(a))
    .slice(0, limit);
  return { since, assets };
}

/** When an asset came or got its last version; a scheduled one comes on its release day. Milliseconds since 1970. */
export function renewedAt(asset: AssetSummary): number {
  return Math.max(asset.publishedAt, asset.version.addedAt, releasedAt(asset));
}

function releasedAt({ releaseOn }: AssetSummary): number {
  return releaseOn === null ? 0 : Date.parse(`${releaseOn}T00:00:00Z`);
}
