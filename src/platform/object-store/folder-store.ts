import { join, resolve } from 'node:path';
import { type Cancellation, throwIfAborted } from '../../shared/ports/cancellation.ts';
import {
  checkKey,
  checkLimit,
  checkPrefix,
  checkSize,
  guarded,
  partOfLevel,
  piecesOf,
  sizeOf,
} from '../../sync/ports/content.ts';
import type {
  CallOptions,
  Content,
  Listing,
  ListOptions,
  ObjectStore,
  PutOptions,
  ReadOptions,
} from '../../sync/ports/object-store.ts';
import { isKey, StoreError, USUAL_LIMIT } from '../../sync/ports/object-store.ts';
import { systemCode } from '../system/storage-error.ts';
import { type Disk, type Entry, nodeDisk } from './disk.ts';
import { HubFolders, parentOf } from './hub-folders.ts';
import { laned } from './laned-disk.ts';
import { Lanes } from './lanes.ts';
import { streamOf } from './object-stream.ts';
import { patiently, realSleep, type Sleep } from './patience.ts';
import { failureOfCode, isNetworked, saysNothingThere } from './store-failure.ts';
import { isTemporaryName, STALE_MS, temporaryName } from './temporary-name.ts';
import { Turns } from './turns.ts';

/** Heads and most segments are smaller, so that one read gets them. */
const SMALL = 16 * 1024;
/** What Windows leaves in folders and what could be a key. */
const SYSTEM_FILES = new Set(['desktop.ini', 'thumbs.db', 'ehthumbs.db']);
/** One less than Node's threads for files: the replica's own journal must never wait for a network drive. */
const LANES = 3;
const STALL_MS = 30_000;
/** Large files are forced to the disk piece by piece, so that no single call takes minutes on a slow drive. */
const SYNC_EVERY = 16 * 1024 * 1024;

/** What tests put in place of the machine's. */
export type FolderStoreOptions = {
  readonly disk?: Disk;
  readonly sleep?: Sleep;
  readonly platform?: string;
  /** After how many milliseconds a call to the disk is given up as `unreachable`. */
  readonly stallMs?: number;
};

/**
 * A hub in a folder. Objects are files of the same name, written under a temporary name, forced to the disk and renamed. The folder itself is
 * never made here: while it is not there, everything fails with `unreachable`.
 */
export function createFolderStore(root: string, options: FolderStoreOptions = {}): ObjectStore {
  return new FolderStore(resolve(root), options);
}

class FolderStore implements ObjectStore {
  readonly #root: string;
  readonly #disk: Disk;
  readonly #sleep: Sleep;
  readonly #platform: string;
  readonly #folders: HubFolders;
  /** One write of a key at a time. */
  readonly #writing = new Turns();
  readonly #swept = new Set<string>();
  readonly #buffers: Uint8Array[] = [];
  #rootCheck: Promise<boolean> | undefined;
  /** The medium's own time when something was last written: other clocks say nothing about the age of its files. */
  #mediumNow: number | undefined;

  constructor(root: string, options: FolderStoreOptions) {
    this.#root = root;
    this.#disk = laned(options.disk ?? nodeDisk, new Lanes(LANES, options.stallMs ?? STALL_MS));
    this.#sleep = options.sleep ?? realSleep;
    this.#platform = options.platform ?? process.platform;
    this.#folders = new HubFolders(root, this.#disk, () => performance.now());
  }

  async get(key: string, options: ReadOptions = {}): Promise<Uint8Array | undefined> {
    begin(key, options);
    return this.#find(key, parentOf(key), () => this.#readWhole(key, options));
  }

