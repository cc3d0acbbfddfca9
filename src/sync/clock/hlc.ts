/**
 * Hybrid logical clock (Kulkarni et al. 2014, 'Logical Physical Clocks'): close to the wall clock, ahead of everything that was
 * seen and is near it. As text: 12 hexadecimal digits of milliseconds, a dash, 4 of a counter; sorts as text.
 */
export type Hlc = { readonly time: number; readonly counter: number };

const MAX_COUNTER = 0xffff;
const MAX_TIME = 2 ** 48 - 1;
const PATTERN = /^([0-9a-f]{12})-([0-9a-f]{4})$/;

/**
 * How far ahead of the wall clock a reading may be that a clock follows. Whoever is further ahead has a clock that is wrong (or says so on
 * purpose): nobody else's is moved by it. Milliseconds.
 */
export const FARTHEST_AHEAD_MS = 24 * 60 * 60 * 1000;

/** Before everything. */
export const HLC_ZERO: Hlc = { time: 0, counter: 0 };

/** The clock's next reading for a local event; `now` in milliseconds. A full counter borrows a millisecond from the future. */
export function tickHlc(last: Hlc, now: number): Hlc {
  const wall = Math.min(Math.max(0, Math.floor(now)), MAX_TIME);
  if (wall > last.time) return { time: wall, counter: 0 };
  if (last.counter < MAX_COUNTER) return { time: last.time, counter: last.counter + 1 };
  return { time: last.time + 1, counter: 0 };
}

/** The clock after seeing a reading of somebody else's. */
export function observeHlc(last: Hlc, seen: Hlc): Hlc {
  return compareHlc(seen, last) > 0 ? seen : last;
}

/** Says whether a reading is no further ahead of the wall clock than a clock follows. */
export function isNear(hlc: Hlc, now: number): boolean {
  return hlc.time <= now + FARTHEST_AHEAD_MS;
}

/** Negative, zero or positive, as for sorting. */
export function compareHlc(left: Hlc, right: Hlc): number {
  return left.time - right.time || left.counter - right.counter;
}

/** A reading as sortable text. */
export function formatHlc(hlc: Hlc): string {
  return `${hlc.time.toString(16).padStart(12, '0')}-${hlc.counter.toString(16).padStart(4, '0')}`;
}

/** Reads what {@link formatHlc} wrote; undefined for anything else. */
export function parseHlc(text: string): Hlc | undefined {
  const match = PATTERN.exec(text);
  if (!match?.[1] || !match[2]) return undefined;
  return { time: Number.parseInt(match[1], 16), counter: Number.parseInt(match[2], 16) };
}
