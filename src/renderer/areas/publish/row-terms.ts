import { t } from '@lingui/core/macro';
import type { Taxonomy } from '../../../contract/taxonomy.ts';
import { type DimensionField, fieldOfDimension } from '../../../shared/vocabulary/asset-fields.ts';
import type { Audience } from '../../../shared/vocabulary/assets.ts';
import { plainWord } from '../../../shared/vocabulary/plain-word.ts';
import { AUDIENCE_NAMES } from '../../../shared/vocabulary/query-values.ts';
import type { TermFacet } from '../../../shared/vocabulary/taxonomy.ts';
import { languageOptions } from '../../ui/languages.ts';

/** One value that a cell can take: what is stored and what people read. */
export type Choice = {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  /** Other words for it: the hub's synonyms. */
  readonly also?: readonly string[];
};

/** The values that each field with a fixed vocabulary can take. */
export type RowTerms = {
  readonly types: readonly Choice[];
  readonly stages: readonly Choice[];
  readonly personas: readonly Choice[];
  readonly products: readonly Choice[];
  readonly audiences: readonly Choice[];
  readonly languages: readonly Choice[];
  readonly tags: readonly string[];
  /** The dimensions in use: a column each. */
  readonly dimensions: readonly RowDimension[];
};

/** A dimension as the table has it. */
export type RowDimension = {
  readonly field: DimensionField;
  readonly name: string;
  readonly many: boolean;
  /** Publishing asks for it. */
  readonly required: boolean;
  readonly choices: readonly Choice[];
};

const AUDIENCES: readonly (Choice & { readonly value: Audience })[] = [
  {
    value: 'internal',
    label: t`Internal only`,
    also: [t`Internal`, t`Employees only`, ...AUDIENCE_NAMES.internal],
  },
  {
    value: 'customer',
    label: t`Customer-facing`,
    also: [t`External`, t`Public`, ...AUDIENCE_NAMES.customer],
  },
];

type Term = { readonly id: string; readonly name: string; readonly order: number; readonly retired: boolean };

function choicesOf<T extends Term>(
  terms: readonly T[],
  also: (term: T) => readonly string[],
  hint?: (term: T) => string,
): Choice[] {
  return terms
    .filter((term) => !term.retired)
    .sort((a, b) => a.order - b.order)
    .map((term) => {
      const text = hint?.(term);
      return {
        value: term.id,
        label: term.name,
        ...(text ? { hint: text } : {}),
        also: also(term),
      };
    });
}

/** The words that the hub takes for a term: its synonyms, and what means the same as its name or as one of them. */
function synonymsOf(taxonomy: Taxonomy, facet: TermFacet) {
  const groups = taxonomy.synonyms.filter((group) => !group.retired);
  return (term: Term): readonly string[] => {
    const own = groups.filter(
      ({ means }) => means.facet !== 'same' && means.facet === facet && means.term === term.id,
    );
    const words = own.flatMap((group) => group.words);
    const names = new Set([term.name, ...words].map(plainWord));
    const same = groups.filter(
      ({ means, words: other }) => means.facet === 'same' && other.some((word) => names.has(plainWord(word))),
    );
    return [...words, ...same.flatMap((group) => group.words)];
  };
}

/** A language as its speakers call it: `Deutsch`. */
function ownName(code: string): string[] {
  try {
    const name = new Intl.DisplayNames(code, { type: 'language', fallback: 'none' }).of(code);
    return name === undefined ? [] : [name];
  } catch {
    // Not a well-formed tag: it came from a document and has no name.
    return [];
  }
}

/** The values a row can take, from the hub's taxonomy; retired terms are not offered. */
export function rowTermsOf(taxonomy: Taxonomy): RowTerms {
  return {
    types: choicesOf(taxonomy.types, synonymsOf(taxonomy, 'type')),
    stages: choicesOf(taxonomy.stages, synonymsOf(taxonomy, 'stage'), (stage) => stage.definition),
    personas: choicesOf(taxonomy.personas, synonymsOf(taxonomy, 'persona'), (persona) => persona.goals),
    products: choicesOf(taxonomy.products, synonymsOf(taxonomy, 'product')),
    audiences: AUDIENCES,
    languages: languageOptions(taxonomy.languages).map((choice) => ({
      ...choice,
      also: ownName(choice.value),
    })),
    tags: taxonomy.tags.map((entry) => entry.tag),
    dimensions: taxonomy.dimensions
      .filter(({ inUse }) => inUse)
      .map(({ id, name, many, required, terms }) => ({
        field: fieldOfDimension(id),
        name,
        many,
        required,
        choices: choicesOf(
          terms,
          ({ synonyms }) => synonyms,
          ({ definition }) => definition,
        ),
      })),
  };
}

/** What people read for a stored value; a retired or unknown term shows its id. */
export function labelOf(choices: readonly Choice[], value: string): string {
  return choices.find((choice) => choice.value === value)?.label ?? value;
}
