import type { Taxonomy, TermInput } from '../../contract/taxonomy.ts';
import { may } from '../../domain/people/permissions.ts';
import {
  allSynonyms,
  allTerms,
  knownDimension,
  knownTerm,
  type TermOf,
} from '../../domain/taxonomy/term-selectors.ts';
import type { TermDraft } from '../../domain/undo/reversals.ts';
import { says } from '../../shared/says/says.ts';
import { fieldOfDimension } from '../../shared/vocabulary/asset-fields.ts';
import type { AnyFacet } from '../../shared/vocabulary/taxonomy.ts';
import { invalid, notAllowed, notFound } from '../base/refusal.ts';
import type { WithSearchQuality } from '../search-quality/with-search-quality.ts';
import { dimensionsOf } from './dimensions.ts';
import { freshId, inOrder, nextOrder, type Ordered } from './ordered.ts';

/** The hub's words, in their order, with the tags and languages in use. */
export function taxonomyOf(replica: WithSearchQuality): Taxonomy {
  const { catalog } = replica;
  const tags = new Map<string, number>();
  const languages = new Set<string>();
  for (const asset of replica.summaries.visible().values()) {
    for (const tag of asset.tags) tags.set(tag, (tags.get(tag) ?? 0) + 1);
    if (asset.language) languages.add(asset.language);
  }
  return {
    stages: inOrder(allTerms(catalog, 'stage')),
    personas: inOrder(allTerms(catalog, 'persona')),
    types: inOrder(allTerms(catalog, 'type')),
    products: inOrder(allTerms(catalog, 'product')),
    dimensions: dimensionsOf(catalog),
    synonyms: allSynonyms(catalog).map((group) => ({ ...group, retired: group.retired ?? false })),
    tags: [...tags]
      .map(([tag, count]) => ({ tag, count }))
      .sort((a, b) => b.count - a.count || a.tag.localeCompare(b.tag)),
    languages: [...languages].sort(),
  };
}

/** Adds or changes a term. Leads; products marketers too. Throws `Refusal` NOT_FOUND for a dimension that nobody knows. */
export async function defineTerm(
  replica: WithSearchQuality,
  input: TermInput,
): Promise<{ id: string; undo?: string }> {
  const { role } = replica.catalog.self();
  if (!may(role, input.facet === 'product' ? 'define-products' : 'define-terms')) {
    throw notAllowed(
      says(input.facet === 'product' ? 'taxonomy.products-by-publishers' : 'taxonomy.terms-by-lead'),
    );
  }
  const facet = facetOf(input);
  if (input.facet === 'term' && knownDimension(replica.catalog, input.dimension) === undefined)
    throw notFound('dimension');
  const known: readonly Ordered[] = allTerms(replica.catalog, facet);
  const name = input.name.trim().toLowerCase();
  for (const term of known) {
    if (term.id !== input.id && term.name.trim().toLowerCase() === name) {
      throw invalid(says('taxonomy.name-taken', { facet: input.facet }), 'name');
    }
  }
  const id = input.id ?? freshId(input.name, new Set(known.map((term) => term.id)));
  const current = knownTerm(replica.catalog, facet, id);
  const order = input.order ?? current?.order ?? nextOrder(known);
  const retired = input.retired ?? current?.retired ?? false;
  // Whoever renames a retired term does not take from its successor what that took over.
  const successor = retired ? current?.successor : undefined;
  const place = { id, order, retired, ...(successor === undefined ? {} : { successor }) };
  const undone = await replica.undos.commit([draftOf(replica, input, place)]);
  return { id, ...undone };
}

/** The list whose term is meant. */
function facetOf(input: TermInput): AnyFacet {
  return input.facet === 'term' ? fieldOfDimension(input.dimension) : input.facet;
}

function draftOf(
  { catalog }: WithSearchQuality,
  input: TermInput,
  place: {
    readonly id: string;
    readonly order: number;
    readonly retired: boolean;
    readonly successor?: string;
  },
): TermDraft {
  const { name } = input;
  switch (input.facet) {
    case 'stage': {
      const { definition, entryCriteria } = input;
      return { kind: 'stage-defined', body: { ...place, name, definition, entryCriteria } };
    }
    case 'persona': {
      const { goals, challenges } = input;
      return { kind: 'persona-defined', body: { ...place, name, goals, challenges } };
    }
    case 'type': {
      const policy = reviewPolicy(input, knownTerm(catalog, 'type', place.id));
      return { kind: 'type-defined', body: { ...place, name, audience: input.audience, ...policy } };
    }
    case 'product':
      return { kind: 'product-defined', body: { ...place, name } };
    case 'term': {
      const { dimension } = input;
      const before = knownTerm(catalog, fieldOfDimension(dimension), place.id);
      const definition = input.definition ?? before?.definition ?? '';
      const synonyms = input.synonyms ?? before?.synonyms ?? [];
      return { kind: 'dimension-term-defined', body: { ...place, dimension, name, definition, synonyms } };
    }
  }
}

/** What is not said of a type's reviews stays as it is. */
function reviewPolicy(
  { reviewDays, needsReview }: Extract<TermInput, { readonly facet: 'type' }>,
  current: TermOf<'type'> | undefined,
): Pick<TermOf<'type'>, 'reviewDays' | 'needsReview'> {
  const days = reviewDays === undefined ? current?.reviewDays : (reviewDays ?? undefined);
  const needs = needsReview ?? current?.needsReview ?? false;
  return { ...(days !== undefined && { reviewDays: days }), ...(needs && { needsReview: true }) };
}
