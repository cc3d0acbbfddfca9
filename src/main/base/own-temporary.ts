import { mkdtempSync } from 'node:fs';
import { lstat, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** What is kept in the temporary folder: copies for other applications, a profile where the data folder is of no use. */
type Kind = 'copies' | 'window';

/** `kitbag-copies-4711-a1B2c3`: the number is the process that made it. */
const NAME = /^kitbag-(?:copies|window)-(\d{1,10})-[A-Za-z0-9]+$/;

/** Where and who this is; tests say it. */
type TemporaryPlace = {
  readonly folder: string;
  readonly pid: number;
  /** Whether a process runs. */
  readonly isRunning: (pid: number) => boolean;
};

const here: TemporaryPlace = { folder: tmpdir(), pid: process.pid, isRunning };

/** Private folders in the system's temporary folder, named for their process, so that what one left that was killed is found and removed. */
export class OwnTemporary {
  readonly #place: TemporaryPlace;
  readonly #made = new Set<string>();

  constructor(place: TemporaryPlace = here) {
    this.#place = place;
  }

  /** A new empty folder that only this account enters. */
  async make(kind: Kind): Promise<string> {
    return this.#noted(await mkdtemp(this.#prefix(kind)));
  }

  /** The same for code that runs before anything can be awaited. */
  makeSync(kind: Kind): string {
    return this.#noted(mkdtempSync(this.#prefix(kind)));
  }

  /** Removes one with all that is in it. Throws the system's error. */
  async remove(folder: string): Promise<void> {
    await rm(folder, { recursive: true, force: true });
  }

  /** Removes what processes left that have ended. Answers how many; what can't be removed stays until the next start. */
  async sweep(): Promise<number> {
    let swept = 0;
    for (const name of await readdir(this.#place.folder)) {
      const path = join(this.#place.folder, name);
      if (!this.#isLeft(name) || !(await isOwnFolder(path))) continue;
      try {
        await this.remove(path);
        swept += 1;
      } catch (error) {
        if (!(error instanceof Error && 'code' in error)) throw error;
      }
    }
    return swept;
  }

  #isLeft(name: string): boolean {
    const pid = Number(NAME.exec(name)?.[1] ?? Number.NaN);
    if (Number.isNaN(pid) || this.#made.has(name)) return false;
    // In a container every start may have the same number.
    return pid === this.#place.pid || !this.#place.isRunning(pid);
  }

  #prefix(kind: Kind): string {
    return join(this.#place.folder, `kitbag-${kind}-${this.#place.pid}-`);
  }

  #noted(folder: string): string {
    this.#made.add(basename(folder));
    return folder;
  }
}

/** Others may make such a name too, or a link of it that leads elsewhere. */
async function isOwnFolder(path: string): Promise<boolean> {
  try {
    const about = await lstat(path);
    const user = process.getuid?.();
    return about.isDirectory() && (user === undefined || about.uid === user);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another account's process may not be asked: it runs.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
