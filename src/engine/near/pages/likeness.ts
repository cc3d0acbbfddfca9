import type { PagePrint } from './page-prints.ts';
import { jaccard } from './shingles.ts';

/** From which likeness on two pages are near-duplicates. */
export const NEAR_FROM = 0.45;
/** Bits of 64 in which pictures of the same may differ: after scaling, another compression, another format. */
const PICTURE_BITS = 64;
const MOST_DIFFERING_BITS = 6;

/** How alike two pages are, from 0 to 1: by their words, or where neither has enough by their pictures. */
export function likeness(one: PagePrint, other: PagePrint): number {
  if (one.picture !== undefined && other.picture !== undefined) {
    const differing = bitsOf(one.picture ^ other.picture);
    return differing > MOST_DIFFERING_BITS ? 0 : 1 - differing / PICTURE_BITS;
  }
  return jaccard(one.shingles, other.shingles);
}

/** How many bits of 64 are set. */
function bitsOf(mark: bigint): number {
  let count = 0;
  for (let rest = mark; rest > 0n; rest &= rest - 1n) count += 1;
  return count;
}
