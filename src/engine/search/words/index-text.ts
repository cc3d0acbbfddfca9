import { codesOf } from './codes.ts';
import { cleanText, prepareText } from './fold.ts';
import { type Language, markedStems } from './languages.ts';

/** Texts as the index takes them: their own words and, behind them, what else they are found by. */

/** How a text is written, as far as that is known. */
export type Written = {
  /** Its language, where that has rules of its own. */
  readonly language?: Language | undefined;
  /** What parts decimals in its numbers. */
  readonly decimal?: string | undefined;
};
const UNKNOWN: Written = {};

/** Parts a text from what else it is found by: no prepared text has it. */
const BEHIND = '\u001f';

/**
 * A text for the index: prepared, and behind it what its codes are looked for by and, in a language of its own rules, the stems of its words
 * and what says which language it is. `known` remembers words between the texts of one run.
 */
export function indexText(
  text: string,
  { language, decimal }: Written = UNKNOWN,
  known: Map<string, string> = new Map(),
): string {
  const prepared = prepareText(text);
  const words = new Set<string>();
  for (const { exact, others } of codesOf(prepared, decimal))
    for (const word of [exact, ...others]) words.add(word);
  if (language !== undefined) words.add(language.mark);
  if (language !== undefined)
    for (const stem of markedStems(language, cleanText(text), known)) words.add(stem);
  return words.size === 0 ? prepared : `${prepared}${BEHIND}${[...words].join(' ')}`;
}

/** What of a text for the index is its own. */
export function ownText(indexed: string): string {
  const behind = indexed.indexOf(BEHIND);
  return behind < 0 ? indexed : indexed.slice(0, behind);
}
