import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const commandLine = join(import.meta.dirname, '../../../out/cli/index.js');

/** A replica with the sample hub in it, made once and copied for whoever needs one. */
export class SampleHub {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async make(role: 'rep' | 'marketer' | 'lead'): Promise<SampleHub> {
    const folder = await mkdtemp(join(tmpdir(), 'kitbag-sample-'));
    const data = join(folder, 'data');
    await run(process.execPath, [
      commandLine,
      '--data',
      data,
      '--json',
      'init',
      '--name',
      'Robin Vale',
      '--role',
      role,
      '--sample',
    ]);
    return new SampleHub(data);
  }

  /** Copies the replica to a folder that is not there yet or empty. */
  async copyTo(folder: string): Promise<void> {
    await cp(this.#folder, folder, { recursive: true });
  }

  async remove(): Promise<void> {
    await rm(join(this.#folder, '..'), { recursive: true, force: true });
  }
}
