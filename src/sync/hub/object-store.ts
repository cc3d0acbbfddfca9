import type { Cancellation } from '../../shared/ports/cancellation.ts';

/**
 * Where replicas meet: a folder that some other program keeps in step, or a bucket. Nothing is asked of it but to keep what was put, sooner
 * or later, for everybody: no locks, no compare-and-swap, no order, no times. A read may find less than was written (half a file, an older
 * state, nothing): whoever reads checks digests and signatures, and what does not agree has 'not arrived yet'.
 */
export interface ObjectStore {
  /** Set where every call costs money and a journey: exchanges then go by news (`hub-news.ts`) instead of asking after every device. */
  readonly metered?: Metered;
  /** All bytes of an object that fits into memory; `undefined` when it is not there. Throws {@link StoreError} `too-large` beyond the limit. */
  get(key: string, options?: ReadOptions): Promise<Uint8Array | undefined>;
  /**
   * An object in pieces, for files of any size; `undefined` when it is not there. The reader must read to the end or call `return`. Never gives
   * more bytes than `limit`, where there is one: then `open` or a later piece throws `too-large`.
   */
  open(key: string, options?: ReadOptions): Promise<AsyncIterable<Uint8Array> | undefined>;
  /** Writes an object, replacing what was there. Others see the old or the new state, or for a while nothing, never a mixture on this side. */
  put(key: string, bytes: Uint8Array, options?: CallOptions): Promise<void>;
  /**
   * Writes an object that never changes. When something of that size is there already, nothing is written; with `keepAny`, when anything is:
   * in a bucket one of several who write at once wins, in a folder as far as it shows what others wrote.
   */
  putIfAbsent(key: string, content: Content, options?: PutOptions): Promise<'stored' | 'present'>;
  /** What lies directly under a prefix that ends in `/` (or is empty): unordered, and never proof that something is not there. */
  list(prefix: string, options?: ListOptions): Promise<Listing>;
  /** The size of an object; `undefined` when it is not there. */
  stat(key: string, options?: CallOptions): Promise<{ readonly size: number } | undefined>;
  /** Removes an object; one that is not there is fine. */
  remove(key: string, options?: CallOptions): Promise<void>;
}

/** What every call takes. One that is stopped throws `Cancelled` as soon as it can; a write may have had its effect by then. */
export type CallOptions = { readonly signal?: Cancellation | undefined };

/** `keepAny`: what is there stays, of whatever size. */
export type PutOptions = CallOptions & { readonly keepAny?: boolean };

/** `limit`: the largest object that the reader has use for, in bytes. `get` without one takes {@link USUAL_LIMIT}, `open` any size. */
export type ReadOptions = CallOptions & { readonly limit?: number };

/** `after`: only what sorts after this key. `atMost`: no more than the first so many of them, up to 1,000. */
export type ListOptions = CallOptions & { readonly after?: string; readonly atMost?: number };

/** What goes with a store whose calls cost. */
export type Metered = {
  /** The store's own time as far as it has told it, milliseconds since 1970: the one clock that all its devices share. */
  now(): number;
};

/** More than this is read into memory only by whoever says so. Bytes. */
export const USUAL_LIMIT = 2 * 1024 * 1024;

/** Bytes to write: in memory, or as often as needed from elsewhere (a write that failed is tried again from the start). */
export type Content = Uint8Array | { readonly size: number; readonly open: () => AsyncIterable<Uint8Array> };

/** One level of a store. */
export type Listing = {
  readonly objects: readonly { readonly key: string; readonly size: number }[];
  /** Prefixes one level further down, each with its `/` at the end. */
  readonly folders: readonly string[];
  /** Names that are none of ours ('conflicted copy', `desktop.ini`): counted, shown, never read. */
  readonly foreign: readonly string[];
  /** Set where there is more than was asked for. */
  readonly more?: true;
};

/**
 * Why a store could not do what was asked.
 * `unreachable`: it is not there now (folder unplugged, network down): offline. `busy`: somebody else holds the object, also after several
 * tries. `denied`: not allowed. `full`: no room. `broken`: the medium fails. `too-large`: the object is larger than its reader's limit.
 */
export type StoreFailure = 'unreachable' | 'busy' | 'denied' | 'full' | 'broken' | 'too-large';

/** A store's refusal, with the key but never with content. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly failure: StoreFailure;
  readonly key: string;

  constructor(failure: StoreFailure, key: string, detail: string, options?: { readonly cause?: unknown }) {
    super(`${failure} at ${key === '' ? 'the root' : key}: ${detail}`, options);
    this.failure = failure;
    this.key = key;
  }
}

/**
 * The names that a store takes: lower case, digits, `-`, `_` and `.`, so that they are the same on every file system; no part begins with a
 * dot or ends with one; 150 characters at most, so that a folder of usual depth stays within the 260 of Windows.
 */
export function isKey(key: string): boolean {
  return key.length <= 150 && key.split('/').every((part) => PART.test(part) && !RESERVED.test(part));
}

const PART = /^[a-z0-9_-](?:[a-z0-9._-]*[a-z0-9_-])?$/;
/** Names that mean devices on Windows, whatever their ending. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/;
