import { createReadStream } from 'node:fs';
import { copyFile, type FileHandle, open, readdir, readFile, stat, truncate } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseBounded } from '../../shared/bounded-json.ts';
import { StorageError } from '../../shared/errors.ts';
import { STREAMS, type Stream } from '../../shared/vocabulary/device.ts';
import { type DeviceId, isDeviceId } from '../../shared/vocabulary/ids.ts';
import type { JournalFiles, JournalLine } from '../../sync/journal/journal-files.ts';
import { syncFolder, writeFileDurably } from '../system/durable-file.ts';
import { makeFolder } from '../system/make-folder.ts';
import { onDisk, systemCode, toStorageError } from '../system/storage-error.ts';
import { splitLines } from './split-lines.ts';

/** Journals as files: `<root>/<device>/<stream>.jsonl`, with `card.json` and seals beside them. */
export function createJournalFolder(root: string): JournalFiles {
  return new JournalFolder(root);
}

/** A read that is made at once rather than as a stream. Bytes. */
const SMALL = 64 * 1024;

type OpenJournal = { readonly handle: FileHandle; length: number; broken: boolean };

class JournalFolder implements JournalFiles {
  readonly #root: string;
  readonly #open = new Map<string, OpenJournal>();

  constructor(root: string) {
    this.#root = root;
  }

