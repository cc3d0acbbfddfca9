import { MARK_END, MARK_START, type PhraseGroup } from '../ports/text-index.ts';
import { codesOf } from './words/codes.ts';
import { foldWord, preparedWithPlaces, type SoughtText, wordEnd, wordStart, wordsOf } from './words/fold.ts';
import { type Language, languageOfMarked, stemsOfTyped } from './words/languages.ts';
import { stemOf } from './words/row-terms.ts';

/**
 * Marks in a text what was looked for, by the same rules as the index: words by their stems, beginnings, words side by side. FTS5 could
 * do it too, but its `snippet` and `highlight` take half of an answer's time.
 */

type WantedWord = {
  readonly folded: string;
  readonly stem: number | undefined;
  /** The word may go on. */
  readonly open: boolean;
  /** A stem by the rules of a language, in place of the word. */
  readonly language?: Language;
};
type WantedPhrase = { readonly group: number; readonly words: readonly WantedWord[] };
/** A stretch of a text: [from, to). */
type Match = { readonly group: number; readonly from: number; readonly to: number; readonly word: number };
/** What a word of a text is: the group that it stands for by itself, and the phrases that it may end. */
type KnownWord = { readonly group: number | undefined; readonly ends: readonly WantedPhrase[] };

/** Where the words of a text begin (only the first `words` numbers count), and its matches. All places are of the text as it is looked for. */
type WordsOfText = {
  readonly sought: SoughtText;
  readonly starts: Uint32Array;
  readonly words: number;
  readonly matches: readonly Match[];
};

/** Words before the first match that a snippet begins with, where a sentence does not begin nearer. */
const WORDS_BEFORE = 4;
const SENTENCE_BEFORE = 9;
const MOST_KNOWN = 20_000;
const ASCII = 128;
const OF_CODES = /[\p{N}\p{Co}]/u;
/** Makes an ASCII letter a small one and leaves digits as they are. */
const SMALL = 32;

/** Marks texts for one search. */
export class Marker {
  readonly #phrases: WantedPhrase[] = [];
  readonly #known = new Map<string, KnownWord>();
  /** Where the words of the text that was read last begin and end. */
  #starts = new Uint32Array(1024);
  #ends = new Uint32Array(1024);
  /** Words that a string with signs may be looked for by: those with digits or signs are looked for in every text. */
  readonly #codes = new Map<string, number>();
  readonly #openCodes: { readonly start: string; readonly group: number }[] = [];
  #everyText = false;
  /** By its first two letters (the second 0 where there is none), 1 where a word can be one that ends a phrase. Most can not. */
  readonly #beginnings = new Uint8Array(ASCII * ASCII);

  constructor(groups: readonly PhraseGroup[]) {
    for (const [group, phrases] of groups.entries()) {
      for (const { text, prefix } of phrases) {
        const all = [...wordsOf(text)].map(({ word }) => foldWord(word));
        const words = all.map((folded, at) => wantedWord(folded, prefix && at === all.length - 1));
        if (words.length > 0) this.#phrases.push({ group, words });
        this.#noteBeginning(words.at(-1));
        const [only, second] = all;
        if (only !== undefined && second === undefined && languageOfMarked(only) === undefined)
          this.#noteCode(only, prefix, group);
      }
    }
  }

