import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { app, BrowserWindow, dialog, shell, type WebContents } from 'electron';
import type { ActionOutcome, SaveOutcome } from '../../contract/shell.ts';
import { fileProblem } from '../../node/leaving/file-problem.ts';
import { writeOut } from '../../node/leaving/write-out.ts';
import { safeFileName } from '../../shared/safe-file-name.ts';
import { says } from '../../shared/says/says.ts';

/** Saves files where a person says, and remembers what it saved so that they can be shown. */
export class FileSaver {
  readonly #saved = new Map<string, string>();
  readonly #mark: (path: string) => Promise<unknown>;

  /** `mark` says of a file that it came from elsewhere. */
  constructor(mark: (path: string) => Promise<unknown>) {
    this.#mark = mark;
  }

  /** Asks where, then copies the file at `source` there, marked as come from elsewhere. */
  saveCopy(source: string, fileName: string, from: WebContents): Promise<SaveOutcome> {
    return this.#save((to) => writeOut(createReadStream(source), to, this.#mark), fileName, from);
  }

  /** Asks where, then writes the text there as UTF-8. */
  saveText(text: string, suggestedName: string, from: WebContents): Promise<SaveOutcome> {
    return this.saveBytes(Buffer.from(text, 'utf8'), suggestedName, from);
  }

  /** Asks where, then writes the bytes there. */
  saveBytes(bytes: Buffer, suggestedName: string, from: WebContents): Promise<SaveOutcome> {
    return this.#save((to) => writeOut(Readable.from([bytes]), to), suggestedName, from);
  }

  /** Shows a file that was saved before in the platform's file manager. */
  show(saved: string): ActionOutcome {
    const path = this.#saved.get(saved);
    if (path === undefined) return { status: 'refused', says: says('shell.not-saved-here') };
    shell.showItemInFolder(path);
    return { status: 'done' };
  }

  async #save(write: (to: string) => Promise<void>, name: string, from: WebContents): Promise<SaveOutcome> {
    const window = BrowserWindow.fromWebContents(from);
    const options = { defaultPath: join(app.getPath('downloads'), safeFileName(name)) };
    const answer = window
      ? await dialog.showSaveDialog(window, options)
      : await dialog.showSaveDialog(options);
    if (answer.canceled || !answer.filePath) return { status: 'cancelled' };
    try {
      await write(answer.filePath);
    } catch (error) {
      return { status: 'failed', says: says('leaving.not-saved', { problem: fileProblem(error) }) };
    }
    const saved = randomUUID();
    this.#saved.set(saved, answer.filePath);
    return { status: 'saved', saved, fileName: basename(answer.filePath) };
  }
}
