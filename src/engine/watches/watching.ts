import type { WatchRun } from '../../contract/watches.ts';
import { may } from '../../domain/people/permissions.ts';
import { nameOfError } from '../../shared/defect.ts';
import { lookIntoWatches } from './look.ts';
import type { WithWatches } from './with-watches.ts';

/** Milliseconds between two looks. */
const EVERY_MS = 30_000;

/** Looks into the watched folders: when somebody asks, and by itself while a window is open. One look at a time. */
export class Watching {
  readonly #replica: WithWatches;
  #look: Promise<WatchRun> | undefined;
  #forget: (() => void) | undefined;
  #closed = false;

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
    this.#forget = this.#replica.ports.later(() => {
      this.#forget = undefined;
      void this.#again().finally(() => this.keep());
    }, EVERY_MS);
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#forget?.();
    await this.#look?.catch(() => undefined);
  }

  async #again(): Promise<void> {
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
