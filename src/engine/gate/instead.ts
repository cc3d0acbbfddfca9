import type { AssetSummary } from '../../contract/assets.ts';
import type { Instead } from '../../contract/gate.ts';
import { nearestAlternative } from '../../domain/assets/alternative.ts';
import { isUsable } from '../../domain/assets/asset-state.ts';
import { isAskedOn } from '../../domain/assets/gate.ts';
import type { WayOut } from '../../shared/vocabulary/ways-out.ts';
import { namedInstead } from '../assets/named-instead.ts';
import type { WithSearch } from '../search/with-search.ts';

/** What can be used in place of an asset that can't be used any more. */

/** How many similar texts are looked at for an alternative. */
const SIMILAR = 20;

/** What was named when it was recalled, else the nearest that may be used; undefined where nothing is near enough. */
export async function insteadOf(
  replica: WithSearch,
  asset: AssetSummary,
  way: WayOut = 'open',
): Promise<Instead | undefined> {
  const { summaries } = replica;
  const named = namedInstead(asset, (id) => summaries.seen(id));
  if (named !== undefined) return { asset: named.id, title: named.title, named: true };
  const words = [asset.title, asset.summary, asset.tags.join(' ')].join(' ').trim();
  const similar = await replica.search.similarText(words, SIMILAR);
  const alike = new Map(similar.map(({ asset: id, score }) => [id, score]));
  const usable = [...summaries.visible().values()]
    .filter(({ state, audience }) => isUsable(state) && (audience === 'customer' || isAskedOn(way)))
    .sort((a, b) => b.updatedAt - a.updatedAt || (a.id < b.id ? -1 : 1));
  const nearest = nearestAlternative(asset, usable, alike);
  return nearest && { asset: nearest.id, title: nearest.title, named: false };
}
