import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Taxonomy } from '../../contract/taxonomy.ts';
import { orpc } from './engine-client.ts';

const nothing: Taxonomy = {
  stages: [],
  personas: [],
  types: [],
  products: [],
  synonyms: [],
  tags: [],
  languages: [],
};

/** The hub's shared words; empty until they are here. */
export function useTaxonomy(): Taxonomy {
  return useQuery(orpc.taxonomy.get.queryOptions()).data ?? nothing;
}

/** Names by id; an id that nobody knows any more stands for itself. */
export type TermNames = {
  readonly stage: (id: string) => string;
  readonly persona: (id: string) => string;
  readonly type: (id: string) => string;
  readonly product: (id: string) => string;
};

function namer(terms: readonly { readonly id: string; readonly name: string }[]): (id: string) => string {
  const names = new Map(terms.map((term) => [term.id, term.name]));
  return (id) => names.get(id) ?? id;
}

/** How the hub calls its stages, personas, types and products. */
export function useTermNames(): TermNames {
  const taxonomy = useTaxonomy();
  return useMemo(
    () => ({
      stage: namer(taxonomy.stages),
      persona: namer(taxonomy.personas),
      type: namer(taxonomy.types),
      product: namer(taxonomy.products),
    }),
    [taxonomy],
  );
}
