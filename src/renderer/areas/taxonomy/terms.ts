import { t } from '@lingui/core/macro';
import type { Dimension, Taxonomy, TermInput } from '../../../contract/taxonomy.ts';
import {
  dimensionOfField,
  fieldOfDimension,
  isDimensionField,
} from '../../../shared/vocabulary/asset-fields.ts';
import type { Audience } from '../../../shared/vocabulary/assets.ts';
import type { AnyFacet, TermFacet } from '../../../shared/vocabulary/taxonomy.ts';

/** A list of shared words: one of the four that every hub has, or a dimension. */
export type Facet = AnyFacet;

/** A term of any list: its name and up to two texts, whatever the list calls them. */
export type Term = {
  readonly id: string;
  readonly name: string;
  readonly first: string;
  readonly second: string;
  readonly audience: Audience | null;
  /** Of a type: days until its assets are due for review, null as usual; whether they need a review before they come out. */
  readonly reviewDays: number | null;
  readonly needsReview: boolean;
  /** Of a term of a dimension: other words that find it. */
  readonly synonyms: readonly string[];
  readonly order: number;
  readonly retired: boolean;
};

/** How a list and its texts are called. */
export type FacetWords = {
  readonly facet: Facet;
  readonly tab: string;
  readonly add: string;
  /** What is asked for where a new one has no name. */
  readonly nameIt: string;
  /** What choosing another one in its place means. */
  readonly replaces: string;
  readonly about: string;
  readonly first: string | null;
  readonly second: string | null;
};

/** The lists in the order of the tabs. */
export const FACETS: readonly FacetWords[] = [
  {
    facet: 'stage',
    tab: t`Buying stages`,
    add: t`Add a buying stage`,
    nameIt: t`Give the buying stage a name.`,
    replaces: t`Assets get the other buying stage. Searches and requests for this one count for it.`,
    about: t`The buyer’s side of a deal, in order. Every asset is for at least one.`,
    first: t`Definition`,
    second: t`Entry criteria`,
  },
  {
    facet: 'persona',
    tab: t`Personas`,
    add: t`Add a persona`,
    nameIt: t`Give the persona a name.`,
    replaces: t`Assets get the other persona. Searches and requests for this one count for it.`,
    about: t`Who the buyer is. Every asset is for at least one.`,
    first: t`Goals`,
    second: t`Challenges`,
  },
  {
    facet: 'type',
    tab: t`Content types`,
    add: t`Add a content type`,
    nameIt: t`Give the content type a name.`,
    replaces: t`Assets get the other content type. Searches and requests for this one count for it.`,
    about: t`What kind of collateral it is, and whom it is for unless somebody says otherwise.`,
    first: null,
    second: null,
  },
  {
    facet: 'product',
    tab: t`Products`,
    add: t`Add a product`,
    nameIt: t`Give the product a name.`,
    replaces: t`Assets get the other product. Searches and requests for this one count for it.`,
    about: t`What you sell. Marketers may add products too.`,
    first: null,
    second: null,
  },
];

/** How a dimension and its terms are spoken of. */
export function wordsOfDimension({ id, name }: Dimension): FacetWords {
  return {
    facet: fieldOfDimension(id),
    tab: name,
    add: t`Add a term`,
    nameIt: t`Give the term a name.`,
    replaces: t`Assets get the other term, which is found by this one’s name too. Requests for this one count for it.`,
    about: '',
    first: t`Definition`,
    second: null,
  };
}

/** The terms of a list, in its order. */
export function termsOf(taxonomy: Taxonomy, facet: Facet): Term[] {
  const base = { first: '', second: '', audience: null, reviewDays: null, needsReview: false, synonyms: [] };
  if (isDimensionField(facet)) {
    const dimension = taxonomy.dimensions.find(({ id }) => id === dimensionOfField(facet));
    return inOrder((dimension?.terms ?? []).map((term) => ({ ...base, ...term, first: term.definition })));
  }
  switch (facet as TermFacet) {
    case 'stage':
      return inOrder(
        taxonomy.stages.map((stage) => ({
          ...base,
          ...stage,
          first: stage.definition,
          second: stage.entryCriteria,
        })),
      );
    case 'persona':
      return inOrder(
        taxonomy.personas.map((persona) => ({
          ...base,
          ...persona,
          first: persona.goals,
          second: persona.challenges,
        })),
      );
    case 'type':
      return inOrder(
        taxonomy.types.map(({ reviewDays = null, needsReview = false, ...type }) => ({
          ...base,
          ...type,
          reviewDays,
          needsReview,
        })),
      );
    case 'product':
      return inOrder(taxonomy.products.map((product) => ({ ...base, ...product })));
  }
}

function inOrder(terms: readonly Term[]): Term[] {
  return [...terms].sort((a, b) => a.order - b.order || a.name.localeCompare(b.name));
}

/** What the engine is told of a term; without an id a new one is made. */
export function inputOf(facet: Facet, term: Omit<Term, 'id'> & { readonly id?: string }): TermInput {
  const base = {
    ...(term.id === undefined ? {} : { id: term.id }),
    name: term.name.trim(),
    order: term.order,
    retired: term.retired,
  };
  if (isDimensionField(facet)) {
    const dimension = dimensionOfField(facet);
    const synonyms = [...term.synonyms];
    return { ...base, facet: 'term', dimension, definition: term.first.trim(), synonyms };
  }
  const list = facet as TermFacet;
  switch (list) {
    case 'stage':
      return { ...base, facet: list, definition: term.first.trim(), entryCriteria: term.second.trim() };
    case 'persona':
      return { ...base, facet: list, goals: term.first.trim(), challenges: term.second.trim() };
    case 'type':
      return {
        ...base,
        facet: list,
        audience: term.audience ?? 'customer',
        reviewDays: term.reviewDays,
        needsReview: term.needsReview,
      };
    case 'product':
      return { ...base, facet: list };
  }
}

/** Changes that move a term one place; terms whose orders are equal are numbered anew on the way. */
export function movedTerms(terms: readonly Term[], id: string, by: -1 | 1): Term[] {
  const from = terms.findIndex((term) => term.id === id);
  const to = from + by;
  const moved = terms[from];
  const other = terms[to];
  if (!moved || !other) return [];
  const next = [...terms];
  next[from] = other;
  next[to] = moved;
  return next.flatMap((term, index) => (term.order === index + 1 ? [] : [{ ...term, order: index + 1 }]));
}
