import { join, resolve } from 'node:path';
import { type Cancellation, throwIfAborted } from '../../shared/ports/cancellation.ts';
import { Turns } from '../../shared/turns.ts';
import { checkKey, checkLimit, checkPrefix, guarded, partOfLevel, sizeOf } from '../../sync/hub/content.ts';
import type {
  CallOptions,
  Content,
  Listing,
  ListOptions,
  ObjectStore,
  PutOptions,
  ReadOptions,
} from '../../sync/hub/object-store.ts';
import { isKey, StoreError, USUAL_LIMIT } from '../../sync/hub/object-store.ts';
import { systemCode } from '../system/storage-error.ts';
import { type Disk, nodeDisk } from './disk.ts';
import { HubFolders, parentOf } from './hub-folders.ts';
import { laned } from './laned-disk.ts';
import { Lanes } from './lanes.ts';
import { streamOf } from './object-stream.ts';
import { ObjectWriter, SourceFailure } from './object-writer.ts';
import { patiently, realSleep, type Sleep } from './patience.ts';
import { StaleFiles } from './stale-files.ts';
import { failureOfCode, isNetworked, saysNothingThere } from './store-failure.ts';
import { isTemporaryName } from './temporary-name.ts';

/** Heads and most segments are smaller, so that one read gets them. */
const SMALL = 16 * 1024;
/** What Windows leaves in folders and what could be a key. */
const SYSTEM_FILES = new Set(['desktop.ini', 'thumbs.db', 'ehthumbs.db']);
/** One less than Node's threads for files: the replica's own journal must never wait for a network drive. */
const LANES = 3;
const STALL_MS = 30_000;

/** What tests put in place of the machine's. */
type FolderStoreOptions = {
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
  readonly #stale: StaleFiles;
  readonly #writer: ObjectWriter;
  /** One write of a key at a time. */
  readonly #writing = new Turns();
  readonly #buffers: Uint8Array[] = [];
  #rootCheck: Promise<boolean> | undefined;

  constructor(root: string, options: FolderStoreOptions) {
    this.#root = root;
    this.#disk = laned(options.disk ?? nodeDisk, new Lanes(LANES, options.stallMs ?? STALL_MS));
    this.#sleep = options.sleep ?? realSleep;
    this.#platform = options.platform ?? process.platform;
    this.#folders = new HubFolders(root, this.#disk, () => performance.now());
    this.#stale = new StaleFiles(this.#disk, this.#folders);
    this.#writer = new ObjectWriter({
      disk: this.#disk,
      folders: this.#folders,
      stale: this.#stale,
      sleep: this.#sleep,
      platform: this.#platform,
    });
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
      if (isTemporaryName(name)) await this.#stale.remove(join(this.#folders.path(folder), name));
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
        await this.#writer.write(key, content, signal);
      } catch (error) {
        if (systemCode(error) !== 'ENOENT') throw error;
        // Somebody took away a folder or the temporary file in between; or the root is gone.
        await this.#needRoot(key);
        await this.#writer.write(key, content, signal);
      }
    });
    await this.#stale.sweep(parentOf(key));
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
