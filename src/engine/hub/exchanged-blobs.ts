import type { ExchangedBlobs } from '../../sync/exchange/exchanged-blobs.ts';
import type { BlobStore } from '../ports/blobs.ts';

/** The replica's blobs as the exchange sees them. */
export function exchangedBlobs(blobs: BlobStore, referredTo: ExchangedBlobs['referredTo']): ExchangedBlobs {
  return {
    referredTo,
    has: (sha256) => blobs.has(sha256),
    content: async (sha256) => {
      const size = await blobs.size(sha256);
      return size === undefined ? undefined : { size, open: () => blobs.stream(sha256) };
    },
    receive: (sha256, pieces) => blobs.receive(sha256, pieces),
  };
}
