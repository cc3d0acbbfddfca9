import type { Says } from '../../shared/says/says.ts';
import type { SuggestionSays } from '../../shared/says/suggestions.ts';
import type { AttributeKind } from '../../shared/vocabulary/asset-attributes.ts';
import { aboutField } from '../../shared/vocabulary/asset-fields.ts';
import type { Model } from './learn.ts';
import { mostValues } from './most-values.ts';
import type { Signals } from './signals.ts';
import type { SuggestedField } from './tagged-document.ts';
import { votesFor } from './votes.ts';

/** A proposal for an attribute: its values, how sure it is (0 to 1) and what speaks for it most. */
export type Suggestion = {
  readonly values: readonly string[];
  readonly sure: number;
  readonly why: Says<keyof SuggestionSays>;
};
export type Suggestions = Readonly<Partial<Record<SuggestedField, Suggestion>>>;

/** Below this nothing is suggested: what is shown is to be right nine times of ten, of several values four times of five. */
const SURE_ENOUGH: Readonly<Partial<Record<AttributeKind, number>>> = {
  term: 0.8,
  terms: 0.75,
  audience: 0.85,
  language: 0.85,
};

/** Words that a picture must have before anything is told of it. */
const FEWEST_WORDS = 10;

/** Archives, keys, fonts, icons: files of which nothing can be told, whatever they lie beside. */
export function saysNothing({ kind, length }: Signals): boolean {
  return kind === 'other' || (kind === 'image' && length < FEWEST_WORDS);
}

/** What is suggested for a document. */
export function suggest({ library, calibration }: Model, document: Signals): Suggestions {
  const looked = library.look(document);
  const found: Partial<Record<SuggestedField, Suggestion>> = {};
  for (const attribute of library.fields) {
    const votes = votesFor(attribute, looked, found.type?.values[0]);
    const enough = calibration
      .scored(attribute, votes)
      .map((scored) => ({ ...scored, sure: calibration.sure(attribute, scored.score) }))
      .filter(({ sure }) => sure >= sureEnough(attribute))
      .slice(0, mostValues(library.catalog, attribute));
    const [first] = enough;
    if (first === undefined) continue;
    const sure = enough.reduce((least, one) => Math.min(least, one.sure), 1);
    found[attribute] = { values: enough.map(({ value }) => value), sure, why: first.best.why };
  }
  return found;
}

/** How sure a suggestion for an attribute must be. */
export function sureEnough(attribute: SuggestedField): number {
  return SURE_ENOUGH[aboutField(attribute).kind] ?? 1;
}
