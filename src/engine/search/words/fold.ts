import { foldLetters, withoutJoiners } from '../../../shared/letters.ts';
import { RAISED_OR_LOWERED, soughtForm } from '../../../shared/raised.ts';
import { withoutStrokes } from '../../../shared/struck.ts';

/** How texts and queries are brought to one form before the index cuts them into words. */

/** Stands between characters of scripts that have no spaces; unicode61 separates words at it, and no source text keeps it. */
const SEPARATOR = '\u200b';

/** Scripts whose words have no spaces between them: their characters are indexed one by one and found as phrases. */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\u30fc';
const UNSPACED_TEST = new RegExp(`[${UNSPACED}]`, 'u');
const UNSPACED_RUN = new RegExp(`[${UNSPACED}]+`, 'gu');

/** Control characters but tab and line break, soft hyphens, zero-width characters, and halves of surrogate pairs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: taking control characters out is what it is for
const UNWANTED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b\u2060\ufeff\p{Surrogate}]/gu;
const PLAIN = /^[\t\n\r\u0020-\u007e]*$/;
const ONLY_LETTERS = /^[\p{L}\p{M}]+$/u;
const WORD_CHARACTER = /^[\p{L}\p{N}\p{M}\p{Co}]/u;

/** What stands between two words that a text writes as one. */
const GAP = ' ';
/**
 * What is looked at together: raised or lowered characters and signs; a run of characters that stay as they are; Korean letters in parts, which
 * become one; else a character with its accents.
 */
const STEPS = new RegExp(
  `(${RAISED_OR_LOWERED.source})|[\\t\\n\\r\\u0020-\\u007e\\u2010-\\u2015\\u2018-\\u201f\\u20ac]+(?!\\p{M})|[\\u1100-\\u11ff]+|\\P{M}?(?:\\p{M}[\\u200c\\u200d]?)*`,
  'gu',
);
/** Numbers in a form of their own, such as `½` and `①`: they are words of their own. */
const OWN_NUMBER = /^\p{No}$/u;

/** A text in the form in which it is looked for, and of each of its units [from, to) in the text that it was made of; absent where both are the same. */
export type SoughtText = { readonly text: string; readonly places?: Places };
type Places = { readonly from: readonly number[]; readonly to: readonly number[] };

/** Text as it is kept for showing: its own characters, without controls and what can't be seen. */
export function shownText(text: string): string {
  return PLAIN.test(text) ? text : text.replace(UNWANTED, '').normalize('NFC');
}

/**
 * Text in the form in which it is looked for: Unicode's compatibility form (`ﬁ` → `fi`, full width → plain) with raised and lowered
 * characters as `soughtForm` has them, and without the strokes of struck text.
 */
export function cleanText(text: string): string {
  return PLAIN.test(text) ? text : sought(text, (letters) => letters);
}

function sought(
  text: string,
  fold: (letters: string) => string,
  places?: { from: number[]; to: number[] },
): string {
  let out = '';
  for (const match of text.matchAll(STEPS)) {
    const [step, raised] = match;
    if (step === '') continue;
    const before = out.length;
    if (raised !== undefined) {
      const form = soughtForm(raised, out);
      out += form.as === 'own' ? GAP + fold(form.text) : fold(form.text);
    } else if (PLAIN.test(step)) out += step;
    else {
      const plain = fold(withoutJoiners(withoutStrokes(step).replace(UNWANTED, '')).normalize('NFKC'));
      out += OWN_NUMBER.test(step) ? GAP + plain + GAP : plain;
    }
    if (places !== undefined) notePlaces(places, match.index, step.length, out.length - before);
  }
  return out;
}

/** Where both are equally long, each unit has its own place. */
function notePlaces(
  places: { from: number[]; to: number[] },
  from: number,
  length: number,
  made: number,
): void {
  for (let unit = 0; unit < made; unit += 1) {
    places.from.push(length === made ? from + unit : from);
    places.to.push(length === made ? from + unit + 1 : from + length);
  }
}

/**
 * Text as the index takes it: clean, in the letters that it is found by, and with {@link SEPARATOR} between the characters of scripts without
 * spaces.
 */
