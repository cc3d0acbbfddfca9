import { MOST_TEXT_PAGES } from '../../../shared/limits.ts';
import { hasAscii, type RandomAccessFile } from '../encoding/bytes.ts';

/** How many pages a TIFF has: its directories, each of which says where the next one is (TIFF 6.0, 2); 1 where that can't be followed. */
export function tiffPages(file: RandomAccessFile): number {
  const header = file.read(0, 8);
  if (header.length < 8) return 1;
  const isLittle = hasAscii(header, 'II');
  const seen = new Set<number>();
  let at = viewOf(header).getUint32(4, isLittle);
  while (at !== 0 && !seen.has(at) && seen.size < MOST_TEXT_PAGES) {
    const count = file.read(at, 2);
    if (count.length < 2) break;
    seen.add(at);
    const next = file.read(at + 2 + viewOf(count).getUint16(0, isLittle) * 12, 4);
    at = next.length < 4 ? 0 : viewOf(next).getUint32(0, isLittle);
  }
  return Math.max(1, seen.size);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
