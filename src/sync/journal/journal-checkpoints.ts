import type { Stream } from '../../shared/vocabulary/device.ts';
import type { DeviceId } from '../../shared/vocabulary/ids.ts';

/** A journal's file as the disk describes it. `stamp` is another one after any change of the file. */
type JournalStamp = { readonly size: number; readonly stamp: string };

/** Where a replica remembers how far its journals were followed, so that a start need not read them again. Deleting it loses nothing. */
export interface JournalCheckpoints {
  /** What was saved last, whatever has become of it; `undefined` when there is nothing. */
  load(): Promise<unknown>;
  /** Saves durably. Throws `StorageError`. */
  save(value: unknown): Promise<void>;
  /** How a journal's file is now; `undefined` when there is none. */
  stampOf(device: DeviceId, stream: Stream): Promise<JournalStamp | undefined>;
}
