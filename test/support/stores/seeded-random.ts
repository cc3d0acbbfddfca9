/** Chance that repeats itself from a seed. Not for keys or ids. */
export interface SeededRandom {
  /** A number from 0 up to, never reaching, 1. */
  next(): number;
  /** A whole number from 0 up to, never reaching, `end`. */
  below(end: number): number;
  /** `true` this often of a hundred percent being 1. Draws nothing for 0. */
  chance(rate: number): boolean;
  /** The same elements in another order. */
  shuffled<Element>(elements: readonly Element[]): Element[];
}

/** Makes chance from a seed and, so that streams of it don't follow each other, a name. */
export function createSeededRandom(seed: number, name = ''): SeededRandom {
  let state = seed >>> 0;
  for (let index = 0; index < name.length; index += 1) {
    state = (Math.imul(state ^ name.charCodeAt(index), 0x01000193) + 0x9e3779b9) >>> 0;
  }
  /** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, good enough to choose faults. */
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (end: number) => Math.floor(next() * end);
  return {
    next,
    below,
    chance: (rate) => rate > 0 && next() < rate,
    shuffled: (elements) =>
      elements
        .map((element) => ({ element, rank: next() }))
        .sort((left, right) => left.rank - right.rank)
        .map(({ element }) => element),
  };
}
