import type { PagePrint } from './page-prints.ts';

/**
 * Prints as bytes: for each page its number (32 bits), how many shingles it has (16), whether a picture follows (16), the picture (64) and the
 * shingles (32 each), little-endian.
 */

const HEAD = 8;
const PICTURE = 8;

export function packPrints(prints: readonly PagePrint[]): Uint8Array {
  let size = 0;
  for (const { shingles, picture } of prints)
    size += HEAD + (picture === undefined ? 0 : PICTURE) + shingles.length * 4;
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const { page, shingles, picture } of prints) {
    view.setUint32(at, page, true);
    view.setUint16(at + 4, shingles.length, true);
    view.setUint16(at + 6, picture === undefined ? 0 : 1, true);
    at += HEAD;
    if (picture !== undefined) view.setBigUint64(at, picture, true);
    if (picture !== undefined) at += PICTURE;
    for (const shingle of shingles) {
      view.setUint32(at, shingle, true);
      at += 4;
    }
  }
  return bytes;
}

/** Throws a RangeError where the bytes are none of {@link packPrints}. */
export function unpackPrints(bytes: Uint8Array): PagePrint[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const prints: PagePrint[] = [];
  let at = 0;
  while (at < bytes.length) {
    const page = view.getUint32(at, true);
    const count = view.getUint16(at + 4, true);
    const hasPicture = view.getUint16(at + 6, true) === 1;
    at += HEAD;
    const picture = hasPicture ? view.getBigUint64(at, true) : undefined;
    if (hasPicture) at += PICTURE;
    const shingles = new Uint32Array(count);
    for (let of = 0; of < count; of += 1, at += 4) shingles[of] = view.getUint32(at, true);
    prints.push({ page, shingles, ...(picture !== undefined && { picture }) });
  }
  return prints;
}
