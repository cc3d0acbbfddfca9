import { singular } from '../../../shared/singular.ts';
import type { Choice } from './row-terms.ts';

/** Lower case, without accents, words parted by single spaces: `Case-Study` → `case study`. */
export function plainWord(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Each word in the singular: `case studies` → `case study`. */
function inSingular(text: string): string {
  return plainWord(text).split(' ').map(singular).join(' ');
}

/** The names by which a choice is known: what people read, what is stored, its synonyms. */
function namesOf(choice: Choice): readonly string[] {
  return [choice.label, choice.value, ...(choice.also ?? [])];
}

/** The choice that a word names, whatever its case, in the plural too; a word that could mean several names none. */
export function matchTerm(word: string, choices: readonly Choice[]): Choice | undefined {
  for (const form of [plainWord, inSingular]) {
    const wanted = form(word);
    if (wanted === '') return undefined;
    // A name counts before a synonym: a persona may be called what is said for another one.
    for (const names of [(choice: Choice) => [choice.label, choice.value], namesOf]) {
      const found = choices.filter((choice) => names(choice).some((name) => form(name) === wanted));
      if (found.length > 0) return found.length === 1 ? found[0] : undefined;
    }
  }
  return undefined;
}

/** True when a choice is one of those that are being typed: by its name or a synonym. */
export function isTyped(choice: Choice, text: string): boolean {
  const wanted = plainWord(text);
  return namesOf(choice).some((name) => plainWord(name).includes(wanted));
}
