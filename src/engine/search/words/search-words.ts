import type { SynonymMeaning } from '../../../domain/taxonomy/synonyms.ts';

/** What the hub calls things, as searching needs it: for operators (`stage:decision`), their completion, and synonyms. */

/** Something that has a name. */
export type Named = { readonly id: string; readonly name: string };

/** Words that mean each other, or a term. */
export type Synonyms = { readonly words: readonly string[]; readonly means: SynonymMeaning };

/** The hub's words. The same object as long as nothing of it has changed. */
export type SearchWords = {
  readonly stages: readonly Named[];
  readonly personas: readonly Named[];
  readonly types: readonly Named[];
  readonly products: readonly Named[];
  readonly tags: readonly string[];
  /** BCP 47. */
  readonly languages: readonly string[];
  /** Everybody who owns an asset, and the one who searches. */
  readonly people: readonly Named[];
  /** Who searches: what `me` stands for. */
  readonly me: string | undefined;
  readonly synonyms: readonly Synonyms[];
};

/** A hub without words. */
export const NO_WORDS: SearchWords = {
  stages: [],
  personas: [],
  types: [],
  products: [],
  tags: [],
  languages: [],
  people: [],
  me: undefined,
  synonyms: [],
};
