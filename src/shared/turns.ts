/** One piece of work of a key at a time, in the order they were asked for, so that the last one asked for is the one that stays. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Does the work once what was asked for before of this key has ended, however it ended. */
  take<Value>(key: string, work: () => Promise<Value>): Promise<Value> {
    const turn = (this.#last.get(key) ?? Promise.resolve()).then(work, work);
    this.#last.set(key, turn);
    const forget = () => {
      if (this.#last.get(key) === turn) this.#last.delete(key);
    };
    turn.then(forget, forget);
    return turn;
  }
}
