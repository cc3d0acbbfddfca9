import type { Later } from '../engine-ports.ts';

/** Between two looks at the calendar. Short, because a computer that slept over midnight has no timer that knows. */
const LOOK_MS = 60_000;

/** Tells when a new day has begun: what was scheduled for it is out then, and what ended yesterday is over, without anybody's doing. */
export class DayWatch {
  readonly #later: Later;
  readonly #today: () => string;
  readonly #onNewDay: () => void;
  #day: string;
  #forget: () => void;

  constructor(later: Later, today: () => string, onNewDay: () => void) {
    this.#later = later;
    this.#today = today;
    this.#onNewDay = onNewDay;
    this.#day = today();
    this.#forget = later(() => this.#look(), LOOK_MS);
  }

  /** Looks no more. */
  close(): void {
    this.#forget();
  }

  #look(): void {
    const today = this.#today();
    const isNew = today !== this.#day;
    this.#day = today;
    this.#forget = this.#later(() => this.#look(), LOOK_MS);
    if (isNew) this.#onNewDay();
  }
}
