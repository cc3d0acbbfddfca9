import type { Dimension, DimensionInput } from '../../contract/taxonomy.ts';
import { may } from '../../domain/people/permissions.ts';
import {
  allDimensions,
  allTerms,
  type Dimension as Defined,
  dimensionsInUse,
  knownDimension,
} from '../../domain/taxonomy/term-selectors.ts';
import type { PlainDraft } from '../../domain/undo/reversals.ts';
import { MOST_DIMENSIONS } from '../../shared/limits.ts';
import { says } from '../../shared/says/says.ts';
import { fieldOfDimension } from '../../shared/vocabulary/asset-fields.ts';
import { fieldNamed } from '../../shared/vocabulary/field-headings.ts';
import { invalid, notAllowed, notFound } from '../base/refusal.ts';
import type { LiveCatalog } from '../live/live-catalog.ts';
import { dimensionOperators } from '../search/dimension-operators.ts';
import { fieldOf } from '../search/query/operators.ts';
import type { WithSearchQuality } from '../search-quality/with-search-quality.ts';
import { freshId, inOrder, nextOrder } from './ordered.ts';

/** Further lists of terms that a lead defines: Industry, Region, Competitor. */

/** Characters of a name that its id is made of: what the field is called by (`dimension:…`) fits wherever names of fields do. */
const LONGEST_ID = 48;

/** The dimensions in their order, each with its terms. */
export function dimensionsOf(catalog: LiveCatalog): Dimension[] {
  const used = new Set(dimensionsInUse(catalog).map(({ id }) => id));
  const operators = new Map(
    dimensionOperators(catalog).map(({ dimension, operator }) => [dimension, operator]),
  );
  return allDimensions(catalog).map((dimension) => {
    const operator = operators.get(dimension.id);
    return {
      ...dimension,
      retired: dimension.retired ?? false,
      inUse: used.has(dimension.id),
      ...(operator !== undefined && { operator }),
      terms: inOrder(allTerms(catalog, fieldOfDimension(dimension.id))),
    };
  });
}

/** Adds or changes a dimension, with terms that it gets at once. Leads only. One write, which can be taken back. */
export async function defineDimension(
  replica: WithSearchQuality,
  input: DimensionInput,
): Promise<{ id: string; undo?: string }> {
  const { catalog } = replica;
  if (!may(catalog.self().role, 'define-terms')) throw notAllowed(says('taxonomy.terms-by-lead'));
  const known = allDimensions(catalog);
  const current = input.id === undefined ? undefined : knownDimension(catalog, input.id);
  if (input.id !== undefined && current === undefined) throw notFound('dimension');
  checkName(known, input, current);
  const id =
    input.id ?? freshId(input.name.slice(0, LONGEST_ID), new Set(known.map((dimension) => dimension.id)));
  const dimension: Defined = {
    id,
    name: input.name,
    many: input.many ?? current?.many ?? false,
    required: input.required ?? current?.required ?? false,
    order: input.order ?? current?.order ?? nextOrder(known),
    retired: input.retired ?? current?.retired ?? false,
  };
  checkRoom(catalog, dimension);
  const undone = await replica.undos.commit([
    { kind: 'dimension-defined', body: dimension },
    ...newTerms(catalog, id, input.terms ?? []),
  ]);
  return { id, ...undone };
}

/** Refuses a name that another dimension has, and those of fields and operators that every hub has: nobody could tell which is meant. */
function checkName(known: readonly Defined[], { name }: DimensionInput, current: Defined | undefined): void {
  const wanted = name.trim().toLowerCase();
  if (current?.name.trim().toLowerCase() === wanted) return;
  if (
    known.some((dimension) => dimension.id !== current?.id && dimension.name.trim().toLowerCase() === wanted)
  )
    throw invalid(says('taxonomy.dimension-name-taken'), 'name');
  if (fieldNamed(name) !== undefined || fieldOf(name.trim()) !== undefined)
    throw invalid(says('taxonomy.dimension-name-reserved', { name: name.trim() }), 'name');
}

/** Refuses one more dimension than a hub may have in use. */
function checkRoom(catalog: LiveCatalog, { id, retired }: Defined): void {
  const others = allDimensions(catalog).filter((other) => other.retired !== true && other.id !== id);
  if (retired !== true && others.length >= MOST_DIMENSIONS)
    throw invalid(says('taxonomy.most-dimensions', { most: MOST_DIMENSIONS }));
}

/** Terms of these names, of which the dimension has none yet. */
function newTerms(catalog: LiveCatalog, dimension: string, names: readonly string[]): PlainDraft[] {
  const known = allTerms(catalog, fieldOfDimension(dimension));
  const ids = new Set(known.map(({ id }) => id));
  const called = new Set(known.map(({ name }) => name.trim().toLowerCase()));
  let order = nextOrder(known);
  return names.flatMap((name): PlainDraft[] => {
    const key = name.trim().toLowerCase();
    if (called.has(key)) return [];
    const id = freshId(name, ids);
    called.add(key);
    ids.add(id);
    order += 1;
    const body = { dimension, id, name, definition: '', synonyms: [], order: order - 1, retired: false };
    return [{ kind: 'dimension-term-defined', body }];
  });
}
