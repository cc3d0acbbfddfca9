import { t } from '@lingui/core/macro';
import { z } from 'zod';
import { anyFacetSchema } from '../../../contract/common.ts';
import type { CoverageCell, MatrixCell } from '../../../contract/insights.ts';
import type { Taxonomy } from '../../../contract/taxonomy.ts';
import { fieldOfDimension, isDimensionField } from '../../../shared/vocabulary/asset-fields.ts';
import { type AnyFacet, type TermFacet, toldFacet } from '../../../shared/vocabulary/taxonomy.ts';
import type { LibrarySearch } from '../../base/library-search.ts';
import type { RequestDraft } from '../requests/request-drawer-state.ts';

/** The two lists that a matrix of coverage is made of. */

/** A list of terms as an axis: how it and its terms are called. */
export type Axis = {
  readonly facet: AnyFacet;
  readonly name: string;
  readonly terms: readonly { readonly id: string; readonly name: string }[];
};

export const axesSchema = z.object({ rows: anyFacetSchema, columns: anyFacetSchema });
export type Axes = z.infer<typeof axesSchema>;

/** What coverage means unless somebody chooses otherwise. */
export const USUAL_AXES: Axes = { rows: 'stage', columns: 'persona' };

/** Whether these are the axes that searches tell demand of. */
export function isUsual({ rows, columns }: Axes): boolean {
  return rows === USUAL_AXES.rows && columns === USUAL_AXES.columns;
}

/** All lists that can be an axis, those in use. */
export function axesOf(taxonomy: Taxonomy): readonly Axis[] {
  const live = <Term extends { readonly retired: boolean }>(terms: readonly Term[]) =>
    terms.filter(({ retired }) => !retired);
  return [
    { facet: 'stage', name: t`Buying stage`, terms: live(taxonomy.stages) },
    { facet: 'persona', name: t`Persona`, terms: live(taxonomy.personas) },
    { facet: 'type', name: t`Content type`, terms: live(taxonomy.types) },
    { facet: 'product', name: t`Product`, terms: live(taxonomy.products) },
    ...taxonomy.dimensions
      .filter(({ inUse }) => inUse)
      .map(({ id, name, terms }) => ({ facet: fieldOfDimension(id), name, terms: live(terms) })),
  ];
}

/** Cells of the usual matrix as those of any. */
export function usualCells(cells: readonly CoverageCell[]): MatrixCell[] {
  return cells.map(({ stage, persona, ...cell }) => ({ row: stage, column: persona, ...cell }));
}

const FILTERS = { stage: 'stages', persona: 'personas', type: 'types', product: 'products' } as const;

/** The library, narrowed to terms. */
export function searchFor(terms: readonly (readonly [AnyFacet, string])[]): LibrarySearch {
  const filters = terms.map(([facet, id]) => [
    isDimensionField(facet) ? facet : FILTERS[facet as TermFacet],
    [id],
  ]);
  // Each filter takes a list of ids.
  return Object.fromEntries(filters) as LibrarySearch;
}

/** A request for terms: those of a product it can't name. */
export function requestFor(terms: readonly (readonly [AnyFacet, string])[]): RequestDraft {
  const named = terms.filter(([facet]) => facet !== 'product');
  // Each term goes where its own list is named.
  return Object.fromEntries(
    named.map(([facet, id]) => [facet, toldFacet(facet) === 'term' ? [id] : id]),
  ) as RequestDraft;
}
