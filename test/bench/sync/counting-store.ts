import { setTimeout as sleep } from 'node:timers/promises';
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

/** What was asked of a store. */
export type StoreCounts = {
  calls: number;
  reads: number;
  readBytes: number;
  writes: number;
  writtenBytes: number;
};

/** Passes every call on to a store, counts them, and takes as long for each as a bucket or a slow share would. */
export class CountingStore implements ObjectStore {
  readonly metered?: Metered;
  counts: StoreCounts = noCounts();
  readonly #store: ObjectStore;
  readonly #delayMs: number;

  constructor(store: ObjectStore, delayMs = 0) {
    if (store.metered !== undefined) this.metered = store.metered;
    this.#store = store;
    this.#delayMs = delayMs;
  }

  /** The counts since this was asked last. */
  take(): StoreCounts {
    const taken = this.counts;
    this.counts = noCounts();
    return taken;
  }

  async get(key: string, options?: ReadOptions): Promise<Uint8Array | undefined> {
    await this.#call();
    const bytes = await this.#store.get(key, options);
    this.counts.reads += 1;
    this.counts.readBytes += bytes?.length ?? 0;
    return bytes;
  }

  async open(key: string, options?: ReadOptions): Promise<AsyncIterable<Uint8Array> | undefined> {
    await this.#call();
    const pieces = await this.#store.open(key, options);
    this.counts.reads += 1;
    return pieces && this.#counted(pieces);
  }

  async put(key: string, bytes: Uint8Array, options?: CallOptions): Promise<void> {
    await this.#call();
    this.#wrote(bytes.length);
    await this.#store.put(key, bytes, options);
  }

  async putIfAbsent(key: string, content: Content, options?: PutOptions): Promise<'stored' | 'present'> {
    await this.#call();
    const outcome = await this.#store.putIfAbsent(key, content, options);
    if (outcome === 'stored') this.#wrote('size' in content ? content.size : content.length);
    return outcome;
  }

  async list(prefix: string, options?: ListOptions): Promise<Listing> {
    await this.#call();
    return this.#store.list(prefix, options);
  }

  async stat(key: string, options?: CallOptions): Promise<{ readonly size: number } | undefined> {
    await this.#call();
    return this.#store.stat(key, options);
  }

  async remove(key: string, options?: CallOptions): Promise<void> {
    await this.#call();
    await this.#store.remove(key, options);
  }

  async #call(): Promise<void> {
    this.counts.calls += 1;
    if (this.#delayMs > 0) await sleep(this.#delayMs);
  }

  #wrote(bytes: number): void {
    this.counts.writes += 1;
    this.counts.writtenBytes += bytes;
  }

  async *#counted(pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
    for await (const piece of pieces) {
      this.counts.readBytes += piece.length;
      yield piece;
    }
  }
}

function noCounts(): StoreCounts {
  return { calls: 0, reads: 0, readBytes: 0, writes: 0, writtenBytes: 0 };
}
