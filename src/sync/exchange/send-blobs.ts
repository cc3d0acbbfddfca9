import { inParallel } from '../../shared/in-parallel.ts';
import { type Cancellation, throwIfAborted } from '../../shared/ports/cancellation.ts';
import type { Sha256 } from '../../shared/vocabulary/ids.ts';
import { blobKey } from '../hub/hub-layout.ts';
import { type ObjectStore, StoreError } from '../hub/object-store.ts';
import type { StreamEvent } from '../journal/journal-event.ts';
import type { ExchangedBlobs } from './exchanged-blobs.ts';
import type { OtherBytes } from './other-bytes.ts';

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
type BlobFetch = 'stored' | 'not-arrived' | 'altered';

/** Stopping and watching a fetch; `onBytes` is told of all bytes so far. */
export type FetchOptions = { readonly signal?: Cancellation; readonly onBytes?: (bytes: number) => void };

/** What was looked at before, and when this look is; milliseconds since 1970. */
type Looks = { readonly others: OtherBytes; readonly now: number };

/** The pieces as they go by; `last` is told of each one's last byte. */
async function* watched(
  pieces: AsyncIterable<Uint8Array>,
  { signal, onBytes }: FetchOptions,
  last: (byte: number) => void,
) {
  let bytes = 0;
  for await (const piece of pieces) {
    throwIfAborted(signal);
    bytes += piece.length;
    const byte = piece.at(-1);
    if (byte !== undefined) last(byte);
    onBytes?.(bytes);
    yield piece;
  }
}

/** How large a blob is, where an event says so; else how large it may be at most. Bytes. */
export type BlobSize = { readonly is: number } | { readonly atMost: number };

/**
 * Fetches a blob, and no more of what lies in its place than the blob may have. Where nobody said its size, other bytes are `altered` when they are the
 * same at a later look.
 */
export async function fetchBlob(
  store: ObjectStore,
  blobs: ExchangedBlobs,
  sha256: Sha256,
  size: BlobSize,
  { others, now }: Looks,
  options: FetchOptions = {},
): Promise<BlobFetch> {
  const limit = 'is' in size ? size.is : size.atMost;
  try {
    const pieces = await store.open(blobKey(sha256), { limit, signal: options.signal });
    if (pieces === undefined) {
      others.forget(sha256);
      return 'not-arrived';
    }
    let end = 0;
    const watching = watched(pieces, options, (byte) => {
      end = byte;
    });
    const received = await blobs.receive(sha256, watching);
    if (received.outcome === 'stored') {
      others.forget(sha256);
      return 'stored';
    }
    if ('is' in size) return received.size === size.is ? 'altered' : 'not-arrived';
    // A folder program may make a file as long as it will be before it has its content.
    if (end === 0) return 'not-arrived';
    return others.areFinal(sha256, received.digest, now) ? 'altered' : 'not-arrived';
  } catch (error) {
    if (error instanceof StoreError && error.failure === 'too-large') return 'altered';
    throw error;
  }
}
