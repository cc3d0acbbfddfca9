import { stemmer } from 'stemmer';
import type { Phrase } from '../../ports/text-index.ts';
import { foldWord, isOnlyLetters, isUnspaced, wordEnd, wordStart } from './fold.ts';
import { type Language, languageOfMarked } from './languages.ts';
import { STOP_WORDS } from './stop-words.ts';

/**
 * What an asset's words are, small enough to be read for some hundred assets within a search: which stems it has, how often, and which of
 * them stand side by side. FTS5 finds, this weighs (`weigh-rows.ts`). Words are stemmed as FTS5's `porter` does and kept as numbers of 32
 * bits: two of a hundred thousand may share one, which changes no rank that anybody would notice.
 */

/** Where a word stands. */
export type Field = 'title' | 'tags' | 'summary' | 'text';

/** What is kept of an asset. */
export type PackedTerms = {
  /** The different stems, ascending. */
  readonly stems: Uint32Array;
  /** How often each stands in the fields, and the pairs; see {@link unpackTerms}. */
  readonly data: Uint8Array;
  /** How many words there are, stop words left out. */
  readonly length: number;
  /** The words unstemmed, letters only, each once: for spelling. */
  readonly words: readonly string[];
};

/** The same for reading. */
export type RowTerms = {
  readonly stems: Uint32Array;
  readonly length: number;
  /** Of these, how many are the title's (a word beyond its third time left out). */
  readonly titleLength: number;
  /** For each stem, how often it stands in the text. */
  readonly inText: Uint8Array;
  /** For each stem, two bits each for title and tags, four for the summary. */
  readonly inHead: Uint8Array;
  /** Two neighbouring stems as one number, ascending, as often as they stand there. */
  readonly pairs: Uint32Array;
};

/** Words of a very long document beyond this count say nothing more about which words stand side by side. */
const MOST_PAIRS = 20_000;
const SHORTEST_WORD = 3;
const LONGEST_WORD = 24;
/** What is written together is longer: `Datenschutzgrundverordnung`. */
const LONGEST_COMPOUND = 40;
const MOST_REMEMBERED = 50_000;

/** A stop word has no stem: it neither counts nor comes between neighbours. */
const NO_STEM = -1;
const remembered = new Map<string, number>();

function stemIn(language: Language, word: string, folded: string): number | undefined {
  return STOP_WORDS.has(folded) ? undefined : numberOf(language.stem(word));
}

/** The number of a folded word's stem, or of what is one already (see `languages.ts`); undefined for stop words. */
export function stemOf(folded: string): number | undefined {
  const known = remembered.get(folded);
  if (known !== undefined) return known === NO_STEM ? undefined : known;
  if (languageOfMarked(folded) !== undefined) return numberOf(folded.slice(1));
  const stem = STOP_WORDS.has(folded) ? NO_STEM : numberOf(stemmer(folded));
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  // A long part of a text keeps the whole text in memory; joined anew it does not.
  remembered.set([...folded].join(''), stem);
  return stem === NO_STEM ? undefined : stem;
}

/** The number of the stem by which the rows of a single word are told; undefined for beginnings, several words, and what has digits or signs. */
export function stemOfPhrase({ text, prefix }: Phrase): number | undefined {
  return prefix || !isOnlyLetters(text) ? undefined : stemOf(foldWord(text));
}

/** The number of a stem that follows another one. */
export function pairOf(first: number, second: number): number {
  return Math.imul(Math.imul(first, 0x85ebca6b) ^ second, 0xc2b2ae35) >>> 0;
}

