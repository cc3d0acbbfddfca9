import type { Extraction, PageText } from '../../engine/ports/extractor.ts';
import { assertNever } from '../../shared/assert-never.ts';
import type { UnsearchableReason } from '../../shared/vocabulary/unsearchable.ts';
import type { Found, Progress } from './protocol.ts';
import { extractionOf } from './reading/reading.ts';

/** What a worker has reported of a document, which stays whatever becomes of the worker. */
export class Gathered {
  readonly #pictureCpuMs: number;
  readonly #pages: PageText[] = [];
  #found: Found = { kind: 'other', mediaType: 'application/octet-stream', misnamed: false, pageCount: 0 };
  #title: string | undefined;
  #pageCount = 0;
  #words = 0;
  #read: Omit<Extraction, 'pages'> | undefined;

  constructor(pictureCpuMs: number) {
    this.#pictureCpuMs = pictureCpuMs;
  }

  /** Takes a report; answers how much processor time is left where that changes. */
  take(progress: Progress): number | undefined {
    switch (progress.reached) {
      case 'recognised':
        this.#found = progress.found;
        return undefined;
      case 'opened':
        this.#pageCount = progress.pageCount;
        this.#title = progress.title;
        return undefined;
      case 'page':
        this.#pages.push(progress.page);
        this.#words += progress.words;
        return undefined;
      case 'compared':
      case 'assembled':
        return undefined;
      case 'read':
        this.#read = progress.extraction;
        return this.#pictureCpuMs;
      default:
        return assertNever(progress);
    }
  }

  /** The document as far as it was read; `reason`: why that is not all, unless it had been. */
  extraction(reason: UnsearchableReason): Extraction {
    if (this.#read) return { ...this.#read, pages: this.#read.text.state === 'not' ? [] : this.#pages };
    const withText = this.#pages.filter(({ text }) => text !== '').length;
    const pageCount = Math.max(this.#pageCount, this.#found.pageCount, this.#pages.length);
    const reading = {
      pages: this.#pages,
      pageCount,
      ...(this.#title !== undefined && { title: this.#title }),
      missing: { reason, pages: pageCount - withText },
    };
    return extractionOf(this.#found, reading, this.#words);
  }
}
