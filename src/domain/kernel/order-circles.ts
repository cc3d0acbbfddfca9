import type { OrderKey } from './order.ts';
import type { Stamp } from './register.ts';

/** A circle of writes that name each other, and where one stands by those of its names that have a place. */
type Circle = {
  readonly writes: readonly Stamp[];
  readonly namesOf: (write: Stamp) => readonly Stamp[];
  readonly placeOf: (write: Stamp, placed: ReadonlyMap<Stamp, OrderKey>) => OrderKey;
};

/**
 * Places within a circle. Only a changed program can close one, after others wrote: it names what came later, so that nothing it had written
 * seems to have been there first. So the write that stands furthest without the circle takes this place, whatever it names in it, and those
 * that name it stand behind it as ever; again until all have a place. Who wrote honestly behind something far ahead stays behind it.
 */
export function openCircle({ writes, namesOf, placeOf }: Circle): ReadonlyMap<Stamp, OrderKey> {
  const within = new Set(writes);
  const placed = new Map<Stamp, OrderKey>();
  const missing = new Map<Stamp, number>();
  const namedBy = new Map<Stamp, Stamp[]>();
  const furthest = new Heap();
  for (const write of writes) {
    const names = new Set(namesOf(write).filter((name) => name !== write && within.has(name)));
    missing.set(write, names.size);
    for (const name of names) namedBy.set(name, [...(namedBy.get(name) ?? []), write]);
    furthest.push(placeOf(write, placed), write);
  }
  const ready = writes.filter((write) => missing.get(write) === 0);
  while (placed.size < writes.length) {
    const write = ready.pop() ?? furthest.pop();
    if (write === undefined) break;
    if (placed.has(write)) continue;
    placed.set(write, placeOf(write, placed));
    for (const behind of namedBy.get(write) ?? []) {
      if (placed.has(behind)) continue;
      const left = (missing.get(behind) ?? 0) - 1;
      missing.set(behind, left);
      if (left === 0) ready.push(behind);
      else furthest.push(placeOf(behind, placed), behind);
    }
  }
  return placed;
}

type Entry = { readonly key: OrderKey; readonly write: Stamp };

/** Gives out writes by place, the last first (a binary heap). A write that moved is in it more than once, at its last place first. */
class Heap {
  readonly #entries: Entry[] = [];

  push(key: OrderKey, write: Stamp): void {
    const entries = this.#entries;
    const entry = { key, write };
    let at = entries.length;
    for (let above = (at - 1) >> 1; at > 0 && this.#keyAt(above) < key; above = (at - 1) >> 1) {
      entries[at] = entries[above] ?? entry;
      at = above;
    }
    entries[at] = entry;
  }

  pop(): Stamp | undefined {
    const [first] = this.#entries;
    const last = this.#entries.pop();
    if (last !== undefined && this.#entries.length > 0) this.#sink(last);
    return first?.write;
  }

  #sink(entry: Entry): void {
    const entries = this.#entries;
    let at = 0;
    for (let below = 1; below < entries.length; below = 2 * at + 1) {
      if (this.#keyAt(below + 1) > this.#keyAt(below)) below += 1;
      if (this.#keyAt(below) <= entry.key) break;
      entries[at] = entries[below] ?? entry;
      at = below;
    }
    entries[at] = entry;
  }

  #keyAt(at: number): OrderKey {
    return this.#entries[at]?.key ?? '';
  }
}
