import type { Stamp } from '../kernel/register.ts';

/** Assets that name one another: who leads to whom, worked out of all that was said, the same wherever it arrives first. */

/** By the id of an asset: the one that it leads to, and where that was said in the order of all writes. */
export type AssetLinks = Map<string, { readonly to: string; readonly stamp: Stamp }>;

/** Where links lead in a circle, the last one of it does not count. */
export function cutCircles(links: AssetLinks): void {
  const looked = new Set<string>();
  for (const start of links.keys()) {
    const way: string[] = [];
    const on = new Set<string>();
    let at: string | undefined = start;
    while (at !== undefined && !looked.has(at) && !on.has(at)) {
      way.push(at);
      on.add(at);
      at = links.get(at)?.to;
    }
    for (const id of way) looked.add(id);
    if (at === undefined || !on.has(at)) continue;
    const circle = way.slice(way.indexOf(at));
    links.delete(circle.reduce((last, id) => (isLater(links, id, last) ? id : last)));
  }
}

/** Whether an asset’s link was said after another one’s; of equal ones the greater id’s was. */
export function isLater(links: AssetLinks, one: string, other: string): boolean {
  const [left, right] = [links.get(one)?.stamp ?? '', links.get(other)?.stamp ?? ''];
  return left > right || (left === right && one > other);
}
