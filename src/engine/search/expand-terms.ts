import type { Phrase, PhraseGroup, TextIndex } from '../ports/text-index.ts';
import { isUnspaced } from './fold.ts';
import type { Wanted } from './matching.ts';
import { type ParsedQuery, type QueryTerm, termText } from './parse-query.ts';

/** What a query's words may look like in the texts: endings, joined and split forms. */

/** A term with what is looked for in its place. */
export type ExpandedTerm = Wanted & { readonly term: QueryTerm };

const LETTERS_DIGITS = /^(?:(\p{L}+)(\p{N}+)|(\p{N}+)(\p{L}+))$/u;
const LONGEST_JOINED = 24;
/** How many words a prefix stands for where it can't be looked up as such. */
const PREFIX_WORDS = 6;
/** Endings that Porter's stemmer takes off: a word half typed into one of them begins with no stem any more. */
const ENDINGS =
  /(?:ational|ization|iveness|fulness|ousness|ations?|ities|ments?|ingly|ically|ances?|ences?|ables?|ibles?|ators?|ition|ings?|edly|ness|ions?|izes?|ized|izer|ives?|ical|able|ance|ence|ment|ity|ing|ies|ism|ist|ful|ous|ive|ize|ate|ant|ent|al|er|ed|es|ly|ic|y|s)$/u;

/** What to look for, term by term. */
export async function expandTerms(index: TextIndex, query: ParsedQuery): Promise<ExpandedTerm[]> {
  const joined = await joinedForms(index, query.terms);
  const expanded: ExpandedTerm[] = [];
  for (const [at, term] of query.terms.entries()) {
    const phrases: Phrase[] = [{ text: termText(term), prefix: false }];
    if (term.prefix && !isUnspaced(term.text)) {
      phrases.push({ text: termText(term), prefix: true });
      phrases.push(...(await halfTypedEndings(index, term)));
    }
    if (!term.quoted) {
      const parts = LETTERS_DIGITS.exec(term.text);
      if (parts !== null)
        phrases.push({ text: parts.slice(1).filter(Boolean).join(' '), prefix: term.prefix });
      for (const word of joined.get(at) ?? []) phrases.push({ text: word, prefix: false });
    }
    expanded.push({ term, group: phrases, weak: term.weak });
  }
  return expanded;
}

/** Neighbours written as one (`one pager`, `SOC 2`), for both of them. */
async function joinedForms(index: TextIndex, terms: readonly QueryTerm[]): Promise<Map<number, string[]>> {
  const pairs: { readonly at: number; readonly word: string }[] = [];
  for (let at = 1; at < terms.length; at += 1) {
    const [a, b] = [terms[at - 1], terms[at]];
    if (a === undefined || b === undefined || a.quoted || b.quoted || !b.follows) continue;
    if (b.from < a.to || b.from - a.to > 3 || isUnspaced(a.text) || isUnspaced(b.text)) continue;
    const word = a.folded + b.folded;
    if (word.length <= LONGEST_JOINED) pairs.push({ at, word });
  }
  const forms = new Map<number, string[]>();
  if (pairs.length === 0) return forms;
  const known = await index.known(pairs.map(({ word }) => word));
  for (const { at, word } of pairs) {
    // The vocabulary holds words of letters only; `soc2` is looked for without asking.
    if (!known.has(word) && !LETTERS_DIGITS.test(word)) continue;
    for (const place of [at - 1, at]) forms.set(place, [...(forms.get(place) ?? []), word]);
  }
  return forms;
}

/** Words that go on from a half-typed ending: `securi` means `security`, whose stem `secur` does not begin with it. */
async function halfTypedEndings(index: TextIndex, term: QueryTerm): Promise<Phrase[]> {
  if (term.quoted || term.folded.length < 4) return [];
  const words = await index.wordsFrom(term.folded, 40);
  return words
    .filter(({ word }) => {
      const ending = ENDINGS.exec(word);
      return ending !== null && word !== term.folded && ending.index < term.folded.length;
    })
    .slice(0, 8)
    .map(({ word }) => ({ text: word, prefix: false }));
}

/** The same group for looking into pieces, where long prefixes are dear: with the words that they most likely stand for. */
export async function groupForPieces(index: TextIndex, { term, group }: ExpandedTerm): Promise<PhraseGroup> {
  if (!term.prefix || [...term.folded].length <= 3) return group;
  const phrases = group.filter(({ prefix }) => !prefix);
  if (term.quoted) return group;
  const words = await index.wordsFrom(term.folded, PREFIX_WORDS);
  return [...phrases, ...words.map(({ word }) => ({ text: word, prefix: false }))];
}

/** A word that the index does not know as two that it does: `onepager` → `one pager`. Undefined when no such phrase is there. */
export async function splitForm(index: TextIndex, term: QueryTerm): Promise<Phrase | undefined> {
  const word = term.folded;
  if (term.quoted || word.length < 5 || word.length > LONGEST_JOINED || isUnspaced(word)) return undefined;
  const cuts = Array.from({ length: word.length - 3 }, (_, at) => at + 2).map((at) => [
    word.slice(0, at),
    word.slice(at),
  ]);
  // Parts of two letters are not in the vocabulary; the phrase decides.
  const known = await index.known(cuts.flat());
  for (const parts of cuts) {
    if (!parts.every((part) => part.length === 2 || known.has(part))) continue;
    const phrase = { text: parts.join(' '), prefix: false };
    if ((await index.match([phrase], 'anywhere')).length > 0) return phrase;
  }
  return undefined;
}
