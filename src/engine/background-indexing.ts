import type { Role } from '../domain/events.ts';
import type { Later } from './engine-ports.ts';
import type { OpenHub } from './open-hub.ts';

/** How long a closing engine waits for its index. */
const CLOSE_WAIT_MS = 2000;

/** After a run that failed the next one waits, twice as long each time, up to a minute: a disk that is full or locked may recover. */
const RETRY_MS = { first: 1000, longest: 60_000 } as const;

/**
 * Keeps the text index in step with the catalog, in the background: one run at a time, changes in between go into the next. What a run
 * that failed was to bring in is tried again, by itself or with the next change.
 */
export class BackgroundIndexing {
  readonly #hub: OpenHub;
  readonly #waiting = new Set<string>();
  #everything = false;
  #running: Promise<void> | undefined;
  #closed = false;
  #failures = 0;
  #forgetRetry: () => void = () => undefined;
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
    this.#forgetRetry();
    let forget: () => void = () => undefined;
    const enough = new Promise<void>((resolve) => {
      forget = later(resolve, CLOSE_WAIT_MS);
    });
    await Promise.race([this.idle(), enough]);
    forget();
  }

  #run(): void {
    if (this.#running !== undefined || this.#closed) return;
    this.#forgetRetry();
    this.#running = this.#sync().then((done) => {
      this.#running = undefined;
      if (!done) this.#runLater();
      else if (this.#everything || this.#waiting.size > 0) this.#run();
    });
  }

  #runLater(): void {
    if (this.#closed) return;
    const wait = Math.min(RETRY_MS.longest, RETRY_MS.first * 2 ** (this.#failures - 1));
    this.#forgetRetry = this.#hub.ports.later(() => this.#run(), wait);
  }

  /** One run; false where it failed. */
  async #sync(): Promise<boolean> {
    // One turn of the event loop, so that what was written together is indexed together.
    await Promise.resolve();
    const changed = this.#everything ? undefined : new Set(this.#waiting);
    this.#everything = false;
    this.#waiting.clear();
    try {
      await this.#hub.search.sync(changed);
      this.#failures = 0;
    } catch (error) {
      // The index is derived: search goes on with what it has meanwhile.
      if (changed === undefined) this.#everything = true;
      else for (const asset of changed) this.#waiting.add(asset);
      this.#failures += 1;
      this.#hub.ports.logger.error('index-not-synced', {
        error: error instanceof Error ? error.name : 'unknown',
        failures: this.#failures,
      });
    }
    this.#hub.changes.emit('index');
    return this.#failures === 0;
  }
}
