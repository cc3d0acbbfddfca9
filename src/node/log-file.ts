import { appendFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolderSync } from '../platform/system/make-folder.ts';
import { nameOfError } from '../shared/defect.ts';

/** When a file is full (bytes), and how many older ones are kept: four megabytes at most. */
const LIMITS = { maxBytes: 1_000_000, older: 3 } as const;

/**
 * A log that never grows beyond its bounds: `logs/kitbag.log` in the data folder, the ones before as `kitbag.1.log` (the youngest) to
 * `kitbag.3.log`. A line is on its way to the disk when `write` returns, so that the last one before a crash is there.
 */
export class LogFile {
  readonly #folder: string;
  readonly #limits: { readonly maxBytes: number; readonly older: number };
  #size: number | undefined;
  #broken = false;

  constructor(dataFolder: string, limits: { readonly maxBytes: number; readonly older: number } = LIMITS) {
    this.#folder = join(dataFolder, 'logs');
    this.#limits = limits;
  }

  /** Adds a line with the time before it. Ids and counts only: that is for the one who writes to see to. */
  write(line: string, now = new Date()): void {
    if (this.#broken) return;
    const text = `${now.toISOString()} ${line.replace(/\s*\n\s*/g, ' | ')}\n`;
    const bytes = Buffer.byteLength(text);
    try {
      this.#size ??= this.#open();
      if (this.#size > 0 && this.#size + bytes > this.#limits.maxBytes) this.#rotate();
      appendFileSync(this.#file(0), text, { mode: 0o600 });
      this.#size += bytes;
    } catch (error) {
      // A disk that is full or write-protected must not end what logs; standard error still has every line.
      this.#broken = true;
      console.error(`[kitbag] log: not written (${nameOfError(error)})`);
    }
  }

  #open(): number {
    makeFolderSync(this.#folder);
    return statSync(this.#file(0), { throwIfNoEntry: false })?.size ?? 0;
  }

  #rotate(): void {
    rmSync(this.#file(this.#limits.older), { force: true });
    for (let age = this.#limits.older - 1; age >= 0; age -= 1) {
      if (statSync(this.#file(age), { throwIfNoEntry: false }))
        renameSync(this.#file(age), this.#file(age + 1));
    }
    this.#size = 0;
  }

  #file(age: number): string {
    return join(this.#folder, age === 0 ? 'kitbag.log' : `kitbag.${age}.log`);
  }
}
