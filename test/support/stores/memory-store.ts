import { throwIfAborted } from '../../../src/shared/ports/cancellation.ts';
import {
  checkKey,
  checkLimit,
  checkPrefix,
  collect,
  guarded,
  partOfLevel,
  sizeOf,
} from '../../../src/sync/hub/content.ts';
import type {
  CallOptions,
  Content,
  Listing,
  ListOptions,
  Metered,
  ObjectStore,
  PutOptions,
  ReadOptions,
} from '../../../src/sync/hub/object-store.ts';
import { USUAL_LIMIT } from '../../../src/sync/hub/object-store.ts';

/** The bytes of every object by its key. */
export type StoreContents = ReadonlyMap<string, Uint8Array>;

/** A store in memory that several simulated devices share. It has no faults; see `faulty-store.ts` for them. */
export interface MemoryStore extends ObjectStore {
  /** All objects as they are now, e.g. to {@link restore} them later. */
  contents(): StoreContents;
  /** Makes the store hold exactly these objects: a backup brought back, a swapped or an emptied folder. */
  restore(contents: StoreContents): void;
}

/** Makes a store in memory, filled with these objects if any are given; `metered` makes it one whose calls cost. */
export function createMemoryStore(contents: StoreContents = new Map(), metered?: Metered): MemoryStore {
  return new ObjectsInMemory(contents, metered);
}

/** Bytes are copied on their way in and out, so that nobody changes an object by changing an array. */
class ObjectsInMemory implements MemoryStore {
  readonly metered?: Metered;
  #objects: Map<string, Uint8Array>;

  constructor(contents: StoreContents, metered: Metered | undefined) {
    if (metered !== undefined) this.metered = metered;
    this.#objects = new Map(contents);
  }

  async get(key: string, options: ReadOptions = {}): Promise<Uint8Array | undefined> {
    begin(key, options);
    const bytes = this.#objects.get(key);
    if (bytes === undefined) return undefined;
    checkLimit(key, bytes.length, options.limit ?? USUAL_LIMIT);
    // Not `slice`, which of Node's buffers shares the memory.
    return new Uint8Array(bytes);
  }

  async open(key: string, options: ReadOptions = {}): Promise<AsyncIterable<Uint8Array> | undefined> {
    begin(key, options);
    const bytes = this.#objects.get(key);
    return bytes && guarded(key, inPieces(new Uint8Array(bytes)), options);
  }

  async put(key: string, bytes: Uint8Array, options: CallOptions = {}): Promise<void> {
    begin(key, options);
    this.#objects.set(key, new Uint8Array(bytes));
  }

  async putIfAbsent(key: string, content: Content, options: PutOptions = {}): Promise<'stored' | 'present'> {
    begin(key, options);
    const there = this.#objects.get(key);
    if (there !== undefined && (options.keepAny || there.length === sizeOf(content))) return 'present';
    // Collected before it is set: a source that fails in the middle leaves what was there.
    const bytes = await collect(content, options.signal);
    this.#objects.set(key, bytes);
    return 'stored';
  }

  async list(prefix: string, options: ListOptions = {}): Promise<Listing> {
    checkPrefix(prefix);
    throwIfAborted(options.signal);
    const objects: { key: string; size: number }[] = [];
    const folders = new Set<string>();
    for (const [key, bytes] of this.#objects) {
      if (!key.startsWith(prefix)) continue;
      const slash = key.indexOf('/', prefix.length);
      if (slash < 0) objects.push({ key, size: bytes.length });
      else folders.add(key.slice(0, slash + 1));
    }
    return partOfLevel({ objects, folders: [...folders], foreign: [] }, options);
  }

  async stat(key: string, options: CallOptions = {}): Promise<{ readonly size: number } | undefined> {
    begin(key, options);
    const bytes = this.#objects.get(key);
    return bytes && { size: bytes.length };
  }

  async remove(key: string, options: CallOptions = {}): Promise<void> {
    begin(key, options);
    this.#objects.delete(key);
  }

  contents(): StoreContents {
    return new Map(this.#objects);
  }

  restore(contents: StoreContents): void {
    this.#objects = new Map(contents);
  }
}

function begin(key: string, { signal }: CallOptions): void {
  checkKey(key);
  throwIfAborted(signal);
}

const PIECE = 64 * 1024;

/** Bytes as a stream of small pieces, so that whoever reads them in memory reads them as from a disk. */
export async function* inPieces(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  for (let start = 0; start < bytes.length; start += PIECE) yield bytes.subarray(start, start + PIECE);
}
