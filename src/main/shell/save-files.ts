import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { app, BrowserWindow, dialog, shell, type WebContents } from 'electron';
import type { ActionOutcome, SaveOutcome } from '../../contract/shell.ts';
import { safeFileName } from '../../platform/files/safe-file-name.ts';
import { describeFileProblem } from './file-problem.ts';

/** Saves files where a person says, and remembers what it saved so that they can be shown. */
export class FileSaver {
  readonly #saved = new Map<string, string>();

  /** Asks where, then copies the file at `source` there. */
  saveCopy(source: string, fileName: string, from: WebContents): Promise<SaveOutcome> {
    return this.#save(() => createReadStream(source), fileName, from);
  }

  /** Asks where, then writes the text there as UTF-8. */
  saveText(text: string, suggestedName: string, from: WebContents): Promise<SaveOutcome> {
    return this.#save(() => Readable.from([Buffer.from(text, 'utf8')]), suggestedName, from);
  }

  /** Shows a file that was saved before in the platform's file manager. */
  show(saved: string): ActionOutcome {
    const path = this.#saved.get(saved);
    if (path === undefined)
      return { status: 'refused', message: 'Only files that were saved from here can be shown.' };
    shell.showItemInFolder(path);
    return { status: 'done' };
  }

  async #save(open: () => Readable, name: string, from: WebContents): Promise<SaveOutcome> {
    const window = BrowserWindow.fromWebContents(from);
    const options = { defaultPath: join(app.getPath('downloads'), safeFileName(name)) };
    const answer = window
      ? await dialog.showSaveDialog(window, options)
      : await dialog.showSaveDialog(options);
    if (answer.canceled || !answer.filePath) return { status: 'cancelled' };
    try {
      await writeWhole(open(), answer.filePath);
    } catch (error) {
      return { status: 'failed', message: `The file was not saved: ${describeFileProblem(error)}` };
    }
    const saved = randomUUID();
    this.#saved.set(saved, answer.filePath);
    return { status: 'saved', saved, fileName: basename(answer.filePath) };
  }
}

/** Writes beside the target and renames, so that a full disk leaves what was there before. */
async function writeWhole(source: Readable, target: string): Promise<void> {
  const temporary = join(dirname(target), `.kitbag-${randomUUID()}.tmp`);
  try {
    await pipeline(source, createWriteStream(temporary, { flags: 'wx', flush: true }));
    await rename(temporary, target);
  } finally {
    await rm(temporary, { force: true });
  }
}
