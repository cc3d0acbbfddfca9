import type { Later } from '../base/base-ports.ts';

/** Between two looks at the calendar. Short, because a computer that slept over midnight has no timer that knows. */
const LOOK_MS = 60_000;

/**
 * Tells when time alone has changed something: a new day has begun (what was scheduled for it is out, what ended yesterday is over), or
 * somebody's first day is over.
 */
export class DayWatch {
  readonly #later: Later;
  readonly #watched: () => readonly unknown[];
  readonly #onChange: () => void;
  #last: readonly unknown[];
  #forget: () => void;

  constructor(later: Later, watched: () => readonly unknown[], onChange: () => void) {
    this.#later = later;
    this.#watched = watched;
    this.#onChange = onChange;
    this.#last = watched();
    this.#forget = later(() => this.#look(), LOOK_MS);
  }

  /** Looks no more. */
  close(): void {
    this.#forget();
  }

  #look(): void {
    const watched = this.#watched();
    const changed = watched.some((value, index) => value !== this.#last[index]);
    this.#last = watched;
    this.#forget = this.#later(() => this.#look(), LOOK_MS);
    if (changed) this.#onChange();
  }
}
