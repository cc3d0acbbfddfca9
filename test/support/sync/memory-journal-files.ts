import { StorageError } from '../../../src/shared/errors.ts';
import type { Stream } from '../../../src/shared/vocabulary/device.ts';
import type { DeviceId } from '../../../src/shared/vocabulary/ids.ts';
import type { JournalFiles, JournalLine } from '../../../src/sync/journal/journal-files.ts';
import { LIMITS } from '../../../src/sync/limits.ts';

/** Journals in memory, for tests that want many of them; passes the same suite as the folder. */
export class MemoryJournalFiles implements JournalFiles {
  readonly journals = new Map<string, Buffer>();
  readonly documents = new Map<string, string>();
  /** The next appends fail, after having written this many bytes, as a full disk does. */
  failAfterBytes: number | undefined;

  async devices(): Promise<readonly DeviceId[]> {
    const names = [...this.journals.keys(), ...this.documents.keys()].map(
      (key) => key.split('/')[0] as DeviceId,
    );
    return [...new Set(names)].sort();
  }

  async *read(device: DeviceId, stream: Stream, fromByte = 0): AsyncIterable<readonly JournalLine[]> {
    const data = this.journals.get(`${device}/${stream}`) ?? Buffer.alloc(0);
    const lines: JournalLine[] = [];
    let start = fromByte;
    while (start < data.length) {
      const end = data.indexOf(0x0a, start);
      const stop = end === -1 ? data.length : end;
      const tooLong = stop - start > LIMITS.line;
      lines.push({
        text: tooLong ? '' : data.toString('utf8', start, stop),
        ...(tooLong && { tooLong }),
        start,
        end: end === -1 ? stop : stop + 1,
        complete: end !== -1,
      });
      start = stop + 1;
    }
    if (lines.length > 0) yield lines;
  }

  async append(
    device: DeviceId,
    stream: Stream,
    lines: readonly string[],
  ): Promise<{ start: number; end: number }> {
    const key = `${device}/${stream}`;
    const before = this.journals.get(key) ?? Buffer.alloc(0);
    if (this.failAfterBytes !== undefined) throw new StorageError('disk-full', 'append to journal: ENOSPC');
    const after = Buffer.concat([before, Buffer.from(`${lines.join('\n')}\n`, 'utf8')]);
    this.journals.set(key, after);
    return { start: before.length, end: after.length };
  }

  async cut(device: DeviceId, stream: Stream, atByte: number, keep: boolean): Promise<void> {
    const key = `${device}/${stream}`;
    const data = this.journals.get(key) ?? Buffer.alloc(0);
    if (keep) this.documents.set(`${key}.quarantine-${atByte}`, data.toString('utf8'));
    this.journals.set(key, data.subarray(0, atByte));
  }

  async kept(): Promise<readonly { device: DeviceId; stream: Stream; bytes: number }[]> {
    return [...this.documents].flatMap(([key, text]) => {
      const match = /^([0-9a-f]{32})\/(catalog|activity)\.quarantine-/.exec(key);
      if (!match) return [];
      return [{ device: match[1] as DeviceId, stream: match[2] as Stream, bytes: Buffer.byteLength(text) }];
    });
  }

  async readDocument(device: DeviceId, name: string): Promise<unknown> {
    const text = this.documents.get(`${device}/${name}`);
    return text === undefined ? undefined : JSON.parse(text);
  }

  async writeDocument(device: DeviceId, name: string, value: unknown): Promise<void> {
    this.documents.set(`${device}/${name}`, JSON.stringify(value));
  }

  async release(): Promise<void> {
    return; // memory holds nothing open
  }

  async close(): Promise<void> {
    // Nothing is held open in memory.
  }
}

/** What is on a disk, as it is now. */
export function copyFiles(files: MemoryJournalFiles, into = new MemoryJournalFiles()): MemoryJournalFiles {
  for (const [key, bytes] of files.journals) into.journals.set(key, Buffer.from(bytes));
  for (const [key, text] of files.documents) into.documents.set(key, text);
  return into;
}
