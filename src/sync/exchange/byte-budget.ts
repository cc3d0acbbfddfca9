type Waiting = { readonly bytes: number; readonly go: () => void };

/**
 * Bytes that may be in memory at once, for work that many do side by side: whoever needs more than are left waits until others are done, in the
 * order of asking. What is larger than the whole budget is done alone.
 */
export class ByteBudget {
  readonly #total: number;
  readonly #waiting: Waiting[] = [];
  #left: number;

  constructor(total: number) {
    this.#total = total;
    this.#left = total;
  }

  /** Does a piece of work that needs so many bytes, once they are free. Work within it may not ask the same budget. */
  async spend<Value>(bytes: number, work: () => Promise<Value>): Promise<Value> {
    const needed = Math.min(bytes, this.#total);
    if (needed === 0) return work();
    if (this.#waiting.length > 0 || needed > this.#left)
      await new Promise<void>((go) => this.#waiting.push({ bytes: needed, go }));
    else this.#left -= needed;
    try {
      return await work();
    } finally {
      this.#left += needed;
      this.#next();
    }
  }

  #next(): void {
    for (let first = this.#waiting[0]; first !== undefined; first = this.#waiting[0]) {
      if (first.bytes > this.#left) return;
      this.#left -= first.bytes;
      this.#waiting.shift();
      first.go();
    }
  }
}
