import { StorageError } from '../../src/shared/errors.ts';
import { type CrashPoint, SimulatedCrash } from '../support/stores/crashing-store.ts';

/** One run of a simulated process: everything that it does to its disk or to the hub passes here, and a crash ends all of it. */
export class LifeLine implements CrashPoint {
  passed = 0;
  crashed = false;
  #crashAt = Number.POSITIVE_INFINITY;
  /** Writes to the disk that are refused before it takes the next. */
  #refusals = 0;
  #writesUntil = 0;

  /** Lets the process crash at the n-th moment from now, counted from 0. */
  crashIn(moments: number): void {
    this.#crashAt = this.passed + moments;
  }

  /** Takes a planned crash back. */
  spare(): void {
    this.#crashAt = Number.POSITIVE_INFINITY;
  }

  /** Lets the disk be full for some writes, after some that still go through. */
  fillDisk(after: number, writes: number): void {
    this.#writesUntil = after;
    this.#refusals = writes;
  }

  /** Makes room on the disk. */
  emptyDisk(): void {
    this.#refusals = 0;
  }

  /** Passes a write to the disk. Throws `StorageError` where that is full. */
  write(): void {
    if (this.#refusals === 0) return;
    if (this.#writesUntil > 0) {
      this.#writesUntil -= 1;
      return;
    }
    this.#refusals -= 1;
    throw new StorageError('disk-full', 'write: ENOSPC');
  }

  /** Ends the process now. */
  kill(): void {
    this.crashed = true;
  }

  pass(): void {
    if (this.#isNow()) throw new SimulatedCrash(`crashed at moment ${this.passed}`);
  }

  async passHalf(half: () => Promise<void>): Promise<void> {
    if (!this.#isNow()) return;
    await half();
    throw new SimulatedCrash(`crashed in the middle of moment ${this.passed}`);
  }

  #isNow(): boolean {
    if (this.crashed) throw new SimulatedCrash('this process has ended before');
    this.crashed = this.passed >= this.#crashAt;
    this.passed += 1;
    return this.crashed;
  }
}