  async open(key: string, options: ReadOptions = {}): Promise<AsyncIterable<Uint8Array> | undefined> {
    begin(key, options);
    return this.#find(key, parentOf(key), async () => {
      const file = await this.#disk.openToRead(this.#folders.path(key));
      let usable = false;
      try {
        const { kind, size } = await this.#disk.about(file);
        checkLimit(key, size, options.limit ?? Number.POSITIVE_INFINITY);
        usable = kind === 'file';
      } finally {
        if (!usable) await this.#disk.close(file);
      }
      if (!usable) return undefined;
      const stream = streamOf({
        read: (buffer, position) => this.#asked(key, () => this.#disk.read(file, buffer, position)),
        close: () => this.#asked(key, () => this.#disk.close(file)),
      });
      return guarded(key, stream, options);
    });
  }

  async stat(key: string, options: CallOptions = {}): Promise<{ readonly size: number } | undefined> {
    begin(key, options);
    return this.#find(key, parentOf(key), async () => {
      const { kind, size } = await this.#disk.look(this.#folders.path(key));
      return kind === 'file' ? { size } : undefined;
    });
  }

  async put(key: string, bytes: Uint8Array, options: CallOptions = {}): Promise<void> {
    begin(key, options);
    // Taken at once: the caller may go on using its array.
    const copy = new Uint8Array(bytes);
    await this.#writing.take(key, () => this.#write(key, copy, options.signal));
  }

  async putIfAbsent(key: string, content: Content, options: PutOptions = {}): Promise<'stored' | 'present'> {
    begin(key, options);
    return this.#writing.take(key, async () => {
      const there = await this.stat(key, options);
      if (there !== undefined && (options.keepAny || there.size === sizeOf(content))) return 'present';
      await this.#write(key, content, options.signal);
      return 'stored';
    });
  }

  async remove(key: string, options: CallOptions = {}): Promise<void> {
    begin(key, options);
    await this.#writing.take(key, () =>
      this.#find(key, parentOf(key), async () => {
        const path = this.#folders.path(key);
        if (!(await this.#folders.hasNow(parentOf(key)))) return undefined;
        if ((await this.#disk.look(path)).kind === 'file') await this.#disk.unlink(path);
        return undefined;
      }),
    );
  }

  async list(prefix: string, options: ListOptions = {}): Promise<Listing> {
    checkPrefix(prefix);
    throwIfAborted(options.signal);
    const folder = prefix.slice(0, -1);
    const names = await this.#find(prefix, folder, () => this.#disk.names(this.#folders.path(folder)));
    const files: string[] = [];
    const folders: string[] = [];
    const foreign: string[] = [];
    for (const { name, kind } of names ?? []) {
      const key = prefix + name;
      if (isTemporaryName(name)) await this.#removeStale(join(this.#folders.path(folder), name));
      else if (!isKey(key) || SYSTEM_FILES.has(name) || kind === 'link' || kind === 'other')
        foreign.push(name);
      else if (kind === 'folder') folders.push(`${key}/`);
      else files.push(key);
    }
    const sizes = await Promise.all(files.map((key) => this.stat(key, options)));
    // What has gone since is not there.
    const objects = files.flatMap((key, index) => {
      const size = sizes[index]?.size;
      return size === undefined ? [] : [{ key, size }];
    });
    return partOfLevel({ objects, folders, foreign }, options);
  }

  /** Looks for something: `undefined` when it is not there but the root is. */
  #find<Value>(
    key: string,
    folder: string,
    work: () => Promise<Value | undefined>,
  ): Promise<Value | undefined> {
    return this.#asked(key, async () => {
      const found = await patiently(this.#sleep, async () => {
        if (!(await this.#folders.has(folder))) return undefined;
        try {
          return await work();
        } catch (error) {
          if (saysNothingThere(systemCode(error))) return undefined;
          throw error;
        }
      });
      if (found === undefined) await this.#needRoot(key);
      return found;
    });
  }

  async #readWhole(
    key: string,
    { limit = USUAL_LIMIT, signal }: ReadOptions,
  ): Promise<Uint8Array | undefined> {
    const file = await this.#disk.openToRead(this.#folders.path(key));
    const buffer = this.#buffers.pop() ?? new Uint8Array(SMALL);
    try {
      // One read says it all: a file gives less than was asked for only at its end.
      const length = await this.#disk.read(file, buffer, 0);
      checkLimit(key, length, limit);
      if (length > 0 && length < SMALL) return buffer.slice(0, length);
      // A pipe reads as empty.
      const { kind, size } = await this.#disk.about(file);
      if (kind !== 'file') return undefined;
      checkLimit(key, size, limit);
      // What has been added since is left to the next poll.
      const whole = new Uint8Array(Math.max(size, length));
      whole.set(buffer.subarray(0, length));
      const rest = length < SMALL ? 0 : await this.#fill(file, whole.subarray(length), length, signal);
      return whole.subarray(0, length + rest);
    } finally {
      if (this.#buffers.length < 8) this.#buffers.push(buffer);
      await this.#disk.close(file);
    }
  }

  /** Reads until the buffer is full or the file ends: the system gives at most two gigabytes at once, some drives less. */
  async #fill(
    file: number,
    buffer: Uint8Array,
    position: number,
    signal: Cancellation | undefined,
  ): Promise<number> {
    let length = 0;
    while (length < buffer.length) {
      throwIfAborted(signal);
      const read = await this.#disk.read(file, buffer.subarray(length), position + length);
      if (read === 0) break;
      length += read;
    }
    return length;
  }

  async #write(key: string, content: Content, signal: Cancellation | undefined): Promise<void> {
    await this.#asked(key, async () => {
      throwIfAborted(signal);
      try {
        await this.#writeOnce(key, content, signal);
      } catch (error) {
        if (systemCode(error) !== 'ENOENT') throw error;
        // Somebody took away a folder or the temporary file in between; or the root is gone.
        await this.#needRoot(key);
        await this.#writeOnce(key, content, signal);
      }
    });
    await this.#sweep(parentOf(key));
  }

  async #writeOnce(key: string, content: Content, signal: Cancellation | undefined): Promise<void> {
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
    this.#mediumNow = (await this.#disk.about(file)).modified;
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

  /** Removes what crashed writes left in a folder, once in this store's life. Not worth a failure: the object is written. */
  async #sweep(folder: string): Promise<void> {
    if (this.#swept.has(folder)) return;
    this.#swept.add(folder);
    const path = this.#folders.path(folder);
    const names = await this.#disk.names(path).catch(() => []);
    for (const { name } of names) if (isTemporaryName(name)) await this.#removeStale(join(path, name));
  }

  async #removeStale(path: string): Promise<void> {
    if (this.#mediumNow === undefined) return;
    const entry: Entry | undefined = await this.#disk.look(path).catch(() => undefined);
    if (entry?.kind !== 'file' || entry.modified > this.#mediumNow - STALE_MS) return;
    await this.#disk.unlink(path).catch(() => undefined);
  }

  /** Throws `unreachable` when the root is not there: only then does 'not there' say nothing about the object. */
  async #needRoot(key: string): Promise<void> {
    this.#rootCheck ??= this.#hasRoot().finally(() => {
      this.#rootCheck = undefined;
    });
    if (!(await this.#rootCheck)) throw new StoreError('unreachable', key, 'the folder is not there');
  }

  async #hasRoot(): Promise<boolean> {
    try {
      return (await this.#disk.follow(this.#root)).kind === 'folder';
    } catch (error) {
      if (saysNothingThere(systemCode(error))) return false;
      throw error;
    }
  }

  /** Runs a piece of work and throws the system's refusals as `StoreError`; a source's own errors pass unchanged. */
  async #asked<Value>(key: string, work: () => Promise<Value>): Promise<Value> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof SourceFailure) throw error.reason;
      const code = systemCode(error);
      if (error instanceof StoreError || code === undefined) throw error;
      const failure = failureOfCode(code) ?? (await this.#failureHere(code));
      throw new StoreError(failure, key, code, { cause: error });
    }
  }

  /** What a code means here that does not say it by itself: a medium that is away, or one that fails. */
  async #failureHere(code: string): Promise<'unreachable' | 'busy' | 'broken'> {
    if (!(await this.#hasRoot().catch(() => false))) return 'unreachable';
    // The root is there and yet a name that was just made is not: somebody is taking it away again and again.
    if (code === 'ENOENT') return 'busy';
    if (code !== 'EIO') return 'broken';
    const type = await this.#disk.fileSystem(this.#root).catch(() => undefined);
    return isNetworked(this.#root, this.#platform, type) ? 'unreachable' : 'broken';
  }
}

function begin(key: string, { signal }: CallOptions): void {
  checkKey(key);
  throwIfAborted(signal);
}

/** Wraps what a content's source throws: its `ENOENT` is the replica's, not the hub's. */
class SourceFailure extends Error {
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
