import { singular } from '../../../shared/singular.ts';
import { plainWord } from '../../../shared/vocabulary/plain-word.ts';
import type { Choice } from './row-terms.ts';

/** Each word in the singular: `case studies` → `case study`. */
function inSingular(text: string): string {
  return plainWord(text).split(' ').map(singular).join(' ');
}

/** The names by which a choice is known: what people read, what is stored, its synonyms. */
function namesOf(choice: Choice): readonly string[] {
  return [choice.label, choice.value, ...(choice.also ?? [])];
}

/** Choices by their names in one form; null where several have the same. */
type ByName = ReadonlyMap<string, Choice | null>;

function byName(
  choices: readonly Choice[],
  names: (choice: Choice) => readonly string[],
  form: Form,
): ByName {
  const found = new Map<string, Choice | null>();
  for (const choice of choices) {
    for (const name of new Set(names(choice).map(form))) found.set(name, found.has(name) ? null : choice);
  }
  return found;
}

type Form = (text: string) => string;
const FORMS: readonly Form[] = [plainWord, inSingular];

/** A paste asks thousands of times: the names of a list of choices are worked out once, in the order in which they are tried. */
const known = new WeakMap<readonly Choice[], readonly { readonly form: Form; readonly tables: ByName[] }[]>();

function namesIn(choices: readonly Choice[]) {
  const before = known.get(choices);
  if (before !== undefined) return before;
  // A name counts before a synonym: a persona may be called what is said for another one.
  const ways = [(choice: Choice) => [choice.label, choice.value], namesOf];
  const made = FORMS.map((form) => ({ form, tables: ways.map((names) => byName(choices, names, form)) }));
  known.set(choices, made);
  return made;
}

/** The choice that a word names, whatever its case, in the plural too; a word that could mean several names none. */
export function matchTerm(word: string, choices: readonly Choice[]): Choice | undefined {
  for (const { form, tables } of namesIn(choices)) {
    const wanted = form(word);
    if (wanted === '') return undefined;
    for (const table of tables) {
      const found = table.get(wanted);
      if (found !== undefined) return found ?? undefined;
    }
  }
  return undefined;
}

/** True when a choice is one of those that are being typed: by its name or a synonym. */
export function isTyped(choice: Choice, text: string): boolean {
  const wanted = plainWord(text);
  return namesOf(choice).some((name) => plainWord(name).includes(wanted));
}
