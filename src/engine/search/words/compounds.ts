import type { VocabularyWord } from '../../ports/text-index.ts';
import { type Language, languageOfMarked } from './languages.ts';
import { STOP_WORDS } from './stop-words.ts';

/**
 * Words that are written together (`Kostenvergleich`), taken apart by the library's own vocabulary: the parts must be words of their own
 * somewhere in a document of the same language. No dictionary of a language knows the words of a trade. Where a whole begins or ends with a word of
 * the library, whoever types the rest of it (`Grundverordnung` of `Datenschutzgrundverordnung`) says themselves that it is a word.
 */

const SHORTEST_PART = 4;
const LONGEST = 40;
/** Parts of a word: of more, the first ones count as one. */
const MOST_PARTS = 4;
/** Words that one part leads to, those of most assets first. */
const MOST_OF_PART = 12;
/** What may stand between the parts (`Sicherheit-s-konzept`), longest first, and what the first part may lose (`Schul-` of `Schule`). */
const LINKS = ['', 's', 'es', 'n', 'en', 'er', 'e'];
const LOST = ['', 'e', 'en'];
const ENDING = /(?:en|es|er|e|n|s)$/u;
const ENDS_LIKE_AN_ENDING = new Set(['n', 's', 'r', 'e']);
/** Words by themselves that only shade what follows them: `Unternehmen` is no kind of `nehmen`. Others are stop words. */
const SHADING = new Set('durch gegen hinter nach uber unter wider wieder tegen achter efter emot'.split(' '));

/** Letters at the end of their stems, and at their beginning, by which words are gathered. */
const END = 4;
/** Words that are remembered with what they are a part of: while a query is typed, the same ones are asked for again. */
const MOST_REMEMBERED = 500;

type KnownWord = { readonly word: string; readonly assets: number };
type Ending = KnownWord & { readonly stem: string };

/** What is written together in the library. */
export class Compounds {
  /** By the mark of a language, its words. */
  readonly #words = new Map<string, Set<string>>();
  /** By the mark of a language and a stem, the words that have it as a part. */
  readonly #containing = new Map<string, KnownWord[]>();
  /** By the mark of a language and the end of their stems, the words that may be whole ones; those of most assets first once they are asked for. */
  readonly #ending = new Map<string, Ending[]>();
  /** The same by how they begin. */
  readonly #beginning = new Map<string, KnownWord[]>();
  /** Those that are sorted. */
  readonly #sorted = new Set<readonly KnownWord[]>();
  readonly #remembered = new Map<string, readonly string[]>();

  /** Takes marked words (see {@link languageOfMarked}) of the vocabulary, all of them before {@link Compounds.link}. */
  add(words: readonly VocabularyWord[]): void {
    for (const { word } of words) {
      const mark = word.slice(0, 1);
      const known = this.#words.get(mark) ?? new Set();
      this.#words.set(mark, known.add(word.slice(1)));
    }
  }

