import type { EventBus, PDFFindController, PDFLinkService } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';
import type { Matcher, TextMatch } from '../document/find-text.ts';
import type { Pdfjs } from './load-pdfjs.ts';

/** Looks for words as Kitbag's search does, and can be told to stay on a page. */
export type TermFind = {
  readonly controller: PDFFindController;
  /** Searches anew; `stayOn` is a page that must not be left because the first match lies elsewhere. */
  search(matcher: Matcher, query: string, stayOn: number | null): void;
  step(direction: 1 | -1): void;
  clear(): void;
};

/** What the find controller is made with. */
export type TermFindOptions = {
  readonly eventBus: EventBus;
  readonly links: PDFLinkService;
  /** Scrolls so that a mark can be seen. */
  readonly reveal: (element: HTMLElement) => void;
};

const nothing: Matcher = () => [];

/** pdf.js's own find controller with another idea of what a match is. */
export function makeTermFind({ viewer }: Pdfjs, { eventBus, links, reveal }: TermFindOptions): TermFind {
  let matcher = nothing;
  let stayOn: number | null = null;

  /** Moves the viewer to a match's page, unless the reader is to stay where the hit is. */
  class FindLinks extends viewer.PDFLinkService {
    override get page(): number {
      return links.page;
    }
    override set page(value: number) {
      if (stayOn === null || stayOn === value) links.page = value;
    }
    override get pagesCount(): number {
      return links.pagesCount;
    }
  }

  class TermFindController extends viewer.PDFFindController {
    override match(_query: string | string[], pageContent: string): TextMatch[] {
      return matcher(pageContent);
    }

    override scrollMatchIntoView(found: {
      element: HTMLElement;
      pageIndex: number;
      matchIndex: number;
    }): void {
      const { element, pageIndex, matchIndex } = found;
      if (this._scrollMatches !== true || !element) return;
      if (pageIndex !== this._selected?.pageIdx || matchIndex !== this._selected.matchIdx) return;
      this._scrollMatches = false;
      if (stayOn === null || stayOn === pageIndex + 1) reveal(element);
    }
  }

  const controller = new TermFindController({ linkService: new FindLinks({ eventBus }), eventBus });
  let query = '';
  const dispatch = (type: string, findPrevious: boolean): void => {
    eventBus.dispatch('find', {
      source: controller,
      type,
      query,
      caseSensitive: false,
      entireWord: false,
      highlightAll: true,
      findPrevious,
      matchDiacritics: false,
    });
  };

  return {
    controller,
    search: (next, words, page) => {
      matcher = next;
      stayOn = page;
      // The same words with another matcher are another search.
      query = `${words} `.slice(0, 1000);
      dispatch('search', false);
    },
    step: (direction) => {
      stayOn = null;
      dispatch('again', direction === -1);
    },
    clear: () => {
      matcher = nothing;
      query = '';
      eventBus.dispatch('findbarclose', { source: controller });
    },
  };
}
