import type { PageText } from '../../../engine/ports/extractor.ts';
import { cleanText } from './clean.ts';

/** Characters of text that are kept of one document. */
export const MAX_TEXT = 20_000_000;
/** Characters that are kept of one page, slide or sheet. */
export const MAX_PAGE_TEXT = 5_000_000;
/** Pages whose text is kept. */
export const MAX_PAGES = 2_000;

/** Told of a document's pages as they are read, so that none of them is lost with what comes after. */
export interface PageWatch {
  /** How many pages there will be, where that is known before they are read, and what the document is called. */
  opened(pageCount: number, title?: string): void;
  page(page: PageText): void;
}

/** Gathers a document's text page by page, within the limits of what is kept. */
export class PageCollector {
  readonly #watch: PageWatch | undefined;
  readonly #pages: PageText[] = [];
  #pieces: string[] = [];
  #hiddenPieces: string[] = [];
  #pageLength = 0;
  #left = MAX_TEXT;
  #tooLong = false;

  constructor(watch?: PageWatch) {
    this.#watch = watch;
  }

  /** Whether something had to be left out, or the next piece would be. */
  get full(): boolean {
    return this.#left <= 0 || this.#pages.length >= MAX_PAGES;
  }
  get tooLong(): boolean {
    return this.#tooLong;
  }
  get pages(): readonly PageText[] {
    return this.#pages;
  }
  /** Whether the page begun has any text yet. */
  get hasText(): boolean {
    return [this.#pieces, this.#hiddenPieces].some((pieces) => pieces.some((piece) => piece.trim() !== ''));
  }

  /** Says that the document has more than was read. */
  cutOff(): void {
    this.#tooLong = true;
  }

  /** `hidden`: the author hid it. */
  add(text: string, hidden = false): void {
    const room = Math.min(this.#left, MAX_PAGE_TEXT - this.#pageLength);
    if (room <= 0 || this.#pages.length >= MAX_PAGES) {
      if (text.trim() !== '') this.#tooLong = true;
      return;
    }
    const kept = text.length > room ? text.slice(0, room) : text;
    if (kept.length < text.length) this.#tooLong = true;
    (hidden ? this.#hiddenPieces : this.#pieces).push(kept);
    this.#pageLength += kept.length;
    this.#left -= kept.length;
  }

  /** Ends the page begun. `hidden`: the author hid all of it. */
  endPage(label: string, hidden = false): void {
    const shown = cleanText(this.#pieces.join(''));
    const hiddenText = cleanText(this.#hiddenPieces.join(''));
    this.#pieces = [];
    this.#hiddenPieces = [];
    this.#pageLength = 0;
    if (this.#pages.length >= MAX_PAGES) {
      this.#tooLong = true;
      return;
    }
    const page: PageText = hidden
      ? { label, text: cleanText(`${shown}\n${hiddenText}`), hidden }
      : { label, text: shown, ...(hiddenText === '' ? {} : { hiddenText }) };
    this.#pages.push(page);
    this.#watch?.page(page);
  }
}
