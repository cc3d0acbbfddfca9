import { randomBytes } from 'node:crypto';
import { chmod, constants, copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import type { Attached } from '../../node/leaving/mail-draft.ts';
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
    const [copy = ''] = await this.makeAll([{ fileName, content: { path: source } }]);
    return copy;
  }

  /** Read-only copies in one folder, in their order; of two with the same name the later one has a number. */
  async makeAll(files: readonly Pick<Attached, 'fileName' | 'content'>[]): Promise<readonly string[]> {
    const folder = await this.folder();
    const made: string[] = [];
    for (const { fileName, content } of files) {
      const target = freeIn(folder, safeFileName(fileName), made);
      if ('path' in content)
        await copyFile(content.path, target, constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL);
      else await writeFile(target, content.bytes, { flag: 'wx' });
      // Before it is read-only: then no mark could be written.
      await this.#mark(target);
      await chmod(target, 0o400);
      made.push(target);
    }
    return made;
  }

  /** A new folder among them, for what is to be opened elsewhere. */
  async folder(): Promise<string> {
    this.#root ??= this.#temporary.make('copies');
    const folder = join(await this.#root, randomBytes(6).toString('hex'));
    await mkdir(folder, { mode: 0o700 });
    return folder;
  }

  /** Removes every copy. What another application still holds open is tried again at the next start. */
  async removeAll(): Promise<void> {
    if (this.#root) await this.#temporary.remove(await this.#root);
    this.#root = undefined;
  }
}

function freeIn(folder: string, fileName: string, taken: readonly string[]): string {
  const { name, ext } = parse(fileName);
  for (let number = 1; ; number += 1) {
    const path = join(folder, number === 1 ? fileName : `${name} (${number})${ext}`);
    if (!taken.includes(path)) return path;
  }
}
