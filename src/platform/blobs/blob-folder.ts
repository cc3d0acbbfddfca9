import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { BlobStore } from '../../engine/ports/blobs.ts';
import { StorageError } from '../../shared/errors.ts';
import type { Cancellation } from '../../shared/ports/cancellation.ts';
import { isSha256, type Sha256, toSha256 } from '../../shared/vocabulary/ids.ts';
import { syncFolder } from '../system/durable-file.ts';
import { PRIVATE_FOLDER } from '../system/private-files.ts';
import { onDisk, systemCode, toStorageError } from '../system/storage-error.ts';
import { blobPath } from './blob-path.ts';

const INCOMING = 'incoming';
const PRIVATELY = { recursive: true, mode: PRIVATE_FOLDER } as const;
const CHUNK = 1024 * 1024;

type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Blobs as files: `<root>/<aa>/<sha256>`. Staged under `<root>/incoming`, measured and hashed, then named or thrown away. */
export function createBlobFolder(root: string): BlobStore {
  return new BlobFolder(root);
}

class BlobFolder implements BlobStore {
  readonly #listeners: ((sha256: Sha256) => void)[] = [];
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  importFile(
    path: string,
    options: { readonly signal?: Cancellation } = {},
  ): Promise<{ sha256: Sha256; size: number }> {
    return onDisk('import file', () =>
      this.#store(() => createReadStream(path, { highWaterMark: CHUNK }), options.signal),
    );
  }

  put(bytes: Uint8Array): Promise<{ sha256: Sha256; size: number }> {
    return onDisk('store blob', async () => {
      const sha256 = toSha256(createHash('sha256').update(bytes).digest('hex'));
      if (await this.has(sha256)) return { sha256, size: bytes.length };
      return this.#store(() => [bytes]);
    });
  }

  onStored(listener: (sha256: Sha256) => void): void {
    this.#listeners.push(listener);
  }

