import type { AssetSummary } from '../../contract/assets.ts';
import { isUsable } from '../../domain/assets/asset-state.ts';
import { familyOf, originalOf } from '../../domain/assets/variant-selectors.ts';
import type { KitItem } from '../../domain/kits/kit-selectors.ts';
import type { OpenAssets } from '../assets/with-assets.ts';
import { languageRank } from '../search/query/families.ts';

/** Of what a kit holds, the language editions that its reader gets. */

type In = Pick<OpenAssets, 'catalog' | 'summaries'>;

/** An item, and the asset that it names as it stands for the person here. */
type Holding = { readonly item: KitItem; readonly asset?: AssetSummary; readonly problem?: unknown };

const NONE: ReadonlyMap<string, AssetSummary> = new Map();

/**
 * By item, the edition that is shown in place of the asset that it names: in a language that comes earlier among `languages` (codes, best first), and
 * as good to use. Items that name pages or a version stay what they are, and so do those of a kit that holds several editions of one another: whoever
 * made it meant each of them.
 */
export function shownEditions(
  replica: In,
  items: readonly Holding[],
  languages: readonly string[],
): ReadonlyMap<string, AssetSummary> {
  if (languages.length === 0 || !items.some(({ asset }) => asset?.variant !== undefined)) return NONE;
  const held = heldOfFamilies(replica, items);
  const shown = new Map<string, AssetSummary>();
  for (const { item, asset, problem } of items) {
    const original = asset && originalOf(replica.catalog, asset.id);
    if (asset === undefined || original === undefined || problem !== undefined) continue;
    if (item.version !== null || item.pages.length > 0 || (held.get(original)?.size ?? 0) > 1) continue;
    const edition = editionFor(replica, asset, languages);
    if (edition !== undefined) shown.set(item.item, edition);
  }
  return shown;
}

/** By the original of a family, which of its assets are among the items. */
function heldOfFamilies({ catalog }: In, items: readonly Holding[]): ReadonlyMap<string, Set<string>> {
  const held = new Map<string, Set<string>>();
  for (const { asset } of items) {
    const original = asset && originalOf(catalog, asset.id);
    if (asset === undefined || original === undefined) continue;
    held.set(original, (held.get(original) ?? new Set()).add(asset.id));
  }
  return held;
}

/** The edition in the best language that is better than that of the asset; of several in one language the first in their family. */
function editionFor(
  { catalog, summaries }: In,
  asset: AssetSummary,
  languages: readonly string[],
): AssetSummary | undefined {
  let best: AssetSummary | undefined;
  let rank = languageRank(asset.language, languages);
  for (const id of familyOf(catalog, asset.id)) {
    const edition = summaries.seen(id);
    if (edition === undefined || !canStandFor(edition, asset)) continue;
    const own = languageRank(edition.language, languages);
    if (own < rank) [best, rank] = [edition, own];
  }
  return best;
}

/** Whether it can be used, says what its original says now, and is not more internal than what was put into the kit. */
function canStandFor(edition: AssetSummary, asset: AssetSummary): boolean {
  if (!isUsable(edition.state) || (edition.variant?.behind ?? 0) > 0) return false;
  return edition.audience === 'customer' || asset.audience === 'internal';
}
