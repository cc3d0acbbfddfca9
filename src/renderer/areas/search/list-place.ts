import type { VirtualItem } from '@tanstack/react-virtual';

/** Where one was in a list of results, so that one comes back to the same place. */
type ListPlace = {
  readonly offset: number;
  readonly selected: number;
  readonly measurements: VirtualItem[];
};

const places = new Map<string, ListPlace>();
const KEPT = 20;

/** The place in the list with this key; the key names what was searched for. */
export function placeOf(key: string): ListPlace | undefined {
  return places.get(key);
}

const top: ListPlace = { offset: 0, selected: 0, measurements: [] };

/** Keeps a place, or what has changed of it; the oldest are forgotten. */
export function keepPlace(key: string, place: Partial<ListPlace>): void {
  const before = places.get(key) ?? top;
  places.delete(key);
  places.set(key, { ...before, ...place });
  const oldest = places.keys().next();
  if (places.size > KEPT && oldest.done !== true) places.delete(oldest.value);
}