  #noteBeginning(word: WantedWord | undefined): void {
    const first = word?.folded.charCodeAt(0) ?? ASCII;
    if (word === undefined || first >= ASCII) return;
    const second = word.folded.length === 1 ? 0 : word.folded.charCodeAt(1);
    if (word.folded.length === 1 && word.open) this.#beginnings.fill(1, first * ASCII, (first + 1) * ASCII);
    else if (second < ASCII) this.#beginnings[first * ASCII + second] = 1;
  }

  #noteCode(word: string, open: boolean, group: number): void {
    if (open) this.#openCodes.push({ start: word, group });
    else if (!this.#codes.has(word)) this.#codes.set(word, group);
    this.#everyText ||= OF_CODES.test(word);
  }

  /** The group that a string with signs is found by. */
  #groupOfCode(words: readonly string[]): number | undefined {
    for (const word of words) {
      const group =
        this.#codes.get(word) ?? this.#openCodes.find(({ start }) => word.startsWith(start))?.group;
      if (group !== undefined) return group;
    }
    return undefined;
  }

  /** False where the word that stands there can't be any that is wanted: told by two letters, without folding it. */
  #mayFit(text: string, at: number, end: number): boolean {
    const first = text.charCodeAt(at);
    const second = at + 1 < end ? text.charCodeAt(at + 1) : 0;
    if (first >= ASCII || second >= ASCII) return true;
    return this.#beginnings[(first | SMALL) * ASCII + (second === 0 ? 0 : second | SMALL)] === 1;
  }

  /** The whole text with its matches marked; undefined where it has none. What is marked are the text's own characters. */
  mark(text: string): string | undefined {
    const { sought, matches } = this.#read(preparedWithPlaces(text));
    return matches.length === 0 ? undefined : marked(text, 0, text.length, placed(matches, sought));
  }

  /** About `most` words of the text with as many of the different things that were looked for as may be. */
  snippet(text: string, most: number): string {
    const read = this.#read(preparedWithPlaces(text));
    const { sought, starts, words, matches } = read;
    const first = firstWord(read, most);
    const last = Math.min(words, first + most);
    const from = first === 0 ? 0 : placeFrom(sought, starts[first] ?? 0);
    const to = last >= words ? text.length : placeFrom(sought, starts[last] ?? sought.text.length);
    const part = marked(text, from, to, placed(matches, sought)).trimEnd();
    return `${from > 0 ? '…' : ''}${part}${to < text.length ? '…' : ''}`;
  }

  /** What is answered lasts until the next text is read. */
  #read(sought: SoughtText): WordsOfText {
    const { text } = sought;
    const most = (text.length >> 1) + 1;
    if (this.#starts.length < most) {
      this.#starts = new Uint32Array(2 * most);
      this.#ends = new Uint32Array(2 * most);
    }
    const starts = this.#starts;
    const ends = this.#ends;
    const matches: Match[] = [];
    let word = 0;
    for (let at = wordStart(text, 0); at < text.length; ) {
      const end = wordEnd(text, at);
      const known = this.#mayFit(text, at, end) ? this.#knownWord(text.slice(at, end)) : undefined;
      if (known?.group !== undefined) matches.push({ group: known.group, from: at, to: end, word });
      for (const phrase of known?.ends ?? []) {
        const begin = word - phrase.words.length + 1;
        const wanted = phrase.words.slice(0, -1);
        if (
          begin < 0 ||
          !wanted.every((one, step) =>
            fits(new WordLookedAt(text.slice(starts[begin + step], ends[begin + step])), one),
          )
        )
          continue;
        matches.push({ group: phrase.group, from: starts[begin] ?? at, to: end, word: begin });
      }
      starts[word] = at;
      ends[word] = end;
      word += 1;
      at = wordStart(text, end);
    }
    if (this.#everyText || matches.length === 0) this.#addCodes(text, word, matches);
    return { sought, starts, words: word, matches };
  }

  /** Strings with signs, before the words that they begin with. */
  #addCodes(text: string, words: number, matches: Match[]): void {
    const found: Match[] = [];
    let word = 0;
    for (const { from, to, exact, others } of codesOf(text)) {
      const group = this.#groupOfCode([exact, ...others]);
      if (group === undefined) continue;
      while (word + 1 < words && (this.#ends[word] ?? to) <= from) word += 1;
      found.push({ group, from, to, word });
    }
    if (found.length === 0) return;
    matches.push(...found);
    matches.sort((a, b) => a.word - b.word || a.from - b.from || b.to - a.to);
  }

  /** Texts repeat their words: each is looked at once a search. */
  #knownWord(word: string): KnownWord {
    const remembered = this.#known.get(word);
    if (remembered !== undefined) return remembered;
    const lookedAt = new WordLookedAt(word);
    const fitting = this.#phrases.filter(({ words }) => fits(lookedAt, words.at(-1)));
    const known = {
      group: fitting.find(({ words }) => words.length === 1)?.group,
      ends: fitting.filter(({ words }) => words.length > 1),
    };
    if (this.#known.size < MOST_KNOWN) this.#known.set(word, known);
    return known;
  }
}

