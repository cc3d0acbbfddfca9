import { gapBetween, isSpace, type Letter } from './letters.ts';

/** Letters that a line must have to be looked at: fewer may be a list, a formula, a scale. */
const FEWEST = 4;
/** The share of a line's words that are single letters, from which on it is set with wide spacing. */
const SINGLE = 0.6;
/** How much the gaps between letters may differ, of their size: between columns they differ with the letters' widths. */
const EVEN = 0.09;
/** Wider gaps, of the size, are between columns. */
const WIDEST = 0.9;

/** Letters of one text that are at least so far from each other, of their size, are set with wide spacing: no kerning goes so far. */
const WIDE = 0.1;

/** A space that PDFium thought up, with the gap that it stands for. */
type Thought = { readonly at: number; readonly gap: number };
type Line = {
  readonly thought: readonly Thought[];
  /** Gaps within words. */
  readonly within: readonly number[];
  readonly words: number;
  readonly single: number;
};

/**
 * Where in a line set with wide spacing ('O F F E R') stand spaces that are none: those that PDFium thought up because letters are far from
 * each other, as far as their narrowest neighbors, or as letters of one text. Undefined for a line like any other.
 */
export function spacesInWords(line: readonly Letter[]): ReadonlySet<number> | undefined {
  const { thought, within, words, single } = measured(line);
  if (thought.length === 0 || !line.some(({ code }) => isLetter(code))) return undefined;
  const usual = within.toSorted((one, other) => one - other)[Math.floor(within.length / 2)] ?? 0;
  if (within.length >= FEWEST && usual >= WIDE && usual <= WIDEST) return upTo(usual + EVEN, thought);
  if (words < FEWEST || single < words * SINGLE || thought.length < FEWEST - 1) return undefined;
  const narrowest = thought.reduce((least, { gap }) => Math.min(least, gap), Number.POSITIVE_INFINITY);
  if (narrowest > WIDEST) return undefined;
  const inWords = upTo(narrowest + EVEN, thought);
  return inWords.size < thought.length * SINGLE ? undefined : inWords;
}

function upTo(most: number, thought: readonly Thought[]): ReadonlySet<number> {
  return new Set(thought.filter(({ gap }) => gap <= most).map(({ at }) => at));
}

function measured(line: readonly Letter[]): Line {
  const thought: Thought[] = [];
  const within: number[] = [];
  const lengths: number[] = [0];
  let before: Letter | undefined;
  let pending: number | undefined;
  for (const [at, letter] of line.entries()) {
    if (isSpace(letter)) {
      lengths.push(0);
      if (letter.of === 0) pending = at;
      else [before, pending] = [undefined, undefined];
      continue;
    }
    const gap = before === undefined ? undefined : gapBetween(before, letter) / letter.size;
    if (gap !== undefined && pending !== undefined) thought.push({ at: pending, gap });
    else if (gap !== undefined) within.push(gap);
    [before, pending] = [letter, undefined];
    lengths[lengths.length - 1] = (lengths.at(-1) ?? 0) + 1;
  }
  const words = lengths.filter((length) => length > 0);
  return { thought, within, words: words.length, single: words.filter((length) => length === 1).length };
}

function isLetter(code: number): boolean {
  return /\p{L}/u.test(String.fromCodePoint(code));
}
