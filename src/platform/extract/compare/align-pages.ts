import { heaviestChain, type PagePair } from './heaviest-chain.ts';
import { isWord, tokensOf } from './words-of.ts';

/** A page of one version with the page of the other that became it or came of it; one of the two is absent where there is none. Counted from 0. */
export type AlignedPage = {
  readonly from?: number;
  readonly to?: number;
  /** It stands elsewhere now. */
  readonly moved?: true;
};

/** The words of a page, each by a number, ascending; one that stands there twice is there twice. */
type Words = Uint32Array;
type Pages = readonly Words[];

/** How alike two pages have to be to be taken for the same one, and to be it where pages before and behind them are: from 0 to 1. */
const ALIKE_FROM = 0.4;
const ALIKE_IN_PLACE_FROM = 0.2;
/** Of longer pages the words with the smallest numbers stand for all: the same ones in both. */
const MOST_WORDS = 1_500;
/** A word on more pages than this tells none of them apart. */
const TELLING_PAGES = 24;
/** Of pages with the very same text so many are tried for one. */
const MOST_SAME = 8;
/** So many pairs of pages between two that are known are looked at one by one. */
const MOST_IN_GAP = 900;

/** Finds which page of one version became which of the other: what is alike and in order, then what was moved. In the order of the later version, removed pages where they were. */
export function alignPages(from: readonly string[], to: readonly string[]): readonly AlignedPage[] {
  const [left, right] = withoutCommonWords(wordsOf(from), wordsOf(to));
  const pairs = [...samePages(from, to), ...alikePages(left, right)];
  const chain = heaviestChain(pairs, to.length);
  const inOrder = withGapsFilled(chain, { left, right });
  const [taken, given] = [new Set(inOrder.map((pair) => pair.from)), new Set(inOrder.map((pair) => pair.to))];
  const moved: PagePair[] = [];
  for (const pair of pairs.sort(heaviest)) {
    if (taken.has(pair.from) || given.has(pair.to) || left[pair.from]?.length === 0) continue;
    taken.add(pair.from);
    given.add(pair.to);
    moved.push(pair);
  }
  return inDocumentOrder(inOrder, moved, from.length, to.length);
}

function wordsOf(texts: readonly string[]): Pages {
  return texts.map((text) => {
    const words = tokensOf(text.slice(0, MOST_WORDS * 40)).filter(isWord);
    return Uint32Array.from(words, ({ key }) => hashOf(key.toLowerCase()))
      .sort()
      .slice(0, MOST_WORDS);
  });
}

/** FNV-1a. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Running heads and feet say nothing of a page: words that most pages of both documents have are left out, unless they are all there is. */
function withoutCommonWords(left: Pages, right: Pages): readonly [Pages, Pages] {
  if (Math.min(left.length, right.length) < 4) return [left, right];
  const [inLeft, inRight] = [pagesWith(left), pagesWith(right)];
  const isCommon = (word: number): boolean =>
    (inLeft.get(word) ?? 0) > left.length / 2 && (inRight.get(word) ?? 0) > right.length / 2;
  const strip = (words: Words): Words => {
    const own = words.filter((word) => !isCommon(word));
    return own.length === 0 ? words : own;
  };
  return [left.map(strip), right.map(strip)];
}

function pagesWith(pages: Pages): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const words of pages) for (const word of new Set(words)) found.set(word, (found.get(word) ?? 0) + 1);
  return found;
}

/** Pages with the very same text. Where many have it, those that stand nearest to each other. */
function samePages(from: readonly string[], to: readonly string[]): readonly PagePair[] {
  const places = new Map<string, number[]>();
  for (const [page, text] of to.entries()) {
    const known = places.get(text);
    if (known === undefined) places.set(text, [page]);
    else known.push(page);
  }
  const seen = new Map<string, number>();
  return from.flatMap((text, page) => {
    const all = places.get(text) ?? [];
    const nth = seen.get(text) ?? 0;
    seen.set(text, nth + 1);
    const first = Math.max(0, Math.min(nth - MOST_SAME / 2, all.length - MOST_SAME));
    // A little more than any two that only look alike, and least for those without a word.
    const weight = text === '' ? 0.1 : 1.01;
    return all.slice(first, first + MOST_SAME).map((other) => ({ from: page, to: other, weight }));
  });
}

