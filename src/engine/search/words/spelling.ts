import Fuse from 'fuse.js';
import type { TextIndex, VocabularyWord } from '../../ports/text-index.ts';
import { Compounds } from './compounds.ts';
import { isUnspaced } from './fold.ts';
import { GramIndex } from './gram-index.ts';
import { ALL_LANGUAGES, type Language, languageOfMarked } from './languages.ts';
import { STOP_WORDS } from './stop-words.ts';

/** Words that are misspelt, and what they may have meant: from the index's own vocabulary. */

/** More words than this say nothing more about spelling; the most frequent ones are kept. */
const MOST_WORDS = 40_000;
/** From this size on a vocabulary takes longer to read than a keystroke may. */
const LARGE = 5000;
const WORDS_AT_ONCE = 1000;
const CANDIDATES = 120;
const SHORTEST = 3;
const NO_COMPOUNDS = new Compounds();
/** Words that are remembered with what they may have meant: while a query is typed, the same ones are asked for again. */
const MOST_MENDED = 500;

/** Never fuse.js's defaults, which look at the first characters only and let almost everything pass. */
const FUSE_OPTIONS = {
  includeScore: true,
  ignoreLocation: true,
  threshold: 0.5,
  minMatchCharLength: 1,
} as const;

/** A word that may have been meant. */
type MendedWord = VocabularyWord & {
  /** From 0 to 1: half where a quarter of the letters are wrong. Rare words that are spelt right look like mistakes, too. */
  readonly certainty: number;
};

/** How many wrong letters a word of this length may have. */
function mostMistakes(length: number): number {
  return length < 5 ? 1 : 2;
}

type Vocabulary = {
  readonly words: readonly VocabularyWord[];
  readonly grams: GramIndex;
  readonly compounds: Compounds;
  /** What was mended by it. */
  readonly mended: Map<string, MendedWord | undefined>;
};

/**
 * Mends words. Its vocabulary is read in parts between which other work goes on; where a large one has changed, the one from before serves
 * until the new one is there.
 */
export class Spelling {
  readonly #index: Pick<TextIndex, 'wordsAfter' | 'match'>;
  readonly #breathe: () => Promise<void>;
  #current: Vocabulary | undefined;
  #loading: Promise<Vocabulary> | undefined;
  /** The reading after the one under way. */
  #next: Promise<Vocabulary> | undefined;
  /** Settles when the reading under way turns out to take long. */
  #large: Promise<void> = new Promise(() => undefined);
  #stale = true;
  #languages: Promise<readonly Language[]> | undefined;

  constructor(
    index: Pick<TextIndex, 'wordsAfter' | 'match'>,
    breathe: () => Promise<void> = () => Promise.resolve(),
  ) {
    this.#index = index;
    this.#breathe = breathe;
  }

  /** The vocabulary has changed. */
  forget(): void {
    this.#stale = true;
    this.#languages = undefined;
  }

  /** Reads the vocabulary before it is needed. Throws `TextIndexError`. */
  async prepare(): Promise<void> {
    if (this.#stale) await this.#load();
  }

  /** The word that is most likely meant by a folded word that the index does not know; undefined when nothing is near. */
  async mend(word: string): Promise<MendedWord | undefined> {
    if (word.length < SHORTEST || isUnspaced(word) || /\p{N}/u.test(word)) return undefined;
    const vocabulary = await this.#vocabulary();
    const { mended } = vocabulary;
    if (mended.has(word)) return mended.get(word);
    const found = nearestOf(word, vocabulary);
    if (mended.size >= MOST_MENDED) mended.clear();
    mended.set(word, found);
    return found;
  }

  /** The languages of the library's documents that are stemmed by rules of their own. Throws `TextIndexError`. */
  languages(): Promise<readonly Language[]> {
    if (this.#languages !== undefined) return this.#languages;
    const asked = this.#findLanguages().catch((error: unknown) => {
      // Asked again where the index could not answer.
      if (this.#languages === asked) this.#languages = undefined;
      throw error;
    });
    this.#languages = asked;
    return asked;
  }

  async #findLanguages(): Promise<readonly Language[]> {
    const languages: Language[] = [];
    for (const language of ALL_LANGUAGES) {
      const rows = await this.#index.match([{ text: language.mark, prefix: false }], 'title');
      if (rows.length > 0) languages.push(language);
    }
    return languages;
  }

