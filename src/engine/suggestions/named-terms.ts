import type { Holds } from '../../domain/kernel/holds.ts';
import { entryOf } from '../../domain/kernel/register.ts';
import { allTerms, knownTerm, wordsForTerm } from '../../domain/taxonomy/term-selectors.ts';
import type { TaxonomyPart } from '../../domain/taxonomy/terms.ts';
import { singular } from '../../shared/singular.ts';
import type { AnyFacet } from '../../shared/vocabulary/taxonomy.ts';
import { cleanText } from '../search/words/fold.ts';
import { TYPE_WORDS } from './type-words.ts';

/** Terms that a name says outright. */

type Taxonomy = Holds<TaxonomyPart>;
/** A way in which a term is called, as plain words in the singular. */
type Called = { readonly id: string; readonly words: readonly string[]; readonly rank: number };

/** Lower case, words parted by single spaces. */
export function plainWords(text: string): string {
  return cleanText(text)
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What the terms in use are called, gathered once a list: a hub may have thousands of them, and every name of every document is asked. */
export class NamedTerms {
  readonly #catalog: Taxonomy;
  readonly #lists = new Map<AnyFacet, ReadonlyMap<string, readonly Called[]>>();

  constructor(catalog: Taxonomy) {
    this.#catalog = catalog;
  }

  /** The terms of a list in use that plain words name: by their names, in the plural too (folders are called ‘Case studies’), or by their synonyms; names first, each in the list's order. */
  named(words: string, facet: AnyFacet): string[] {
    const list = this.#listOf(facet);
    const own = inSingular(words);
    const said = own.flatMap((word, at) =>
      (list.get(word) ?? []).filter((called) => called.words.every((one, place) => own[at + place] === one)),
    );
    return [...new Set(said.sort((a, b) => a.rank - b.rank).map(({ id }) => id))];
  }

  /** The content type that plain words name: the hub's own words first, then the usual ones of several languages. */
  typeNamed(words: string): string | undefined {
    const named = this.named(words, 'type')[0];
    if (named !== undefined) return named;
    return TYPE_WORDS.find(
      ([pattern, id]) => pattern.test(words) && isInUse(knownTerm(this.#catalog, 'type', id)),
    )?.[1];
  }

  /** By the first word of what they are called. */
  #listOf(facet: AnyFacet): ReadonlyMap<string, readonly Called[]> {
    const known = this.#lists.get(facet);
    if (known !== undefined) return known;
    const list = new Map<string, Called[]>();
    const terms = allTerms(this.#catalog, facet).filter(isInUse);
    const add = (id: string, name: string, rank: number): void => {
      const words = inSingular(plainWords(name));
      const [first = ''] = words;
      if (first !== '') entryOf(list, first, () => []).push({ id, words, rank });
    };
    for (const [at, { id, name }] of terms.entries()) {
      add(id, name, at);
      for (const word of wordsForTerm(this.#catalog, facet, id)) add(id, word, terms.length + at);
    }
    this.#lists.set(facet, list);
    return list;
  }
}

/** Whether a term was defined and not given up. */
export function isInUse(term: { readonly retired?: boolean | undefined } | undefined): boolean {
  return term !== undefined && term.retired !== true;
}

function inSingular(words: string): string[] {
  return words.split(' ').map(singular);
}
