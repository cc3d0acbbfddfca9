import { plural, t } from '@lingui/core/macro';
import type { Taxonomy } from '../../../contract/taxonomy.ts';
import type { Facet } from '../../../shared/vocabulary/asset-attributes.ts';
import { AUDIENCES, type Audience } from '../../../shared/vocabulary/assets.ts';
import { languageName } from '../../../words/sentence.ts';
import type { TermNames } from '../../base/use-taxonomy.ts';
import type { FilterValue } from './filter-group.tsx';

type Counts = readonly { readonly id: string; readonly count: number }[];

/** How the audiences are called. */
const AUDIENCE_NAMES: Readonly<Record<Audience, string>> = {
  internal: t`Internal only`,
  customer: t`Customer-facing`,
};

/** Terms with how many results each would leave. */
export function valuesOf(terms: readonly { id: string; name: string }[], counts: Counts = []): FilterValue[] {
  const byId = new Map(counts.map((entry) => [entry.id, entry.count]));
  return terms.map((term) => ({ id: term.id, name: term.name, count: byId.get(term.id) ?? 0 }));
}

type FacetWords = {
  readonly name: string;
  readonly openAtFirst: boolean;
  /** Its values in their order, with how many results each would leave. */
  readonly values: (taxonomy: Taxonomy, counts: Counts | undefined) => FilterValue[];
  /** How one of its values is called. */
  readonly nameOf: (id: string, names: TermNames) => string;
  /** How many it hides and where those are: ‘12 more in other stages’. */
  readonly elsewhere: (count: number) => string;
};

const AUDIENCE_VALUES = AUDIENCES.toReversed().map((id) => ({ id, name: AUDIENCE_NAMES[id] }));

/** How each facet is offered and spoken of. */
export const FACET_WORDS: Readonly<Record<Facet, FacetWords>> = {
  stages: {
    name: t`Buying stage`,
    openAtFirst: true,
    values: ({ stages }, counts) => valuesOf(stages, counts),
    nameOf: (id, names) => names.stage(id),
    elsewhere: (count) => plural(count, { one: '# more in other stages', other: '# more in other stages' }),
  },
  personas: {
    name: t`Persona`,
    openAtFirst: true,
    values: ({ personas }, counts) => valuesOf(personas, counts),
    nameOf: (id, names) => names.persona(id),
    elsewhere: (count) =>
      plural(count, { one: '# more for other personas', other: '# more for other personas' }),
  },
  types: {
    name: t`Type`,
    openAtFirst: true,
    values: ({ types }, counts) => valuesOf(types, counts).sort((a, b) => b.count - a.count),
    nameOf: (id, names) => names.type(id),
    elsewhere: (count) => plural(count, { one: '# more of other types', other: '# more of other types' }),
  },
  products: {
    name: t`Product`,
    openAtFirst: false,
    values: ({ products }, counts) => valuesOf(products, counts),
    nameOf: (id, names) => names.product(id),
    elsewhere: (count) =>
      plural(count, { one: '# more for other products', other: '# more for other products' }),
  },
  audiences: {
    name: t`Audience`,
    openAtFirst: false,
    values: (_taxonomy, counts) => valuesOf(AUDIENCE_VALUES, counts),
    nameOf: (id) => (id === 'internal' ? AUDIENCE_NAMES.internal : AUDIENCE_NAMES.customer),
    elsewhere: (count) => plural(count, { one: '# more for others', other: '# more for others' }),
  },
  languages: {
    name: t`Language`,
    openAtFirst: false,
    values: ({ languages }, counts) =>
      valuesOf(
        languages.map((id) => ({ id, name: languageName(id) })),
        counts,
      ),
    nameOf: (id) => languageName(id),
    elsewhere: (count) =>
      plural(count, { one: '# more in other languages', other: '# more in other languages' }),
  },
  folders: {
    name: t`Folder`,
    openAtFirst: false,
    values: (_taxonomy, counts = []) => counts.map(({ id, count }) => ({ id, name: id, count })),
    nameOf: (id) => id,
    elsewhere: (count) => plural(count, { one: '# more in other folders', other: '# more in other folders' }),
  },
};
