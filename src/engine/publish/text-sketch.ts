import { cleanText, foldWord, wordsOf } from '../search/words/fold.ts';
import { numberOf } from '../search/words/row-terms.ts';

/** Whether two texts are mostly the same, told from a few numbers of each: the smallest of the hashes of its runs of words (bottom-k of MinHash). */

/** Words of one run, and numbers kept of a text. */
const [RUN, KEPT] = [3, 192];
/** Characters that are looked at. */
const MOST = 200_000;
/** Fewer runs than this say nothing. */
const FEWEST = 5;

/** From this similarity on, whole documents are near-duplicates: so large a share of the runs of both is the same. */
export const NEAR_DUPLICATE = 0.6;

/** Of a text, ascending; empty where it is too short to say anything. */
export type Sketch = readonly number[];

/** The sketch of a text. */
export function sketchOf(text: string): Sketch {
  const words: string[] = [];
  for (const { word } of wordsOf(cleanText(text.slice(0, MOST)))) words.push(foldWord(word));
  const runs = new Set<number>();
  for (let at = 0; at + RUN <= words.length; at += 1) runs.add(numberOf(words.slice(at, at + RUN).join(' ')));
  return runs.size < FEWEST ? [] : [...runs].sort((a, b) => a - b).slice(0, KEPT);
}

/** About which share of the runs of two texts both have: 0 to 1; undefined where one of them says nothing. */
export function similarity(one: Sketch, other: Sketch): number | undefined {
  if (one.length === 0 || other.length === 0) return undefined;
  const size = Math.min(KEPT, Math.max(one.length, other.length));
  let [a, b, seen, same] = [0, 0, 0, 0];
  while (seen < size && (a < one.length || b < other.length)) {
    const left = one[a] ?? Number.POSITIVE_INFINITY;
    const right = other[b] ?? Number.POSITIVE_INFINITY;
    if (left === right) same += 1;
    if (left <= right) a += 1;
    if (right <= left) b += 1;
    seen += 1;
  }
  return seen === 0 ? 0 : same / seen;
}
