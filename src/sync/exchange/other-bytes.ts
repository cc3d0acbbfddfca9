/** For so long bytes must stay as they are until they count as all there are: half a file grows. Milliseconds. */
const UNCHANGED_MS = 5 * 60 * 1000;
/** More are forgotten, the oldest first. */
const MOST_KEPT = 10_000;

type Look = { readonly digest: string; readonly since: number };

/**
 * Blobs of which nobody said the size, and in whose place other bytes lie: half of them, or somebody else's. Only a second look can tell. Ends with
 * the process.
 */
export class OtherBytes {
  readonly #looks = new Map<string, Look>();

  /** Whether the same bytes have been there for so long that they are not on their way. `digest`: of what was found; `now`: milliseconds since 1970. */
  areFinal(sha256: string, digest: string, now: number): boolean {
    const before = this.#looks.get(sha256);
    // A clock that was set back only makes it later.
    if (before?.digest === digest && before.since <= now) return now - before.since >= UNCHANGED_MS;
    this.#looks.delete(sha256);
    this.#looks.set(sha256, { digest, since: now });
    const [oldest] = this.#looks.keys();
    if (this.#looks.size > MOST_KEPT && oldest !== undefined) this.#looks.delete(oldest);
    return false;
  }

  /** It has come, or nothing is there any more. */
  forget(sha256: string): void {
    this.#looks.delete(sha256);
  }
}
