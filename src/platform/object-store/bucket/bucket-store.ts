import { throwIfAborted } from '../../../shared/ports/cancellation.ts';
import { Turns } from '../../../shared/turns.ts';
import { checkKey, checkPrefix, collect, guarded, sizeOf } from '../../../sync/hub/content.ts';
import {
  type CallOptions,
  type Content,
  type Listing,
  type ListOptions,
  type Metered,
  type ObjectStore,
  type PutOptions,
  type ReadOptions,
  USUAL_LIMIT,
} from '../../../sync/hub/object-store.ts';
import { BucketClient } from './bucket-client.ts';
import type { BucketOptions } from './bucket-options.ts';
import { listBucket } from './list-bucket.ts';
import { openObject, readObject, sizeOfObject } from './object-reader.ts';
import { putObject, putWhereNothingIs } from './put-object.ts';
import { memoryUploadBook } from './upload-book.ts';
import { Uploads } from './uploads.ts';

/** A hub in a bucket of an S3-compatible store. Nothing is asked before the first call. */
export function createBucketStore(options: BucketOptions): ObjectStore {
  return new BucketStore(new BucketClient(options));
}

class BucketStore implements ObjectStore {
  readonly metered: Metered;
  readonly #client: BucketClient;
  readonly #uploads: Uploads;
  /** One write of a key at a time. */
  readonly #writing = new Turns();

  constructor(client: BucketClient) {
    this.#client = client;
    this.metered = client.clock;
    this.#uploads = new Uploads(client, client.options.uploads ?? memoryUploadBook());
  }

  async get(key: string, options: ReadOptions = {}): Promise<Uint8Array | undefined> {
    begin(key, options);
    return readObject(this.#client, key, { ...options, limit: options.limit ?? USUAL_LIMIT });
  }

  async open(key: string, options: ReadOptions = {}): Promise<AsyncIterable<Uint8Array> | undefined> {
    begin(key, options);
    const pieces = await openObject(this.#client, key, options);
    return pieces && guarded(key, pieces, options);
  }

  async stat(key: string, options: CallOptions = {}): Promise<{ readonly size: number } | undefined> {
    begin(key, options);
    const size = await sizeOfObject(this.#client, key, options.signal);
    return size === undefined ? undefined : { size };
  }

  async put(key: string, bytes: Uint8Array, options: CallOptions = {}): Promise<void> {
    begin(key, options);
    // Taken at once: the caller may go on using its array.
    const copy = new Uint8Array(bytes);
    await this.#writing.take(key, () => putObject(this.#client, key, copy, options));
  }

  async putIfAbsent(key: string, content: Content, options: PutOptions = {}): Promise<'stored' | 'present'> {
    begin(key, options);
    return this.#writing.take(key, () => this.#putIfAbsent(key, content, options));
  }

  async remove(key: string, options: CallOptions = {}): Promise<void> {
    begin(key, options);
    await this.#writing.take(key, () =>
      this.#client.ask({ method: 'DELETE', key, expects: [404], ...options }, async ({ drop }) => drop()),
    );
  }

  async list(prefix: string, options: ListOptions = {}): Promise<Listing> {
    checkPrefix(prefix);
    throwIfAborted(options.signal);
    return listBucket(this.#client, prefix, options);
  }

  async #putIfAbsent(key: string, content: Content, options: PutOptions): Promise<'stored' | 'present'> {
    const size = sizeOf(content);
    const there = await sizeOfObject(this.#client, key, options.signal);
    if (there === size || (there !== undefined && options.keepAny)) return 'present';
    const large = size > this.#client.tuning.partSize;
    const write = async (onlyWhereNothingIs: boolean): Promise<boolean> => {
      if (large) return this.#uploads.upload(key, content, { ...options, onlyWhereNothingIs });
      const bytes = await collect(content, options.signal);
      if (onlyWhereNothingIs) return putWhereNothingIs(this.#client, key, bytes, options);
      await putObject(this.#client, key, bytes, options);
      return true;
    };
    if (there === undefined) {
      if (await write(true)) return 'stored';
      // Somebody else was faster. Unless it is theirs then, what is of another size than it has to be has not arrived whole, as always.
      if (options.keepAny || (await sizeOfObject(this.#client, key, options.signal)) === size)
        return 'present';
    }
    await write(false);
    return 'stored';
  }
}

function begin(key: string, { signal }: CallOptions): void {
  checkKey(key);
  throwIfAborted(signal);
}
