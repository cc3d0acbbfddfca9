import type { KitSummary } from '../../../contract/kits.ts';
import { type DimensionField, dimensionFieldsIn } from '../../../shared/vocabulary/asset-fields.ts';

/** How kits are sorted. */
export const SORTS = ['name', 'newest', 'most-useful'] as const;
type KitSort = (typeof SORTS)[number];
/** Which kits are shown. */
export const SHOWN = ['all', 'mine', 'drafts', 'problems'] as const;

/** What the list of kits is narrowed by. */
export type KitFilter = {
  readonly stage: string | null;
  readonly persona: string | null;
  /** A term by the field of its dimension; null: any. */
  readonly dimensions: { readonly [Field in DimensionField]?: string | null };
  readonly shown: (typeof SHOWN)[number];
};

/** Whether a kit passes; `self`: whose kits are mine. What was put away is not listed. */
export function passes(
  kit: KitSummary,
  { stage, persona, dimensions, shown }: KitFilter,
  self: string,
): boolean {
  if (kit.state === 'archived') return false;
  if (stage !== null && !kit.stages.includes(stage)) return false;
  if (persona !== null && !kit.personas.includes(persona)) return false;
  for (const field of dimensionFieldsIn(dimensions)) {
    const term = dimensions[field];
    if (term != null && kit[field]?.includes(term) !== true) return false;
  }
  switch (shown) {
    case 'all':
      return true;
    case 'mine':
      return kit.own || kit.owner?.id === self;
    case 'drafts':
      return kit.state === 'draft' && !kit.own;
    case 'problems':
      return kit.problems > 0;
  }
}

/** Kits in an order; among equals by name. */
export function inOrder(kits: readonly KitSummary[], sort: KitSort): KitSummary[] {
  const weight = (kit: KitSummary): number =>
    sort === 'newest' ? kit.updatedAt : sort === 'most-useful' ? kit.usefulness.score : 0;
  return [...kits].sort((a, b) => weight(b) - weight(a) || a.name.localeCompare(b.name));
}
