import {
  compareHlc,
  FARTHEST_AHEAD_MS,
  formatHlc,
  HLC_ZERO,
  type Hlc,
  isNear,
  observeHlc,
  parseHlc,
  tickHlc,
} from './hlc.ts';

/**
 * The clock that stamps a device's own events. It follows what is seen of others while that is near the wall clock, and goes back to the wall
 * clock where its own last readings are far ahead of it (the computer's clock was wrong, and was set right). No reading comes twice.
 */
export class AuthorClock {
  /** The latest reading of this device's own. */
  #own: Hlc;
  #seen: Hlc = HLC_ZERO;
  /** Every reading of this device's own, sorted; known only once any of them is far ahead. */
  #used: string[] | undefined;
  readonly #readUsed: () => Promise<readonly string[]>;

  /** `own`: the latest reading of the journal that is gone on with; `readUsed`: all of them. */
  constructor(own: Hlc, readUsed: () => Promise<readonly string[]>) {
    this.#own = own;
    this.#readUsed = readUsed;
  }

  /** Follows somebody else's reading, where that is near. */
  observe(seen: Hlc, now: number): void {
    if (isNear(seen, now)) this.#seen = observeHlc(this.#seen, seen);
  }

  /** Makes ready for {@link next}. Throws `StorageError` where the own journal can't be read. */
  async prepare(now: number): Promise<void> {
    if (isNear(this.#own, now) || this.#used !== undefined) return;
    this.#used = [...(await this.#readUsed())].sort();
  }

  /** The reading for the next event. */
  next(now: number): Hlc {
    const seen = isNear(this.#seen, now) ? this.#seen : HLC_ZERO;
    let reading = tickHlc(observeHlc(seen, this.#lastOwn(now)), now);
    while (this.#isUsed(reading)) reading = tickHlc(reading, now);
    this.#own = observeHlc(this.#own, reading);
    const text = formatHlc(reading);
    this.#used?.splice(this.#placeOf(text), 0, text);
    return reading;
  }

  /** The latest own reading that is near; the latest of all as long as nothing else is known. */
  #lastOwn(now: number): Hlc {
    if (this.#used === undefined || isNear(this.#own, now)) return this.#own;
    const farthest = formatHlc({ time: Math.max(0, Math.floor(now)) + FARTHEST_AHEAD_MS + 1, counter: 0 });
    return parseHlc(this.#used[this.#placeOf(farthest) - 1] ?? '') ?? HLC_ZERO;
  }

  #isUsed(reading: Hlc): boolean {
    if (this.#used === undefined || compareHlc(reading, this.#own) > 0) return false;
    const text = formatHlc(reading);
    return this.#used[this.#placeOf(text)] === text;
  }

  /** Where a reading stands among those that were used, or would stand. */
  #placeOf(text: string): number {
    const used = this.#used ?? [];
    let low = 0;
    let high = used.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((used[middle] ?? '') < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