function wantedWord(folded: string, open: boolean): WantedWord {
  const language = languageOfMarked(folded);
  return language === undefined
    ? { folded, stem: stemOf(folded), open }
    : { folded: folded.slice(1), stem: undefined, open: false, language };
}

/** A word of a text: folded once, and stemmed once by each language whose stems are wanted. */
class WordLookedAt {
  readonly folded: string;
  readonly #stems = new Map<Language, readonly string[]>();

  constructor(word: string) {
    this.folded = foldWord(word);
  }

  stems(language: Language): readonly string[] {
    const stems = this.#stems.get(language) ?? stemsOfTyped(language, this.folded);
    this.#stems.set(language, stems);
    return stems;
  }
}

function fits(word: WordLookedAt, wanted: WantedWord | undefined): boolean {
  if (wanted === undefined) return false;
  const { folded } = word;
  if (wanted.language !== undefined) return word.stems(wanted.language).includes(wanted.folded);
  if (folded === wanted.folded || (wanted.open && folded.startsWith(wanted.folded))) return true;
  if (wanted.stem === undefined || wanted.open) return false;
  // The stemmer leaves the first two letters alone, and looking is a hundred times quicker than stemming.
  return folded[0] === wanted.folded[0] && folded[1] === wanted.folded[1] && stemOf(folded) === wanted.stem;
}

/** The word that the best window of `most` words begins with: most different groups, then most matches, then the earliest. */
function firstWord({ sought: { text }, starts, words, matches }: WordsOfText, most: number): number {
  let best = { at: 0, groups: 0, matches: 0 };
  for (const [index, match] of matches.entries()) {
    const groups = new Set<number>();
    let count = 0;
    for (let next = index; next < matches.length; next += 1) {
      const other = matches[next];
      if (other === undefined || other.word >= match.word + most - WORDS_BEFORE) break;
      groups.add(other.group);
      count += 1;
    }
    if (groups.size > best.groups || (groups.size === best.groups && count > best.matches)) {
      best = { at: match.word, groups: groups.size, matches: count };
    }
  }
  if (best.groups === 0) return 0;
  for (let back = 0; back <= SENTENCE_BEFORE && back <= best.at; back += 1) {
    const at = best.at - back;
    if (at === 0 || endsSentence(text.slice(starts[at - 1], starts[at]))) return at;
  }
  // The end of a text is filled up from before, but not so far that the match stands where a row of the list ends.
  return Math.max(best.at - SENTENCE_BEFORE, Math.min(best.at - WORDS_BEFORE, words - most));
}

/** Whether a word with what stands behind it ends a sentence or a line. */
function endsSentence(text: string): boolean {
  const word = text.trimEnd();
  return /[.!?。]/u.test(word.slice(-1)) || text.slice(word.length).includes('\n');
}

/** Where a unit of the text as it is looked for begins in the text itself. */
function placeFrom({ places, text }: SoughtText, at: number): number {
  if (places === undefined) return at;
  return at < text.length ? (places.from[at] ?? 0) : (places.to.at(-1) ?? 0);
}

/** Matches where they stand in the text itself. */
function placed(matches: readonly Match[], sought: SoughtText): readonly Match[] {
  const { places } = sought;
  if (places === undefined) return matches;
  return matches.map((match) => ({
    ...match,
    from: places.from[match.from] ?? 0,
    to: places.to[match.to - 1] ?? match.to,
  }));
}

function marked(text: string, from: number, to: number, matches: readonly Match[]): string {
  let result = '';
  let done = from;
  for (const match of [...matches].sort((a, b) => a.from - b.from || b.to - a.to)) {
    // A word may be part of a phrase that is marked already.
    if (match.from < done || match.to > to) continue;
    result += `${text.slice(done, match.from)}${MARK_START}${text.slice(match.from, match.to)}${MARK_END}`;
    done = match.to;
  }
  return result + text.slice(done, to);
}