/** Pages that have telling words in common and are alike as a whole. */
function alikePages(left: Pages, right: Pages): readonly PagePair[] {
  const withWord = new Map<number, number[]>();
  for (const [page, words] of right.entries()) {
    for (const word of new Set(words)) {
      const pages = withWord.get(word);
      if (pages === undefined) withWord.set(word, [page]);
      else pages.push(page);
    }
  }
  const pairs: PagePair[] = [];
  for (const [page, words] of left.entries()) {
    const candidates = new Map<number, number>();
    for (const word of new Set(words)) {
      const pages = withWord.get(word) ?? [];
      if (pages.length > TELLING_PAGES) continue;
      for (const other of pages) candidates.set(other, (candidates.get(other) ?? 0) + 1);
    }
    const most = [...candidates].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, TELLING_PAGES);
    for (const [other] of most) {
      const weight = likeness(words, right[other] ?? new Uint32Array());
      if (weight >= ALIKE_FROM) pairs.push({ from: page, to: other, weight });
    }
  }
  return pairs;
}

/** What two pages have in common of what both have (Dice's coefficient over words with how often they stand there), from 0 to 1. */
function likeness(one: Words, other: Words): number {
  let [at, of, both] = [0, 0, 0];
  while (at < one.length && of < other.length) {
    const [left, right] = [one[at] ?? 0, other[of] ?? 0];
    if (left === right) both += 1;
    if (left <= right) at += 1;
    if (right <= left) of += 1;
  }
  const all = one.length + other.length;
  return all === 0 ? 0 : (2 * both) / all;
}

/** Between two pages that are known the place speaks for what is less alike, too: a slide with a handful of words. */
function withGapsFilled(
  chain: readonly PagePair[],
  { left, right }: { readonly left: Pages; readonly right: Pages },
): readonly PagePair[] {
  const filled: PagePair[] = [];
  let [nextFrom, nextTo] = [0, 0];
  for (const known of [...chain, { from: left.length, to: right.length, weight: 0 }]) {
    const size = (known.from - nextFrom) * (known.to - nextTo);
    if (size > 0 && size <= MOST_IN_GAP) {
      const pairs: PagePair[] = [];
      for (let from = nextFrom; from < known.from; from += 1)
        for (let to = nextTo; to < known.to; to += 1) {
          const weight = likeness(left[from] ?? new Uint32Array(), right[to] ?? new Uint32Array());
          if (weight >= ALIKE_IN_PLACE_FROM) pairs.push({ from, to, weight });
        }
      filled.push(...heaviestChain(pairs, right.length));
    }
    if (known.from < left.length) filled.push(known);
    [nextFrom, nextTo] = [known.from + 1, known.to + 1];
  }
  return filled;
}

function heaviest(one: PagePair, other: PagePair): number {
  return (
    other.weight - one.weight ||
    Math.abs(one.from - one.to) - Math.abs(other.from - other.to) ||
    one.from - other.from ||
    one.to - other.to
  );
}

function inDocumentOrder(
  inOrder: readonly PagePair[],
  moved: readonly PagePair[],
  pagesFrom: number,
  pagesTo: number,
): readonly AlignedPage[] {
  const cameFrom = new Map([...inOrder, ...moved].map(({ from, to }) => [to, from]));
  const wasMoved = new Set(moved.map(({ to }) => to));
  const kept = new Set(cameFrom.values());
  const pages: AlignedPage[] = [];
  let shown = 0;
  const removedUpTo = (end: number): void => {
    for (; shown < end; shown += 1) if (!kept.has(shown)) pages.push({ from: shown });
  };
  for (let to = 0; to < pagesTo; to += 1) {
    const from = cameFrom.get(to);
    if (from !== undefined && !wasMoved.has(to)) removedUpTo(from);
    pages.push({
      to,
      ...(from !== undefined && { from }),
      ...(wasMoved.has(to) && { moved: true as const }),
    });
  }
  removedUpTo(pagesFrom);
  return pages;
}
