import { randomBytes } from 'node:crypto';
import { chmod, constants, copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { safeFileName } from '../../platform/files/safe-file-name.ts';

/**
 * Read-only copies for other applications, each under the name that a person knows, in a private folder that goes
 * when the application ends. The blob itself is never handed out: nobody may change it under its digest.
 */
export class TemporaryCopies {
  #root: Promise<string> | undefined;

  /** A read-only copy of the file at `source` called `fileName`. */
  async make(source: string, fileName: string): Promise<string> {
    this.#root ??= mkdtemp(join(tmpdir(), 'kitbag-'));
    const folder = join(await this.#root, randomBytes(6).toString('hex'));
    await mkdir(folder, { mode: 0o700 });
    const target = join(folder, safeFileName(fileName));
    await copyFile(source, target, constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL);
    await chmod(target, 0o400);
    return target;
  }

  /** Removes every copy. What another application still holds open is left to the system's own cleaning. */
  async removeAll(): Promise<void> {
    if (this.#root) await rm(await this.#root, { recursive: true, force: true });
    this.#root = undefined;
  }
}
