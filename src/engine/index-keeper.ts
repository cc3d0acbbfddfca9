import type { Role } from '../domain/events.ts';
import type { Later } from './engine-ports.ts';
import type { OpenHub } from './open-hub.ts';

/** How long a closing engine waits for its index. */
const CLOSE_WAIT_MS = 2000;

/** Keeps the text index in step with the catalog, in the background: one run at a time, changes in between go into the next. */
export class IndexKeeper {
  readonly #hub: OpenHub;
  readonly #waiting = new Set<string>();
  #everything = false;
  #running: Promise<void> | undefined;
  #closed = false;
  /** What the person at this device finds depends on their role. */
  #role: Role | undefined;

  constructor(hub: OpenHub) {
    this.#hub = hub;
    this.#role = this.#roleNow();
    hub.catalog.onFold(({ touched, refolded }) => {
      for (const asset of touched.assets) this.#waiting.add(asset);
      const role = this.#roleNow();
      if (refolded || touched.taxonomy || role !== this.#role) this.#everything = true;
      this.#role = role;
      if (this.#everything || this.#waiting.size > 0) this.#run();
    });
  }

  #roleNow(): Role | undefined {
    const { catalog } = this.#hub;
    const self = catalog.selfId();
    return self === undefined ? undefined : catalog.member(self).role;
  }

  /** Brings the index up to date with everything, e.g. after a start. */
  start(): void {
    this.#everything = true;
    this.#run();
  }

  /** Looks at assets again whose text has come. */
  again(assets: Iterable<string>): void {
    for (const asset of assets) this.#waiting.add(asset);
    if (this.#waiting.size > 0) this.#run();
  }

  /** Resolves when the index has all changes so far. */
  async idle(): Promise<void> {
    while (this.#running !== undefined) await this.#running;
  }

  /** Takes no more changes, and waits a little for those that came: what is left, the next start makes up for. */
  async close(later: Later): Promise<void> {
    this.#closed = true;
    let forget: () => void = () => undefined;
    const enough = new Promise<void>((resolve) => {
      forget = later(resolve, CLOSE_WAIT_MS);
    });
    await Promise.race([this.idle(), enough]);
    forget();
  }

  #run(): void {
    if (this.#running !== undefined || this.#closed) return;
    this.#running = this.#sync().finally(() => {
      this.#running = undefined;
      if (this.#everything || this.#waiting.size > 0) this.#run();
    });
  }

  async #sync(): Promise<void> {
    // One turn of the event loop, so that what was written together is indexed together.
    await Promise.resolve();
    const changed = this.#everything ? undefined : new Set(this.#waiting);
    this.#everything = false;
    this.#waiting.clear();
    try {
      await this.#hub.search.sync(changed);
    } catch (error) {
      // The index is derived: search goes on with what it has, and the next start brings it up to date.
      this.#hub.ports.logger.error('index-not-synced', {
        error: error instanceof Error ? error.name : 'unknown',
      });
    }
    this.#hub.changes.emit('index');
  }
}
