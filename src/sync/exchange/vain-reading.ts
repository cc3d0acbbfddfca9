/** Whoever has so many bytes read for nothing is asked again at once: an honest mishap is no larger. */
const FREE = 256 * 1024;
/** The first rest, doubled with each further vain reading, and the longest. Milliseconds. */
const FIRST_MS = 10_000;
const LONGEST_MS = 5 * 60_000;

/** Until when a device is left alone, and after how many vain readings in a row. */
export type Rest = { readonly until: number; readonly tries: number };

/**
 * How long a device rests after a reading in which so many bytes were read and refused: somebody who puts megabytes of rubbish into the hub must not have
 * everybody read them every few seconds. `undefined`: not at all.
 */
export function restAfter(vainBytes: number, before: Rest | undefined, now: number): Rest | undefined {
  if (vainBytes <= FREE) return undefined;
  const tries = (before?.tries ?? 0) + 1;
  return { tries, until: now + Math.min(LONGEST_MS, FIRST_MS * 2 ** (tries - 1)) };
}

/** Whether a device still rests. A clock that was set back makes no rest longer. */
export function isResting(rest: Rest | undefined, now: number): boolean {
  return rest !== undefined && now < rest.until && rest.until - now <= LONGEST_MS;
}
