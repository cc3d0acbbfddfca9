import type { Content } from '../ports/object-store.ts';
import { isKey } from '../ports/object-store.ts';

/** The size that a content says it has, in bytes. */
export function sizeOf(content: Content): number {
  return content instanceof Uint8Array ? content.length : content.size;
}

/** A content in pieces. Call it again to begin again. */
export function piecesOf(content: Content): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
  return content instanceof Uint8Array ? [content] : content.open();
}

/** A content as one piece. Throws `RangeError` when it is not of the size that it says: what it is read from has changed. */
export async function collect(content: Content): Promise<Uint8Array> {
  const size = sizeOf(content);
  const bytes = new Uint8Array(size);
  let length = 0;
  for await (const piece of piecesOf(content)) {
    if (length + piece.length <= size) bytes.set(piece, length);
    length += piece.length;
  }
  checkSize(length, size);
  return bytes;
}

/** Throws `RangeError` when a content was not of the size that it says. */
export function checkSize(length: number, size: number): void {
  if (length !== size) throw new RangeError(`the content has ${length} bytes where it said ${size}`);
}

/** Throws `TypeError` when a text is no key: a defect of the caller. */
export function checkKey(key: string): void {
  if (!isKey(key)) throw new TypeError('This is not a key of an object store.');
}

/** Throws `TypeError` when a text is no prefix (empty, or a key and `/`): a defect of the caller. */
export function checkPrefix(prefix: string): void {
  if (prefix !== '' && !(prefix.endsWith('/') && isKey(prefix.slice(0, -1)))) {
    throw new TypeError('This is not a prefix of an object store.');
  }
}