  /** What is written together in the library, as far as it is known: of a large one nothing until it was read once. Throws `TextIndexError`. */
  async compounds(): Promise<Compounds> {
    const current = this.#current;
    if (!this.#stale && current !== undefined) return current.compounds;
    const loading = this.#load();
    // Whoever reads the index next will be told if it is damaged.
    loading.catch(() => undefined);
    if (current !== undefined && current.words.length >= LARGE) return current.compounds;
    const known = this.#large.then(() => this.#current?.compounds ?? NO_COMPOUNDS);
    return Promise.race([loading.then(({ compounds }) => compounds), known]);
  }

  async #vocabulary(): Promise<Vocabulary> {
    if (!this.#stale && this.#current !== undefined) return this.#current;
    if (this.#current === undefined || this.#current.words.length < LARGE) return this.#load();
    // Whoever reads the index next will be told if it is damaged.
    this.#load().catch(() => undefined);
    return this.#current;
  }

  /** Reads the vocabulary as it is now: at once, or after the reading under way, however many ask for it meanwhile. */
  #load(): Promise<Vocabulary> {
    if (this.#next !== undefined) return this.#next;
    if (this.#loading === undefined) return this.#begin();
    if (!this.#stale) return this.#loading;
    this.#next = this.#loading
      .catch(() => undefined)
      .then(() => {
        this.#next = undefined;
        return this.#begin();
      });
    return this.#next;
  }

  #begin(): Promise<Vocabulary> {
    this.#stale = false;
    const { promise, resolve } = settledLater();
    this.#large = promise;
    const loading = this.#read(resolve)
      .then(
        (read) => {
          this.#current = read;
          return read;
        },
        (error: unknown) => {
          this.#stale = true;
          throw error;
        },
      )
      .finally(() => {
        if (this.#loading === loading) this.#loading = undefined;
      });
    this.#loading = loading;
    return loading;
  }

  /** `isLarge` is told once there are more words than a keystroke can wait for. */
  async #read(isLarge: () => void): Promise<Vocabulary> {
    let all: VocabularyWord[] = [];
    const ofLanguages: VocabularyWord[] = [];
    for (let part = await this.#index.wordsAfter('', WORDS_AT_ONCE); part.length > 0; ) {
      for (const word of part) {
        if (languageOfMarked(word.word) !== undefined) ofLanguages.push(word);
        else if (!STOP_WORDS.has(word.word)) all.push(word);
      }
      if (all.length + ofLanguages.length > LARGE) isLarge();
      await this.#breathe();
      part = await this.#index.wordsAfter(part.at(-1)?.word ?? '', WORDS_AT_ONCE);
    }
    if (all.length > MOST_WORDS) all = mostFrequent(all);
    const grams = new GramIndex();
    for (let at = 0; at < all.length; at += WORDS_AT_ONCE) {
      grams.add(all.slice(at, at + WORDS_AT_ONCE).map(({ word }) => word));
      await this.#breathe();
    }
    return { words: all, grams, compounds: await this.#takeApart(ofLanguages), mended: new Map() };
  }

  async #takeApart(words: readonly VocabularyWord[]): Promise<Compounds> {
    const compounds = new Compounds();
    compounds.add(words);
    for (let at = 0; at < words.length; at += WORDS_AT_ONCE) {
      compounds.link(words.slice(at, at + WORDS_AT_ONCE));
      await this.#breathe();
    }
    return compounds;
  }
}

function settledLater(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/** The word of the vocabulary that is likeliest meant. */
function nearestOf(word: string, { words, grams }: Vocabulary): MendedWord | undefined {
  const near = grams.nearest(word, CANDIDATES, 'whole').flatMap((at) => words[at] ?? []);
  const fuse = new Fuse(near, { ...FUSE_OPTIONS, keys: ['word'] });
  let best: { readonly word: MendedWord; readonly cost: number } | undefined;
  for (const { item } of fuse.search(word.slice(0, 32), { limit: 40 })) {
    const mistakes = distance(word, item.word, mostMistakes(word.length));
    if (mistakes === undefined || mistakes === 0) continue;
    // A mistake in the first letter is rarer; a frequent word is likelier meant than a rare one.
    const cost = mistakes + (item.word[0] === word[0] ? 0 : 0.4) - 0.12 * Math.log10(1 + item.assets);
    if (best !== undefined && cost >= best.cost) continue;
    const certainty = certaintyOf(mistakes, word, item.word);
    best = { word: { ...item, certainty }, cost };
  }
  return best?.word;
}

/** How likely one word is meant by another with so many mistakes: half where a quarter of the letters are wrong. */
export function certaintyOf(mistakes: number, typed: string, word: string): number {
  return Math.max(0, 1 - (2 * mistakes) / Math.max(typed.length, word.length));
}

/** At most {@link MOST_WORDS}, in their order: those that most assets have. */
function mostFrequent(words: readonly VocabularyWord[]): VocabularyWord[] {
  const counts = Float64Array.from(words, ({ assets }) => assets).sort();
  const least = counts[counts.length - MOST_WORDS] ?? 0;
  return words
    .filter(({ assets }) => assets > least || (assets === least && least > 1))
    .slice(0, 2 * MOST_WORDS);
}

/**
 * How many letters must be added, left out, changed or swapped with their neighbour to get from one word to another (optimal string
 * alignment); undefined beyond `most`.
 */
export function distance(a: string, b: string, most: number): number | undefined {
  if (Math.abs(a.length - b.length) > most) return undefined;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      next.push(cost);
    }
    if (Math.min(...next) > most) return undefined;
    beforeLast = last;
    last = next;
  }
  const total = last[b.length] ?? 0;
  return total <= most ? total : undefined;
}
