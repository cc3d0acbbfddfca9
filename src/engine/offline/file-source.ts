import type { Cancellation } from '../../shared/ports/cancellation.ts';
import type { Sha256 } from '../../shared/vocabulary/ids.ts';
import type { BlobSize } from '../../sync/exchange/send-blobs.ts';

/**
 * How fetching a file ended. `stored`: it is in the blob store. `not-arrived`: the hub has nothing of it yet, or only half. `altered`: all
 * bytes are there and are not those that were published. `offline`, `blocked`: nothing can be had of the hub now.
 */
export type FetchOutcome = 'stored' | 'not-arrived' | 'altered' | 'offline' | 'blocked';

/**
 * Where files come from that are not on this device: the hub. The link to a hub implements it (`fetchBlob` of `sync/exchange/send-blobs.ts` for
 * `fetch`, `ObjectStore.stat` for `has`) and hands it to `Offline.connect`.
 */
export interface FileSource {
  /** Brings a file here: of the size that somebody said, or of no more than it may have. Throws `StorageError` where this device's disk refuses. */
  fetch(
    sha256: Sha256,
    size: BlobSize,
    options?: {
      readonly signal?: Cancellation;
      /** Bytes received so far. */
      readonly onBytes?: (bytes: number) => void;
    },
  ): Promise<FetchOutcome>;
  /** Whether the hub has all bytes of a file. `unknown` where the hub can't be asked: then nothing is given up here. */
  has(sha256: Sha256, size: number): Promise<boolean | 'unknown'>;
}
