import type { Letter } from './letters.ts';

/** Bold by printing twice, shadows, outlines: how far apart, of their size, the same letters are one. */
const SAME_PLACE = 0.14;
/** Fewer letters of a text that stand again on the same letters are accidents: a text is printed twice as a whole. */
const MOSTLY = 0.8;

/** Letters without those that are printed again upon themselves. PDFium leaves out only what stands on exactly the same place. */
export function withoutDoubles(letters: readonly Letter[]): readonly Letter[] {
  const seen = new Map<number, Letter[]>();
  const doubles = new Set<number>();
  const counts = new Map<number, { all: number; again: number }>();
  for (const [at, letter] of letters.entries()) {
    if (letter.of === 0 || letter.code <= 32) continue;
    const count = counts.get(letter.of) ?? { all: 0, again: 0 };
    counts.set(letter.of, count);
    count.all += 1;
    if (isSeen(seen, letter)) {
      doubles.add(at);
      count.again += 1;
    }
  }
  if (doubles.size === 0) return letters;
  return letters.filter((letter, at) => {
    const count = counts.get(letter.of);
    return !doubles.has(at) || count === undefined || count.again < count.all * MOSTLY;
  });
}

/** Whether the same letter of another text stands at this place; remembers it otherwise. */
function isSeen(seen: Map<number, Letter[]>, letter: Letter): boolean {
  const reach = SAME_PLACE * letter.size;
  const row = Math.round(letter.base / Math.max(1, letter.size / 2));
  const key = letter.code * 0x10000 + (row & 0xffff);
  for (const near of [key, key - 1, key + 1]) {
    const found = seen
      .get(near)
      ?.some(
        (one) =>
          one.of !== letter.of &&
          one.turn === letter.turn &&
          Math.abs(one.at - letter.at) < reach &&
          Math.abs(one.base - letter.base) < reach &&
          Math.abs(one.size - letter.size) < reach,
      );
    if (found === true) return true;
  }
  const row0 = seen.get(key);
  if (row0 === undefined) seen.set(key, [letter]);
  else row0.push(letter);
  return false;
}
