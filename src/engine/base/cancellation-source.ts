import type { Cancellation } from '../../shared/ports/cancellation.ts';

/** A cancellation that the engine raises itself; platforms' AbortController is not everywhere typed. */
export class CancellationSource {
  readonly #listeners = new Set<() => void>();
  #aborted = false;

  /** What long tasks look at. */
  readonly signal: Cancellation;

  constructor() {
    const aborted = (): boolean => this.#aborted;
    this.signal = {
      get aborted() {
        return aborted();
      },
      addEventListener: (_type, listener) => this.#listeners.add(listener),
      removeEventListener: (_type, listener) => this.#listeners.delete(listener),
    };
  }

  /** Raises it. */
  cancel(): void {
    if (this.#aborted) return;
    this.#aborted = true;
    for (const listener of [...this.#listeners]) listener();
    this.#listeners.clear();
  }
}

/** Resolves when some work has ended, or at once when it is no longer wanted: a drive that is gone may answer never. */
export function untilAborted(work: Promise<unknown>, signal: Cancellation): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const end = (): void => resolve();
    signal.addEventListener('abort', end);
    work.then(end, reject).finally(() => signal.removeEventListener('abort', end));
  });
}
