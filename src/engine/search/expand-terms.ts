import type { Phrase, PhraseGroup, TextIndex } from '../ports/text-index.ts';
import type { Wanted } from './matching.ts';
import { joinedForms, LETTERS_DIGITS, otherLetters, phraseForms } from './other-forms.ts';
import { type ParsedQuery, type QueryTerm, termText } from './query/parse-query.ts';
import type { QueryCode } from './query/query-codes.ts';
import { formsOf, type WordForms } from './word-forms.ts';
import { isUnspaced } from './words/fold.ts';
import { stemOfPhrase } from './words/row-terms.ts';

/** What a query's words may look like in the texts: endings, joined and split forms. */

/** A term with what is looked for in its place. */
export type ExpandedTerm = Wanted & { readonly term: QueryTerm };

/** How many words a prefix stands for where it can't be looked up as such. */
const PREFIX_WORDS = 6;
/** Endings that Porter's stemmer takes off: a word half typed into one of them begins with no stem any more. */
const ENDINGS =
  /(?:ational|ization|iveness|fulness|ousness|ations?|ities|ments?|ingly|ically|ances?|ences?|ables?|ibles?|ators?|ition|ings?|edly|ness|ions?|izes?|ized|izer|ives?|ical|able|ance|ence|ment|ity|ing|ies|ism|ist|ful|ous|ive|ize|ate|ant|ent|al|er|ed|es|ly|ic|y|s)$/u;

/** Korean writes what other languages have small words for behind the word, without a space. */
const KOREAN = /^\p{Script=Hangul}+$/u;

/** What to look for, term by term. */
export async function expandTerms(
  index: TextIndex,
  query: ParsedQuery,
  forms: WordForms,
): Promise<ExpandedTerm[]> {
  const joined = await joinedForms(index, query);
  const numbers = await numbersThere(index, query);
  const expanded: ExpandedTerm[] = [];
  for (const term of query.terms) {
    const code = term.quoted ? undefined : codeAround(query, term);
    const part = code && (code.from >= term.from ? 'first' : 'further');
    const number = code && numbers.get(code);
    if (number !== undefined) {
      expanded.push({ term, group: number, weak: false, ...(part && { part }) });
      continue;
    }
    const phrases: Phrase[] = [{ text: termText(term), prefix: false }, ...phraseForms(query, term)];
    // A letter that ends a string with signs begins no other word.
    if (term.prefix && !isUnspaced(term.text) && !(term.weak && code !== undefined)) {
      phrases.push({ text: termText(term), prefix: true });
      phrases.push(...(await halfTypedEndings(index, term)));
    } else if (!term.quoted && KOREAN.test(term.text)) phrases.push({ text: termText(term), prefix: true });
    for (const text of code === undefined ? [] : [code.exact, ...code.others])
      phrases.push({ text, prefix: code?.prefix ?? false });
    if (!term.quoted) {
      const parts = LETTERS_DIGITS.exec(term.text);
      if (parts !== null)
        phrases.push({ text: parts.slice(1).filter(Boolean).join(' '), prefix: term.prefix });
      for (const word of joined.get(term) ?? []) phrases.push({ text: word, prefix: false });
      phrases.push(...(await otherLetters(index, term)), ...formsOf(term, forms));
    }
    expanded.push({ term, group: phrases, weak: term.weak, ...(part && { part }) });
  }
  return expanded;
}

/** The numbers of several words that something has, as what is looked for in place of these words: `10` and `000` apart are no `10.000`. */
async function numbersThere(
  index: TextIndex,
  { codes }: ParsedQuery,
): Promise<ReadonlyMap<QueryCode, PhraseGroup>> {
  const there = new Map<QueryCode, PhraseGroup>();
  for (const code of codes) {
    const { whole, exact, others, prefix } = code;
    if (whole === undefined) continue;
    const asNumber = [exact, ...others].map((text) => ({ text, prefix }));
    if ((await index.match(asNumber, 'anywhere')).length === 0) continue;
    there.set(
      code,
      whole.map((text) => ({ text, prefix })),
    );
  }
  return there;
}

/** The string with signs that a term is a part of. */
function codeAround({ codes }: ParsedQuery, term: QueryTerm): QueryCode | undefined {
  return codes.find(({ from, to }) => from <= term.from && term.to <= to);
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

/** The same group for weighing: in place of a beginning the words that it most likely stands for. */
export async function groupForWeighing(
  index: TextIndex,
  { term, group }: ExpandedTerm,
): Promise<PhraseGroup> {
  if (!term.prefix || term.quoted) return group;
  const words = await index.wordsFrom(term.folded, PREFIX_WORDS);
  return [...group, ...words.map(({ word }) => ({ text: word, prefix: false }))];
}

/** A longer beginning is gathered from few words: it can be looked up in pieces where its words are not known. */
const FEW_BEGIN_WITH = 4;

/**
 * The same group for looking into pieces, where a beginning is dear: with the words that it most likely stands for. Of a digit or three that are
 * typed of a longer number nothing is known: they are looked for as they are.
 */
export async function groupForPieces(index: TextIndex, { term, group }: ExpandedTerm): Promise<PhraseGroup> {
  // A string with signs may go on where its last letter does not.
  if (!group.some(({ text, prefix }) => prefix && text === termText(term))) return onceByStem(group);
  const last = term.folded.slice(term.folded.lastIndexOf(' ') + 1);
  const isNumber = /\p{N}/u.test(last);
  if ([...last].length >= FEW_BEGIN_WITH && (term.quoted || isNumber)) return onceByStem(group);
  const phrases = group.filter(({ prefix }) => !prefix);
  if (term.quoted && last !== term.folded)
    return [...phrases, { text: term.text.slice(0, term.text.lastIndexOf(' ')), prefix: false }];
  if (isNumber) return onceByStem(phrases);
  const words = await index.wordsFrom(last, PREFIX_WORDS);
  return onceByStem([...phrases, ...words.map(({ word }) => ({ text: word, prefix: false }))]);
}

/** Words of one stem are one to the index: `reduce` finds `reduced` too. */
function onceByStem(group: PhraseGroup): PhraseGroup {
  const seen = new Set<number | string>();
  return group.filter((phrase) => {
    const key = stemOfPhrase(phrase) ?? `${phrase.text}${phrase.prefix ? '*' : ''}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
