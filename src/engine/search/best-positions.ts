/** Choosing the best of many without sorting them. Pure. */

/** The n-th greatest of some numbers, counted from 1 (quickselect); the numbers change their places. `n` is at most their count. */
export function nthGreatest(numbers: Float64Array, n: number): number {
  let low = 0;
  let high = numbers.length - 1;
  const wanted = n - 1;
  while (low < high) {
    const pivot = numbers[(low + high) >> 1] ?? 0;
    let from = low;
    let to = high;
    while (from <= to) {
      while ((numbers[from] ?? 0) > pivot) from += 1;
      while ((numbers[to] ?? 0) < pivot) to -= 1;
      if (from > to) break;
      const other = numbers[from] ?? 0;
      numbers[from] = numbers[to] ?? 0;
      numbers[to] = other;
      from += 1;
      to -= 1;
    }
    if (wanted <= to) high = to;
    else if (wanted >= from) low = from;
    else break;
  }
  return numbers[wanted] ?? Number.NaN;
}

/** Positions of the `most` greatest keys, those of equal keys by the lowest `tieOf`; in the order of their positions. */
export function bestPositions(
  keys: Float64Array,
  most: number,
  tieOf: (position: number) => number,
): number[] {
  const threshold = keys.length <= most ? Number.NEGATIVE_INFINITY : nthGreatest(keys.slice(), most);
  const best: number[] = [];
  const equal: number[] = [];
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at] ?? 0;
    if (key > threshold) best.push(at);
    else if (key === threshold) equal.push(at);
  }
  const room = most - best.length;
  if (equal.length <= room) return [...best, ...equal].sort((a, b) => a - b);
  const ties = Float64Array.from(equal, (at) => -tieOf(at));
  const lowest = nthGreatest(ties.slice(), room);
  const chosen = equal.filter((_, index) => (ties[index] ?? 0) >= lowest).slice(0, room);
  return [...best, ...chosen].sort((a, b) => a - b);
}
