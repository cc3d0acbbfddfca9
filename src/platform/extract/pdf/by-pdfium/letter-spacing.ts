import { gapBetween, isSpace, type Letter } from './letters.ts';

/** Letters that a line must have to be looked at: fewer may be a list, a formula, a scale. */
const FEWEST = 4;
/** The share of a line's words that are single letters, from which on it is set with wide spacing. */
const SINGLE = 0.6;
/** How much the gaps between letters may differ, of their size: between columns they differ with the letters' widths. */
const EVEN = 0.09;
/** Wider gaps, of the size, are between columns. */
const WIDEST = 0.9;

/** A space that PDFium thought up, with the gap that it stands for. */
type Thought = { readonly at: number; readonly gap: number };

/**
 * Where in a line set with wide spacing ('O F F E R') stand spaces that are none: those that PDFium thought up because letters are far from
 * each other, as far as their narrowest neighbors. Undefined for a line like any other.
 */
export function spacesInWords(line: readonly Letter[]): ReadonlySet<number> | undefined {
  const thought: Thought[] = [];
  let words = 0;
  let single = 0;
  let length = 0;
  let before: Letter | undefined;
  let pending: number | undefined;
  const endWord = () => {
    if (length > 0) words += 1;
    if (length === 1) single += 1;
    length = 0;
  };
  for (const [at, letter] of line.entries()) {
    if (isSpace(letter)) {
      endWord();
      if (letter.of === 0) pending = at;
      else before = undefined;
      continue;
    }
    if (pending !== undefined && before)
      thought.push({ at: pending, gap: gapBetween(before, letter) / letter.size });
    pending = undefined;
    before = letter;
    length += 1;
  }
  endWord();
  if (words < FEWEST || single < words * SINGLE || thought.length < FEWEST - 1) return undefined;
  const narrowest = thought.reduce((least, { gap }) => Math.min(least, gap), Number.POSITIVE_INFINITY);
  if (narrowest > WIDEST || !line.some(({ code }) => isLetter(code))) return undefined;
  const inWords = thought.filter(({ gap }) => gap <= narrowest + EVEN);
  return inWords.length < thought.length * SINGLE ? undefined : new Set(inWords.map(({ at }) => at));
}

function isLetter(code: number): boolean {
  return /\p{L}/u.test(String.fromCodePoint(code));
}
