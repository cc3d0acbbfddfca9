/** Questions to the engine's process that wait for their answers; one that does not come in time, or never can, is answered by null. */
export class WaitingAnswers<Answer> {
  readonly #timeoutMs: number;
  readonly #waiting = new Map<number, (answer: Answer | null) => void>();
  #next = 1;

  /** Milliseconds until a question counts as not answered. */
  constructor(timeoutMs: number) {
    this.#timeoutMs = timeoutMs;
  }

  /** Asks under a number of its own, and waits. */
  ask(send: (id: number) => void): Promise<Answer | null> {
    const id = this.#next++;
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.settle(id, null), this.#timeoutMs);
      this.#waiting.set(id, (answer) => {
        clearTimeout(timer);
        resolve(answer);
      });
      send(id);
    });
  }

  /** Hands on an answer; one that nobody waits for is left alone. */
  settle(id: number, answer: Answer | null): void {
    const settle = this.#waiting.get(id);
    this.#waiting.delete(id);
    settle?.(answer);
  }

  /** The engine has gone: nothing will be answered any more. */
  settleAll(): void {
    for (const id of [...this.#waiting.keys()]) this.settle(id, null);
  }
}
