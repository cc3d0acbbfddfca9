import type { AssetSummary } from '../../contract/assets.ts';
import { keptAsset, standingVersionsOf } from '../../domain/assets/asset-selectors.ts';
import { maySeeUnreleased } from '../../domain/assets/gate.ts';
import type { KitItem } from '../../domain/kits/kit-selectors.ts';
import { currentVersion, type StandingVersion } from '../../domain/versions/versions.ts';
import type { KitItemProblem } from '../../shared/vocabulary/kits.ts';
import type { OpenAssets } from '../assets/with-assets.ts';
import { shownEditions } from './shown-editions.ts';

/** An item of a kit as it stands today for whoever looks at it. */
export type StandingItem = {
  readonly item: KitItem;
  /** Absent where it is not here. */
  readonly asset?: AssetSummary;
  /** The language edition that the person here gets in its place. */
  readonly edition?: AssetSummary;
  /** Another asset took in the one that was put into the kit. */
  readonly merged: boolean;
  /** The version that it names, where that is to be had. */
  readonly version?: StandingVersion & { readonly newer: boolean };
  readonly problem?: KitItemProblem;
};

type In = Pick<OpenAssets, 'catalog' | 'summaries'>;

/** What is shown and opened of an item: the asset that it names, or the edition of that in a language that the person here prefers. Absent where it is not here. */
export function shownAsset({ asset, edition }: StandingItem): AssetSummary | undefined {
  return edition ?? asset;
}

/**
 * The items of a kit that the person here may know of: a rep sees no asset that has not come out, nor that one is missing. `languages`: which editions
 * they get, codes, best first; without any those that are in the kit.
 */
export function standingItems(
  replica: In,
  items: readonly KitItem[],
  languages: readonly string[] = [],
): readonly StandingItem[] {
  const standing = items.flatMap((item) => standingItem(replica, item) ?? []);
  const editions = shownEditions(replica, standing, languages);
  if (editions.size === 0) return standing;
  return standing.map((one) => {
    const edition = editions.get(one.item.item);
    return edition === undefined ? one : { ...one, edition };
  });
}

function standingItem(replica: In, item: KitItem): StandingItem | undefined {
  const { catalog, summaries } = replica;
  if (summaries.hides(item.asset)) return undefined;
  const asset = summaries.seen(item.asset);
  if (asset === undefined) return { item, merged: false, problem: 'gone' };
  const version = item.version === null ? undefined : namedVersion(replica, asset.id, item.version);
  const problem = problemOf(asset, item, version);
  return {
    item,
    asset,
    merged: keptAsset(catalog, item.asset) !== item.asset,
    ...(version !== undefined && { version }),
    ...(problem !== undefined && { problem }),
  };
}

/** The version that an item names, of those that the person here may see. */
function namedVersion({ catalog }: In, asset: string, id: string): StandingItem['version'] {
  const versions = standingVersionsOf(catalog, asset);
  const named = versions.find(({ body }) => body.id === id);
  if (named === undefined) return undefined;
  if (named.state === 'draft' && !maySeeUnreleased(catalog.self().role)) return undefined;
  const current = currentVersion(versions);
  return { ...named, newer: current !== undefined && current.number > named.number };
}

function problemOf(
  asset: AssetSummary,
  item: KitItem,
  version: StandingItem['version'],
): KitItemProblem | undefined {
  switch (asset.state) {
    case 'recalled':
    case 'expired':
    case 'archived':
      return asset.state;
    case 'draft':
    case 'in-review':
    case 'scheduled':
      return 'draft';
    default:
      break;
  }
  if (item.version !== null && version === undefined) return 'version-gone';
  const pages = version?.body.pageCount ?? asset.version.pageCount;
  const last = Math.max(0, ...item.pages.map(([, to]) => to));
  return pages > 0 && last > pages ? 'pages-gone' : undefined;
}
