import type { AssetSummary } from '../../../contract/assets.ts';
import type { SearchResult } from '../../../contract/search.ts';
import { entryOf } from '../../../domain/kernel/register.ts';
import { eachFacet, FACET_NAMES, FACETS, type Facet } from '../../../shared/vocabulary/asset-attributes.ts';
import {
  type DimensionField,
  dimensionFieldsIn,
  isDimensionField,
} from '../../../shared/vocabulary/asset-fields.ts';
import { attributeValues } from '../../assets/attribute-values.ts';

/** What assets have in each facet, as small numbers: every keystroke counts some ten of them for each of its hits. */

export type Facets = SearchResult['facets'];

/** What narrows a search: a facet that every hub has, or a dimension. */
export type AnyFilter = Facet | DimensionField;

type Chosen = { readonly [Name in AnyFilter]?: readonly string[] | undefined };

/** The values of a facet as they are listed, made where there are none yet. */
function entriesOf(facets: Facets, facet: AnyFilter): { id: string; count: number }[] {
  const known = facets[facet];
  if (known !== undefined) return known;
  const made: { id: string; count: number }[] = [];
  Object.assign(facets, { [facet]: made });
  return made;
}

/** What an asset has in a facet. */
export function valuesOf(asset: AssetSummary, facet: AnyFilter): readonly string[] {
  return attributeValues(asset, isDimensionField(facet) ? facet : FACETS[facet as Facet]);
}

/** A value of a facet. */
type Value = { readonly facet: AnyFilter; readonly id: string };

/** The values of some assets, each by its number and once an asset. */
export class FacetValues {
  readonly #values: Value[] = [];
  readonly #ofAll: Uint32Array;
  /** Where the values of an asset begin; one more than there are assets. */
  readonly #starts: Uint32Array;

  constructor(assets: readonly AssetSummary[]) {
    const numbers = new Map<AnyFilter, Map<string, number>>(FACET_NAMES.map((facet) => [facet, new Map()]));
    const ofAll: number[] = [];
    this.#starts = new Uint32Array(assets.length + 1);
    for (const [at, asset] of assets.entries()) {
      for (const facet of [...FACET_NAMES, ...dimensionFieldsIn(asset)]) {
        const known = entryOf(numbers, facet, () => new Map<string, number>());
        const values = valuesOf(asset, facet);
        for (const [place, id] of values.entries()) {
          if (values.indexOf(id) === place) ofAll.push(this.#numberOf({ facet, id }, known));
        }
      }
      this.#starts[at + 1] = ofAll.length;
    }
    this.#ofAll = Uint32Array.from(ofAll);
  }

  #numberOf(value: Value, known: Map<string, number>): number {
    const before = known.get(value.id);
    if (before !== undefined) return before;
    known.set(value.id, this.#values.length);
    this.#values.push(value);
    return this.#values.length - 1;
  }

  /** Counters for {@link FacetValues.count}. */
  counters(): Uint32Array {
    return new Uint32Array(this.#values.length);
  }

  /** Counts what an asset has in all facets or in one. */
  count(counters: Uint32Array, asset: number, facet?: AnyFilter): void {
    const end = this.#starts[asset + 1] ?? 0;
    for (let at = this.#starts[asset] ?? 0; at < end; at += 1) {
      const value = this.#ofAll[at] ?? 0;
      if (facet === undefined || this.#values[value]?.facet === facet)
        counters[value] = (counters[value] ?? 0) + 1;
    }
  }

  /** The same for one of several that count as one: what was counted of the others has their mark in `marks`, which is as long as the counters. */
  countOnce(
    counters: Uint32Array,
    { marks, mark }: { readonly marks: Uint32Array; readonly mark: number },
    asset: number,
    facet?: AnyFilter,
  ): void {
    const end = this.#starts[asset + 1] ?? 0;
    for (let at = this.#starts[asset] ?? 0; at < end; at += 1) {
      const value = this.#ofAll[at] ?? 0;
      if (marks[value] === mark || (facet !== undefined && this.#values[value]?.facet !== facet)) continue;
      marks[value] = mark;
      counters[value] = (counters[value] ?? 0) + 1;
    }
  }

  /** Most frequent first; a chosen value is there even where it would leave nothing, so that it can be taken back. */
  list(counters: Uint32Array, chosen: Chosen): Facets {
    const facets: Facets = eachFacet(() => []);
    for (const [at, { facet, id }] of this.#values.entries()) {
      const count = counters[at] ?? 0;
      if (count > 0) entriesOf(facets, facet).push({ id, count });
    }
    for (const facet of [...FACET_NAMES, ...dimensionFieldsIn({ ...chosen, ...facets })]) {
      const entries = entriesOf(facets, facet);
      const there = new Set(entries.map(({ id }) => id));
      for (const id of new Set(chosen[facet])) if (!there.has(id)) entries.push({ id, count: 0 });
      entries.sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
    }
    return facets;
  }
}
