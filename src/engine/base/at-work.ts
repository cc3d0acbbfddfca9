import type { Later } from './base-ports.ts';

/** Who has asked for something within so long is at work: between two letters, two pages, two clicks. */
export const PAUSE_MS = 2000;

/** Whether somebody is at work, for what the engine does by itself and can do as well while they pause. */
export class AtWork {
  readonly #later: Later;
  #forget: (() => void) | undefined;
  #closed = false;
  readonly #waiting = new Set<() => void>();

  constructor(later: Later) {
    this.#later = later;
  }

  /** Somebody asked for something. */
  asked(): void {
    if (this.#closed) return;
    this.#forget?.();
    this.#forget = this.#later(() => this.#paused(), PAUSE_MS);
  }

  /** Resolves at once where nobody is at work, else when they pause; in any case when this is closed. */
  pause(): Promise<void> {
    if (this.#forget === undefined) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.add(resolve));
  }

  /** Nobody waits any more. */
  close(): void {
    this.#closed = true;
    this.#forget?.();
    this.#paused();
  }

  #paused(): void {
    this.#forget = undefined;
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }
}
