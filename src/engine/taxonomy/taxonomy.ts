import type { Taxonomy, TermInput } from '../../contract/taxonomy.ts';
import { may } from '../../domain/people/permissions.ts';
import { allSynonyms, allTerms, knownTerm, type TermOf } from '../../domain/taxonomy/term-selectors.ts';
import type { TermDraft } from '../../domain/undo/reversals.ts';
import { says } from '../../shared/says/says.ts';
import { invalid, notAllowed } from '../base/refusal.ts';
import type { WithSearchQuality } from '../search-quality/with-search-quality.ts';

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
    synonyms: allSynonyms(catalog).map((group) => ({ ...group, retired: group.retired ?? false })),
    tags: [...tags]
      .map(([tag, count]) => ({ tag, count }))
      .sort((a, b) => b.count - a.count || a.tag.localeCompare(b.tag)),
    languages: [...languages].sort(),
  };
}

type Ordered = {
  readonly id: string;
  readonly name: string;
  readonly order: number;
  readonly retired?: boolean | undefined;
  readonly successor?: string | undefined;
};

function inOrder<Term extends Ordered>(terms: readonly Term[]): (Term & { retired: boolean })[] {
  return terms
    .map((term) => ({ ...term, retired: term.retired ?? false }))
    .sort((a, b) => a.order - b.order || a.name.localeCompare(b.name));
}

/** Adds or changes a term. Leads; products marketers too. */
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
  const known: readonly Ordered[] = allTerms(replica.catalog, input.facet);
  const name = input.name.trim().toLowerCase();
  for (const term of known) {
    if (term.id !== input.id && term.name.trim().toLowerCase() === name) {
      throw invalid(says('taxonomy.name-taken', { facet: input.facet }), 'name');
    }
  }
  const id = input.id ?? freshId(input.name, new Set(known.map((term) => term.id)));
  const current = knownTerm(replica.catalog, input.facet, id);
  const order = input.order ?? current?.order ?? nextOrder(known);
  const retired = input.retired ?? current?.retired ?? false;
  // Whoever renames a retired term does not take from its successor what that took over.
  const successor = retired ? current?.successor : undefined;
  const place = { id, order, retired, ...(successor === undefined ? {} : { successor }) };
  const type = knownTerm(replica.catalog, 'type', id);
  const undone = await replica.undos.commit([draftOf(input, place, type)]);
  return { id, ...undone };
}

function draftOf(
  input: TermInput,
  place: {
    readonly id: string;
    readonly order: number;
    readonly retired: boolean;
    readonly successor?: string;
  },
  current: TermOf<'type'> | undefined,
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
    case 'type':
      return {
        kind: 'type-defined',
        body: { ...place, name, audience: input.audience, ...reviewPolicy(input, current) },
      };
    case 'product':
      return { kind: 'product-defined', body: { ...place, name } };
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

function nextOrder(known: readonly Ordered[]): number {
  let last = 0;
  for (const { order } of known) last = Math.max(last, order);
  return last + 1;
}

/** An id from a name: `Head of operations` → `head-of-operations`; numbered where it is taken; `term` for a name without Latin letters. */
export function freshId(name: string, known: ReadonlySet<string>): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 56)
    .replace(/^-+|-+$/g, '');
  const base = plain === '' ? 'term' : plain;
  let id = base;
  for (let number = 2; known.has(id); number += 1) id = `${base}-${number}`;
  return id;
}
