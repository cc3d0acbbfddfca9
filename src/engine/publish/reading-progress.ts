import type { StagingState } from '../../contract/publish.ts';
import type { Clock } from '../../shared/ports/clock.ts';

/** What a file costs besides its bytes, in bytes: opening a small document is not free. */
const FILE_COST = 200_000;
/** How much of the work must be behind us before the rest is told: files of a folder differ too much to tell it from the first ones. */
const TOLD_AFTER_FILES = 3;
const TOLD_AFTER_PART = 0.1;
const TOLD_AFTER_MS = 3000;

/** Counts what is read and tells how long the rest will take, from the pace since the beginning, once it can be told. */
export class ReadingProgress {
  readonly #clock: Clock;
  readonly #expected = new Map<string, number>();
  readonly #reading = new Map<string, string>();
  #done = 0;
  #failed = 0;
  #total = 0;
  #left = 0;
  #read = 0;
  #beganAt = 0;
  #looks = 0;
  #pausedAt: number | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Folders are looked through: more files may come. */
  look(): void {
    if (this.#expected.size === 0 && this.#looks === 0) this.#begin();
    this.#looks += 1;
  }

  /** One look through folders has ended. */
  looked(): void {
    this.#looks -= 1;
  }

  /** A file is to be read. */
  expect(id: string, size: number): void {
    if (this.#expected.has(id)) return;
    if (this.#expected.size === 0 && this.#looks === 0) this.#begin();
    this.#expected.set(id, size + FILE_COST);
    this.#left += size + FILE_COST;
    this.#total += 1;
  }

  /** A file is being read. */
  begin(id: string, name: string): void {
    this.#reading.set(id, name);
  }

  /** A file was read, or could not be. */
  end(id: string, failed: boolean): void {
    const cost = this.#expected.get(id);
    if (cost === undefined) return;
    this.#remove(id, cost);
    this.#done += 1;
    if (failed) this.#failed += 1;
    this.#read += cost;
  }

  /** A file is not to be read any more. */
  forget(id: string): void {
    const cost = this.#expected.get(id);
    if (cost === undefined) return;
    this.#remove(id, cost);
    this.#total -= 1;
  }

  /** Nothing is to be read any more. */
  reset(): void {
    this.#pausedAt = undefined;
    this.#expected.clear();
    this.#reading.clear();
    this.#begin();
  }

  /** Nothing is begun until it goes on: the time between counts for nobody. */
  pause(paused: boolean): void {
    if (paused === (this.#pausedAt !== undefined)) return;
    if (this.#pausedAt !== undefined) this.#beganAt += this.#clock.now() - this.#pausedAt;
    this.#pausedAt = paused ? this.#clock.now() : undefined;
  }

  /** How far it is; `null` when nothing is being read or looked for. */
  state(): StagingState['progress'] {
    if (this.#expected.size === 0 && this.#looks === 0) return null;
    const current = [...this.#reading.values()].at(-1) ?? '';
    const timeLeft = this.#timeLeft();
    return {
      done: this.#done,
      total: this.#total,
      failed: this.#failed,
      current,
      ...(this.#looks > 0 && { looking: true }),
      ...(timeLeft !== undefined && { timeLeft }),
      ...(this.#pausedAt !== undefined && { paused: true }),
    };
  }

  /** Milliseconds that the rest will take. One file takes a minute, its neighbour a moment: a guess from few of them is worse than none. */
  #timeLeft(): number | undefined {
    if (this.#looks > 0 || this.#pausedAt !== undefined) return undefined;
    const took = this.#clock.now() - this.#beganAt;
    if (took < TOLD_AFTER_MS || this.#done < TOLD_AFTER_FILES) return undefined;
    if (this.#read < TOLD_AFTER_PART * (this.#read + this.#left)) return undefined;
    return Math.round((this.#left / this.#read) * took);
  }

  #begin(): void {
    this.#done = 0;
    this.#failed = 0;
    this.#total = 0;
    this.#left = 0;
    this.#read = 0;
    this.#beganAt = this.#clock.now();
    // What comes anew while it is paused begins when it goes on.
    if (this.#pausedAt !== undefined) this.#pausedAt = this.#beganAt;
  }

  #remove(id: string, cost: number): void {
    this.#expected.delete(id);
    this.#reading.delete(id);
    this.#left -= cost;
  }
}
