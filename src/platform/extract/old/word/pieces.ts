import { decodeText } from '../../encoding/decode.ts';
import type { TextEncoding } from '../../encoding/encodings.ts';
import type { LooseBytes } from '../../encoding/loose-bytes.ts';
import type { Fib } from './fib.ts';

/** A stretch of text as it lies in the file. `character`: its first one's number in the whole text; `at`: the byte where it lies. */
export type Piece = {
  readonly character: number;
  readonly count: number;
  readonly at: number;
  readonly width: 1 | 2;
};

/** Characters of a document that are read. */
export const MAX_CHARACTERS = 6_000_000;
const MAX_PIECES = 500_000;

/** Reads which pieces a text is made of, in its order (MS-DOC 2.8.35 Plcfpcd). Of hostile ones, as far as they make sense. */
export function readPieces(fib: Fib, table: LooseBytes): Piece[] {
  const { at: start, length } = fib.stretch('pieces');
  const end = Math.min(start + length, table.length);
  let at = start;
  // What stands before are changes that pieces may name.
  while (at < end && table.u8(at) === 1) at += 3 + table.u16(at + 1);
  if (at >= end || table.u8(at) !== 2) return [];
  const count = Math.min(MAX_PIECES, Math.floor((Math.min(table.u32(at + 1), end - at - 5) - 4) / 12));
  const characters = at + 5;
  const descriptors = characters + (count + 1) * 4;
  const pieces: Piece[] = [];
  let left = MAX_CHARACTERS;
  let character = 0;
  for (let index = 0; index < count && left > 0; index += 1) {
    const stated = table.u32(characters + index * 4 + 4) - table.u32(characters + index * 4);
    const size = Math.min(stated, left);
    if (size <= 0) continue;
    const place = table.u32(descriptors + index * 8 + 2);
    const isNarrow = fib.isEarly || (place & 0x40000000) !== 0;
    const from = fib.isEarly ? place : isNarrow ? (place & 0x3fffffff) >>> 1 : place & 0x3fffffff;
    pieces.push({ character, count: size, at: from, width: isNarrow ? 1 : 2 });
    character += size;
    left -= size;
  }
  return pieces;
}

/** The text that pieces make. `narrow`: what their letters of one byte are written in. */
export function textOf(pieces: readonly Piece[], main: LooseBytes, narrow: TextEncoding): string {
  return pieces
    .map(({ at, count, width }) => {
      const { bytes } = main.slice(at, count * width);
      const text = width === 1 ? decodeText(bytes, narrow) : wideText(bytes);
      return text.length === count ? text : text.slice(0, count).padEnd(count, '\u0000');
    })
    .join('');
}

/** A byte order mark is a character here as any other: where each one stands counts. */
function wideText(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf16le');
}
