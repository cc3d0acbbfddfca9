/** What of many things is looked at in a turn: so much of their size each time, one part after the other, so that after some turns it was all of them. */
export function partAt<Item>(
  items: readonly Item[],
  sizeOf: (item: Item) => number,
  most: number,
  turn: number,
): ReadonlySet<Item> {
  const parts: Item[][] = [];
  let sum = Number.POSITIVE_INFINITY;
  for (const item of items) {
    sum += sizeOf(item);
    if (sum > most) {
      parts.push([]);
      sum = sizeOf(item);
    }
    parts.at(-1)?.push(item);
  }
  return new Set(parts[turn % parts.length]);
}