export function prepareText(text: string): string {
  if (PLAIN.test(text)) return text;
  const clean = sought(text, foldLetters);
  if (!UNSPACED_TEST.test(clean)) return clean;
  return clean.replace(UNSPACED_RUN, (run) => `${SEPARATOR}${[...run].join(SEPARATOR)}${SEPARATOR}`);
}

/** The same as {@link prepareText}, with where everything stands in the text. */
export function preparedWithPlaces(text: string): SoughtText {
  if (PLAIN.test(text)) return { text };
  const places = { from: [] as number[], to: [] as number[] };
  const clean = sought(text, foldLetters, places);
  if (!UNSPACED_TEST.test(clean)) return { text: clean, places };
  const parted: { from: number[]; to: number[] } = { from: [], to: [] };
  let out = '';
  const take = (piece: string, at: number): void => {
    out += piece;
    for (let unit = at; unit < at + piece.length; unit += 1) {
      parted.from.push(places.from[unit] ?? text.length);
      parted.to.push(places.to[unit] ?? text.length);
    }
  };
  const part = (at: number): void => {
    out += SEPARATOR;
    // Between two characters is nothing.
    const place = places.from[at] ?? text.length;
    parted.from.push(place);
    parted.to.push(place);
  };
  let done = 0;
  for (const { 0: run, index } of clean.matchAll(UNSPACED_RUN)) {
    take(clean.slice(done, index), done);
    let at = index;
    for (const character of run) {
      part(at);
      take(character, at);
      at += character.length;
    }
    part(at);
    done = at;
  }
  take(clean.slice(done), done);
  return { text: out, places: parted };
}

/** Undoes what {@link prepareText} put in, for showing. */
export function unprepareText(text: string): string {
  return text.includes(SEPARATOR) ? text.replaceAll(SEPARATOR, '') : text;
}

/** A word as the index has it: see {@link foldLetters}. */
export function foldWord(word: string): string {
  return foldLetters(word);
}

/** Says whether a word is written in a script without spaces. */
export function isUnspaced(word: string): boolean {
  return UNSPACED_TEST.test(word);
}

/** The words of a text, in order, with where they stand. */
export function* wordsOf(text: string): Generator<{ readonly word: string; readonly at: number }> {
  for (let at = wordStart(text, 0); at < text.length; ) {
    const end = wordEnd(text, at);
    yield { word: text.slice(at, end), at };
    at = wordStart(text, end);
  }
}

/** Where the next word begins, at `from` or after; the length of the text where there is none. Whole pages are read by this. */
export function wordStart(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isOfWord(text, at)) at += 1;
  return at;
}

/** Where the word that stands at `from` ends. */
export function wordEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && isOfWord(text, at)) at += text.charCodeAt(at) >>> 10 === HIGH_SURROGATES ? 2 : 1;
  return at;
}

const HIGH_SURROGATES = 0xd800 >>> 10;
/** By UTF-16 code unit, whether it is part of a word: 1 no, 2 yes, 0 not looked up yet. */
const ofWord = new Uint8Array(0x10000);

/** Whether the character that stands there is part of a word. */
export function isOfWord(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  // One of a pair says nothing by itself.
  if (unit >>> 10 === HIGH_SURROGATES) return WORD_CHARACTER.test(text.slice(at, at + 2));
  const known = ofWord[unit] ?? 0;
  if (known !== 0) return known === 2;
  const is = WORD_CHARACTER.test(String.fromCharCode(unit));
  ofWord[unit] = is ? 2 : 1;
  return is;
}

/** A title with its signs, for comparing: in one form of its letters, spaces made one. */
export function titleWithSigns(text: string): string {
  return foldLetters(cleanText(text)).replace(/\s+/gu, ' ').trim();
}

/** A text reduced to its words, for comparing titles: lower case, no accents, no punctuation, `&` and `and` the same. */
export function foldTitle(text: string): string {
  const words: string[] = [];
  for (const { word } of wordsOf(cleanText(text).replace(/&/gu, ' and '))) words.push(foldWord(word));
  return words.join(' ');
}

/** Whether a word has no digits and no signs. */
export function isOnlyLetters(word: string): boolean {
  return ONLY_LETTERS.test(word);
}
