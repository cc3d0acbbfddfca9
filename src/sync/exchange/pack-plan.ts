import type { SegmentRef } from '../hub/hub-head.ts';

/** A segment is not made larger than this many bytes (a single event may be). */
export const MAX_SEGMENT_BYTES = 1024 * 1024;

/** Up to this size segments are always written again together with what is new: one small object costs more than its bytes. */
const SMALL_BYTES = 16 * 1024;

/**
 * Which segments stay when new events of `freshBytes` are written: the small ones at the end are written again together with them, and larger
 * ones as long as they are at most twice as large as what is written anyway. So sizes grow like the powers of two: many small pushes leave few segments,
 * and each event is written again only a logarithmic number of times (O'Neil et al. 1996, 'The log-structured merge-tree').
 */
export function planPacking(
  segments: readonly SegmentRef[],
  freshBytes: number,
): { readonly kept: readonly SegmentRef[]; readonly from: number } {
  let bytes = freshBytes;
  let count = segments.length;
  for (let last = segments[count - 1]; last !== undefined; last = segments[count - 1]) {
    if ((last.size > 2 * bytes && last.size > SMALL_BYTES) || bytes + last.size > MAX_SEGMENT_BYTES) break;
    bytes += last.size;
    count -= 1;
  }
  const kept = segments.slice(0, count);
  return { kept, from: (kept.at(-1)?.to ?? 0) + 1 };
}
