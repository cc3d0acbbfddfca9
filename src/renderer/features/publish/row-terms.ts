import type { Audience } from '../../../contract/common.ts';
import type { Taxonomy } from '../../../contract/taxonomy.ts';
import { formatLanguage } from '../../ui/format.ts';

/** One value that a cell can take: what is stored and what people read. */
export type Choice = { readonly value: string; readonly label: string; readonly hint?: string };

/** The values that each field with a fixed vocabulary can take. */
export type RowTerms = {
  readonly types: readonly Choice[];
  readonly stages: readonly Choice[];
  readonly personas: readonly Choice[];
  readonly products: readonly Choice[];
  readonly audiences: readonly Choice[];
  readonly languages: readonly Choice[];
  readonly tags: readonly string[];
};

const AUDIENCES: readonly (Choice & { readonly value: Audience })[] = [
  { value: 'internal', label: 'Internal only' },
  { value: 'customer', label: 'Customer-facing' },
];

/** Offered even before any asset uses them; the rest comes from the languages in use. */
const COMMON_LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'pl', 'sv', 'ja', 'zh', 'ko', 'ar'];

type Term = { readonly id: string; readonly name: string; readonly order: number; readonly retired: boolean };

function choicesOf<T extends Term>(terms: readonly T[], hint?: (term: T) => string): Choice[] {
  return terms
    .filter((term) => !term.retired)
    .sort((a, b) => a.order - b.order)
    .map((term) => {
      const text = hint?.(term);
      return { value: term.id, label: term.name, ...(text ? { hint: text } : {}) };
    });
}

/** The values a row can take, from the hub's taxonomy; retired terms are not offered. */
export function rowTermsOf(taxonomy: Taxonomy): RowTerms {
  const codes = [...new Set([...taxonomy.languages, ...COMMON_LANGUAGES])];
  return {
    types: choicesOf(taxonomy.types),
    stages: choicesOf(taxonomy.stages, (stage) => stage.definition),
    personas: choicesOf(taxonomy.personas, (persona) => persona.goals),
    products: choicesOf(taxonomy.products),
    audiences: AUDIENCES,
    languages: codes.map((code) => ({ value: code, label: formatLanguage(code) })),
    tags: taxonomy.tags.map((entry) => entry.tag),
  };
}

/** What people read for a stored value; a retired or unknown term shows its id. */
export function labelOf(choices: readonly Choice[], value: string): string {
  return choices.find((choice) => choice.value === value)?.label ?? value;
}
