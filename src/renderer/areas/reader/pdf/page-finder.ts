import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { EventBus, PDFFindController, PDFLinkService } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';
import { levelsOfPieces } from '../../../../shared/raised-pieces.ts';
import type { Matcher } from '../document/find-text.ts';
import type { Pdfjs } from './load-pdfjs.ts';
import { type PdfPageText, pageTextOf } from './page-text.ts';
import { spacesWithinWords } from './wide-spacing.ts';

/** What was found so far. */
export type FindProgress = {
  readonly current: number;
  readonly total: number;
  readonly searching: boolean;
  readonly byPage: ReadonlyMap<number, number>;
};

/** Finds words in a PDF, the page that is open first: a hit on page 9,000 is marked before 8,999 pages have been read. */
export interface PageFinder {
  readonly controller: PDFFindController;
  /** Searches anew, or takes the marks away. `stay` keeps the view where it is, also when the first match lies elsewhere. */
  search(matcher: Matcher | null, stay: boolean): void;
  step(direction: 1 | -1): void;
  /** Ends the search; settles when no page is being read any more. */
  close(): Promise<void>;
}

/** What the finder works with. */
type PageFinderOptions = {
  readonly pdf: PDFDocumentProxy;
  readonly eventBus: EventBus;
  readonly links: PDFLinkService;
  /** Scrolls so that a mark can be seen. */
  readonly reveal: (mark: HTMLElement) => void;
  readonly onProgress: (progress: FindProgress | null) => void;
};

type Place = { readonly pageIdx: number; readonly matchIdx: number };

const nowhere: Place = { pageIdx: -1, matchIdx: -1 };
/** Milliseconds after which the search lets the page breathe. */
const breath = 12;
/** Milliseconds between two reports. */
const reportEvery = 200;

/** The part of pdf.js's find controller that its text layers look at; the searching itself is ours. */
function makeController(pdfjs: Pdfjs, options: PageFinderOptions) {
  class MarkController extends pdfjs.viewer.PDFFindController {
    scrollWanted = false;

    override scrollMatchIntoView(found: {
      element: HTMLElement;
      pageIndex: number;
      matchIndex: number;
    }): void {
      const { element, pageIndex, matchIndex } = found;
      const here = pageIndex === this._selected?.pageIdx && matchIndex === this._selected.matchIdx;
      if (!this.scrollWanted || !element || !here) return;
      this.scrollWanted = false;
      options.reveal(element);
    }
  }
  const controller = new MarkController({ linkService: options.links, eventBus: options.eventBus });
  // Declared as null in pdf.js's types; text layers read this one field of it.
  Object.defineProperty(controller, 'state', { value: { highlightAll: true } });
  return controller;
}

/** Makes the finder of one document. */
export function makePageFinder(pdfjs: Pdfjs, options: PageFinderOptions): PageFinder {
  return new Finder(makeController(pdfjs, options), options);
}

class Finder implements PageFinder {
  readonly controller: ReturnType<typeof makeController>;
  readonly #options: PageFinderOptions;
  readonly #texts = new Map<number, PdfPageText>();
  readonly #pages: number;
  #counts = new Map<number, number>();
  #run = 0;
  #searching = false;
  #reading: Promise<unknown> = Promise.resolve();
  #reported = 0;

  constructor(controller: ReturnType<typeof makeController>, options: PageFinderOptions) {
    this.controller = controller;
    this.#options = options;
    this.#pages = options.pdf.numPages;
  }

  search(matcher: Matcher | null, stay: boolean): void {
    this.#run += 1;
    this.#counts = new Map();
    this.#searching = matcher !== null;
    this.controller._pageMatches = [];
    this.controller._pageMatchesLength = [];
    this.controller._selected = nowhere;
    this.controller._highlightMatches = matcher !== null;
    this.#redraw(-1);
    if (matcher === null) this.#options.onProgress(null);
    else this.#searchAll(matcher, stay, this.#run).catch(this.#failed);
  }

  step(direction: 1 | -1): void {
    const target = this.#neighbour(direction);
    if (target === null) return;
    this.#select(target);
    this.#report();
  }

  async close(): Promise<void> {
    this.#run += 1;
    await this.#reading;
  }

