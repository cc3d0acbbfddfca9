import { type FSWatcher, type WatchListener, watch } from 'node:fs';
import { basename, join } from 'node:path';
import type { Logger } from '../../shared/ports/logger.ts';
import { isDeviceId } from '../../shared/vocabulary/ids.ts';
import { systemCode } from '../system/storage-error.ts';
import { type Disk, nodeDisk } from './disk.ts';
import { isNetworked } from './store-failure.ts';
import { isTemporaryName } from './temporary-name.ts';

/** Watches a hub's folder for signs that a poll is worth while. Nothing depends on it: what is missed, the next poll finds. */
export interface FolderHints {
  /** Watches what has come since, and the folder itself when it was away. Call it after a round that reached the hub. Never fails. */
  refresh(): Promise<void>;
  /** Ends all watching; no hint comes afterwards. */
  close(): void;
}

export type FolderHintsOptions = {
  /** Something seems to have changed; at most ten times a second. */
  readonly onHint: () => void;
  readonly logger: Logger;
  readonly platform?: string;
  readonly disk?: Disk;
  /** Node's `fs.watch`. */
  readonly watch?: typeof watch;
};

/** On Linux a watch is one of a limited number of the system's, and a hub may have hundreds of devices. */
const MOST_DEVICES = 256;
const DEBOUNCE_MS = 100;

/** Begins to watch a hub's folder as far as the platform does that well: all of it on Windows and macOS, `devices/*` on Linux. */
export function watchFolder(root: string, options: FolderHintsOptions): FolderHints {
  const hints = new Hints(root, options);
  void hints.refresh();
  return hints;
}

class Hints implements FolderHints {
  readonly #root: string;
  readonly #options: FolderHintsOptions;
  readonly #disk: Disk;
  readonly #platform: string;
  readonly #watchers = new Map<string, FSWatcher>();
  #rootId: string | undefined;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;
  #refreshing: Promise<void> | undefined;
  readonly #told = new Set<string>();

  constructor(root: string, options: FolderHintsOptions) {
    this.#root = root;
    this.#options = options;
    this.#disk = options.disk ?? nodeDisk;
    this.#platform = options.platform ?? process.platform;
  }

  refresh(): Promise<void> {
    this.#refreshing ??= this.#watchAll().finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#dropAll();
  }

  async #watchAll(): Promise<void> {
    if (this.#closed) return;
    try {
      const { id } = await this.#disk.follow(this.#root);
      if (id !== this.#rootId) this.#dropAll();
      this.#rootId = id;
      // Such drives tell nothing of what others do, and asking one that hangs would hold up everything.
      const fileSystem = this.#platform === 'linux' ? await this.#disk.fileSystem(this.#root) : undefined;
      if (isNetworked(this.#root, this.#platform, fileSystem)) {
        this.#tell('network');
        return;
      }
      if (this.#platform === 'linux') await this.#watchDevices();
      else this.#watch(this.#root, true);
    } catch (error) {
      this.#dropAll();
      this.#tell(systemCode(error) ?? 'unknown');
    }
  }

  async #watchDevices(): Promise<void> {
    this.#watch(this.#root, false);
    const devices = join(this.#root, 'devices');
    const entries = await this.#disk.names(devices).catch(() => undefined);
    if (!entries) return;
    this.#watch(devices, false);
    const folders = entries
      .filter(({ name, kind }) => kind === 'folder' && isDeviceId(name))
      .map(({ name }) => join(devices, name));
    if (folders.length > MOST_DEVICES) this.#tell('many-devices');
    for (const folder of folders.slice(0, MOST_DEVICES)) this.#watch(folder, false);
  }

  #watch(folder: string, recursive: boolean): void {
    if (this.#closed || this.#watchers.has(folder)) return;
    const listener: WatchListener<string> = (event, name) => {
      // A folder that was removed tells so by its own name; its watch is dead then.
      if (event === 'rename' && name === basename(folder)) this.#drop(folder);
      if (name === null || !isTemporaryName(name.replace(/^.*[\\/]/, ''))) this.#hint();
    };
    try {
      const watcher = (this.#options.watch ?? watch)(folder, { persistent: false, recursive }, listener);
      this.#watchers.set(folder, watcher);
      watcher.on('error', (error) => {
        this.#drop(folder);
        this.#tell(systemCode(error) ?? 'unknown');
      });
    } catch (error) {
      this.#tell(systemCode(error) ?? 'unknown');
    }
  }

  #hint(): void {
    if (this.#closed || this.#timer) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#options.onHint();
      // A new device's folder is not watched yet.
      void this.refresh();
    }, DEBOUNCE_MS);
    this.#timer.unref();
  }

  #drop(folder: string): void {
    const watcher = this.#watchers.get(folder);
    this.#watchers.delete(folder);
    watcher?.close();
  }

  #dropAll(): void {
    for (const folder of [...this.#watchers.keys()]) this.#drop(folder);
    this.#rootId = undefined;
  }

  /** Says once for each reason that not everything is watched. */
  #tell(reason: string): void {
    if (this.#told.has(reason) || this.#closed) return;
    this.#told.add(reason);
    this.#options.logger.info('hub-not-watched', { reason });
  }
}
