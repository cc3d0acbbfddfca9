import { MOST_TEXT_PAGES } from '../../../../shared/limits.ts';
import { hasAscii, hasBytes, type RandomAccessFile } from '../../encoding/bytes.ts';

/** Where a directory lies, and what it says (TIFF 6.0, 2): the first value of each field by its number. */
export type TiffDirectory = {
  readonly at: number;
  /** Where the place of the next directory is noted. */
  readonly nextAt: number;
  readonly fields: ReadonlyMap<number, number>;
};

/** Fields of a directory, and values of a field, beyond which nothing sensible is meant. */
const MOST_FIELDS = 1000;
const MOST_VALUES = 1_000_000;
/** Bytes of a value of each type (TIFF 6.0, 2, p. 15f.). */
const TYPE_BYTES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];

/** Whether bytes begin as a TIFF does. */
export function isTiff(bytes: Uint8Array): boolean {
  return hasBytes(bytes, [0x49, 0x49, 42, 0]) || hasBytes(bytes, [0x4d, 0x4d, 0, 42]);
}

/** Where the directories of a TIFF are, one a page: each says where the next one is. None where that can't be followed. */
export function tiffDirectories(file: RandomAccessFile): number[] {
  const header = file.read(0, 8);
  if (header.length < 8) return [];
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
  return [...seen];
}

/** How many pages a TIFF has; 1 where that can't be told. */
export function tiffPages(file: RandomAccessFile): number {
  return Math.max(1, tiffDirectories(file).length);
}

/** Reads a directory; undefined where a field is of no known type or its values lie outside of the file: whoever follows it may go astray. */
export function readDirectory(bytes: Uint8Array, at: number): TiffDirectory | undefined {
  const view = viewOf(bytes);
  const isLittle = hasAscii(bytes, 'II');
  if (at + 2 > bytes.length) return undefined;
  const count = view.getUint16(at, isLittle);
  const nextAt = at + 2 + count * 12;
  if (count === 0 || count > MOST_FIELDS || nextAt + 4 > bytes.length) return undefined;
  const fields = new Map<number, number>();
  for (let entry = at + 2; entry < nextAt; entry += 12) {
    const type = view.getUint16(entry + 2, isLittle);
    const values = view.getUint32(entry + 4, isLittle);
    const size = (TYPE_BYTES[type] ?? 0) * values;
    if (values > MOST_VALUES || (size === 0 && values > 0)) return undefined;
    const place = size <= 4 ? entry + 8 : view.getUint32(entry + 8, isLittle);
    if (place + size > bytes.length) return undefined;
    const number = view.getUint16(entry, isLittle);
    if (values > 0) fields.set(number, valueAt(view, place, type, isLittle));
  }
  return { at, nextAt, fields };
}

function valueAt(view: DataView, place: number, type: number, isLittle: boolean): number {
  const bytes = TYPE_BYTES[type] ?? 1;
  if (bytes >= 4) return view.getUint32(place, isLittle);
  return bytes === 2 ? view.getUint16(place, isLittle) : view.getUint8(place);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
