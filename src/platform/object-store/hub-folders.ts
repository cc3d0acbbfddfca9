import { join } from 'node:path';
import { StoreError } from '../../sync/hub/object-store.ts';
import { systemCode } from '../system/storage-error.ts';
import type { Disk } from './disk.ts';
import { saysNothingThere } from './store-failure.ts';

/** How long a folder that was seen is believed to be one, in milliseconds: an idle poll asks for hundreds of objects. */
const BELIEVED_MS = 30_000;

/** The folders below a hub's root. A link is none: nothing outside of the root is read or written through one. */
export class HubFolders {
  readonly #root: string;
  readonly #disk: Disk;
  readonly #now: () => number;
  #seen = new Map<string, Promise<boolean>>();
  #believedUntil = 0;

  /** `now` is any clock that only goes forward, in milliseconds. */
  constructor(root: string, disk: Disk, now: () => number) {
    this.#root = root;
    this.#disk = disk;
    this.#now = now;
  }

  /** Whether each step of `a/b/c` is a real folder; the root (an empty text) is. */
  has(folder: string): Promise<boolean> {
    if (folder === '') return Promise.resolve(true);
    if (this.#now() > this.#believedUntil) {
      this.#seen = new Map();
      this.#believedUntil = this.#now() + BELIEVED_MS;
    }
    const seen = this.#seen;
    const known = seen.get(folder);
    if (known) return known;
    const looking = this.#look(folder, (above) => this.has(above));
    seen.set(folder, looking);
    // Only what is there is believed later: a folder may arrive at any time.
    const forget = () => seen.delete(folder);
    looking.then((there) => there || forget(), forget);
    return looking;
  }

  /** The same, believing nothing: for whoever changes something there. */
  hasNow(folder: string): Promise<boolean> {
    return folder === '' ? Promise.resolve(true) : this.#look(folder, (above) => this.hasNow(above));
  }

  /** Makes what is missing of `a/b/c`, never the root. Looks anew each time: what is read is checked by others, what is written is not. */
  async make(folder: string, key: string): Promise<void> {
    if (folder === '') return;
    const above = parentOf(folder);
    await this.make(above, key);
    const path = this.path(folder);
    const there = await this.#kind(path);
    if (there === 'folder') return;
    if (there) throw new StoreError('broken', key, `a ${there} stands where a folder has to be`);
    try {
      await this.#disk.makeFolder(path);
    } catch (error) {
      if (systemCode(error) !== 'EEXIST') throw error;
      // Somebody else was faster, with a folder or something else.
      if ((await this.#kind(path)) !== 'folder') throw error;
    }
  }

  path(key: string): string {
    return join(this.#root, ...key.split('/'));
  }

  async #look(folder: string, has: (above: string) => Promise<boolean>): Promise<boolean> {
    return (await has(parentOf(folder))) && (await this.#kind(this.path(folder))) === 'folder';
  }

  async #kind(path: string) {
    try {
      return (await this.#disk.look(path)).kind;
    } catch (error) {
      if (saysNothingThere(systemCode(error))) return undefined;
      throw error;
    }
  }
}

/** The folder that a key or a folder lies in; empty for the root. */
export function parentOf(key: string): string {
  return key.slice(0, Math.max(0, key.lastIndexOf('/')));
}
