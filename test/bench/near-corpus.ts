import type { PageText } from '../../src/engine/ports/extractor.ts';
import { randomFrom, Words } from './corpus.ts';

/** A made-up library with near-duplicates of which is known which they are, the same for the same seed. */

/** A document, and of each page which page of the library it says the same as. */
export type PlantedDocument = {
  readonly id: string;
  readonly pages: readonly PageText[];
  /** By page: pages with the same number are near-duplicates. Undefined for what all have in common. */
  readonly origins: readonly (number | undefined)[];
};

/** Two documents that were planted as one like the other: as a whole, or by some pages. */
export type Planted = { readonly a: string; readonly b: string; readonly whole: boolean };

export type NearCorpus = {
  readonly documents: readonly PlantedDocument[];
  readonly planted: readonly Planted[];
};

type Page = { readonly text: string; readonly origin: number | undefined };

/** Words of a page. */
const [FEWEST_WORDS, MOST_WORDS] = [30, 90];
/** Share of a page's words that somebody changed, at most. */
const EDITED = 0.12;
/** Words of a template on each page that is made from it: they are the same in hundreds of documents that have nothing else in common. */
const TEMPLATE_WORDS = 28;
const TEMPLATES = 12;

/** Makes a library of so many documents, of which about a third are near-duplicates of others. */
export function nearCorpus(count: number, pagesEach: number, seed = 21): NearCorpus {
  return new Maker(count, pagesEach, seed).make();
}

class Maker {
  readonly #count: number;
  readonly #pagesEach: number;
  readonly #random: () => number;
  readonly #words = new Words(7);
  readonly #templates: readonly string[];
  readonly #legal: string;
  readonly #documents: PlantedDocument[] = [];
  readonly #planted: Planted[] = [];
  #origin = 0;

  constructor(count: number, pagesEach: number, seed: number) {
    this.#count = count;
    this.#pagesEach = pagesEach;
    this.#random = randomFrom(seed);
    this.#templates = Array.from({ length: TEMPLATES }, () => this.#words.text(TEMPLATE_WORDS));
    this.#legal = this.#words.text(120);
  }

  make(): NearCorpus {
    const kinds = ['alone', 'alone', 'alone', 'edited', 'reordered', 'shares', 'alone'] as const;
    while (this.#documents.length < this.#count) {
      const base = this.#newPages();
      const kind = kinds[this.#documents.length % kinds.length];
      const a = this.#add(base);
      if (kind === 'edited') this.#plant(a, this.#edited(base), true);
      if (kind === 'reordered') this.#plant(a, this.#moved(base), false);
      if (kind === 'shares') this.#plant(a, this.#sharing(base), false);
    }
    return { documents: this.#documents, planted: this.#planted };
  }

  #plant(a: string, pages: readonly Page[], whole: boolean): void {
    this.#planted.push({ a, b: this.#add(pages), whole });
  }

  #newPages(): Page[] {
    const template = this.#templates[Math.floor(this.#random() * TEMPLATES)] ?? '';
    return Array.from({ length: this.#pagesEach }, () => {
      this.#origin += 1;
      const words = FEWEST_WORDS + Math.floor(this.#random() * (MOST_WORDS - FEWEST_WORDS));
      return { text: `${template}\n${this.#words.text(words)}`, origin: this.#origin };
    });
  }

  /** The next version of a document: words changed on half of its pages, one page new, one gone. */
  #edited(base: readonly Page[]): Page[] {
    const pages = base.map((page) => (this.#random() < 0.5 ? page : this.#reworded(page)));
    const kept = pages.length < 4 ? pages : pages.filter((_, at) => at !== 2);
    return pages.length < 4 ? kept : [...kept, ...this.#newPages().slice(0, 1)];
  }

  #reworded({ text, origin }: Page): Page {
    const share = this.#random() * EDITED;
    const words = text.split(' ').map((word) => (this.#random() < share ? this.#words.next() : word));
    return { text: words.join(' '), origin };
  }

  /** The same pages in another order. */
  #moved(base: readonly Page[]): Page[] {
    const middle = Math.floor(base.length / 2);
    return [...base.slice(middle), ...base.slice(0, middle)];
  }

  /** Another deck with three of its slides. */
  #sharing(base: readonly Page[]): Page[] {
    const own = this.#newPages();
    return [...own.slice(0, 2), ...base.slice(0, 3).map((page) => this.#reworded(page)), ...own.slice(2)];
  }

  #add(pages: readonly Page[]): string {
    const id = `a_${String(this.#documents.length).padStart(16, '0')}`;
    const legal = this.#random() < 0.6;
    const all = [
      { text: 'Agenda', origin: undefined },
      ...pages,
      ...(legal ? [{ text: this.#legal, origin: undefined }] : []),
      { text: 'Thank you', origin: undefined },
    ];
    this.#documents.push({
      id,
      origins: all.map(({ origin }) => origin),
      pages: all.map(({ text }, at) => ({
        label: String(at + 1),
        text: `${text}\nContoso confidential, page ${at + 1}`,
      })),
    });
    return id;
  }
}
