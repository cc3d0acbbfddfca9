import { type Cancellation, throwIfAborted } from '../../shared/ports/cancellation.ts';
import type { Content, Listing, ListOptions, ReadOptions } from './object-store.ts';
import { isKey, StoreError } from './object-store.ts';

/** The size that a content says it has, in bytes. */
export function sizeOf(content: Content): number {
  return content instanceof Uint8Array ? content.length : content.size;
}

/** A content in pieces. Call it again to begin again. */
export function piecesOf(content: Content): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
  return content instanceof Uint8Array ? [content] : content.open();
}

/** A content as one piece. Throws `RangeError` when it is not of the size that it says: what it is read from has changed. */
export async function collect(content: Content, signal?: Cancellation): Promise<Uint8Array> {
  const size = sizeOf(content);
  const bytes = new Uint8Array(size);
  let length = 0;
  for await (const piece of piecesOf(content)) {
    throwIfAborted(signal);
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

/** Throws `StoreError` `too-large` when an object has more bytes than its reader has use for. */
export function checkLimit(key: string, size: number, limit: number): void {
  if (size > limit)
    throw new StoreError('too-large', key, `the object has more than the ${limit} bytes that it may have`);
}

/**
 * Pieces that end with an error where there are more bytes than the limit, or the reader was stopped; what they are read from is given back then.
 * Not a generator: those give nothing back before their first piece.
 */
export function guarded(
  key: string,
  pieces: AsyncIterable<Uint8Array>,
  { limit = Number.POSITIVE_INFINITY, signal }: ReadOptions,
): AsyncIterableIterator<Uint8Array> {
  const source = pieces[Symbol.asyncIterator]();
  let bytes = 0;
  const giveBack = async (): Promise<IteratorResult<Uint8Array>> => {
    await source.return?.();
    return { done: true, value: undefined };
  };
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      try {
        throwIfAborted(signal);
        const step = await source.next();
        if (step.done === true) return step;
        bytes += step.value.length;
        checkLimit(key, bytes, limit);
        return step;
      } catch (error) {
        await giveBack();
        throw error;
      }
    },
    return: giveBack,
  };
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

/** The part of a level that was asked for, for stores that have all of it at hand. */
export function partOfLevel(level: Listing, { after, atMost }: ListOptions): Listing {
  if (after === undefined && atMost === undefined) return level;
  const names = [...level.objects.map(({ key }) => key), ...level.folders].sort();
  const later = names.filter((name) => after === undefined || name > after);
  const asked = new Set(later.slice(0, atMost));
  return {
    objects: level.objects.filter(({ key }) => asked.has(key)),
    folders: level.folders.filter((folder) => asked.has(folder)),
    foreign: level.foreign,
    ...(asked.size < later.length && { more: true as const }),
  };
}
