import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Dimension, Taxonomy } from '../../contract/taxonomy.ts';
import type { ToldField } from '../../shared/says/told-field.ts';
import type { AssetAttribute } from '../../shared/vocabulary/asset-attributes.ts';
import {
  type AssetField,
  type DimensionField,
  dimensionOfField,
  fieldOfDimension,
  isDimensionField,
} from '../../shared/vocabulary/asset-fields.ts';
import { orpc } from './engine-client.ts';

const nothing: Taxonomy = {
  stages: [],
  personas: [],
  types: [],
  products: [],
  synonyms: [],
  dimensions: [],
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
  /** A term of a dimension. */
  readonly term: (field: DimensionField, id: string) => string;
  /** A dimension. */
  readonly dimension: (field: DimensionField) => string;
};

function namer(terms: readonly { readonly id: string; readonly name: string }[]): (id: string) => string {
  const names = new Map(terms.map((term) => [term.id, term.name]));
  return (id) => names.get(id) ?? id;
}

function dimensionNamers({ dimensions }: Taxonomy): Pick<TermNames, 'term' | 'dimension'> {
  const names = namer(dimensions);
  const terms = new Map(dimensions.map((dimension) => [dimension.id, namer(dimension.terms)]));
  return {
    term: (field, id) => terms.get(dimensionOfField(field))?.(id) ?? id,
    dimension: (field) => names(dimensionOfField(field)),
  };
}

/** The dimensions in use, in their order, each with its field. */
export function useDimensions(): readonly (Dimension & { readonly field: DimensionField })[] {
  const { dimensions } = useTaxonomy();
  return useMemo(
    () =>
      dimensions
        .filter(({ inUse }) => inUse)
        .map((dimension) => ({ ...dimension, field: fieldOfDimension(dimension.id) })),
    [dimensions],
  );
}

/** How sentences tell a field. */
export function useFieldWords(): (field: AssetField) => ToldField {
  const { dimension } = useTermNames();
  return (field) => (isDimensionField(field) ? { dimension: dimension(field) } : (field as AssetAttribute));
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
      ...dimensionNamers(taxonomy),
    }),
    [taxonomy],
  );
}
