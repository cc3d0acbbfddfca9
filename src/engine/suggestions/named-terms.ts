import type { Holds } from '../../domain/kernel/holds.ts';
import { allTerms, knownTerm, synonymsInUse } from '../../domain/taxonomy/term-selectors.ts';
import type { TaxonomyPart } from '../../domain/taxonomy/terms.ts';
import { singular } from '../../shared/singular.ts';
import type { TermFacet } from '../../shared/vocabulary/taxonomy.ts';
import { cleanText } from '../search/words/fold.ts';
import { TYPE_WORDS } from './type-words.ts';

/** Terms that a name says outright. */

type Taxonomy = Holds<TaxonomyPart>;
type Term = { readonly id: string; readonly name: string; readonly retired?: boolean | undefined };

/** Lower case, words parted by single spaces. */
export function plainWords(text: string): string {
  return cleanText(text)
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The terms of a facet in use that plain words name: by their names, in the plural too (folders are called ‘Case studies’), or by their synonyms. */
export function termsNamed(words: string, facet: TermFacet, catalog: Taxonomy): string[] {
  const padded = ` ${inSingular(words)} `;
  const says = (name: string): boolean => {
    const wanted = inSingular(plainWords(name));
    return wanted !== '' && padded.includes(` ${wanted} `);
  };
  const found = new Set<string>();
  for (const term of allTerms(catalog, facet)) if (isInUse(term) && says(term.name)) found.add(term.id);
  for (const { words: same, means } of synonymsInUse(catalog)) {
    if (means.facet !== facet || !isInUse(knownTerm(catalog, facet, means.term))) continue;
    if (same.some(says)) found.add(means.term);
  }
  return [...found];
}

/** The content type that plain words name: the hub's own words first, then the usual ones of several languages. */
export function typeNamed(words: string, catalog: Taxonomy): string | undefined {
  const named = termsNamed(words, 'type', catalog)[0];
  if (named !== undefined) return named;
  return TYPE_WORDS.find(
    ([pattern, id]) => pattern.test(words) && isInUse(knownTerm(catalog, 'type', id)),
  )?.[1];
}

/** Whether a term was defined and not given up. */
export function isInUse(term: Pick<Term, 'retired'> | undefined): boolean {
  return term !== undefined && term.retired !== true;
}

function inSingular(words: string): string {
  return words.split(' ').map(singular).join(' ');
}
