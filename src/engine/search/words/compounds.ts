import type { VocabularyWord } from '../../ports/text-index.ts';
import { type Language, languageOfMarked } from './languages.ts';
import { STOP_WORDS } from './stop-words.ts';

/**
 * Words that are written together (`Kostenvergleich`), taken apart by the library's own vocabulary: both parts must be words of their own
 * somewhere in a document of the same language. No dictionary of a language knows the words of a trade.
 */

const SHORTEST_PART = 4;
const LONGEST = 40;
/** Words that one part leads to, those of most assets first. */
const MOST_OF_PART = 12;
/** What may stand between the parts (`Sicherheit-s-konzept`), longest first, and what the first part may lose (`Schul-` of `Schule`). */
const LINKS = ['', 's', 'es', 'n', 'en', 'er', 'e'];
const LOST = ['', 'e', 'en'];
const ENDING = /(?:en|es|er|e|n|s)$/u;

type Parts = readonly [first: string, second: string];

/** What is written together in the library. */
export class Compounds {
  readonly #words = new Set<string>();
  /** By the mark of a language and a stem. */
  readonly #containing = new Map<string, { readonly word: string; readonly assets: number }[]>();

  /** Takes marked words (see {@link languageOfMarked}) of the vocabulary, all of them before {@link Compounds.link}. */
  add(words: readonly VocabularyWord[]): void {
    for (const { word } of words) this.#words.add(word);
  }

  /** Notes what these words are made of. */
  link(words: readonly VocabularyWord[]): void {
    for (const { word: marked, assets } of words) {
      const language = languageOfMarked(marked);
      const parts = language === undefined ? undefined : this.partsOf(language, marked.slice(1));
      if (language === undefined || parts === undefined) continue;
      for (const part of parts) this.#note(language.mark + language.stem(part), marked.slice(1), assets);
    }
  }

  #note(stem: string, word: string, assets: number): void {
    const known = this.#containing.get(stem) ?? [];
    known.push({ word, assets });
    if (known.length > 2 * MOST_OF_PART) {
      known.sort((a, b) => b.assets - a.assets || (a.word < b.word ? -1 : 1));
      known.length = MOST_OF_PART;
    }
    this.#containing.set(stem, known);
  }

  /** Words of the library that a word is a part of. */
  containing(language: Language, word: string): string[] {
    const known = this.#containing.get(language.mark + language.stem(word)) ?? [];
    return [...known]
      .sort((a, b) => b.assets - a.assets || (a.word < b.word ? -1 : 1))
      .slice(0, MOST_OF_PART)
      .map(({ word: one }) => one);
  }

  /** The two words that a folded word is made of; undefined where it is one. The longest first part wins. */
  partsOf({ mark }: Language, word: string): Parts | undefined {
    if (word.length < 2 * SHORTEST_PART || word.length > LONGEST) return undefined;
    for (let at = word.length - SHORTEST_PART; at >= SHORTEST_PART; at -= 1) {
      const second = this.#known(mark, word.slice(at));
      if (second === undefined) continue;
      const first = this.#firstPart(mark, word.slice(0, at));
      if (first !== undefined) return [first, second];
    }
    return undefined;
  }

  #known(mark: string, word: string): string | undefined {
    if (this.#words.has(mark + word)) return word;
    const without = word.replace(ENDING, '');
    return without.length >= SHORTEST_PART && this.#words.has(mark + without) ? without : undefined;
  }

  #firstPart(mark: string, begin: string): string | undefined {
    for (const link of LINKS) {
      if (!begin.endsWith(link)) continue;
      const stem = begin.slice(0, begin.length - link.length);
      if (stem.length < SHORTEST_PART) continue;
      for (const lost of LOST) {
        const word = stem + lost;
        if (this.#words.has(mark + word) && !STOP_WORDS.has(word)) return word;
      }
    }
    return undefined;
  }
}
