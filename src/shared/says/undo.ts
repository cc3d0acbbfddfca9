import type { NoValues, Says } from './says.ts';
import type { ToldField, ToldKitField } from './told-field.ts';

/** Something that was not taken back, as an item of a list. */
type Things = {
  readonly 'undo.field': { readonly field: ToldField; readonly asset: string };
  readonly 'undo.version': { readonly number: number; readonly asset: string };
  /** A version that is not shown any more. */
  readonly 'undo.some-version': { readonly asset: string };
  readonly 'undo.publication': { readonly asset: string };
  /** Somebody has used what was published. */
  readonly 'undo.use': { readonly asset: string };
  readonly 'undo.submission': { readonly asset: string };
  readonly 'undo.verification': { readonly asset: string };
  readonly 'undo.recall': { readonly asset: string };
  readonly 'undo.review': { readonly asset: string };
  readonly 'undo.merge': { readonly asset: string };
  readonly 'undo.variant': { readonly asset: string };
  readonly 'undo.follows': { readonly asset: string };
  readonly 'undo.apart': { readonly a: string; readonly b: string };
  readonly 'undo.term': { readonly name: string };
  readonly 'undo.dimension': { readonly name: string };
  readonly 'undo.synonyms': { readonly word: string };
  readonly 'undo.view': { readonly name: string };
  readonly 'undo.golden': { readonly query: string };
  readonly 'undo.rule': { readonly pattern: string };
  readonly 'undo.kit': { readonly name: string };
  readonly 'undo.kit-field': { readonly field: ToldKitField; readonly name: string };
  readonly 'undo.kit-item': { readonly name: string };
  readonly 'undo.kit-rating': { readonly name: string };
  readonly 'undo.kit-recall': { readonly name: string };
  readonly 'undo.kit-verification': { readonly name: string };
  readonly 'undo.kit-review-answer': { readonly name: string };
  readonly 'undo.kit-proposal': { readonly name: string };
  readonly 'undo.rating': { readonly asset: string };
  readonly 'undo.vote': { readonly request: string };
  readonly 'undo.answer': { readonly request: string };
  readonly 'undo.proposal': { readonly file: string };
  readonly 'undo.admission': NoValues;
  readonly 'undo.search-words': NoValues;
  readonly 'undo.recognition': NoValues;
  readonly 'undo.kit-review': NoValues;
  readonly 'undo.time-zone': NoValues;
  readonly 'undo.role': { readonly name: string };
  /** What it was about is not known here. */
  readonly 'undo.unknown': NoValues;
};

/** The same with who has changed it since. */
type ChangedThings = {
  readonly 'undo.by': { readonly thing: Says<Thing>; readonly name: string };
  readonly 'undo.by-you': { readonly thing: Says<Thing> };
  readonly 'undo.by-somebody': { readonly thing: Says<Thing> };
};

export type Thing = keyof Things;
export type ChangedThing = keyof ChangedThings;

/** `more`: how many are not named. */
type Left = { readonly things: readonly Says<ChangedThing>[]; readonly more: number };

/** Taking changes back. */
export type UndoSays = Things &
  ChangedThings & {
    readonly 'undo.too-late': NoValues;
    readonly 'undo.part': Left;
    readonly 'undo.nothing': Left;
  };
