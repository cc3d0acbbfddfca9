import type { Stamp } from '../../domain/register.ts';

/** Milliseconds since 1970 out of a hybrid logical clock's text (see `sync/hlc.ts`: 12 hexadecimal digits of time come first). */
export function timeOfHlc(hlc: string): number {
  const time = Number.parseInt(hlc.slice(0, 12), 16);
  return Number.isFinite(time) ? time : 0;
}

/** The same of a stamp, which begins with the clock. */
export function timeOfStamp(stamp: Stamp): number {
  return timeOfHlc(stamp);
}