  readonly #failed = (problem: unknown): void => {
    console.warn('Finding in the document ended early.', problem);
    this.#searching = false;
    this.#report();
  };

  async #searchAll(matcher: Matcher, stay: boolean, run: number): Promise<void> {
    const start = this.#options.links.page - 1;
    this.#report();
    let rested = performance.now();
    for (let offset = 0; offset < this.#pages; offset += 1) {
      const index = (start + offset) % this.#pages;
      const text = await this.#textOf(index);
      if (run !== this.#run) return;
      const matched = this.#matchPage(matcher, text, index);
      const first = matched && this.controller._selected?.pageIdx === -1;
      if (first && (!stay || offset === 0)) this.#select({ pageIdx: index, matchIdx: 0 });
      if (first || performance.now() - this.#reported > reportEvery) this.#report();
      if (performance.now() - rested < breath) continue;
      await new Promise((resolve) => setTimeout(resolve));
      if (run !== this.#run) return;
      rested = performance.now();
    }
    this.#searching = false;
    this.#report();
  }

  async #textOf(index: number): Promise<PdfPageText> {
    const known = this.#texts.get(index);
    if (known !== undefined) return known;
    const reading = this.#readPage(index);
    this.#reading = reading;
    const text = await reading;
    this.#texts.set(index, text);
    return text;
  }

  async #readPage(index: number): Promise<PdfPageText> {
    try {
      const page = await this.#options.pdf.getPage(index + 1);
      const { items } = await page.getTextContent({ disableNormalization: true });
      const pieces = items.flatMap((item) => ('str' in item ? [item] : []));
      const levels = levelsOfPieces(pieces);
      const placed = pieces.map(({ str, hasEOL }, at) => ({ str, hasEOL, level: levels[at] }));
      return pageTextOf(placed, spacesWithinWords(pieces));
    } catch (problem) {
      // A damaged page has no text; the others have theirs.
      console.warn(`Page ${index + 1} has no text that could be read.`, problem);
      return pageTextOf([]);
    }
  }

  #matchPage(matcher: Matcher, { text, toPieces }: PdfPageText, index: number): boolean {
    const starts: number[] = [];
    const lengths: number[] = [];
    for (const match of matcher(text)) {
      const start = toPieces(match.index);
      starts.push(start);
      lengths.push(toPieces(match.index + match.length - 1) + 1 - start);
    }
    if (this.controller._pageMatches) this.controller._pageMatches[index] = starts;
    if (this.controller._pageMatchesLength) this.controller._pageMatchesLength[index] = lengths;
    if (starts.length === 0) return false;
    this.#counts.set(index + 1, starts.length);
    this.#redraw(index);
    return true;
  }

  #select(place: Place): void {
    const before = this.controller._selected?.pageIdx ?? -1;
    this.controller._selected = place;
    this.controller.scrollWanted = true;
    if (!this.#isVisible(place.pageIdx)) this.#options.links.page = place.pageIdx + 1;
    if (before !== -1 && before !== place.pageIdx) this.#redraw(before);
    this.#redraw(place.pageIdx);
  }

  #isVisible(pageIdx: number): boolean {
    const visible: unknown = this.controller.onIsPageVisible?.(pageIdx + 1);
    return visible === true;
  }

  /** The match after or before the selected one, or from the page that is open where that one is out of sight. */
  #neighbour(direction: 1 | -1): Place | null {
    const pages = [...this.#counts.keys()].sort((a, b) => a - b);
    const selected = this.controller._selected ?? nowhere;
    const here = selected.pageIdx !== -1 && this.#isVisible(selected.pageIdx);
    const page = here ? selected.pageIdx + 1 : this.#options.links.page;
    if (here) {
      const matchIdx = selected.matchIdx + direction;
      if (matchIdx >= 0 && matchIdx < (this.#counts.get(page) ?? 0)) {
        return { pageIdx: selected.pageIdx, matchIdx };
      }
    }
    const beyond = (one: number): boolean => (here ? one !== page : true);
    const next =
      direction === 1
        ? (pages.find((one) => one >= page && beyond(one)) ?? pages[0])
        : (pages.findLast((one) => one <= page && beyond(one)) ?? pages.at(-1));
    if (next === undefined) return null;
    return { pageIdx: next - 1, matchIdx: direction === 1 ? 0 : (this.#counts.get(next) ?? 1) - 1 };
  }

  #report(): void {
    this.#reported = performance.now();
    const { pageIdx, matchIdx } = this.controller._selected ?? nowhere;
    let total = 0;
    let before = 0;
    for (const [page, count] of this.#counts) {
      total += count;
      if (page <= pageIdx) before += count;
    }
    const current = matchIdx === -1 ? 0 : before + matchIdx + 1;
    const byPage = new Map(this.#counts);
    this.#options.onProgress({ current, total, searching: this.#searching, byPage });
  }

  #redraw(pageIndex: number): void {
    this.#options.eventBus.dispatch('updatetextlayermatches', { source: this.controller, pageIndex });
  }
}