  has(sha256: Sha256): Promise<boolean> {
    return onDisk('look for blob', async () => (await this.#measure(sha256)) !== undefined);
  }

  read(sha256: Sha256): Promise<Uint8Array> {
    return onDisk('read blob', () => readFile(this.path(sha256)));
  }

  size(sha256: Sha256): Promise<number | undefined> {
    return onDisk('measure blob', () => this.#measure(sha256));
  }

  async *stream(sha256: Sha256): AsyncIterable<Uint8Array> {
    try {
      yield* createReadStream(this.path(sha256), { highWaterMark: CHUNK });
    } catch (error) {
      throw toStorageError(error, 'read blob');
    }
  }

  async receive(sha256: Sha256, pieces: AsyncIterable<Uint8Array>) {
    const incoming = join(this.#root, INCOMING);
    const temporary = join(incoming, randomBytes(12).toString('hex'));
    try {
      await onDisk('receive blob', () => mkdir(incoming, PRIVATELY));
      // What the source throws is the source's, and goes to whoever reads from it.
      const written = await writeHashed(temporary, () => pieces);
      const { size, sha256: digest } = written;
      if (digest !== sha256) return { outcome: 'mismatch' as const, size, digest };
      await onDisk('receive blob', () => this.#name(temporary, sha256));
      return { outcome: 'stored' as const, size, digest };
    } catch (error) {
      throw toStorageError(error, 'receive blob');
    } finally {
      await rm(temporary, { force: true });
    }
  }

  path(sha256: Sha256): string {
    if (!isSha256(sha256)) throw new TypeError('This is not the name of a blob.');
    return blobPath(this.#root, sha256);
  }

  check(sha256: Sha256): Promise<'whole' | 'missing' | 'damaged'> {
    return onDisk('check blob', async () => {
      if ((await this.#measure(sha256)) === undefined) return 'missing';
      const hash = createHash('sha256');
      try {
        for await (const chunk of createReadStream(this.path(sha256), { highWaterMark: CHUNK }))
          hash.update(chunk);
      } catch (error) {
        // A folder in its place, a bad sector: as good as other bytes.
        if (systemCode(error) === 'EISDIR' || systemCode(error) === 'EIO') return 'damaged';
        throw error;
      }
      return hash.digest('hex') === sha256 ? 'whole' : 'damaged';
    });
  }

  async *list(): AsyncIterable<Sha256> {
    for (const folder of await this.#folders()) {
      const names = await onDisk('list blobs', () => readdir(join(this.#root, folder)));
      for (const name of names.sort()) if (isSha256(name) && name.startsWith(folder)) yield name;
    }
  }

  remove(sha256: Sha256): Promise<void> {
    return onDisk('remove blob', () => rm(this.path(sha256), { force: true }));
  }

  async removeExcept(keep: ReadonlySet<string>, olderThanMs: number): Promise<number> {
    const before = Date.now() - olderThanMs;
    let removed = 0;
    for await (const sha256 of this.list()) {
      if (keep.has(sha256)) continue;
      removed += await this.#removeIfOlder(this.path(sha256), before);
    }
    const incoming = join(this.#root, INCOMING);
    for (const name of await readdir(incoming).catch(missingAsEmpty)) {
      await this.#removeIfOlder(join(incoming, name), before);
    }
    return removed;
  }

  async putJson(value: unknown): Promise<Sha256> {
    // mtime in the gzip header is zero in Node, so the same value always has the same name.
    const packed = await promisify(gzip)(Buffer.from(JSON.stringify(value), 'utf8'));
    return (await this.put(packed)).sha256;
  }

  /** `open` is called only once its chunks are awaited: a stream that fails before somebody listens would end the process. */
  async #store(open: () => Chunks, signal?: Cancellation) {
    const incoming = join(this.#root, INCOMING);
    await mkdir(incoming, PRIVATELY);
    const temporary = join(incoming, randomBytes(12).toString('hex'));
    try {
      const { sha256, size } = await writeHashed(temporary, open, signal);
      await this.#name(temporary, sha256);
      return { sha256, size };
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }

  async #name(temporary: string, sha256: Sha256): Promise<void> {
    if ((await this.check(sha256)) === 'whole') await rm(temporary, { force: true });
    else await this.#moveIn(temporary, sha256);
    for (const listener of this.#listeners) listener(sha256);
  }

  async #moveIn(temporary: string, sha256: Sha256): Promise<void> {
    const path = this.path(sha256);
    if ((await stat(path).catch(() => undefined))?.isDirectory()) await rm(path, { recursive: true });
    const folder = dirname(path);
    const made = await mkdir(folder, PRIVATELY);
    await rename(temporary, path);
    await syncFolder(folder);
    if (made) await syncFolder(this.#root);
  }

  async #measure(sha256: Sha256): Promise<number | undefined> {
    try {
      return (await stat(this.path(sha256))).size;
    } catch (error) {
      if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return undefined;
      throw error;
    }
  }

  async #folders(): Promise<readonly string[]> {
    const names = await onDisk('list blobs', () => readdir(this.#root).catch(missingAsEmpty));
    return names.filter((name) => /^[0-9a-f]{2}$/.test(name)).sort();
  }

  async #removeIfOlder(path: string, before: number): Promise<number> {
    return onDisk('remove blob', async () => {
      const age = await stat(path).catch((error: unknown) => {
        // What was on its way in has got its name meanwhile.
        if (systemCode(error) === 'ENOENT') return undefined;
        throw error;
      });
      if (age === undefined || age.mtimeMs > before) return 0;
      await rm(path, { force: true });
      return 1;
    });
  }
}

async function writeHashed(path: string, source: () => Chunks, signal?: Cancellation) {
  const hash = createHash('sha256');
  let size = 0;
  const handle = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of source()) {
      if (signal?.aborted) throw new StorageError('missing', 'the import was cancelled');
      hash.update(chunk);
      for (let done = 0; done < chunk.length; ) {
        done += (await handle.write(chunk, done, chunk.length - done, size + done)).bytesWritten;
      }
      size += chunk.length;
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { sha256: toSha256(hash.digest('hex')), size };
}

function missingAsEmpty(error: unknown): string[] {
  if (systemCode(error) === 'ENOENT') return [];
  throw error;
}
