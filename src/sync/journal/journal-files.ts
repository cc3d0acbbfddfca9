import type { Stream } from '../../shared/vocabulary/device.ts';
import type { DeviceId } from '../../shared/vocabulary/ids.ts';

/** One line of a journal with its place in the file, in bytes; `complete` is false for a last line without its line break. */
export type JournalLine = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly complete: boolean;
  /** It has more bytes than any line may have (`LIMITS.line`); its text was not read, and `text` is empty. */
  readonly tooLong?: true;
};

/** Where journals lie. Appends are durable when they resolve; everything else leaves either the old or the new state behind. */
export interface JournalFiles {
  devices(): Promise<readonly DeviceId[]>;
  /** Lines from a byte offset on, in batches; nothing when there is no such journal. */
  read(device: DeviceId, stream: Stream, fromByte?: number): AsyncIterable<readonly JournalLine[]>;
  /**
   * Appends lines (without line breaks) and forces them to the disk. When the disk refuses, the file is as long as before and
   * `StorageError` is thrown.
   */
  append(
    device: DeviceId,
    stream: Stream,
    lines: readonly string[],
  ): Promise<{ readonly start: number; readonly end: number }>;
  /** Cuts a journal off at a byte. What is cut is kept beside it first, under a name of its own, when `keep` is set. */
  cut(device: DeviceId, stream: Stream, atByte: number, keep: boolean): Promise<void>;
  /** What was cut off and kept, until a person has dealt with it: how many bytes of which journals. */
  kept(): Promise<readonly { readonly device: DeviceId; readonly stream: Stream; readonly bytes: number }[]>;
  /** Small documents beside a journal: `card`, and a seal a stream. Written atomically. */
  readDocument(device: DeviceId, name: string): Promise<unknown>;
  writeDocument(device: DeviceId, name: string, value: unknown): Promise<void>;
  /** Lets go of a device's open files; the next append opens them again. */
  release(device: DeviceId): Promise<void>;
  close(): Promise<void>;
}
