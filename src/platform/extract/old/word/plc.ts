import type { LooseBytes } from '../../encoding/loose-bytes.ts';
import type { Stretch } from './fib.ts';

/** A stretch of a text with what is said of it. */
type Placed = { readonly start: number; readonly end: number; readonly data: LooseBytes };

const MOST = 100_000;

/** Reads a list of places in a text (MS-DOC 2.2.2 PLC): where each begins, the last one's end, then `size` bytes of each. */
export function plcOf(table: LooseBytes, { at, length }: Stretch, size: number): Placed[] {
  const count = Math.min(MOST, Math.floor((Math.min(length, table.length - at) - 4) / (4 + size)));
  return Array.from({ length: Math.max(0, count) }, (_, index) => ({
    start: table.u32(at + index * 4),
    end: table.u32(at + index * 4 + 4),
    data: table.slice(at + (count + 1) * 4 + index * size, size),
  }));
}
