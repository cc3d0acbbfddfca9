import type { CheckedSend } from '../../contract/sends.ts';

/** What was made ready to be sent. */
export type Prepared = {
  readonly items: readonly CheckedSend[];
  readonly to: string;
  readonly note: string;
  /** The one PDF that was made of them. */
  readonly assembled?: { readonly bytes: Uint8Array; readonly fileName: string };
};

/** Tickets that are not asked for are forgotten once there are more. */
const MOST_WAITING = 50;
/** Of those with a PDF in memory. */
const MOST_ASSEMBLED = 2;

/** What waits to be sent, by a name that nobody can guess. Of this run only: after a restart one sends again. */
export class Tickets {
  readonly #random: () => string;
  readonly #waiting = new Map<string, Prepared>();

  /** `random` makes a name. */
  constructor(random: () => string) {
    this.#random = random;
  }

  add(prepared: Prepared): string {
    const ticket = this.#random();
    this.#waiting.set(ticket, prepared);
    for (const oldest of this.#waiting.keys()) {
      if (this.#waiting.size <= MOST_WAITING) break;
      this.#waiting.delete(oldest);
    }
    const assembled = [...this.#waiting].flatMap(([key, { assembled: made }]) => (made ? [key] : []));
    for (const oldest of assembled.slice(0, -MOST_ASSEMBLED)) this.#waiting.delete(oldest);
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
