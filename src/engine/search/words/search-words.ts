import type { SynonymMeaning } from '../../../domain/taxonomy/synonyms.ts';
import type { ToldAttribute } from '../../assets/attribute-values.ts';

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
  /** What assets say of an attribute: what is said most often first. */
  readonly said: (attribute: ToldAttribute) => readonly string[];
  /** Everybody whom an operator can name of an asset, and the one who searches. */
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
  said: () => [],
  people: [],
  me: undefined,
  synonyms: [],
};
