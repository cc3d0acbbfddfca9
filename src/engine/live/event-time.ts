import { type OrderKey, ownStamp } from '../../domain/kernel/order.ts';

/** Milliseconds since 1970 out of a hybrid logical clock's text (see `sync/clock/hlc.ts`: 12 hexadecimal digits of time come first). */
export function timeOfHlc(hlc: string): number {
  const time = Number.parseInt(hlc.slice(0, 12), 16);
  return Number.isFinite(time) ? time : 0;
}

/** The same of the write that stands at a place in the order: by its own stamp. */
export function timeOfStamp(place: OrderKey): number {
  return timeOfHlc(ownStamp(place));
}
