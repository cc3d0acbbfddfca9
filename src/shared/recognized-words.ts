import { MOST_RECOGNIZED_WORDS } from './limits.ts';

/**
 * Words that were recognized on a picture of a page. Their text is the page's text; where each of them stands is kept beside it: four numbers
 * a word (left, top, width, height), in the order of the text's words, which white space parts.
 */

/** Numbers of a word's box. */
const BOX_NUMBERS = 4;
/** A box is measured in this part of the page's width and height. */
export const BOX_UNITS = 10_000;

/** Where a word stands on its page, in shares of the page's width and height (0 to 1). */
type WordBox = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };

/** Runs of pages that were recognized, each from one number to another. */
type PageRuns = readonly (readonly [from: number, to: number])[];

/** Whether a page's text was recognized. */
export function isRecognized(
  { recognized }: { readonly recognized?: { readonly pages: PageRuns } | undefined },
  page: number,
): boolean {
  return recognized?.pages.some(([from, to]) => page >= from && page <= to) ?? false;
}

/** The words of a recognized text with their places in it. */
function wordsIn(text: string): { readonly from: number; readonly to: number }[] {
  return [...text.matchAll(/\S+/gu)].map(({ index, 0: word }) => ({ from: index, to: index + word.length }));
}

/** Whether a list of numbers says of each word of a text where it stands; never of more words than any page has. */
export function areBoxesOf(text: string, boxes: readonly unknown[]): boxes is readonly number[] {
  return (
    boxes.length <= MOST_RECOGNIZED_WORDS * BOX_NUMBERS &&
    boxes.length === wordsIn(text).length * BOX_NUMBERS &&
    boxes.every(
      (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= BOX_UNITS,
    )
  );
}

/** Each word of a recognized text with what parts it from the next, and where it stands; none where that is not known. */
export function placedWords(
  text: string,
  boxes: readonly number[],
): readonly { readonly word: string; readonly after: string; readonly box: WordBox }[] {
  if (boxes.length === 0) return [];
  const words = wordsIn(text);
  return words.map(({ from, to }, at) => ({
    word: text.slice(from, to),
    after: text.slice(to, words[at + 1]?.from ?? text.length),
    box: boxAt(boxes, at),
  }));
}

function boxAt(boxes: readonly number[], at: number): WordBox {
  const [x = 0, y = 0, w = 0, h = 0] = boxes
    .slice(at * BOX_NUMBERS, (at + 1) * BOX_NUMBERS)
    .map((value) => value / BOX_UNITS);
  return { x, y, w, h };
}

/** Where the words stand that a part of a recognized text touches; `to` is not in it. */
export function boxesBetween(
  text: string,
  boxes: readonly number[],
  from: number,
  to: number,
): readonly WordBox[] {
  if (boxes.length === 0) return [];
  return wordsIn(text).flatMap((word, at) => (word.to <= from || word.from >= to ? [] : boxAt(boxes, at)));
}
