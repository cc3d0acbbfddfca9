import { randomBytes } from 'node:crypto';
import { chmod, constants, copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { safeFileName } from '../../shared/safe-file-name.ts';
import type { OwnTemporary } from '../base/own-temporary.ts';

/**
 * Read-only copies for other applications, each under the name that a person knows, in a private folder that goes
 * when the application ends, or at the next start where it was killed. The blob itself is never handed out: nobody may change it under its
 * digest. Every copy is marked as come from elsewhere, as what is in a hub is.
 */
export class TemporaryCopies {
  readonly #temporary: OwnTemporary;
  readonly #mark: (path: string) => Promise<unknown>;
  #root: Promise<string> | undefined;

  constructor(temporary: OwnTemporary, mark: (path: string) => Promise<unknown>) {
    this.#temporary = temporary;
    this.#mark = mark;
  }

  /** A read-only copy of the file at `source` called `fileName`. */
  async make(source: string, fileName: string): Promise<string> {
    this.#root ??= this.#temporary.make('copies');
    const folder = join(await this.#root, randomBytes(6).toString('hex'));
    await mkdir(folder, { mode: 0o700 });
    const target = join(folder, safeFileName(fileName));
    await copyFile(source, target, constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL);
    // Before it is read-only: then no mark could be written.
    await this.#mark(target);
    await chmod(target, 0o400);
    return target;
  }

  /** Removes every copy. What another application still holds open is tried again at the next start. */
  async removeAll(): Promise<void> {
    if (this.#root) await this.#temporary.remove(await this.#root);
    this.#root = undefined;
  }
}
