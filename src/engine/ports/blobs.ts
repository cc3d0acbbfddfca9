import type { Cancellation } from '../../shared/ports/cancellation.ts';
import type { Sha256 } from '../../shared/vocabulary/ids.ts';
import type { Received } from '../../sync/exchange/exchanged-blobs.ts';

/** Files named by their SHA-256: originals, thumbnails, extracted text. Written once, never changed. */
export interface BlobStore {
  /** Streams a file of the disk in, measuring and hashing on the way; the same bytes again cost nothing. */
  importFile(
    path: string,
    options?: { readonly signal?: Cancellation },
  ): Promise<{ readonly sha256: Sha256; readonly size: number }>;
  put(bytes: Uint8Array): Promise<{ readonly sha256: Sha256; readonly size: number }>;
  has(sha256: Sha256): Promise<boolean>;
  /** Tells of every blob that comes in, before whoever brought it hears of it. */
  onStored(listener: (sha256: Sha256) => void): void;
  /** The whole of a small blob. Throws `StorageError` `missing`. */
  read(sha256: Sha256): Promise<Uint8Array>;
  /** How many bytes a blob has; `undefined` when it is not here. */
  size(sha256: Sha256): Promise<number | undefined>;
  /** A blob in pieces. Throws `StorageError` `missing` when it is read. */
  stream(sha256: Sha256): AsyncIterable<Uint8Array>;
  /** Takes in a blob that comes from elsewhere. Bytes that are not those of the name are thrown away; `size` says how many came, `digest` their own name. */
  receive(sha256: Sha256, pieces: AsyncIterable<Uint8Array>): Promise<Received>;
  /** Where a blob lies, for readers that need a path. Says nothing about whether it is there. */
  path(sha256: Sha256): string;
  /** Whether the bytes still agree with the name. */
  check(sha256: Sha256): Promise<'whole' | 'missing' | 'damaged'>;
  list(): AsyncIterable<Sha256>;
  /** Removes one blob; one that is not there is fine. Whoever calls has made sure that it is not the only copy. */
  remove(sha256: Sha256): Promise<void>;
  /** Removes blobs that nothing refers to; never one younger than `olderThanMs`. Answers how many. */
  removeExcept(keep: ReadonlySet<string>, olderThanMs: number): Promise<number>;
  /** Gzips and stores JSON, e.g. the text of a version. */
  putJson(value: unknown): Promise<Sha256>;
}
