import type { Logger } from '../../shared/ports/logger.ts';
import type { HubHead } from '../hub/hub-head.ts';
import type { PushParts } from './push.ts';
import { repairBlobs } from './repair-blobs.ts';
import { DAY_MS, repairOwn } from './repair-own.ts';

/**
 * How long it is believed that the hub still has what was found there: less than a day, so that it is over at every daily sweep of a metered
 * store (`hub-news.ts`). Milliseconds.
 */
const CHECK_OWN_MS = 20 * 60 * 60 * 1000;

/** When this device last read what it has in a hub, milliseconds since 1970, and which part of it that was. */
export type OwnCheck = { readonly at: number; readonly turn: number };

/** Keeps that from one process to the next, for one device and one place of a hub. */
export interface KeptCheck {
  /** `undefined` where nothing was kept. */
  load(): Promise<OwnCheck | undefined>;
  /** Throws `StorageError`. */
  save(check: OwnCheck): Promise<void>;
}

/**
 * Makes sure that what the hub's head of this device names is there: what is gone or of another size at each start of a process and once
 * a day, what has other bytes once a day, however often processes start, because it has to be read for that.
 */
export class OwnChecks {
  readonly #kept: KeptCheck | undefined;
  readonly #logger: Logger;
  #last: OwnCheck | undefined;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #isLoaded = false;

  /** Without `kept` each process begins anew. */
  constructor(kept: KeptCheck | undefined, logger: Logger) {
    this.#kept = kept;
    this.#logger = logger;
  }

  /** The hub is not what it was: all is looked at at the next check. */
  forget(): void {
    this.#lookedAt = Number.NEGATIVE_INFINITY;
    this.#last = undefined;
    this.#isLoaded = true;
  }

  /** Mends what is due. Throws `StoreError` and the `StorageError` of what keeps it. */
  async mend(parts: PushParts, own: HubHead): Promise<void> {
    const now = parts.clock.now();
    // A clock that was set back only makes it sooner.
    if (Math.abs(now - this.#lookedAt) <= CHECK_OWN_MS) return;
    if (!this.#isLoaded) this.#last = await this.#kept?.load();
    this.#isLoaded = true;
    const isDue = this.#last === undefined || Math.abs(now - this.#last.at) > CHECK_OWN_MS;
    // One part after the other; where nobody knows which was the last, by the day, so that restarts don't matter.
    const turn = this.#last === undefined ? Math.abs(Math.floor(now / DAY_MS)) : this.#last.turn + 1;
    const segments = await repairOwn(parts, own, isDue ? turn : undefined);
    const files = await repairBlobs(parts, own, isDue ? turn : undefined);
    if (segments + files > 0) this.#logger.warn('hub-repaired', { segments, files });
    this.#lookedAt = now;
    if (!isDue) return;
    this.#last = { at: now, turn };
    await this.#kept?.save(this.#last);
  }
}
