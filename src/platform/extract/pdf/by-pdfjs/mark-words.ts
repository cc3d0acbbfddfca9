import type { SKRSContext2D } from '@napi-rs/canvas';
import type { PageViewport, PDFPageProxy } from 'pdfjs-dist';
import { foldInPlace, wordPattern } from '../../picture/word-pattern.ts';
import { LINE_REACH, MOST_MARKS, paintMark } from '../common/paint-mark.ts';

/**
 * Marks words on the picture of a page, as with a highlighter. Where a word begins within a run of text is worked out from the letters
 * before it and about how wide each is in most fonts; the mark's ends then move to the nearest gap between letters. Words that the document cuts into several runs are not marked, nor is text
 * that does not run from left to right.
 */

const NARROW = new Set("iljtfrI.,;:!|'’()[] ");
const WIDE = /[mwMW@\p{Lu}]/u;

/** Draws the marks over a page that has been drawn. */
export async function markWords(
  page: PDFPageProxy,
  viewport: PageViewport,
  context: SKRSContext2D,
  words: readonly string[],
): Promise<void> {
  const pattern = wordPattern(words);
  if (pattern === undefined) return;
  const { items } = await page.getTextContent();
  const pieces = items.flatMap((item) => ('str' in item ? [item] : []));
  let marks = 0;
  for (const item of pieces) {
    if (item.str === '') continue;
    const [a = 0, b = 0, c = 0, , x = 0, y = 0] = item.transform as readonly number[];
    if (b !== 0 || c !== 0 || a <= 0) continue;
    const text = foldInPlace(item.str);
    const whole = widthOf(item.str);
    for (const match of text.matchAll(pattern)) {
      if (marks >= MOST_MARKS) break;
      marks += 1;
      const end = match.index + match[0].length;
      const from = x + item.width * (widthOf(item.str.slice(0, match.index)) / whole);
      const to = x + item.width * (widthOf(item.str.slice(0, end)) / whole);
      const [left, bottom] = pointOf(viewport, from, y - item.height * LINE_REACH.below);
      const [right, top] = pointOf(viewport, to, y + item.height * LINE_REACH.above);
      paintMark(context, {
        left: Math.min(left, right) - 1,
        top: Math.min(top, bottom),
        right: Math.max(left, right) + 1,
        bottom: Math.max(top, bottom),
      });
    }
  }
}

/** A point of a page in pixels; pdf.js's types don't say what it answers. */
function pointOf(viewport: PageViewport, x: number, y: number): readonly [number, number] {
  const [left, top]: readonly unknown[] = viewport.convertToViewportPoint(x, y);
  return [Number(left), Number(top)];
}

/** About how wide a text is, in widths of a middling letter. */
function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += NARROW.has(letter) ? 0.5 : WIDE.test(letter) ? 1.35 : 1;
  return width;
}
