import { prepareText } from '../../search/words/fold.ts';

/** A text as the set of its shingles: runs of three words, each a number of 32 bits. */

/** Words of one shingle. */
const SHINGLE_WORDS = 3;
/** A page with fewer different shingles says too little to be told by its words. */
export const FEWEST_SHINGLES = 10;
/** Of a longer text the shingles with the smallest numbers stand for all: the same ones in every copy of it (a bottom-k sketch). */
export const MOST_SHINGLES = 512;

const WORD = /[\p{L}\p{N}\p{M}\p{Co}]+/gu;

/** The shingles of a text, ascending, each once. */
export function shinglesOf(text: string): Uint32Array {
  const found = new Set<number>();
  let [before, last] = [0, 0];
  let words = 0;
  for (const [word] of prepareText(text).toLowerCase().matchAll(WORD)) {
    const hash = hashOf(word);
    words += 1;
    if (words >= SHINGLE_WORDS) found.add(mixed(mixed(mixed(before) ^ last) ^ hash));
    [before, last] = [last, hash];
  }
  return Uint32Array.from(found).sort().slice(0, MOST_SHINGLES);
}

/** How much of what either of two sets has both have: Jaccard's coefficient, from 0 to 1; of sketches what it is estimated by (Broder 1997). */
export function jaccard(one: Uint32Array, other: Uint32Array): number {
  const limit = Math.min(lastOfSketch(one), lastOfSketch(other));
  let [at, of, both, all] = [0, 0, 0, 0];
  while (at < one.length || of < other.length) {
    const left = one[at] ?? Number.POSITIVE_INFINITY;
    const right = other[of] ?? Number.POSITIVE_INFINITY;
    if (Math.min(left, right) > limit) break;
    all += 1;
    if (left === right) both += 1;
    if (left <= right) at += 1;
    if (right <= left) of += 1;
  }
  return all === 0 ? 0 : both / all;
}

/** Up to where a set is known: a whole one everywhere. */
function lastOfSketch(shingles: Uint32Array): number {
  return shingles.length < MOST_SHINGLES
    ? Number.POSITIVE_INFINITY
    : (shingles[MOST_SHINGLES - 1] ?? Number.POSITIVE_INFINITY);
}

/** FNV-1a. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Spreads a number over 32 bits (the finalizer of MurmurHash3, public domain). */
function mixed(number: number): number {
  let hash = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
