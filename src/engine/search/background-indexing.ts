import { nameOfError } from '../../shared/defect.ts';
import type { Role } from '../../shared/vocabulary/roles.ts';
import type { Later } from '../base/base-ports.ts';
import type { WithCatalog } from '../live/with-catalog.ts';
import type { Search } from './search.ts';

type Replica = Pick<WithCatalog, 'ports' | 'catalog' | 'changes'> & { readonly search: Search };

/** How long a closing engine waits for its index. */
const CLOSE_WAIT_MS = 2000;

/** After a run that failed the next one waits, twice as long each time, up to a minute: a disk that is full or locked may recover. */
const RETRY_MS = { first: 1000, longest: 60_000 } as const;

/**
 * Keeps the text index in step with the catalog, in the background: one run at a time, changes in between go into the next. What a run
 * that failed was to bring in is tried again, by itself or with the next change.
 */
export class BackgroundIndexing {
  readonly #replica: Replica;
  /** Something has changed that no run has seen. */
  #behind = false;
  #running: Promise<void> | undefined;
  #closed = false;
  #failures = 0;
  #forgetRetry: () => void = () => undefined;
  /** What the person at this device finds depends on their role. */
  #role: Role | undefined;

  constructor(replica: Replica) {
    this.#replica = replica;
    this.#role = this.#roleNow();
    replica.catalog.onFold(({ touched, refolded }) => {
      const role = this.#roleNow();
      const concerns =
        refolded ||
        touched.written.has('taxonomy') ||
        touched.written.has('kits') ||
        touched.entries.assets.size > 0 ||
        role !== this.#role;
      this.#role = role;
      if (concerns) this.start();
    });
  }

  #roleNow(): Role | undefined {
    const { catalog } = this.#replica;
    const self = catalog.selfId();
    return self === undefined ? undefined : catalog.member(self).role;
  }

  /** Brings the index in step with the catalog: after a start, and where text has come. The index knows itself what it lacks. */
  start(): void {
    this.#behind = true;
    this.#run();
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
      else if (this.#behind) this.#run();
    });
  }

  #runLater(): void {
    if (this.#closed) return;
    const wait = Math.min(RETRY_MS.longest, RETRY_MS.first * 2 ** (this.#failures - 1));
    this.#forgetRetry = this.#replica.ports.later(() => this.#run(), wait);
  }

  /** One run; false where it failed. */
  async #sync(): Promise<boolean> {
    // One turn of the event loop, so that what was written together is indexed together.
    await Promise.resolve();
    this.#behind = false;
    try {
      await this.#replica.search.sync();
      this.#failures = 0;
    } catch (error) {
      // The index is derived: search goes on with what it has meanwhile.
      this.#behind = true;
      this.#failures += 1;
      this.#replica.ports.logger.error('index-not-synced', {
        error: nameOfError(error),
        failures: this.#failures,
      });
    }
    this.#replica.changes.emit('index');
    return this.#failures === 0;
  }
}
