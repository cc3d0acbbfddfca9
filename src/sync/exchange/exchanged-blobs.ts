import type { Sha256 } from '../../shared/vocabulary/ids.ts';
import type { Content } from '../hub/object-store.ts';
import type { StreamEvent } from '../journal/journal-event.ts';

/** The blobs of a replica as the exchange sees them. */
export interface ExchangedBlobs {
  /** What an event refers to: sent before the event, so that whoever sees the event can have them. */
  referredTo(event: StreamEvent): readonly Sha256[];
  has(sha256: Sha256): Promise<boolean>;
  /** A blob to send; `undefined` when it is not kept here. */
  content(sha256: Sha256): Promise<Content | undefined>;
  /** Takes a blob in. Bytes that are not those of the name are not kept; `size` says how many there were, `digest` their own name. */
  receive(sha256: Sha256, pieces: AsyncIterable<Uint8Array>): Promise<Received>;
}

/** What came in, or did not. */
export type Received = {
  readonly outcome: 'stored' | 'mismatch';
  readonly size: number;
  readonly digest: string;
};
