import type { Later } from './base-ports.ts';

/** Who has asked for something within so long is at work: between two letters, two pages, two clicks. */
export const PAUSE_MS = 2000;

/** Whether somebody is at work, for what the engine does by itself and can do as well while they pause. One waits at a time. */
export class AtWork {
  readonly #later: Later;
  #asked = false;
  #closed = false;
  #endWait: () => void = () => undefined;

  constructor(later: Later) {
    this.#later = later;
  }

  /** Somebody asked for something. Costs nothing: it comes with every letter. */
  asked(): void {
    this.#asked = true;
  }

  /** Resolves when nobody has asked for anything for {@link PAUSE_MS}, at once where they have not since the last time; or when this is closed. */
  async pause(): Promise<void> {
    while (this.#asked && !this.#closed) {
      this.#asked = false;
      await this.#wait();
    }
  }

  /** Nobody waits any more. */
  close(): void {
    this.#closed = true;
    this.#endWait();
  }

  #wait(): Promise<void> {
    return new Promise((resolve) => {
      const forget = this.#later(resolve, PAUSE_MS);
      this.#endWait = () => {
        forget();
        resolve();
      };
    });
  }
}