  /** Notes what these words are made of. */
  link(words: readonly VocabularyWord[]): void {
    for (const { word: marked, assets } of words) {
      const language = languageOfMarked(marked);
      const word = marked.slice(1);
      if (language === undefined || word.length < 2 * SHORTEST_PART || word.length > LONGEST) continue;
      const stem = language.stem(word);
      noted(this.#ending, language.mark + stem.slice(-END), { word, assets, stem });
      noted(this.#beginning, language.mark + word.slice(0, END), { word, assets });
      const parts = this.partsOf(language, word) ?? [];
      for (const part of new Set(parts.map((one) => language.stem(one))))
        this.#note(language.mark + part, { word, assets });
    }
  }

  #note(stem: string, word: KnownWord): void {
    const known = noted(this.#containing, stem, word);
    if (known.length > 2 * MOST_OF_PART) known.sort(ofMostAssets).splice(MOST_OF_PART);
  }

  /** Words of the library that a word is a part of: one of those that they are made of, or all of a whole but the first or the last of these. */
  containing(language: Language, word: string): readonly string[] {
    const key = language.mark + word;
    const before = this.#remembered.get(key);
    if (before !== undefined) return before;
    const stem = language.stem(word);
    const found = new Map<string, KnownWord>();
    for (const one of this.#containing.get(language.mark + stem) ?? []) found.set(one.word, one);
    for (const one of this.#endingOn(language.mark, stem)) found.set(one.word, one);
    for (const one of this.#beginningWith(language.mark, word)) found.set(one.word, one);
    const words = [...found.values()].sort(ofMostAssets).slice(0, MOST_OF_PART);
    const answer = words.map((one) => one.word);
    if (this.#remembered.size >= MOST_REMEMBERED) this.#remembered.clear();
    this.#remembered.set(key, answer);
    return answer;
  }

  /** Words that go on with a stem after one that is known, or several. */
  #endingOn(mark: string, stem: string): KnownWord[] {
    const found: KnownWord[] = [];
    if (stem.length < SHORTEST_PART) return found;
    for (const one of this.#sortedOf(this.#ending, mark + stem.slice(-END))) {
      if (found.length === MOST_OF_PART) break;
      const begins = one.stem.length - stem.length;
      if (begins < SHORTEST_PART || !one.stem.endsWith(stem)) continue;
      if (this.#isFirst(mark, one.word.slice(0, begins))) found.push(one);
    }
    return found;
  }

  /** Words that begin with a word and go on with one that is known, or several. */
  #beginningWith(mark: string, begin: string): KnownWord[] {
    const found: KnownWord[] = [];
    const words = this.#words.get(mark);
    if (words === undefined || begin.length < SHORTEST_PART || STOP_WORDS.has(begin) || SHADING.has(begin))
      return found;
    for (const one of this.#sortedOf(this.#beginning, mark + begin.slice(0, END))) {
      if (found.length === MOST_OF_PART) break;
      if (one.word.length < begin.length + SHORTEST_PART || !one.word.startsWith(begin)) continue;
      if (goesOn(words, one.word.slice(begin.length))) found.push(one);
    }
    return found;
  }

  #sortedOf<Word extends KnownWord>(words: ReadonlyMap<string, Word[]>, key: string): readonly Word[] {
    const of = words.get(key);
    if (of !== undefined && !this.#sorted.has(of)) this.#sorted.add(of.sort(ofMostAssets));
    return of ?? [];
  }

  /** The words that a folded word is made of, at least two; undefined where it is one. As few as possible, the longest first. */
  partsOf({ mark }: Language, word: string): readonly string[] | undefined {
    const words = this.#words.get(mark);
    if (words === undefined || word.length > LONGEST) return undefined;
    for (let most = 2; most <= MOST_PARTS && word.length >= SHORTEST_PART * most; most += 1) {
      const parts = partsIn(words, word, most);
      if (parts !== undefined) return parts;
    }
    return undefined;
  }

  /** Whether what a word begins with is a word of the library, or made of such. */
  #isFirst(mark: string, begin: string): boolean {
    const words = this.#words.get(mark);
    if (words === undefined) return false;
    if (firstPart(words, begin) !== undefined) return true;
    for (let most = 2; most < MOST_PARTS; most += 1)
      if (partsWithLink(words, begin, most) !== undefined) return true;
    return false;
  }
}

type Words = ReadonlySet<string>;

/** So many words that a word is made of; undefined where it is not. */
function partsIn(words: Words, word: string, most: number): readonly string[] | undefined {
  for (let at = word.length - SHORTEST_PART; at >= SHORTEST_PART * (most - 1); at -= 1) {
    const last = known(words, word.slice(at));
    if (last === undefined) continue;
    const begin = word.slice(0, at);
    if (most > 2) {
      const before = partsWithLink(words, begin, most - 1);
      if (before !== undefined) return [...before, last];
      continue;
    }
    const first = firstPart(words, begin);
    if (first !== undefined) return [first, last];
  }
  return undefined;
}

function partsWithLink(words: Words, begin: string, most: number): readonly string[] | undefined {
  for (const link of LINKS) {
    if (!begin.endsWith(link)) continue;
    const parts = partsIn(words, begin.slice(0, begin.length - link.length), most);
    if (parts !== undefined) return parts;
  }
  return undefined;
}

/** Whether what follows a word within another one is known, or made of what is. */
function goesOn(words: Words, rest: string): boolean {
  return LINKS.some((link) => {
    const last = rest.startsWith(link) ? rest.slice(link.length) : '';
    return last.length >= SHORTEST_PART && (known(words, last) ?? partsIn(words, last, 2)) !== undefined;
  });
}

function known(words: Words, word: string): string | undefined {
  if (words.has(word)) return word;
  // Most words end in none of these letters.
  if (!ENDS_LIKE_AN_ENDING.has(word.at(-1) ?? '')) return undefined;
  const without = word.replace(ENDING, '');
  return without.length >= SHORTEST_PART && words.has(without) ? without : undefined;
}

function firstPart(words: Words, begin: string): string | undefined {
  for (const link of LINKS) {
    if (!begin.endsWith(link)) continue;
    const stem = begin.slice(0, begin.length - link.length);
    if (stem.length < SHORTEST_PART) continue;
    for (const lost of LOST) {
      const word = stem + lost;
      if (words.has(word) && !STOP_WORDS.has(word) && !SHADING.has(word)) return word;
    }
  }
  return undefined;
}

function noted<Word>(words: Map<string, Word[]>, key: string, word: Word): Word[] {
  const before = words.get(key) ?? [];
  before.push(word);
  words.set(key, before);
  return before;
}

function ofMostAssets(a: KnownWord, b: KnownWord): number {
  return b.assets - a.assets || (a.word < b.word ? -1 : 1);
}
