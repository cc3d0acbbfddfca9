import { z } from 'zod';
import type { LocalStore } from '../../engine/ports/snapshots.ts';
import { nameOfError } from '../../shared/defect.ts';
import type { Logger } from '../../shared/ports/logger.ts';

/** Where it is kept on the device. */
const NOTES = 'jobs-begun';
/** How often the process may have ended in a job before that is begun no more: once may have been a battery. */
const MOST_ENDED = 2;
/** Jobs that are remembered as given up; the oldest make room. */
const MOST_GIVEN_UP = 1000;
/** Milliseconds without a job after which an end of the process is no job's fault. */
const QUIET_MS = 2000;

const notesSchema = z.object({
  v: z.literal(1),
  /** Jobs were running. */
  running: z.boolean(),
  /** The one that was, where they were begun one at a time. */
  job: z.string().nullable(),
  /** How often the process ended in a job. */
  ended: z.record(z.string(), z.number()),
});
type Notes = z.infer<typeof notesSchema>;

const NOTHING: Notes = { v: 1, running: false, job: null, ended: {} };

type Parts = {
  readonly local: LocalStore;
  readonly logger: Logger;
  /** Told apart from other versions of the readers: another one may get on with what ended this one. */
  readonly version: string;
};

/**
 * Keeps a document from ending the process again and again: V8 may abort it as a whole where a thread wants too much memory at once
 * (https://github.com/nodejs/node/issues/47224). A process that ended with jobs under way is followed by one that begins them one at a time and
 * writes down which; a job in which that ends too, twice, is given up. Nothing is written between jobs otherwise.
 */
export class JobGuard {
  readonly #parts: Parts;
  readonly #ready: Promise<void>;
  #notes: Notes = NOTHING;
  #isCareful = false;
  /** Jobs under way. */
  #running = 0;
  /** What is begun one at a time. */
  #turn: Promise<unknown> = Promise.resolve();
  #saving: Promise<void> = Promise.resolve();
  #quiet: NodeJS.Timeout | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#ready = this.#open();
  }

  /** Runs a job called `name`; undefined, without running it, where the process has ended in it before. */
  async around<T>(name: string, run: () => Promise<T>): Promise<T | undefined> {
    await this.#ready;
    const key = `${this.#parts.version} ${name}`;
    if ((this.#notes.ended[key] ?? 0) >= MOST_ENDED) return undefined;
    if (!this.#isCareful) return this.#marked(run);
    const inTurn = this.#turn.then(async () => {
      await this.#save({ ...this.#notes, running: true, job: key });
      try {
        return await run();
      } finally {
        await this.#save({ ...this.#notes, running: false, job: null });
      }
    });
    this.#turn = inTurn.catch(() => undefined);
    return inTurn;
  }

  /** Nothing is under way any more: whatever ends the process now, no job did. */
  async close(): Promise<void> {
    await this.#ready;
    clearTimeout(this.#quiet);
    await this.#turn;
    if (this.#notes.running) await this.#save({ ...this.#notes, running: false, job: null });
    await this.#saving;
  }

  async #marked<T>(run: () => Promise<T>): Promise<T> {
    clearTimeout(this.#quiet);
    this.#running += 1;
    try {
      // The first after a while waits for the mark, those beside it for that one.
      if (this.#notes.running) await this.#saving;
      else await this.#save({ ...this.#notes, running: true });
      return await run();
    } finally {
      this.#running -= 1;
      if (this.#running === 0)
        this.#quiet = setTimeout(() => {
          if (this.#running === 0) void this.#save({ ...this.#notes, running: false });
        }, QUIET_MS).unref();
    }
  }

  async #open(): Promise<void> {
    const saved = notesSchema.safeParse(await this.#parts.local.load(NOTES));
    if (!saved.success) return;
    const { running, job, ended } = saved.data;
    this.#notes = { ...NOTHING, ended };
    if (!running) return;
    this.#isCareful = true;
    if (job === null) return;
    const times = (ended[job] ?? 0) + 1;
    this.#notes = { ...NOTHING, ended: lastOf({ ...ended, [job]: times }) };
    // Who it was is known: the others need no care.
    if (times >= MOST_ENDED) this.#isCareful = false;
    this.#parts.logger.warn('job-ended-the-process', { times });
    await this.#save(this.#notes);
  }

  #save(notes: Notes): Promise<void> {
    this.#notes = notes;
    this.#saving = this.#saving.then(async () => {
      try {
        await this.#parts.local.save(NOTES, notes);
      } catch (error) {
        // Documents are read all the same; the next one tries again.
        this.#parts.logger.warn('jobs-not-noted', { error: nameOfError(error) });
      }
    });
    return this.#saving;
  }
}

function lastOf(ended: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(ended).slice(-MOST_GIVEN_UP));
}
