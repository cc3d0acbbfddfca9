import type { Sha256 } from '../shared/ids.ts';
import { type Cancellation, throwIfAborted } from '../shared/ports/cancellation.ts';
import { blobKey } from './hub-layout.ts';
import { inParallel } from './in-parallel.ts';
import type { StreamEvent } from './journal-event.ts';
import type { ExchangedBlobs } from './ports/exchanged-blobs.ts';
import { type ObjectStore, StoreError } from './ports/object-store.ts';

const AT_ONCE = 4;

/** What sending blobs says of itself. */
export type BlobProgress = { readonly done: number; readonly total: number; readonly bytes: number };

/**
 * Sends the blobs that events refer to, as far as they are kept here. `sent` remembers what is known to be there, so that the next call asks
 * for nothing again. Answers how many were written.
 */
export async function sendBlobs(
  store: ObjectStore,
  blobs: ExchangedBlobs,
  events: Iterable<StreamEvent>,
  sent: Set<string>,
  options: { readonly signal?: Cancellation; readonly onProgress?: (progress: BlobProgress) => void } = {},
): Promise<number> {
  const wanted = new Set<Sha256>();
  for (const event of events)
    for (const sha256 of blobs.referredTo(event)) if (!sent.has(sha256)) wanted.add(sha256);
  let written = 0;
  let done = 0;
  let bytes = 0;
  await inParallel(wanted, AT_ONCE, async (sha256) => {
    throwIfAborted(options.signal);
    const content = await blobs.content(sha256);
    if (content !== undefined) {
      const { signal } = options;
      if ((await store.putIfAbsent(blobKey(sha256), content, { signal })) === 'stored') written += 1;
      bytes += 'size' in content ? content.size : content.length;
      sent.add(sha256);
    }
    done += 1;
    options.onProgress?.({ done, total: wanted.size, bytes });
  });
  return written;
}

/** How fetching a blob ended: `altered` when all bytes seem to be there and are not those of the name. */
export type BlobFetch = 'stored' | 'not-arrived' | 'altered';

/** Stopping and watching a fetch; `onBytes` is told of all bytes so far. */
export type FetchOptions = { readonly signal?: Cancellation; readonly onBytes?: (bytes: number) => void };

async function* watched(pieces: AsyncIterable<Uint8Array>, { signal, onBytes }: FetchOptions) {
  let bytes = 0;
  for await (const piece of pieces) {
    throwIfAborted(signal);
    bytes += piece.length;
    onBytes?.(bytes);
    yield piece;
  }
}

/** How large a blob is, where an event says so; else how large it may be at most. Bytes. */
export type BlobSize = { readonly is: number } | { readonly atMost: number };

/** Fetches a blob, and no more of what lies in its place than the blob may have. */
export async function fetchBlob(
  store: ObjectStore,
  blobs: ExchangedBlobs,
  sha256: Sha256,
  size: BlobSize,
  options: FetchOptions = {},
): Promise<BlobFetch> {
  const limit = 'is' in size ? size.is : size.atMost;
  try {
    const pieces = await store.open(blobKey(sha256), { limit, signal: options.signal });
    if (pieces === undefined) return 'not-arrived';
    const received = await blobs.receive(sha256, watched(pieces, options));
    if (received.outcome === 'stored') return 'stored';
    return 'is' in size && received.size === size.is ? 'altered' : 'not-arrived';
  } catch (error) {
    if (error instanceof StoreError && error.failure === 'too-large') return 'altered';
    throw error;
  }
}
