import { join } from 'node:path';
import { type Cancellation, throwIfAborted } from '../../shared/ports/cancellation.ts';
import { checkSize, piecesOf, sizeOf } from '../../sync/hub/content.ts';
import { type Content, StoreError } from '../../sync/hub/object-store.ts';
import { systemCode } from '../system/storage-error.ts';
import type { Disk } from './disk.ts';
import { type HubFolders, parentOf } from './hub-folders.ts';
import { patiently, type Sleep } from './patience.ts';
import type { StaleFiles } from './stale-files.ts';
import { temporaryName } from './temporary-name.ts';

/** Large files are forced to the disk piece by piece, so that no single call takes minutes on a slow drive. */
const SYNC_EVERY = 16 * 1024 * 1024;

/** What writing needs. */
type WriterParts = {
  readonly disk: Disk;
  readonly folders: HubFolders;
  readonly stale: StaleFiles;
  readonly sleep: Sleep;
  readonly platform: string;
};

/** Writes objects into a folder: under a temporary name beside the place, forced to the disk, renamed, and the name forced to the disk too. */
export class ObjectWriter {
  readonly #disk: Disk;
  readonly #folders: HubFolders;
  readonly #stale: StaleFiles;
  readonly #sleep: Sleep;
  readonly #platform: string;

  constructor({ disk, folders, stale, sleep, platform }: WriterParts) {
    this.#disk = disk;
    this.#folders = folders;
    this.#stale = stale;
    this.#sleep = sleep;
    this.#platform = platform;
  }

  /** Writes an object whole or not at all. Throws the system's errors, {@link SourceFailure} for the content's own, `StoreError` where a folder stands in its place. */
  async write(key: string, content: Content, signal: Cancellation | undefined): Promise<void> {
    const folder = this.#folders.path(parentOf(key));
    const temporary = join(folder, temporaryName());
    await patiently(this.#sleep, () => this.#folders.make(parentOf(key), key));
    const file = await patiently(this.#sleep, () => this.#disk.openNew(temporary));
    try {
      try {
        await this.#fillNew(file, content, signal);
      } finally {
        await this.#disk.close(file);
      }
      await this.#name(temporary, key);
    } catch (error) {
      // What can't be removed now is removed by whoever passes here in a day.
      await this.#disk.unlink(temporary).catch(() => undefined);
      throw error;
    }
    await this.#syncFolder(folder);
  }

  async #fillNew(file: number, content: Content, signal: Cancellation | undefined): Promise<void> {
    const size = sizeOf(content);
    let length = 0;
    let unsynced = 0;
    for await (const piece of fromSource(piecesOf(content))) {
      throwIfAborted(signal);
      length += piece.length;
      if (length > size) break;
      for (let done = 0; done < piece.length; ) {
        done += await this.#disk.write(file, piece.subarray(done));
      }
      unsynced += piece.length;
      if (unsynced >= SYNC_EVERY) {
        await this.#disk.sync(file).catch(passUnsupported);
        unsynced = 0;
      }
    }
    checkSize(length, size);
    await this.#disk.sync(file).catch(passUnsupported);
    this.#stale.learn((await this.#disk.about(file)).modified);
  }

  async #name(temporary: string, key: string): Promise<void> {
    const path = this.#folders.path(key);
    try {
      await patiently(this.#sleep, () => this.#disk.rename(temporary, path));
    } catch (error) {
      const there = await this.#disk.look(path).catch(() => undefined);
      if (there?.kind !== 'folder') throw error;
      throw new StoreError('broken', key, 'a folder stands in its place', { cause: error });
    }
  }

  /** Forces the new name to the disk, where the system can do that. Windows does not open folders, and does not need it. */
  async #syncFolder(folder: string): Promise<void> {
    if (this.#platform === 'win32') return;
    const handle = await this.#openFolder(folder);
    if (handle === undefined) return;
    try {
      await this.#disk.sync(handle).catch(passUnsupported);
    } finally {
      await this.#disk.close(handle);
    }
  }

  async #openFolder(folder: string): Promise<number | undefined> {
    try {
      // The dot: a person may have chosen a link for the root, and links are not opened.
      return await this.#disk.openToRead(`${folder}/.`);
    } catch (error) {
      const code = systemCode(error);
      if (code === 'EACCES' || code === 'EPERM' || code === 'EISDIR' || code === 'EINVAL') return undefined;
      throw error;
    }
  }
}

/** Wraps what a content's source throws: its `ENOENT` is the replica's, not the hub's. */
export class SourceFailure extends Error {
  readonly reason: unknown;
  constructor(reason: unknown) {
    super('the source of a content failed');
    this.reason = reason;
  }
}

async function* fromSource(pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) {
  try {
    yield* pieces;
  } catch (error) {
    throw new SourceFailure(error);
  }
}

const UNSUPPORTED = new Set(['EINVAL', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP']);

/** Some network drives have no fsync. They get the file by its close. */
function passUnsupported(error: unknown): void {
  if (!UNSUPPORTED.has(systemCode(error) ?? '')) throw error;
}
