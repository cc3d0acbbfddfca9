import type { Clock } from '../../shared/ports/clock.ts';
import type { Later } from '../base/base-ports.ts';

/** Folding everything again takes at most this part of the time, where others can have it done. */
const PART = 0.1;
/** What may be taken in advance: so many milliseconds, or so many times what the last one took. */
const ADVANCE_MS = 1000;
const ADVANCE_TIMES = 2;
/** Nobody's news wait longer. Milliseconds. */
const LONGEST_MS = 5 * 60 * 1000;

/**
 * When everything may be folded again for what others wrote. Somebody with two devices can have it done with every exchange (one names what the other
 * has yet to write), or with one by taking back what it wrote; so what is owed is done together, a little later.
 */
export class RefoldPace {
  readonly #clock: Clock;
  readonly #later: Later;
  /** What was taken in advance at that time. Milliseconds. */
  #debt = 0;
  #at = Number.NEGATIVE_INFINITY;
  #cost = 0;
  #forget: (() => void) | undefined;

  constructor(clock: Clock, later: Later) {
    this.#clock = clock;
    this.#later = later;
  }

  /** Whether something waits to be folded. */
  get owes(): boolean {
    return this.#forget !== undefined;
  }

  /** How long to wait, in milliseconds; 0: now. A clock that was set back makes it no longer. */
  waitMs(): number {
    const most = Math.max(ADVANCE_MS, ADVANCE_TIMES * this.#cost);
    return Math.min(LONGEST_MS, Math.max(0, (this.#debtNow() - most) / PART));
  }

  /** Has it done when it may be; once for all calls until then. */
  owe(run: () => void): void {
    this.#forget ??= this.#later(() => {
      this.#forget = undefined;
      run();
    }, this.waitMs());
  }

  /** Does it now, whatever is owed, and notes what it took. */
  async now(refold: () => Promise<void>): Promise<void> {
    this.stop();
    const started = this.#clock.now();
    await refold();
    this.#cost = Math.max(0, this.#clock.now() - started);
    this.#debt = this.#debtNow() + this.#cost;
    this.#at = this.#clock.now();
  }

  /** Nothing is owed any more. */
  stop(): void {
    this.#forget?.();
    this.#forget = undefined;
  }

  #debtNow(): number {
    const passed = Math.abs(this.#clock.now() - this.#at);
    return Math.max(0, this.#debt - passed * PART);
  }
}
