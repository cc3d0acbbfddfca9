import type { DocumentKind } from '../../shared/vocabulary/assets.ts';
import { cleanText, foldWord, wordsOf } from '../search/words/fold.ts';
import { stemOf } from '../search/words/row-terms.ts';
import { STOP_WORDS } from '../search/words/stop-words.ts';

/** What is looked at of a document to tell what it is about. */

/** A document as it lies before somebody: what it is called, where it lies, what it says. */
type LookedAt = {
  readonly title: string;
  readonly fileName: string;
  /** The folders that it came from, parted by `/`; '' where that is not known. */
  readonly folder: string;
  readonly kind: DocumentKind;
  /** The language that it was found to be in. */
  readonly language?: string | undefined;
  /** The text of its first pages. */
  readonly text: string;
};

/** Words by the numbers of their stems, each with its weight. */
export type Weighed = ReadonlyMap<number, number>;

export type Signals = Omit<LookedAt, 'text'> & {
  /** Its words, each with how often it stands there, the names' words counted more. */
  readonly words: Weighed;
  /** How many words its text has, as far as it was looked at. */
  readonly length: number;
};

/** Characters of a text that are looked at: what a document is, its first pages say. */
export const LOOKED_AT_CHARS = 6_000;
/** A word of the title or of the file's name counts as so many of the text. */
const NAME_WEIGHT = 3;
const SHORTEST = 3;

/** The signals of a document. */
export function signalsOf({ text, ...about }: LookedAt): Signals {
  const words = new Map<number, number>();
  const length = count(words, text.slice(0, LOOKED_AT_CHARS), 1);
  count(words, about.title, NAME_WEIGHT);
  count(words, plainName(about.fileName), NAME_WEIGHT);
  return { ...about, words, length };
}

/** The words of a text by their stems. */
export function wordsIn(text: string): Weighed {
  const words = new Map<number, number>();
  count(words, text, 1);
  return words;
}

function count(words: Map<number, number>, text: string, weight: number): number {
  let length = 0;
  for (const { word } of wordsOf(cleanText(text))) {
    length += 1;
    const folded = foldWord(word);
    if (folded.length < SHORTEST || STOP_WORDS.has(folded) || /^\p{N}+$/u.test(folded)) continue;
    const stem = stemOf(folded);
    if (stem !== undefined) words.set(stem, (words.get(stem) ?? 0) + weight);
  }
  return length;
}

/** A file's name as words, without its ending. */
export function plainName(fileName: string): string {
  return fileName
    .replace(/\.[a-z0-9]{1,8}$/iu, '')
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .replace(/[_.+-]+/gu, ' ');
}
