import type { CallContext } from '../../../contract/search.ts';

/** A search as somebody means it. */
type MeantSearch = { readonly query: string; readonly results: number; readonly context: CallContext };

/** A result that was opened. */
export type OpenedResult = { readonly asset: string; readonly position: number };

/** After this long the same words are another search. */
const SAME_SEARCH_MS = 30 * 60_000;

function wordsOf(query: string): string {
  return query.trim().toLowerCase();
}

/** Whether one query only goes on typing the other: then they are one search. */
function refines(next: string, before: string): boolean {
  return next.startsWith(before) || before.startsWith(next);
}

/**
 * What of all that is typed are searches. Whoever types one query makes one search, however long they take over it, whether they come
 * back to its results or open several of them: it is told once, when a result is opened or when something else is wanted.
 */
export class SearchSession {
  readonly #tell: (search: MeantSearch, opened?: OpenedResult) => void;
  readonly #now: () => number;
  #meant: MeantSearch | null = null;
  #told: { readonly words: string; readonly at: number } | null = null;

  constructor(tell: (search: MeantSearch, opened?: OpenedResult) => void, now: () => number = Date.now) {
    this.#tell = tell;
    this.#now = now;
  }

  /** Words have stood for a while. */
  settle(search: MeantSearch): void {
    const words = wordsOf(search.query);
    if (words === '') {
      this.end();
      return;
    }
    const before = this.#meant === null ? null : wordsOf(this.#meant.query);
    if (before !== null && !refines(words, before)) this.end();
    // Words that were told already, or that are being taken away letter by letter, are no other search.
    if (this.#wasTold((told) => told.startsWith(words))) {
      this.#meant = null;
      return;
    }
    // A filter may hide what was found: it was found all the same.
    const found = before === words ? Math.max(search.results, this.#meant?.results ?? 0) : search.results;
    this.#meant = { ...search, results: found };
  }

  /** A result of these words is opened. */
  open(search: MeantSearch, opened: OpenedResult): void {
    const words = wordsOf(search.query);
    if (this.#meant !== null && !refines(words, wordsOf(this.#meant.query))) this.end();
    this.#meant = null;
    if (words === '' || this.#wasTold((told) => told === words)) return;
    // Who opens a result quickly does it before the number of results is known.
    this.#record({ ...search, results: Math.max(search.results, opened.position) }, opened);
  }

  /** What was searched for is not wanted any more: its results are left, or the field is emptied. */
  end(): void {
    if (this.#meant !== null) this.#record(this.#meant);
    this.#meant = null;
  }

  #wasTold(fits: (words: string) => boolean): boolean {
    return this.#told !== null && this.#now() - this.#told.at < SAME_SEARCH_MS && fits(this.#told.words);
  }

  #record(search: MeantSearch, opened?: OpenedResult): void {
    this.#told = { words: wordsOf(search.query), at: this.#now() };
    this.#tell(search, opened);
  }
}