/** A number for a text: FNV-1a over UTF-16 code units, stirred once more (the last step of MurmurHash3) so that neighbours do not stay neighbours. */
export function numberOf(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/** What a word of a text is for the index. Texts repeat their words, and looking one up is quicker than folding it. */
type KnownWord = {
  readonly folded: string;
  readonly stem: number | undefined;
  readonly spellable: boolean;
};

/** Words as they stand in texts, with what they are. */
export type KnownWords = Map<string, KnownWord>;

/** Numbers of 32 bits, one after the other. */
class Numbers {
  #numbers = new Uint32Array(256);
  length = 0;

  push(number: number): void {
    if (this.length === this.#numbers.length) {
      const more = new Uint32Array(2 * this.length);
      more.set(this.#numbers);
      this.#numbers = more;
    }
    this.#numbers[this.length] = number;
    this.length += 1;
  }

  /** All of them, ascending. */
  sorted(): Uint32Array {
    return this.#numbers.slice(0, this.length).sort();
  }
}

/** Gathers the words of an asset, text by text. */
export class TermGatherer {
  readonly #text = new Numbers();
  readonly #head = new Map<number, { title: number; tags: number; summary: number }>();
  readonly #words = new Set<string>();
  readonly #pairs = new Numbers();
  readonly #known: KnownWords;
  #length = 0;

  readonly #language: Language | undefined;

  /**
   * `known` is what the gatherers of one run share of the words that they have met; not to be kept longer, as words hold on to their texts.
   * With a language words are stemmed by its rules, which need their accents.
   */
  constructor(known: KnownWords = new Map(), language?: Language) {
    this.#known = known;
    this.#language = language;
  }

  add(text: string, field: Field): void {
    let previous: number | undefined;
    for (let at = wordStart(text, 0); at < text.length; ) {
      const end = wordEnd(text, at);
      const { folded, stem, spellable } = this.#knownWord(text.slice(at, end));
      at = wordStart(text, end);
      if (spellable) this.#noteWord(folded);
      if (stem === undefined) continue;
      this.#length += 1;
      if (field === 'text') this.#text.push(stem);
      else this.#countInHead(stem, field);
      if (previous !== undefined && this.#pairs.length < MOST_PAIRS) this.#pairs.push(pairOf(previous, stem));
      previous = stem;
    }
  }

  finish(): PackedTerms {
    const inText = this.#text.sorted();
    const stems = withoutRepeats(inText, this.#head.keys());
    const pairs = this.#pairs.sorted();
    const data = new Uint8Array(8 + pairs.byteLength + 2 * stems.length);
    data.set(new Uint8Array(Uint32Array.of(this.#length, pairs.length).buffer), 0);
    data.set(new Uint8Array(pairs.buffer), 8);
    const counts = data.subarray(8 + pairs.byteLength);
    let read = 0;
    for (let at = 0; at < stems.length; at += 1) {
      const first = read;
      while (read < inText.length && inText[read] === stems[at]) read += 1;
      counts[at] = Math.min(255, read - first);
    }
    for (const [stem, { title, tags, summary }] of this.#head) {
      counts[stems.length + positionOf(stems, stem)] =
        Math.min(3, title) | (Math.min(3, tags) << 2) | (Math.min(15, summary) << 4);
    }
    return { stems, data, length: this.#length, words: [...this.#words] };
  }

  /** A word of a language that writes words together is kept as one of that language, too. */
  #noteWord(folded: string): void {
    if (folded.length <= LONGEST_WORD) this.#words.add(folded);
    if (this.#language?.compounds === true) this.#words.add(this.#language.mark + folded);
  }

  #knownWord(word: string): KnownWord {
    const language = this.#language;
    const key = language === undefined ? word : language.mark + word;
    const before = this.#known.get(key);
    if (before !== undefined) return before;
    const folded = foldWord(word);
    const stem = language === undefined ? stemOf(folded) : stemIn(language, word, folded);
    const known = { folded, stem, spellable: isSpellable(folded) };
    if (this.#known.size >= MOST_REMEMBERED) this.#known.clear();
    this.#known.set(key, known);
    return known;
  }

  #countInHead(stem: number, field: Exclude<Field, 'text'>): void {
    const known = this.#head.get(stem) ?? { title: 0, tags: 0, summary: 0 };
    known[field] += 1;
    this.#head.set(stem, known);
  }
}

/** Each number once, ascending: of ascending ones and some more. */
function withoutRepeats(ascending: Uint32Array, more: Iterable<number>): Uint32Array {
  const once = ascending.filter((number, at) => at === 0 || number !== ascending[at - 1]);
  const others = [...more].filter((number) => positionOf(once, number) < 0);
  if (others.length === 0) return once;
  const all = new Uint32Array(once.length + others.length);
  all.set(once);
  all.set(others, once.length);
  return all.sort();
}

/** Where a number stands among ascending ones, the first of equal ones; below 0 where it is not. */
export function positionOf(numbers: Uint32Array, wanted: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low < numbers.length && numbers[low] === wanted ? low : -1;
}

/** Reads what {@link TermGatherer.finish} packed: length, number of pairs, pairs, then a byte a stem for the text and one for the rest. */
export function unpackTerms(stems: Uint32Array, data: Uint8Array): RowTerms {
  // Numbers can only be seen in place where they stand at a multiple of four.
  const aligned = data.byteOffset % 4 === 0 ? data : data.slice();
  const [length = 0, count = 0] = new Uint32Array(aligned.buffer, aligned.byteOffset, 2);
  const pairs = new Uint32Array(aligned.buffer, aligned.byteOffset + 8, count);
  const counts = aligned.subarray(8 + pairs.byteLength);
  let titleLength = 0;
  for (let at = stems.length; at < 2 * stems.length; at += 1) titleLength += (counts[at] ?? 0) & 3;
  return {
    stems,
    length,
    titleLength,
    pairs,
    inText: counts.subarray(0, stems.length),
    inHead: counts.subarray(stems.length, 2 * stems.length),
  };
}

function isSpellable(word: string): boolean {
  return (
    word.length >= SHORTEST_WORD &&
    word.length <= LONGEST_COMPOUND &&
    /^[\p{L}\p{M}]+$/u.test(word) &&
    !isUnspaced(word)
  );
}
