import type { Phrase, TextIndex } from '../ports/text-index.ts';
import type { ParsedQuery, QueryTerm } from './query/parse-query.ts';
import { singular } from './query/word-key.ts';
import { foldWord, isUnspaced, wordsOf } from './words/fold.ts';
import { STOP_WORDS } from './words/stop-words.ts';

/** Other ways in which people write the same: joined, split, with a sign, with other letters. */

export const LETTERS_DIGITS = /^(?:(\p{L}+)(\p{N}+)|(\p{N}+)(\p{L}+))$/u;
const LONGEST_JOINED = 24;
/** What may stand between words that are one: nothing else ends a sentence or a thought. */
const BETWEEN = /^[\s\-‐‑–_./&+]{1,3}$/u;
const LONGEST_RUN = 3;

/**
 * Neighbours written as one (`one pager`, `SOC 2`, `go-to-market`), for each term that they cover. A word that says nothing by itself
 * counts only where a hyphen or the like ties it (`on-boarding`, not `of ten`).
 */
export async function joinedForms(
  index: TextIndex,
  query: ParsedQuery,
): Promise<ReadonlyMap<QueryTerm, readonly string[]>> {
  const found = candidates(query);
  const forms = new Map<QueryTerm, string[]>();
  if (found.length === 0) return forms;
  const known = await index.known(found.map(({ word }) => word));
  for (const { word, from, to } of found) {
    // The vocabulary holds words of letters only; `soc2` is looked for without asking.
    if (!known.has(word) && !LETTERS_DIGITS.test(word)) continue;
    for (const term of query.terms) {
      if (term.quoted || term.from < from || term.to > to) continue;
      forms.set(term, [...(forms.get(term) ?? []), word]);
    }
  }
  return forms;
}

type Candidate = { readonly word: string; readonly from: number; readonly to: number };

function candidates({ runs, text }: ParsedQuery): Candidate[] {
  const found: Candidate[] = [];
  for (const run of runs) {
    for (const [at, first] of run.entries()) {
      let word = first.folded;
      let before = first;
      for (const next of run.slice(at + 1, at + LONGEST_RUN)) {
        const between = text.slice(before.to, next.from);
        if (!BETWEEN.test(between) || isUnspaced(before.folded) || isUnspaced(next.folded)) break;
        if (/\s/u.test(between) && (STOP_WORDS.has(before.folded) || STOP_WORDS.has(next.folded))) break;
        word += next.folded;
        if (word.length > LONGEST_JOINED) break;
        found.push({ word, from: first.from, to: next.to });
        before = next;
      }
    }
  }
  return found;
}

/** What splitting asks of an index. */
type Words = Pick<TextIndex, 'known' | 'match'>;

/** Phrases in three parts that are looked for, all of them at once. */
const MOST_THREES = 6;

/**
 * A word that the index does not know as two that it does, or three: `onepager` → `one pager`, `gotomarket` → `go to market`. Undefined
 * when no such phrase is there.
 */
export async function splitForm(index: Words, term: QueryTerm): Promise<Phrase | undefined> {
  const word = term.folded;
  if (term.quoted || word.length < 5 || word.length > LONGEST_JOINED || isUnspaced(word)) return undefined;
  const cuts = Array.from({ length: word.length - 2 }, (_, at) => at + 1).map(
    (at) => [word.slice(0, at), word.slice(at)] as const,
  );
  // Parts of one or two letters are not in the vocabulary; the phrase decides.
  const known = await index.known(cuts.flatMap(([first, second]) => [first, second, singular(second)]));
  const isPart = (part: string): boolean => known.has(part) || known.has(singular(part));
  for (const [first, second] of cuts) {
    if (!(first.length < 3 || known.has(first)) || !(second.length === 2 || isPart(second))) continue;
    const phrase = { text: `${first} ${second}`, prefix: false };
    if ((await index.match([phrase], 'anywhere')).length > 0) return phrase;
  }
  const firsts = cuts.map(([first]) => first).filter((first) => first.length === 2 || known.has(first));
  const lasts = cuts.map(([, last]) => last).filter((last) => last.length > 2 && isPart(last));
  return inThree(index, word, firsts, lasts);
}

/** Two lookups, however many ways there are; more only once it is known that one of them is there. */
async function inThree(
  index: Words,
  word: string,
  firsts: readonly string[],
  lasts: readonly string[],
): Promise<Phrase | undefined> {
  const ways = firsts
    .flatMap((first) => lasts.map((last) => [first, word.slice(first.length, -last.length), last] as const))
    // What holds such words together says nothing by itself (`end to end`); beside a part of two letters it has to.
    .filter(([first, middle, last]) => {
      const fits = first.length + middle.length + last.length === word.length && middle.length > 1;
      return fits && (STOP_WORDS.has(middle) || (middle.length > 2 && first.length > 2));
    });
  if (ways.length === 0) return undefined;
  const open = ways.map(([, middle]) => middle).filter((middle) => !STOP_WORDS.has(middle));
  const known = open.length === 0 ? new Set() : await index.known(open);
  const phrases = ways
    .filter(([, middle]) => STOP_WORDS.has(middle) || known.has(middle))
    .sort((a, b) => shortest(b) - shortest(a))
    .slice(0, MOST_THREES)
    .map((parts) => ({ text: parts.join(' '), prefix: false }));
  if (phrases.length === 0 || (await index.match(phrases, 'anywhere')).length === 0) return undefined;
  for (const phrase of phrases) if ((await index.match([phrase], 'anywhere')).length > 0) return phrase;
  return undefined;
}

/** Parts of some length are more likely meant. The one that only holds the others together does not count. */
function shortest([first, middle, last]: readonly [string, string, string]): number {
  return STOP_WORDS.has(middle)
    ? Math.min(first.length, last.length)
    : Math.min(first.length, middle.length, last.length);
}

/** How some keyboards write what others write with one letter, after folding (`größe` → `grosse`, typed `groesse`). */
const LETTERS: readonly (readonly [typed: RegExp, written: string])[] = [
  [/ae/gu, 'a'],
  [/oe/gu, 'o'],
  [/ue/gu, 'u'],
];

/** The same word in other letters, as far as the index has it. */
export async function otherLetters(index: TextIndex, term: QueryTerm): Promise<Phrase[]> {
  const word = term.folded;
  if (term.quoted || word.length < 4) return [];
  const forms = new Set<string>([word]);
  for (const [typed, written] of LETTERS)
    for (const form of [...forms]) forms.add(form.replace(typed, written));
  forms.delete(word);
  if (forms.size === 0) return [];
  const known = await index.known([...forms]);
  return [...known].map((text) => ({ text, prefix: false }));
}

const AND = new Set(['and', 'und', 'et', 'y', 'e', 'en']);
const AND_WORDS = ['and', 'und', 'et', 'y'];

/** A phrase with a sign as one with a word, and the other way round: `Q&A`, `research and development`. */
export function phraseForms(query: ParsedQuery, term: QueryTerm): Phrase[] {
  if (!term.quoted) return [];
  const typed = query.text.slice(term.from, term.to);
  const words = [...wordsOf(typed)].map(({ word }) => word);
  const without = words.filter((word) => !AND.has(foldWord(word)));
  const forms: string[] = [];
  if (without.length < words.length && without.length > 1) forms.push(without.join(' '));
  if (/[&+]/u.test(typed)) {
    for (const and of AND_WORDS) {
      const spoken = [...wordsOf(typed.replace(/[&+]/gu, ` ${and} `))].map(({ word }) => word);
      forms.push(spoken.join(' '));
    }
  }
  return forms.map((text) => ({ text, prefix: term.prefix }));
}
