/** How texts and queries are brought to one form before the index cuts them into words. */

/** Stands between characters of scripts that have no spaces; unicode61 separates words at it, and no source text keeps it. */
export const SEPARATOR = '\u200b';

/** Scripts whose words have no spaces between them: their characters are indexed one by one and found as phrases. */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\u30fc';
const UNSPACED_TEST = new RegExp(`[${UNSPACED}]`, 'u');
const UNSPACED_RUN = new RegExp(`[${UNSPACED}]+`, 'gu');

/** Control characters but tab and line break, soft hyphens, zero-width characters, and halves of surrogate pairs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: taking control characters out is what it is for
const UNWANTED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b\u2060\ufeff\p{Surrogate}]/gu;
const PLAIN = /^[\t\n\r\u0020-\u007e]*$/;
const WORD_CHARACTER = /^[\p{L}\p{N}\p{M}\p{Co}]/u;

/** Text without what can't be shown or would be mistaken for a mark, in Unicode's compatibility form (`ﬁ` → `fi`, full width → plain). */
export function cleanText(text: string): string {
  return PLAIN.test(text) ? text : text.replace(UNWANTED, '').normalize('NFKC');
}

/** Text as the index takes it: clean, and with {@link SEPARATOR} between the characters of scripts without spaces. */
export function prepareText(text: string): string {
  if (PLAIN.test(text)) return text;
  const clean = cleanText(text);
  if (!UNSPACED_TEST.test(clean)) return clean;
  return clean.replace(UNSPACED_RUN, (run) => `${SEPARATOR}${[...run].join(SEPARATOR)}${SEPARATOR}`);
}

/** Undoes what {@link prepareText} put in, for showing. */
export function unprepareText(text: string): string {
  return text.includes(SEPARATOR) ? text.replaceAll(SEPARATOR, '') : text;
}

/** Lower case without accents: what unicode61 with `remove_diacritics 2` makes of a word, for comparing outside of it. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  return PLAIN.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
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

function isOfWord(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  // One of a pair says nothing by itself.
  if (unit >>> 10 === HIGH_SURROGATES) return WORD_CHARACTER.test(text.slice(at, at + 2));
  const known = ofWord[unit] ?? 0;
  if (known !== 0) return known === 2;
  const is = WORD_CHARACTER.test(String.fromCharCode(unit));
  ofWord[unit] = is ? 2 : 1;
  return is;
}

/** A text reduced to its words, for comparing titles: lower case, no accents, no punctuation, `&` and `and` the same. */
export function foldTitle(text: string): string {
  const words: string[] = [];
  for (const { word } of wordsOf(cleanText(text).replace(/&/gu, ' and '))) words.push(foldWord(word));
  return words.join(' ');
}
