/** A text as what is compared of it. */

/** A word or a sign with the white space behind it: goes by `key`, is shown as `text`. All of a text one after the other are the text. */
export type Token = { readonly key: string; readonly text: string };

/**
 * Words with what holds them together: a price, a compound, an abbreviation is one word. Raised, lowered and struck characters are letters, numbers
 * or marks like others.
 */
const TOKEN =
  /(?:[\p{L}\p{N}\p{M}\p{Co}]+(?:[.,:'’\-‑/][\p{L}\p{N}\p{M}\p{Co}]+)*|[^\s\p{L}\p{N}\p{M}\p{Co}])\s*|^\s+/gu;
const WORD = /[\p{L}\p{N}\p{Co}]/u;

/** The words and signs of a text. White space between them is no difference: a document that is laid out anew says the same. */
export function tokensOf(text: string): readonly Token[] {
  return Array.from(text.matchAll(TOKEN), ([found]) => ({ key: found.trim(), text: found }));
}

/** The lines of a text, as one would compare what is too long to be compared word by word. */
export function linesOf(text: string): readonly Token[] {
  return Array.from(text.matchAll(/[^\n]*\n|[^\n]+$/gu), ([found]) => ({ key: found.trim(), text: found }));
}

/** Says whether a token is a word, and not a sign alone. */
export function isWord({ key }: Token): boolean {
  return WORD.test(key);
}
