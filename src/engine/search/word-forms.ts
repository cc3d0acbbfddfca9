import type { Phrase } from '../ports/text-index.ts';
import type { QueryTerm } from './query/parse-query.ts';
import { Compounds } from './words/compounds.ts';
import { isOnlyLetters } from './words/fold.ts';
import { type Language, stemsOfTyped } from './words/languages.ts';
import type { Spelling } from './words/spelling.ts';
import { STOP_WORDS } from './words/stop-words.ts';

/** Other forms of a query's words by the rules of the languages that the library's documents are in. */

/** The languages of the library that are stemmed by their own rules, and what is written together in them. */
export type WordForms = { readonly languages: readonly Language[]; readonly compounds: Compounds };

/** A shorter word is written as it is, and part of too much. */
const SHORTEST = 3;
const SHORTEST_PART = 4;
const NO_COMPOUNDS = new Compounds();

/** The forms that the library's documents ask for. Throws `TextIndexError`. */
export async function wordForms(spelling: Spelling): Promise<WordForms> {
  const languages = await spelling.languages();
  const compounds = languages.some((one) => one.compounds) ? await spelling.compounds() : NO_COMPOUNDS;
  return { languages, compounds };
}

/** A word in its languages’ other forms. */
export function formsOf(term: QueryTerm, { languages }: WordForms): Phrase[] {
  const { folded, quoted } = term;
  if (quoted || folded.length < SHORTEST || !isOnlyLetters(folded) || STOP_WORDS.has(folded)) return [];
  return languages.flatMap((language) =>
    stemsOfTyped(language, term.text).map((stem) => ({ text: language.mark + stem, prefix: false })),
  );
}

/** A word that is written together: as it is found, and as the stem by which it is weighed. */
type Whole = { readonly written: Phrase; readonly stem: Phrase };

/** The words that a word is a part of. */
export function wholesOf({ folded, quoted }: QueryTerm, { languages, compounds }: WordForms): Whole[] {
  if (quoted || folded.length < SHORTEST_PART) return [];
  return languages
    .filter((language) => language.compounds)
    .flatMap((language) =>
      compounds
        .containing(language, folded)
        .filter((word) => word !== folded)
        .map((word) => ({ written: asPhrase(word), stem: asPhrase(language.mark + language.stem(word)) })),
    );
}

/** The words that a word of the query is made of, each with its forms; undefined where it is one word. */
export function partsOf(
  { folded, quoted }: QueryTerm,
  { languages, compounds }: WordForms,
): (readonly Phrase[])[] | undefined {
  if (quoted) return undefined;
  for (const language of languages) {
    const parts = language.compounds ? compounds.partsOf(language, folded) : undefined;
    if (parts !== undefined)
      return parts.map((part) => [asPhrase(part), asPhrase(language.mark + language.stem(part))]);
  }
  return undefined;
}

function asPhrase(text: string): Phrase {
  return { text, prefix: false };
}
