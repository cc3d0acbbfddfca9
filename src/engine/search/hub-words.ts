import type { AssetSummary } from '../../contract/assets.ts';
import { allTerms, synonymsInUse } from '../../domain/taxonomy/term-selectors.ts';
import type { Summaries } from '../assets/summaries.ts';
import type { LiveCatalog } from '../live/live-catalog.ts';
import type { Named, SearchWords } from './words/search-words.ts';

/** What the hub calls things, for searching: worked out once for each state of the catalog. */
export class HubWords {
  readonly #catalog: LiveCatalog;
  readonly #summaries: Summaries;
  #known: { readonly of: ReadonlyMap<string, AssetSummary>; readonly words: SearchWords } | undefined;

  constructor(catalog: LiveCatalog, summaries: Summaries) {
    this.#catalog = catalog;
    this.#summaries = summaries;
  }

  /** The same object as long as the catalog is: the taxonomy and the members are part of every summary's making. */
  get(): SearchWords {
    const all = this.#summaries.visible();
    if (this.#known?.of !== all) this.#known = { of: all, words: wordsOf(this.#catalog, all) };
    return this.#known.words;
  }
}

function wordsOf(catalog: LiveCatalog, summaries: ReadonlyMap<string, AssetSummary>): SearchWords {
  const tags = new Map<string, { readonly tag: string; count: number }>();
  const languages = new Set<string>();
  const people = new Map<string, Named>();
  const me = catalog.selfId();
  if (me !== undefined) people.set(me, { id: me, name: catalog.member(me).name });
  for (const { tags: own, language, owner } of summaries.values()) {
    for (const tag of own) {
      const known = tags.get(tag.toLowerCase());
      if (known === undefined) tags.set(tag.toLowerCase(), { tag, count: 1 });
      else known.count += 1;
    }
    if (language !== undefined) languages.add(language);
    if (owner !== null) people.set(owner.id, { id: owner.id, name: owner.name });
  }
  return {
    stages: termsOf(allTerms(catalog, 'stage')),
    personas: termsOf(allTerms(catalog, 'persona')),
    types: termsOf(allTerms(catalog, 'type')),
    products: termsOf(allTerms(catalog, 'product')),
    tags: [...tags.values()].sort((a, b) => b.count - a.count).map(({ tag }) => tag),
    languages: [...languages].sort(),
    people: [...people.values()],
    me,
    synonyms: synonymsInUse(catalog).map(({ words, means }) => ({ words, means })),
  };
}

type Term = Named & { readonly order: number; readonly retired?: boolean | undefined };

/** Retired ones too, behind the others: assets may still have them. */
function termsOf(terms: readonly Term[]): Named[] {
  return [...terms]
    .sort((a, b) => Number(a.retired ?? false) - Number(b.retired ?? false) || a.order - b.order)
    .map(({ id, name }) => ({ id, name }));
}
