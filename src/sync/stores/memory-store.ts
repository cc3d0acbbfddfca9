import type { Content, Listing, ObjectStore } from '../ports/object-store.ts';
import { checkKey, checkPrefix, collect, sizeOf } from './content.ts';

/** The bytes of every object by its key. */
export type StoreContents = ReadonlyMap<string, Uint8Array>;

/** A store in memory that several simulated devices share. It has no faults; see `faulty-store.ts` for them. */
export interface MemoryStore extends ObjectStore {
  /** All objects as they are now, e.g. to {@link restore} them later. */
  contents(): StoreContents;
  /** Makes the store hold exactly these objects: a backup brought back, a swapped or an emptied folder. */
  restore(contents: StoreContents): void;
}

/** Makes a store in memory, filled with these objects if any are given. */
export function createMemoryStore(contents: StoreContents = new Map()): MemoryStore {
  return new ObjectsInMemory(contents);
}

/** Bytes are copied on their way in and out, so that nobody changes an object by changing an array. */
class ObjectsInMemory implements MemoryStore {
  #objects: Map<string, Uint8Array>;

  constructor(contents: StoreContents) {
    this.#objects = new Map(contents);
  }

  async get(key: string): Promise<Uint8Array | undefined> {
    checkKey(key);
    const bytes = this.#objects.get(key);
    // Not `slice`, which of Node's buffers shares the memory.
    return bytes && new Uint8Array(bytes);
  }

  async open(key: string): Promise<AsyncIterable<Uint8Array> | undefined> {
    const bytes = await this.get(key);
    return bytes && inPieces(bytes);
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    checkKey(key);
    this.#objects.set(key, new Uint8Array(bytes));
  }

  async putIfAbsent(key: string, content: Content): Promise<'stored' | 'present'> {
    checkKey(key);
    if (this.#objects.get(key)?.length === sizeOf(content)) return 'present';
    // Collected before it is set: a source that fails in the middle leaves what was there.
    const bytes = await collect(content);
    this.#objects.set(key, bytes);
    return 'stored';
  }

  async list(prefix: string): Promise<Listing> {
    checkPrefix(prefix);
    const objects: { key: string; size: number }[] = [];
    const folders = new Set<string>();
    for (const [key, bytes] of this.#objects) {
      if (!key.startsWith(prefix)) continue;
      const slash = key.indexOf('/', prefix.length);
      if (slash < 0) objects.push({ key, size: bytes.length });
      else folders.add(key.slice(0, slash + 1));
    }
    return { objects, folders: [...folders], foreign: [] };
  }

  async stat(key: string): Promise<{ readonly size: number } | undefined> {
    checkKey(key);
    const bytes = this.#objects.get(key);
    return bytes && { size: bytes.length };
  }

  async remove(key: string): Promise<void> {
    checkKey(key);
    this.#objects.delete(key);
  }

  contents(): StoreContents {
    return new Map(this.#objects);
  }

  restore(contents: StoreContents): void {
    this.#objects = new Map(contents);
  }
}

const PIECE = 64 * 1024;

/** Bytes as a stream of small pieces, so that whoever reads them in memory reads them as from a disk. */
export async function* inPieces(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  for (let start = 0; start < bytes.length; start += PIECE) yield bytes.subarray(start, start + PIECE);
}
