import type { WatchRun } from '../../contract/watches.ts';
import { may } from '../../domain/people/permissions.ts';
import { nameOfError } from '../../shared/defect.ts';
import { lookIntoWatches } from './look.ts';
import type { WithWatches } from './with-watches.ts';

/** Milliseconds between two looks. */
const EVERY_MS = 30_000;
/** Milliseconds from the system's hint to a look: what is still being written has come to rest by then. */
const AFTER_HINT_MS = 4_000;

/** Looks into the watched folders: when somebody asks, and by itself while a window is open. One look at a time. */
export class Watching {
  readonly #replica: WithWatches;
  #look: Promise<WatchRun> | undefined;
  #forget: (() => void) | undefined;
  #closed = false;
  /** A hint has brought the next look forward. */
  #soon = false;
  /** What ends the hints of a folder, by its path. */
  readonly #hints = new Map<string, () => void>();

  constructor(replica: WithWatches) {
    this.#replica = replica;
  }

  /** Looks now, after the look that is under way. */
  async now(): Promise<WatchRun> {
    while (this.#look !== undefined) await this.#look;
    this.#look = lookIntoWatches(this.#replica);
    try {
      return await this.#look;
    } finally {
      this.#replica.changes.emit('watches');
      this.#look = undefined;
    }
  }

  /** Looks by itself from now on. */
  keep(): void {
    if (this.#closed || this.#forget !== undefined) return;
    this.#lookIn(EVERY_MS);
    this.#takeHints();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#forget?.();
    for (const end of this.#hints.values()) end();
    this.#hints.clear();
    await this.#look?.catch(() => undefined);
  }

  #lookIn(ms: number): void {
    this.#forget?.();
    this.#forget = this.#replica.ports.later(() => {
      this.#forget = undefined;
      void this.#again().finally(() => this.keep());
    }, ms);
  }

  /** Listens to the folders that are watched now, and to no others. */
  #takeHints(): void {
    const paths = new Set(this.#replica.watches.all.map(({ path }) => path));
    for (const [path, end] of this.#hints)
      if (!paths.has(path)) {
        end();
        this.#hints.delete(path);
      }
    for (const path of paths)
      if (!this.#hints.has(path))
        this.#hints.set(
          path,
          this.#replica.ports.home.sources.hint(path, () => this.#hinted()),
        );
  }

  /** The look comes soon after the first hint of several, unless one is under way. */
  #hinted(): void {
    if (this.#closed || this.#soon || this.#forget === undefined) return;
    this.#soon = true;
    this.#lookIn(AFTER_HINT_MS);
  }

  async #again(): Promise<void> {
    this.#soon = false;
    const { catalog, watches, ports } = this.#replica;
    if (watches.all.length === 0 || !may(catalog.self().role, 'publish')) return;
    if (this.#look !== undefined) return;
    this.#look = lookIntoWatches(this.#replica);
    try {
      await this.#look;
    } catch (error) {
      ports.logger.warn('watches-not-looked-into', { error: nameOfError(error) });
    } finally {
      this.#look = undefined;
    }
  }
}
