import type { AssetSummary } from '../../../contract/assets.ts';
import type { Sort } from '../../../contract/search.ts';

/** Assets that can be put in an order, by their positions; `assets` by seat. */
type OrderedSeats = {
  readonly seatAt: (at: number) => number;
  readonly score: Float64Array;
  readonly assets: readonly AssetSummary[];
};

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** How two assets' titles compare, for people: `Part 2` before `Part 10`. */
export function compareTitles(a: string, b: string): number {
  return collator.compare(a, b);
}

/** When an asset's current version came to be seen: milliseconds since 1970. */
export function newestAt(asset: AssetSummary): number {
  return Math.max(asset.publishedAt, asset.version.addedAt);
}

/** A total order of positions: never 0 for two assets, so that pages of a long list neither repeat nor lose any. */
export function comparator(
  sort: Sort,
  { seatAt, score, assets }: OrderedSeats,
): (a: number, b: number) => number {
  const assetAt = (at: number): AssetSummary => {
    const asset = assets[seatAt(at)];
    if (asset === undefined) throw new RangeError('No asset has this seat');
    return asset;
  };
  const byScore = (a: number, b: number): number => (score[b] ?? 0) - (score[a] ?? 0);
  const by = (value: (asset: AssetSummary) => number) => (a: number, b: number) =>
    value(assetAt(b)) - value(assetAt(a)) || byScore(a, b) || byId(assetAt(a), assetAt(b));
  switch (sort) {
    case 'best': {
      const newest = by(newestAt);
      return (a, b) => byScore(a, b) || newest(a, b);
    }
    case 'newest':
      return by(newestAt);
    case 'most-useful':
      return by(({ usefulness }) => usefulness.lowerBound);
    case 'most-used':
      return by(({ uses }) => uses);
    case 'title':
      return (a, b) =>
        compareTitles(assetAt(a).title, assetAt(b).title) || byScore(a, b) || byId(assetAt(a), assetAt(b));
  }
}

function byId(a: AssetSummary, b: AssetSummary): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** The items from `offset` to `offset + limit` of the sorted list, without sorting what lies behind them. */
export function slice<Item>(
  items: ArrayLike<Item>,
  compare: (a: Item, b: Item) => number,
  offset: number,
  limit: number,
): Item[] {
  const wanted = offset + limit;
  if (items.length <= wanted * 4) return Array.from(items).sort(compare).slice(offset, wanted);
  // Keeps up to twice of what is wanted and throws the worse half away whenever that is full.
  let best: Item[] = [];
  let worst: Item | undefined;
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at];
    if (item === undefined || (worst !== undefined && compare(item, worst) >= 0)) continue;
    best.push(item);
    if (best.length >= wanted * 2) {
      best = best.sort(compare).slice(0, wanted);
      worst = best.at(-1);
    }
  }
  return best.sort(compare).slice(offset, wanted);
}
