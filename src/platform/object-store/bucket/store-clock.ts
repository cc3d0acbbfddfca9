import { LATEST_TIME } from '../../../shared/limits.ts';
import type { Clock } from '../../../shared/ports/clock.ts';

/** No store is older than this protocol. */
const EARLIEST_TIME = Date.UTC(2006, 0);

/** A store's own time, as its answers tell it: signatures are good for a quarter of an hour, and this machine's clock may be off by more. */
export class StoreClock {
  readonly #clock: Clock;
  /** What the store's clock shows more than this machine's, in milliseconds. */
  #ahead = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Milliseconds since 1970. */
  now(): number {
    return this.#clock.now() + this.#ahead;
  }

  /** How far this machine's clock is off, in milliseconds. */
  get skew(): number {
    return Math.abs(this.#ahead);
  }

  /** Takes the time from an answer that was not kept by something in between. */
  learn(headers: Headers): void {
    if (headers.has('age')) return;
    const told = Date.parse(headers.get('date') ?? '');
    // Another time than one of these was not told by a store; many can't even be written down, and nothing would be asked any more.
    if (told >= EARLIEST_TIME && told <= LATEST_TIME) this.#ahead = told - this.#clock.now();
  }
}