  devices(): Promise<readonly DeviceId[]> {
    return onDisk('list journals', async () => {
      const entries = await readdir(this.#root, { withFileTypes: true }).catch(missingAs([]));
      return entries
        .flatMap((entry) => (entry.isDirectory() && isDeviceId(entry.name) ? [entry.name] : []))
        .sort();
    });
  }

  async *read(device: DeviceId, stream: Stream, fromByte = 0): AsyncIterable<readonly JournalLine[]> {
    const path = this.#path(device, stream);
    const size = await onDisk(
      'measure journal',
      async () => (await stat(path).catch(missingAs(undefined)))?.size ?? 0,
    );
    if (size <= fromByte) return;
    try {
      if (size - fromByte <= SMALL) {
        yield* splitLines(oneChunk(await readPart(path, fromByte, size)), fromByte);
        return;
      }
      yield* splitLines(
        createReadStream(path, { start: fromByte, end: size - 1, highWaterMark: 256 * 1024 }),
        fromByte,
      );
    } catch (error) {
      throw toStorageError(error, 'read journal');
    }
  }

  append(
    device: DeviceId,
    stream: Stream,
    lines: readonly string[],
  ): Promise<{ start: number; end: number }> {
    return onDisk('append to journal', async () => {
      const journal = await this.#opened(device, stream);
      if (journal.broken)
        throw new StorageError('input-output', 'the journal could not be brought back to a sound end');
      const start = journal.length;
      const bytes = Buffer.from(`${lines.join('\n')}\n`, 'utf8');
      try {
        await writeAll(journal.handle, bytes, start);
        await journal.handle.sync();
        // Somebody deleted the data folder under us: what is written to a file without a name is gone when we end.
        if ((await journal.handle.stat()).nlink === 0)
          throw new StorageError('missing', 'the journal was deleted while it was open');
      } catch (error) {
        await this.#takeBack(journal, start);
        throw error;
      }
      journal.length = start + bytes.length;
      return { start, end: journal.length };
    });
  }

  cut(device: DeviceId, stream: Stream, atByte: number, keep: boolean): Promise<void> {
    return onDisk('cut journal', async () => {
      const path = this.#path(device, stream);
      await this.#closeOne(path);
      if (keep) {
        const aside = `${path}.quarantine-${atByte}`;
        await copyFile(path, aside);
        const handle = await open(aside, 'r+');
        await handle.sync().finally(() => handle.close());
        await syncFolder(dirname(path));
      }
      await truncate(path, atByte);
      const handle = await open(path, 'r+');
      await handle.sync().finally(() => handle.close());
    });
  }

  kept(): Promise<readonly { device: DeviceId; stream: Stream; bytes: number }[]> {
    return onDisk('list what was kept', async () => {
      const found: { device: DeviceId; stream: Stream; bytes: number }[] = [];
      const devices = await this.devices();
      const listed = await Promise.all(devices.map((device) => readdir(join(this.#root, device))));
      for (const [index, device] of devices.entries()) {
        for (const name of listed[index]?.sort() ?? []) {
          const stream = STREAMS.find((one) => name.startsWith(`${one}.jsonl.quarantine-`));
          if (stream)
            found.push({ device, stream, bytes: (await stat(join(this.#root, device, name))).size });
        }
      }
      return found;
    });
  }

  readDocument(device: DeviceId, name: string): Promise<unknown> {
    return onDisk('read document', async () => {
      const text = await readFile(this.#documentPath(device, name), 'utf8').catch(missingAs(undefined));
      // `null` for what is no JSON: a document that is there but damaged, which is something else than none.
      return text === undefined ? undefined : (parseBounded(text) ?? null);
    });
  }

  writeDocument(device: DeviceId, name: string, value: unknown): Promise<void> {
    return writeFileDurably(this.#documentPath(device, name), `${JSON.stringify(value)}\n`);
  }

  async release(device: DeviceId): Promise<void> {
    for (const stream of STREAMS) await this.#closeOne(this.#path(device, stream));
  }

  async close(): Promise<void> {
    for (const path of [...this.#open.keys()]) await this.#closeOne(path);
  }

  #path(device: DeviceId, stream: Stream): string {
    return join(this.#root, device, `${stream}.jsonl`);
  }

  #documentPath(device: DeviceId, name: string): string {
    return join(this.#root, device, `${name}.json`);
  }

  async #opened(device: DeviceId, stream: Stream): Promise<OpenJournal> {
    const path = this.#path(device, stream);
    const existing = this.#open.get(path);
    if (existing) return existing;
    await makeFolder(dirname(path));
    // Not 'append': positions are given, so that what a failed write left behind is overwritten rather than skipped.
    const handle = await open(path, 'r+').catch(async (error: unknown) => {
      if (systemCode(error) !== 'ENOENT') throw error;
      const created = await open(path, 'wx+', 0o600);
      await syncFolder(dirname(path));
      await syncFolder(this.#root);
      return created;
    });
    const opened = { handle, length: (await handle.stat()).size, broken: false };
    this.#open.set(path, opened);
    return opened;
  }

  /** After a refused write the file must not keep half of it: a later event would follow rubbish. */
  async #takeBack(journal: OpenJournal, length: number): Promise<void> {
    try {
      await journal.handle.truncate(length);
      await journal.handle.sync();
    } catch {
      journal.broken = true; // No more writes to it in this process; the next start cuts the tail off.
    }
  }

  async #closeOne(path: string): Promise<void> {
    const journal = this.#open.get(path);
    this.#open.delete(path);
    await journal?.handle.close();
  }
}

async function* oneChunk(chunk: Buffer): AsyncIterable<Buffer> {
  yield chunk;
}

/** The bytes from a place to another, or to the end of a file that has become shorter. */
async function readPart(path: string, from: number, to: number): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(to - from);
    let length = 0;
    while (length < buffer.length) {
      const { bytesRead } = await handle.read(buffer, length, buffer.length - length, from + length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return buffer.subarray(0, length);
  } finally {
    await handle.close();
  }
}

async function writeAll(handle: FileHandle, bytes: Buffer, position: number): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    const step = await handle.write(bytes, written, bytes.length - written, position + written);
    written += step.bytesWritten;
  }
}

/** A handler that answers `value` when something is not there and passes every other error on. */
function missingAs<Value>(value: Value): (error: unknown) => Value {
  return (error) => {
    if (systemCode(error) === 'ENOENT') return value;
    throw error;
  };
}
