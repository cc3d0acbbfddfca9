import type { ReadingProgress } from './reading-progress.ts';

/** The rows whose files wait to be read, in their order; what waits is expected by the progress. */
export class ReadingQueue {
  readonly #progress: ReadingProgress;
  #ids: string[] = [];
  #paused = false;

  constructor(progress: ReadingProgress) {
    this.#progress = progress;
  }

  get isEmpty(): boolean {
    return this.#ids.length === 0;
  }

  /** One may be read now. */
  get hasNext(): boolean {
    return !this.#paused && !this.isEmpty;
  }

  /** Gives away none until it is told to go on. */
  pause(paused: boolean): void {
    this.#paused = paused;
    this.#progress.pause(paused);
  }

  /** A file of so many bytes waits. */
  add(id: string, size: number): void {
    this.#ids.push(id);
    this.#progress.expect(id, size);
  }

  /** These wait no more. */
  remove(ids: ReadonlySet<string>): void {
    this.#ids = this.#ids.filter((id) => !ids.has(id));
    for (const id of ids) this.#progress.forget(id);
  }

  /** Takes the next one; none while it is paused. */
  next(): string | undefined {
    return this.#paused ? undefined : this.#ids.shift();
  }

  /** Nothing waits any more. */
  clear(): void {
    this.#ids = [];
    this.#paused = false;
    this.#progress.reset();
  }
}
