import { linkAmong, readLink } from '../../shared/link.ts';

/**
 * The `kitbag://` link that waits until a window can follow it: one that starts Kitbag comes long before there is anything to show. The last one
 * counts, as somebody who clicks twice wants the second.
 */
export class WaitingLink {
  readonly #told: () => void;
  #link: string | null = null;

  /** `told` says that one waits now. */
  constructor(told: () => void) {
    this.#told = told;
  }

  /** Keeps the link among the words of a start, or one that the system asks to open; what is none is nothing. */
  keep(words: readonly string[]): void {
    const link = linkAmong(words);
    if (link === undefined || readLink(link) === undefined) return;
    this.#link = link;
    this.#told();
  }

  /** Gives it away, once. */
  take(): string | null {
    const link = this.#link;
    this.#link = null;
    return link;
  }
}
