import type { AssetSummary } from '../../contract/assets.ts';
import { entryOf } from '../../domain/kernel/register.ts';
import {
  allTerms,
  dimensionsInUse,
  synonymsInUse,
  wordsForTerm,
} from '../../domain/taxonomy/term-selectors.ts';
import { attributesOf, OPERATORS } from '../../shared/vocabulary/asset-attributes.ts';
import { fieldOfDimension } from '../../shared/vocabulary/asset-fields.ts';
import { attributeValues, type ToldAttribute } from '../assets/attribute-values.ts';
import type { Summaries } from '../assets/summaries.ts';
import type { LiveCatalog } from '../live/live-catalog.ts';
import { dimensionOperators, operatorsByName } from './dimension-operators.ts';
import type { Named, SearchedDimension, SearchWords } from './words/search-words.ts';

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
  const people = new Map<string, Named>();
  const said = new Map<ToldAttribute, readonly string[]>();
  const me = catalog.selfId();
  if (me !== undefined) people.set(me, { id: me, name: catalog.member(me).name });
  for (const asset of summaries.values())
    for (const attribute of PEOPLE) {
      const one = asset[attribute];
      if (one !== null) people.set(one.id, { id: one.id, name: one.name });
    }
  return {
    stages: termsOf(allTerms(catalog, 'stage')),
    personas: termsOf(allTerms(catalog, 'persona')),
    types: termsOf(allTerms(catalog, 'type')),
    products: termsOf(allTerms(catalog, 'product')),
    ...dimensionWords(catalog),
    said: (attribute) => entryOf(said, attribute, () => saidOf(attribute, summaries)),
    people: [...people.values()],
    me,
    synonyms: synonymsInUse(catalog).map(({ words, means }) => ({ words, means })),
  };
}

function dimensionWords(catalog: LiveCatalog): Pick<SearchWords, 'dimensions' | 'operators'> {
  const operators = dimensionOperators(catalog);
  const called = new Map(operators.map(({ dimension, operator }) => [dimension, operator]));
  const dimensions = dimensionsInUse(catalog).map(({ id, name }): SearchedDimension => {
    const field = fieldOfDimension(id);
    const operator = called.get(id);
    const terms = termsOf(allTerms(catalog, field));
    const withWords = terms.map((term) => ({ ...term, also: wordsForTerm(catalog, field, term.id) }));
    return { field, name, ...(operator !== undefined && { operator }), terms: withWords };
  });
  return { dimensions, operators: operatorsByName(catalog) };
}

/** The people of an asset that operators ask for. */
const PEOPLE = attributesOf('person').filter((attribute) =>
  Object.values(OPERATORS).some((asked) => asked === attribute),
);

/** What assets say of an attribute, whatever its case, what is said most often first; of what differs in case, as it was met first. */
function saidOf(attribute: ToldAttribute, summaries: ReadonlyMap<string, AssetSummary>): readonly string[] {
  const said = new Map<string, { readonly value: string; count: number }>();
  for (const asset of summaries.values())
    for (const value of attributeValues(asset, attribute)) {
      const known = said.get(value.toLowerCase());
      if (known === undefined) said.set(value.toLowerCase(), { value, count: 1 });
      else known.count += 1;
    }
  return [...said.values()].sort((a, b) => b.count - a.count).map(({ value }) => value);
}

type Term = Named & { readonly order: number; readonly retired?: boolean | undefined };

/** Retired ones too, behind the others: assets may still have them. */
function termsOf(terms: readonly Term[]): Named[] {
  return [...terms]
    .sort((a, b) => Number(a.retired ?? false) - Number(b.retired ?? false) || a.order - b.order)
    .map(({ id, name }) => ({ id, name }));
}
