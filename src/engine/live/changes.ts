import type { Change, Topic } from '../../contract/session.ts';
import type { Cancellation } from '../../shared/ports/cancellation.ts';

/** Tells windows what changed. Topics that change while a listener is busy come together in its next turn. */
export class Changes {
  #revision = 0;
  #closed = false;
  readonly #listeners = new Set<(topics: readonly Topic[]) => void>();

  get revision(): number {
    return this.#revision;
  }

  /** Announces topics. */
  emit(...topics: readonly Topic[]): void {
    if (topics.length === 0) return;
    this.#revision += 1;
    for (const listener of this.#listeners) listener(topics);
  }

  /** Ends every watch. */
  close(): void {
    this.#closed = true;
    for (const listener of this.#listeners) listener([]);
  }

  /** Yields at once with no topics, then after every change. Ends with the signal. */
  async *watch(signal?: Cancellation): AsyncGenerator<Change, void> {
    const waiting = new Set<Topic>();
    let wake: (() => void) | undefined;
    const listener = (topics: readonly Topic[]): void => {
      for (const topic of topics) waiting.add(topic);
      wake?.();
    };
    const stop = (): void => wake?.();
    this.#listeners.add(listener);
    signal?.addEventListener('abort', stop);
    try {
      yield { revision: this.#revision, topics: [] };
      while (signal?.aborted !== true && !this.#closed) {
        if (waiting.size === 0) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
          wake = undefined;
          continue;
        }
        const topics = [...waiting];
        waiting.clear();
        yield { revision: this.#revision, topics };
      }
    } finally {
      this.#listeners.delete(listener);
      signal?.removeEventListener('abort', stop);
    }
  }
}
