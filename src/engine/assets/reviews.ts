import type { AssetSummary } from '../../contract/assets.ts';
import type { WithAssets } from './with-assets.ts';

/** What is due for review: of all assets, because what nobody uses is what nobody looks at. Most used first, then the longest due. */
export function reviewsDue(replica: WithAssets): AssetSummary[] {
  return [...replica.summaries.visible().values()]
    .filter(({ state }) => state === 'due-for-review')
    .sort((a, b) => b.uses - a.uses || a.renewedAt - b.renewedAt || (a.id < b.id ? -1 : 1));
}
