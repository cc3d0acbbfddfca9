import { z } from 'zod';
import { lastStamps } from '../../domain/fold/history-selectors.ts';
import { ownerOfDevice, timeZoneOf } from '../../domain/people/people-selectors.ts';
import { dayIn } from '../../shared/day.ts';
import { StorageError } from '../../shared/errors.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import { type Signed, seenTime } from '../../sync/clock/seen-time.ts';
import type { LocalStore } from '../ports/snapshots.ts';
import { timeOfStamp } from './event-time.ts';
import type { LiveCatalog } from './live-catalog.ts';

const NAME = 'time-seen';
const keptSchema = z.object({ time: z.number() });
/** What is lost of it with the process is found again in the journals as long as it is no more than a day: an hour is often enough. */
const SAVED_EVERY_MS = 3_600_000;

/**
 * Which day it is in the hub: in its time zone, and never before what the device has seen signed. A clock that is set back brings nothing back that
 * has expired or was recalled, and opens nothing early.
 */
export class HubCalendar {
  readonly #catalog: LiveCatalog;
  readonly #local: LocalStore;
  readonly #clock: Clock;
  readonly #logger: Logger;
  #seen: number;
  #saved: number;
  #saving: Promise<void> = Promise.resolve();

  private constructor(
    catalog: LiveCatalog,
    ports: { readonly local: LocalStore; readonly clock: Clock; readonly logger: Logger },
    seen: number,
  ) {
    this.#catalog = catalog;
    this.#local = ports.local;
    this.#clock = ports.clock;
    this.#logger = ports.logger;
    this.#seen = seen;
    this.#saved = seen;
    this.#look();
    catalog.onFold(() => this.#look());
  }

  static async open(
    catalog: LiveCatalog,
    ports: { readonly local: LocalStore; readonly clock: Clock; readonly logger: Logger },
  ): Promise<HubCalendar> {
    const kept = keptSchema.safeParse(await ports.local.load(NAME));
    return new HubCalendar(catalog, ports, kept.success ? kept.data.time : 0);
  }

  /** Milliseconds since 1970: the wall clock, or what was seen signed where that is later. */
  now(): number {
    return Math.max(this.#clock.now(), this.#seen);
  }

  /** The hub's calendar day, `2026-11-21`. */
  today(): string {
    return dayIn(this.now(), timeZoneOf(this.#catalog));
  }

  /** Resolves when what was seen is kept. */
  async close(): Promise<void> {
    if (this.#seen > this.#saved) this.#save();
    await this.#saving;
  }

  #look(): void {
    const self = this.#catalog.replica.device;
    const others: Signed[] = [];
    let own = 0;
    for (const [device, stamp] of lastStamps(this.#catalog)) {
      const member = ownerOfDevice(this.#catalog, device);
      const time = timeOfStamp(stamp);
      if (device === self) own = time;
      else if (member !== undefined) others.push({ member, time });
    }
    this.#seen = seenTime(this.#seen, this.#clock.now(), { others, own });
    if (this.#seen - this.#saved >= SAVED_EVERY_MS) this.#save();
  }

  #save(): void {
    const time = this.#seen;
    this.#saved = time;
    this.#saving = this.#saving
      .then(() => this.#local.save(NAME, { time }))
      .catch((error: unknown) => {
        if (!(error instanceof StorageError)) throw error;
        this.#logger.warn('time-seen-not-kept', { failure: error.failure });
      });
  }
}
