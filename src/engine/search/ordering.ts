import type { AssetSummary } from '../../contract/assets.ts';
import type { Sort } from '../../contract/search.ts';

/** Something that can be put in an order. */
export type Ordered = { readonly asset: AssetSummary; readonly score: number };

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** How two assets' titles compare, for people: `Part 2` before `Part 10`. */
export function compareTitles(a: string, b: string): number {
  return collator.compare(a, b);
}

/** When an asset's current version came to be seen: milliseconds since 1970. */
export function newestAt(asset: AssetSummary): number {
  return Math.max(asset.publishedAt, asset.version.addedAt);
}

/** A total order: never 0 for two assets, so that pages of a long list neither repeat nor lose any. */
export function comparator(sort: Sort): (a: Ordered, b: Ordered) => number {
  switch (sort) {
    case 'best':
      return (a, b) => b.score - a.score || newestAt(b.asset) - newestAt(a.asset) || byId(a, b);
    case 'newest':
      return (a, b) => newestAt(b.asset) - newestAt(a.asset) || best(a, b);
    case 'most-useful':
      return (a, b) => b.asset.usefulness.lowerBound - a.asset.usefulness.lowerBound || best(a, b);
    case 'most-used':
      return (a, b) => b.asset.uses - a.asset.uses || best(a, b);
    case 'title':
      return (a, b) => compareTitles(a.asset.title, b.asset.title) || best(a, b);
  }
}

function best(a: Ordered, b: Ordered): number {
  return b.score - a.score || byId(a, b);
}

function byId(a: Ordered, b: Ordered): number {
  return a.asset.id < b.asset.id ? -1 : a.asset.id > b.asset.id ? 1 : 0;
}

/** The items from `offset` to `offset + limit` of the sorted list, without sorting what lies behind them. */
export function slice<Item>(
  items: readonly Item[],
  compare: (a: Item, b: Item) => number,
  offset: number,
  limit: number,
): Item[] {
  const wanted = offset + limit;
  if (items.length <= wanted * 4) return [...items].sort(compare).slice(offset, wanted);
  // Keeps up to twice of what is wanted and throws the worse half away whenever that is full.
  let best: Item[] = [];
  let worst: Item | undefined;
  for (const item of items) {
    if (worst !== undefined && compare(item, worst) >= 0) continue;
    best.push(item);
    if (best.length >= wanted * 2) {
      best = best.sort(compare).slice(0, wanted);
      worst = best.at(-1);
    }
  }
  return best.sort(compare).slice(offset, wanted);
}
