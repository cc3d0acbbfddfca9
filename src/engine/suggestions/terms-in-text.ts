import type { Holds } from '../../domain/kernel/holds.ts';
import { entryOf } from '../../domain/kernel/register.ts';
import { allTerms } from '../../domain/taxonomy/term-selectors.ts';
import type { TaxonomyPart } from '../../domain/taxonomy/terms.ts';
import type { AnyFacet } from '../../shared/vocabulary/taxonomy.ts';
import { isInUse } from './named-terms.ts';
import { type Signals, wordsIn } from './signals.ts';

type Called = { readonly id: string; readonly stems: readonly number[] };

/** The terms whose names stand in texts: all the words of one, wherever they stand. */
export class TermsInTexts {
  readonly #catalog: Holds<TaxonomyPart>;
  readonly #lists = new Map<AnyFacet, ReadonlyMap<number, readonly Called[]>>();

  constructor(catalog: Holds<TaxonomyPart>) {
    this.#catalog = catalog;
  }

  /** The terms of a list in use that a document's words name, by their ids. */
  of(facet: AnyFacet, { words }: Signals): string[] {
    const list = this.#listOf(facet);
    const found = [...words.keys()].flatMap((stem) =>
      (list.get(stem) ?? []).filter(({ stems }) => stems.every((one) => words.has(one))),
    );
    return [...new Set(found.map(({ id }) => id))].sort();
  }

  /** By the first word of their names. */
  #listOf(facet: AnyFacet): ReadonlyMap<number, readonly Called[]> {
    const known = this.#lists.get(facet);
    if (known !== undefined) return known;
    const list = new Map<number, Called[]>();
    for (const term of allTerms(this.#catalog, facet)) {
      const stems = [...wordsIn(term.name).keys()];
      const [first] = stems;
      if (isInUse(term) && first !== undefined) entryOf(list, first, () => []).push({ id: term.id, stems });
    }
    this.#lists.set(facet, list);
    return list;
  }
}
