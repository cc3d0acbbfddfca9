import type { SynonymMeaning } from '../../../domain/taxonomy/synonyms.ts';
import type { DimensionField } from '../../../shared/vocabulary/asset-fields.ts';
import type { ToldAttribute } from '../../assets/attribute-values.ts';

/** What the hub calls things, as searching needs it: for operators (`stage:decision`), their completion, and synonyms. */

/** Fields of dimensions by the names of their operators. */
export type Operators = ReadonlyMap<string, DimensionField>;

/** Something that has a name. */
export type Named = { readonly id: string; readonly name: string };

/** Words that mean each other, or a term. */
export type Synonyms = { readonly words: readonly string[]; readonly means: SynonymMeaning };

/** A dimension: what asks for it, and its terms with what else they are called. */
export type SearchedDimension = {
  readonly field: DimensionField;
  readonly name: string;
  /** Absent where every hub has an operator of its name. */
  readonly operator?: string;
  readonly terms: readonly (Named & { readonly also: readonly string[] })[];
};

/** The hub's words. The same object as long as nothing of it has changed. */
export type SearchWords = {
  readonly stages: readonly Named[];
  readonly personas: readonly Named[];
  readonly types: readonly Named[];
  readonly products: readonly Named[];
  readonly dimensions: readonly SearchedDimension[];
  /** The dimensions by what asks for them. */
  readonly operators: Operators;
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
  dimensions: [],
  operators: new Map(),
  said: () => [],
  people: [],
  me: undefined,
  synonyms: [],
};
