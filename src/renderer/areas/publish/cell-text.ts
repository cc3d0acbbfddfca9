import type { RowChange } from '../../../contract/publish-rows.ts';
import { LONGEST_LINE, LONGEST_TAG } from '../../../shared/limits.ts';
import { cellOf, changeOf, choicesFor, type FieldKey } from './columns.ts';
import { matchTerm } from './match-term.ts';
import type { Choice, RowTerms } from './row-terms.ts';

/** What came of reading a text as the value of a cell: what it sets, if anything, and the words that name nothing. */
type ReadCell = { readonly set: RowChange['set'] | null; readonly unknown: readonly string[] };

function splitList(text: string): string[] {
  return text
    .split(/[,;|\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Tags from one line: separated by commas or semicolons, each once, none longer than allowed. */
export function readTags(text: string): string[] {
  return [...new Set(splitList(text).map((tag) => tag.slice(0, LONGEST_TAG)))];
}

/** A title as it is stored: one line. */
function readTitle(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_LINE);
}

/** The values of a field that any words go into; null where they are chosen of a list. */
export function readTyped(key: FieldKey, text: string): readonly string[] | null {
  const cell = cellOf(key);
  if (cell === 'text') return [readTitle(text)];
  return cell === 'words' ? readTags(text) : null;
}

/** Words as terms: what is known counts, what is not is told. */
function readTerms(text: string, choices: readonly Choice[]): { found: Choice[]; unknown: string[] } {
  // A name may itself hold a comma or a stroke, so the whole is tried before its parts.
  const whole = matchTerm(text, choices);
  if (whole) return { found: [whole], unknown: [] };
  const found: Choice[] = [];
  const unknown: string[] = [];
  for (const word of splitList(text)) {
    const parts = matchTerm(word, choices) ? [word] : word.split(/\s*[/&+]\s*|\s+(?:and|und|et|y)\s+/i);
    const choicesOfParts = parts.map((part) => matchTerm(part, choices));
    // ‘R&D’ is one word that nobody knows, not two.
    if (choicesOfParts.every((choice) => choice === undefined)) unknown.push(word);
    else
      parts.forEach((part, index) => {
        const choice = choicesOfParts[index];
        if (choice) found.push(choice);
        else if (part !== '') unknown.push(part);
      });
  }
  return { found: [...new Set(found)], unknown };
}

/** Reads a text as the value of a field; names of terms count whatever their case, in the plural, by synonym and by id. An empty text sets nothing. */
export function readCell(key: FieldKey, text: string, terms: RowTerms): ReadCell {
  if (text.trim() === '') return { set: null, unknown: [] };
  const typed = readTyped(key, text);
  if (typed !== null) return { set: changeOf(key, typed), unknown: [] };
  const { found, unknown } = readTerms(text, choicesFor(key, terms));
  const values = found.map((choice) => choice.value);
  if (values.length === 0) return { set: null, unknown };
  const more = cellOf(key, terms) === 'one' ? found.slice(1).map((choice) => choice.label) : [];
  return { set: changeOf(key, values), unknown: [...unknown, ...more] };
}
