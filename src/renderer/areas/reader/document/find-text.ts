import { foldLetters } from '../../../../shared/letters.ts';
import { RAISED_OR_LOWERED, soughtForm } from '../../../../shared/raised.ts';

/** Finds words in a text as a person means them: case, accents and runs of white space do not matter. */

/**
 * What to look for: the words of a search, whole ones, with `prefix` the beginning of further ones; or a text literally as typed,
 * wherever it stands.
 */
export type FindRequest =
  | { readonly kind: 'terms'; readonly terms: readonly string[]; readonly prefix?: string }
  | { readonly kind: 'text'; readonly text: string };

/** A place in a text, in UTF-16 units. */
type TextMatch = { readonly index: number; readonly length: number };

/** Finds all places in a text, in order, without overlaps. */
export type Matcher = (text: string) => TextMatch[];

/** A text in the letters that it is found by, and where each of its units was in the original; null where each is in its place. */
type Folded = { readonly text: string; readonly origins: readonly number[] | null };

/** A letter with its accents, which are folded together. */
const withAccents = /\P{M}\p{M}*|\p{M}+/gu;
const letterOrDigit = /[\p{L}\p{N}\p{M}_]/u;
/** Scripts that are written without spaces: a word may begin anywhere in them. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
const space = /\s/u;

/** Most text: nothing to take apart, and no white space in a row. */
const plain = /^(?:[!-~]|[ \n](?![ \n]))*$/;

const besideTheLine = new RegExp(RAISED_OR_LOWERED, 'gu');

function fold(original: string): Folded {
  if (plain.test(original)) return { text: original.toLowerCase().replaceAll('\n', ' '), origins: null };
  const origins: number[] = [];
  let text = '';
  const add = (piece: string, index: number): void => {
    text += piece;
    for (let unit = 0; unit < piece.length; unit += 1) origins.push(index);
  };
  const addOnTheLine = (piece: string, from: number): void => {
    for (const { 0: character, index } of piece.matchAll(withAccents)) {
      if (!space.test(character)) add(foldLetters(character.normalize('NFKC')), from + index);
      else if (!text.endsWith(' ')) add(' ', from + index);
    }
  };
  let done = 0;
  for (const { 0: run, index } of original.matchAll(besideTheLine)) {
    addOnTheLine(original.slice(done, index), done);
    const form = soughtForm(run, text);
    if (form.as === 'own') add(' ', index);
    if (form.as === 'none') addOnTheLine(' ', index);
    else for (const [at, character] of [...form.text].entries()) add(character.toLowerCase(), index + at);
    done = index + run.length;
  }
  addOnTheLine(original.slice(done), done);
  origins.push(original.length);
  return { text, origins };
}

function characterBefore(text: string, index: number): string {
  if (index === 0) return '';
  const last = text.charCodeAt(index - 1);
  return last >= 0xdc00 && last <= 0xdfff ? text.slice(index - 2, index) : text.charAt(index - 1);
}

function beginsWord(text: string, index: number): boolean {
  const before = characterBefore(text, index);
  if (before === '' || !letterOrDigit.test(before)) return true;
  const first = String.fromCodePoint(text.codePointAt(index) ?? 32);
  return unspaced.test(before) || unspaced.test(first);
}

function endOfWord(text: string, from: number): number {
  let end = from;
  while (end < text.length) {
    const character = String.fromCodePoint(text.codePointAt(end) ?? 32);
    if (!letterOrDigit.test(character) || unspaced.test(character)) break;
    end += character.length;
  }
  return end;
}

/** How a needle may stand in the text. */
type Fit = 'anywhere' | 'word' | 'prefix';

/** Where a place ends that begins at `index`; null when it does not fit there. */
function endOfPlace(text: string, index: number, needle: string, fit: Fit): number | null {
  const end = index + needle.length;
  if (fit === 'anywhere') return end;
  if (!beginsWord(text, index)) return null;
  const wordEnd = unspaced.test(characterBefore(text, end)) ? end : endOfWord(text, end);
  return fit === 'prefix' || wordEnd === end ? wordEnd : null;
}

function placesOf(folded: string, needle: string, fit: Fit): TextMatch[] {
  const places: TextMatch[] = [];
  let index = folded.indexOf(needle);
  while (index !== -1) {
    const end = endOfPlace(folded, index, needle, fit);
    if (end !== null) places.push({ index, length: end - index });
    index = folded.indexOf(needle, end ?? index + 1);
  }
  return places;
}

function withoutOverlaps(places: readonly TextMatch[]): TextMatch[] {
  const ordered = places.toSorted((a, b) => a.index - b.index || b.length - a.length);
  const kept: TextMatch[] = [];
  let end = -1;
  for (const place of ordered) {
    if (place.index < end) continue;
    kept.push(place);
    end = place.index + place.length;
  }
  return kept;
}

function toOriginal({ origins }: Folded, place: TextMatch, original: string): TextMatch {
  if (origins === null) return place;
  const index = origins[place.index] ?? 0;
  const last = origins[place.index + place.length - 1] ?? index;
  let end = last + (String.fromCodePoint(original.codePointAt(last) ?? 32).length || 1);
  // An accent that stands for itself after its letter belongs to the match.
  while (end < original.length && /\p{M}/u.test(original.charAt(end))) end += 1;
  return { index, length: end - index };
}

type Needle = { readonly text: string; readonly fit: Fit };

function needlesWithFit(request: FindRequest): Needle[] {
  if (request.kind === 'text') return [{ text: fold(request.text).text, fit: 'anywhere' }];
  const { terms, prefix } = request;
  const words = terms.map((term): Needle => ({ text: fold(term).text.trim(), fit: 'word' }));
  return prefix === undefined ? words : [...words, { text: fold(prefix).text.trim(), fit: 'prefix' }];
}

/** What a request looks for, in one form; empty when it asks for nothing. */
export function needlesOf(request: FindRequest): string[] {
  const texts = needlesWithFit(request).map(({ text }) => text);
  return [...new Set(texts)].filter((text) => text.trim() !== '');
}

/** Makes a matcher for a request; it finds nothing when the request asks for nothing. */
export function makeMatcher(request: FindRequest): Matcher {
  const needles = needlesWithFit(request).filter(({ text }) => text.trim() !== '');
  return (text) => {
    if (needles.length === 0) return [];
    const folded = fold(text);
    const places = needles.flatMap((needle) => placesOf(folded.text, needle.text, needle.fit));
    return withoutOverlaps(places).map((place) => toOriginal(folded, place, text));
  };
}

/**
 * What to mark of a search: the words that the engine found (spelling mended, stop words left out) and what else begins with the
 * last word while it is being typed; where the engine has found none, its words as typed, without operators and what is left out.
 * Null where it had no words.
 */
export function hitRequest({
  words,
  terms: found,
}: {
  readonly words: string;
  readonly terms: readonly string[];
}): FindRequest | null {
  const typed = wordsOf(words);
  if (typed.length === 0) return null;
  const last = /[\p{L}\p{N}\p{M}_]$/u.test(words) ? typed.at(-1) : undefined;
  const start = last === undefined ? undefined : fold(last).text;
  const goesOn =
    start !== undefined && (found.length === 0 || found.some((word) => fold(word).text.startsWith(start)));
  return {
    kind: 'terms',
    terms: found.length > 0 ? found : typed,
    ...(goesOn && last !== undefined ? { prefix: last } : {}),
  };
}

/** The words of a text, each once. */
function wordsOf(query: string): string[] {
  const words = query.match(/[\p{L}\p{N}\p{M}_]+/gu) ?? [];
  return [...new Set(words)].slice(0, 32);
}
