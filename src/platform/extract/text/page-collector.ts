import type { PageText } from '../../../engine/ports/extractor.ts';
import { LONGEST_LINE, LONGEST_PAGE_TEXT, MOST_TEXT, MOST_TEXT_PAGES } from '../../../shared/limits.ts';
import { cleanText } from './clean.ts';

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
  #notes: string[] = [];
  #aside: string[] = [];
  #pageLength = 0;
  #left = MOST_TEXT;
  #tooLong = false;

  constructor(watch?: PageWatch) {
    this.#watch = watch;
  }

  /** Whether something had to be left out, or the next piece would be. */
  get full(): boolean {
    return this.#left <= 0 || this.#pages.length >= MOST_TEXT_PAGES;
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
    this.#add(text, hidden ? this.#hiddenPieces : this.#pieces);
  }

  /** What a speaker says to it; stands after what is seen. */
  addNotes(text: string): void {
    this.#add(text, this.#notes);
  }

  /** What is printed on many pages alike; stands last. */
  addAside(text: string): void {
    this.#add(text, this.#aside);
  }

  #add(text: string, pieces: string[]): void {
    const room = Math.min(this.#left, LONGEST_PAGE_TEXT - this.#pageLength);
    if (room <= 0 || this.#pages.length >= MOST_TEXT_PAGES) {
      if (text.trim() !== '') this.#tooLong = true;
      return;
    }
    const kept = text.length > room ? text.slice(0, room) : text;
    if (kept.length < text.length) this.#tooLong = true;
    pieces.push(kept);
    this.#pageLength += kept.length;
    this.#left -= kept.length;
  }

  /** Ends the page begun. `hidden`: the author hid all of it. */
  endPage(name: string, hidden = false): void {
    const label = name.slice(0, LONGEST_LINE);
    const { text: shown, ...parts } = this.#shown();
    const hiddenText = cleanText(this.#hiddenPieces.join(''));
    this.#pieces = [];
    this.#hiddenPieces = [];
    this.#pageLength = 0;
    if (this.#pages.length >= MOST_TEXT_PAGES) {
      this.#tooLong = true;
      return;
    }
    const page: PageText = hidden
      ? { label, text: cleanText(`${shown}\n${hiddenText}`), hidden }
      : { label, text: shown, ...parts, ...(hiddenText === '' ? {} : { hiddenText }) };
    this.#pages.push(page);
    this.#watch?.page(page);
  }

  /** The text of the page begun, with where its parts begin. */
  #shown(): Pick<PageText, 'text' | 'notesAt' | 'asideAt'> {
    const [own, notes, aside] = [this.#pieces, this.#notes, this.#aside].map((all) =>
      cleanText(all.join('')),
    );
    this.#notes = [];
    this.#aside = [];
    let text = own ?? '';
    const at: { notesAt?: number; asideAt?: number } = {};
    if (notes) {
      at.notesAt = text.length;
      text += `\n${notes}`;
    }
    if (aside) {
      at.asideAt = text.length;
      text += `\n${aside}`;
    }
    return { text, ...at };
  }
}
