import { nameOfError } from '../../shared/defect.ts';
import type { Cancellation } from '../../shared/ports/cancellation.ts';
import type { BasePorts } from '../base/base-ports.ts';
import { Changes } from '../live/changes.ts';

/** Milliseconds between a change of the table and its saving. */
const SAVE_MS = 500;
/** Milliseconds between two notices to windows: at most ten a second. */
const NOTICE_MS = 100;
/** A long table is told less often: telling it costs time by the row. */
const NOTICE_MS_A_ROW = 0.2;

/** What a table that changes tells windows, and keeps for the next time. */
type Told = {
  /** How many rows there are. */
  readonly size: () => number;
  /** What is kept; undefined where nothing is. */
  readonly kept: () => unknown;
};

/** Tells of a table's changes, and saves it a little later. */
export class TableNews {
  readonly #ports: Pick<BasePorts, 'home' | 'later' | 'logger'>;
  readonly #told: Told;
  readonly #notices = new Changes();
  #revision = 0;
  #forgetSave: (() => void) | undefined;
  #forgetNotice: (() => void) | undefined;
  #saving: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(ports: Pick<BasePorts, 'home' | 'later' | 'logger'>, told: Told) {
    this.#ports = ports;
    this.#told = told;
  }

  /** Counts the changes. */
  get revision(): number {
    return this.#revision;
  }

  /** The table has changed. */
  changed(): void {
    this.#revision += 1;
    if (this.#closed) return;
    this.#forgetNotice ??= this.#ports.later(
      () => {
        this.#forgetNotice = undefined;
        this.#notices.emit('staging');
      },
      Math.max(NOTICE_MS, this.#told.size() * NOTICE_MS_A_ROW),
    );
    this.#forgetSave ??= this.#ports.later(() => {
      this.#forgetSave = undefined;
      this.#saving = this.#saving.then(() => this.#save());
    }, SAVE_MS);
  }

  /** Yields at once and whenever the table has changed, at most ten times a second. */
  async *watch(signal?: Cancellation): AsyncGenerator<void, void> {
    for await (const _ of this.#notices.watch(signal)) yield;
  }

  /** Writes the table to disk now. */
  async flush(): Promise<void> {
    this.#forgetSave?.();
    this.#forgetSave = undefined;
    this.#saving = this.#saving.then(() => this.#save());
    await this.#saving;
  }

  /** Tells nothing any more, and keeps the table for the next time. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#notices.close();
    this.#forgetNotice?.();
    await this.flush();
  }

  async #save(): Promise<void> {
    const kept = this.#told.kept();
    if (kept === undefined) return;
    try {
      await this.#ports.home.local.save('staging', kept);
    } catch (error) {
      // The table lives on in memory; the next change tries again.
      this.#ports.logger.warn('staging-not-saved', { error: nameOfError(error) });
    }
  }
}
