/** The code of the error that {@link Lanes} answers with when the disk does not. */
export const STALLED = 'ESTALLED';

type Waiting = { readonly start: () => void; readonly fail: (error: Error) => void };
type LaneOptions<Value> = {
  /** Goes on with something that was begun (reads, closes an open file) and so passes those that would begin. */
  readonly goesOn?: boolean;
  /** Gets a value that came after its caller had given up: a file that was opened in the end must be closed. */
  readonly late?: (value: Value) => void;
  /** Waits until bytes are on the medium, which over a thin line takes ten times as long as other calls may. */
  readonly flushes?: boolean;
};

/**
 * Lets only so many calls go to a disk at once. Node has four threads for all files: a network drive that hangs would take them all, and with
 * them the replica's own journal. So one thread is always left, a call that hangs is given up (its thread is not: it stays counted until the
 * system answers), and while every lane hangs nothing more is sent there.
 */
export class Lanes {
  readonly #stallMs: number;
  readonly #beginning: Waiting[] = [];
  readonly #goingOn: Waiting[] = [];
  readonly #count: number;
  #free: number;
  #hanging = 0;

  constructor(count: number, stallMs: number) {
    this.#count = count;
    this.#free = count;
    this.#stallMs = stallMs;
  }

  /** Runs a call as soon as a lane is free. Rejects with an error whose code is {@link STALLED} when the disk does not answer. */
  run<Value>(call: () => Promise<Value>, options: LaneOptions<Value> = {}): Promise<Value> {
    return new Promise((resolve, reject) => {
      if (this.#hanging === this.#count) {
        reject(stalled());
        return;
      }
      const start = () => this.#start(call, options, resolve, reject);
      if (this.#free > 0) start();
      else (options.goesOn ? this.#goingOn : this.#beginning).push({ start, fail: reject });
    });
  }

  #start<Value>(
    call: () => Promise<Value>,
    options: LaneOptions<Value>,
    resolve: (value: Value) => void,
    reject: (error: unknown) => void,
  ): void {
    this.#free -= 1;
    let hangs = false;
    const timer = setTimeout(
      () => {
        hangs = true;
        this.#hanging += 1;
        reject(stalled());
        if (this.#hanging === this.#count) this.#failAll();
      },
      this.#stallMs * (options.flushes ? 10 : 1),
    );
    const end = () => {
      clearTimeout(timer);
      if (hangs) this.#hanging -= 1;
      this.#free += 1;
      (this.#goingOn.shift() ?? this.#beginning.shift())?.start();
    };
    call().then(
      (value) => {
        if (hangs) options.late?.(value);
        else resolve(value);
        end();
      },
      (error: unknown) => {
        reject(error); // Nothing happens when it was given up before.
        end();
      },
    );
  }

  #failAll(): void {
    for (const waiting of [...this.#goingOn.splice(0), ...this.#beginning.splice(0)]) waiting.fail(stalled());
  }
}

function stalled(): Error {
  return Object.assign(new Error('the disk does not answer'), { code: STALLED });
}
