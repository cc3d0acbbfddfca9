import { type CrashPoint, SimulatedCrash } from '../../src/sync/stores/crashing-store.ts';

/** One run of a simulated process: everything that it does to its disk or to the hub passes here, and a crash ends all of it. */
export class LifeLine implements CrashPoint {
  passed = 0;
  crashed = false;
  #crashAt = Number.POSITIVE_INFINITY;

  /** Lets the process crash at the n-th moment from now, counted from 0. */
  crashIn(moments: number): void {
    this.#crashAt = this.passed + moments;
  }

  /** Takes a planned crash back. */
  spare(): void {
    this.#crashAt = Number.POSITIVE_INFINITY;
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
