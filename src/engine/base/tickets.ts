/** Tickets that are not asked for are forgotten once there are more. */
const MOST_WAITING = 50;
/** Of those that hold a file in memory. */
const MOST_LARGE = 2;

/** What was made ready and waits, by a name that nobody can guess. Of this run only: after a restart one begins again. */
export class Tickets<Prepared> {
  readonly #bytes: (count: number) => Uint8Array;
  readonly #isLarge: (prepared: Prepared) => boolean;
  readonly #waiting = new Map<string, Prepared>();

  /** `bytes` gives random ones; `isLarge` says which hold a file in memory. */
  constructor(bytes: (count: number) => Uint8Array, isLarge: (prepared: Prepared) => boolean = () => false) {
    this.#bytes = bytes;
    this.#isLarge = isLarge;
  }

  add(prepared: Prepared): string {
    const ticket = [...this.#bytes(16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    this.#waiting.set(ticket, prepared);
    for (const oldest of this.#waiting.keys()) {
      if (this.#waiting.size <= MOST_WAITING) break;
      this.#waiting.delete(oldest);
    }
    const large = [...this.#waiting].flatMap(([key, waiting]) => (this.#isLarge(waiting) ? [key] : []));
    for (const oldest of large.slice(0, -MOST_LARGE)) this.#waiting.delete(oldest);
    return ticket;
  }

  look(ticket: string): Prepared | undefined {
    return this.#waiting.get(ticket);
  }

  /** Takes it away: what has left is noted once. */
  take(ticket: string): Prepared | undefined {
    const prepared = this.#waiting.get(ticket);
    this.#waiting.delete(ticket);
    return prepared;
  }
}
