import { join } from 'node:path';
import type { Disk, Entry } from './disk.ts';
import type { HubFolders } from './hub-folders.ts';
import { isTemporaryName, STALE_MS } from './temporary-name.ts';

/** What crashed writes left in a hub's folders. */
export class StaleFiles {
  readonly #disk: Disk;
  readonly #folders: HubFolders;
  readonly #swept = new Set<string>();
  /** The medium's own time when something was last written: other clocks say nothing about the age of its files. */
  #mediumNow: number | undefined;

  constructor(disk: Disk, folders: HubFolders) {
    this.#disk = disk;
    this.#folders = folders;
  }

  /** Takes the medium's time from a file that was written just now. Milliseconds. */
  learn(modified: number): void {
    this.#mediumNow = modified;
  }

  /** Removes what crashed writes left in a folder, once in this store's life. Not worth a failure: the object is written. */
  async sweep(folder: string): Promise<void> {
    if (this.#swept.has(folder)) return;
    this.#swept.add(folder);
    const path = this.#folders.path(folder);
    const names = await this.#disk.names(path).catch(() => []);
    for (const { name } of names) if (isTemporaryName(name)) await this.remove(join(path, name));
  }

  /** Removes a temporary file, by its path, when it is old enough that nobody can be writing it. */
  async remove(path: string): Promise<void> {
    if (this.#mediumNow === undefined) return;
    const entry: Entry | undefined = await this.#disk.look(path).catch(() => undefined);
    if (entry?.kind !== 'file' || entry.modified > this.#mediumNow - STALE_MS) return;
    await this.#disk.unlink(path).catch(() => undefined);
  }
}
