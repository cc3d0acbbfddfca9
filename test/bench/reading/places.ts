/** Words of pages as they are compared: without signs and capitals, scripts that write without spaces by character. */

/** Words page by page. */
export type WordsOfPages = readonly (readonly string[])[];

const SPACELESS = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}';
const WORD = new RegExp(`[${SPACELESS}]|(?:(?![${SPACELESS}])[\\p{L}\\p{N}\\p{M}])+`, 'gu');

/** A text's words in their order. */
export function wordsOf(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().match(WORD) ?? [];
}

/** How many of a text's words another has, each as often as it stands there. */
export function sharedWords(
  ours: readonly string[],
  theirs: readonly string[],
): { readonly shared: number; readonly ours: number; readonly theirs: number } {
  const left = new Map<string, number>();
  for (const word of theirs) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of ours) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    shared += 1;
  }
  return { shared, ours: ours.length, theirs: theirs.length };
}

/** The pages on which each three words in a row begin. */
function placesOf(pages: WordsOfPages): ReadonlyMap<string, number[]> {
  const all = pages.flatMap((words, page) => words.map((word) => ({ word, page })));
  const places = new Map<string, number[]>();
  for (const [at, { word, page }] of all.entries()) {
    const key = [word, all[at + 1]?.word, all[at + 2]?.word].join(' ');
    const known = places.get(key);
    if (known === undefined) places.set(key, [page]);
    else known.push(page);
  }
  return places;
}

/**
 * How many words stand on the same page in both, and how many there or on the next one. A word is told from others by the two after it;
 * those that stand as often in both texts count.
 */
export function comparePlaces(
  ours: WordsOfPages,
  theirs: WordsOfPages,
): { readonly words: number; readonly same: number; readonly near: number } {
  const there = placesOf(theirs);
  let [words, same, near] = [0, 0, 0];
  for (const [key, pages] of placesOf(ours)) {
    const others = there.get(key);
    if (others?.length !== pages.length) continue;
    for (const [index, page] of pages.entries()) {
      const away = Math.abs(page - (others[index] ?? 0));
      words += 1;
      if (away === 0) same += 1;
      if (away <= 1) near += 1;
    }
  }
  return { words, same, near };
}

/** Whether a document has as many pages as another program prints, within one or a tenth. */
export function isClose(ours: number, theirs: number): boolean {
  return Math.abs(ours - theirs) <= Math.max(1, theirs / 10);
}
