/** First wait, and the longest. */
const FIRST_MS = 2000;
const LONGEST_MS = 10 * 60 * 1000;

/** Which files are not to be asked for again yet: each failure doubles the wait. */
export class Retries {
  readonly #waits = new Map<string, { readonly until: number; readonly tries: number }>();

  /** Whether a file may be asked for now. */
  mayTry(sha256: string, now: number): boolean {
    return (this.#waits.get(sha256)?.until ?? 0) <= now;
  }

  failed(sha256: string, now: number): void {
    const tries = (this.#waits.get(sha256)?.tries ?? 0) + 1;
    this.#waits.set(sha256, { tries, until: now + Math.min(LONGEST_MS, FIRST_MS * 2 ** (tries - 1)) });
  }

  forget(sha256: string): void {
    this.#waits.delete(sha256);
  }

  /** Somebody asks for everything now: nothing waits any longer. */
  forgetAll(): void {
    this.#waits.clear();
  }

  /** When the first of them may be tried; undefined when none waits. */
  next(): number | undefined {
    let first: number | undefined;
    for (const { until } of this.#waits.values()) first = Math.min(first ?? until, until);
    return first;
  }
}
