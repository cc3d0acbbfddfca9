import { type ObjectStore, type ReadOptions, StoreError } from './object-store.ts';

const LINE_BREAK = 0x0a;

/** An object's bytes, or that it is larger than it may be, where that is as good as being damaged. Other refusals are thrown. */
export async function getWithin(
  store: ObjectStore,
  key: string,
  options: ReadOptions & { readonly limit: number },
): Promise<Uint8Array | 'too-large' | undefined> {
  try {
    return await store.get(key, options);
  } catch (error) {
    if (error instanceof StoreError && error.failure === 'too-large') return 'too-large';
    throw error;
  }
}

/** What an object begins with, up to its first line break and without it; `undefined` where there is none within so many bytes. */
export async function firstLine(
  store: ObjectStore,
  key: string,
  { limit, signal }: ReadOptions & { readonly limit: number },
): Promise<Uint8Array | undefined> {
  let found = new Uint8Array();
  // Without a limit for the store: the rest of the object may be of any size, and is not read.
  for await (const piece of (await store.open(key, { signal })) ?? []) {
    const next = new Uint8Array(found.length + Math.min(piece.length, limit + 1));
    next.set(found);
    next.set(piece.subarray(0, limit + 1), found.length);
    found = next;
    const end = found.indexOf(LINE_BREAK);
    if (end >= 0) return found.subarray(0, end);
    if (found.length > limit) return undefined;
  }
  return undefined;
}
