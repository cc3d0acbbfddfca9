import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onDisk } from '../system/storage-error.ts';

/** Bytes and number of PDFs that are kept; those not looked at for the longest go first. */
const MAX_BYTES = 500_000_000;
const MAX_FILES = 500;

/** How often a document may have been begun when the process ended before it is left alone. */
const MOST_BEGUN = 2;
/** Stands in a document's note once for each time. */
const BEGUN = '.';
/** What is on its way to being a document's PDF, or is read and then gone. */
const HALF_MADE = /\.(?:new|part)$|^reading-/;

/** What is known of a document's PDF: where it is, that there is none that fits, or nothing yet. */
type Known = { readonly known: 'pdf'; readonly path: string } | { readonly known: 'none' | 'nothing' };

/** PDFs that were made of documents, by the digests of these: derived, and gone with their documents. */
export class ConvertedPages {
  readonly #folder: string;
  readonly #isHere: (digest: string) => Promise<boolean>;

  constructor(folder: string, isHere: (digest: string) => Promise<boolean>) {
    this.#folder = folder;
    this.#isHere = isHere;
  }

  /** Where a document's PDF goes. */
  place(digest: string): string {
    return join(this.#folder, `${digest}.pdf`);
  }

  async find(digest: string): Promise<Known> {
    const path = this.place(digest);
    if (await exists(path)) {
      const now = new Date();
      await onDisk('note use of pages', () => utimes(path, now, now));
      return { known: 'pdf', path };
    }
    return { known: (await exists(this.#mark(digest))) ? 'none' : 'nothing' };
  }

  /** Notes that a document is begun; false where it ended the process before, as often as a document may: it is not tried again. */
  async begin(digest: string): Promise<boolean> {
    const path = this.#begun(digest);
    return onDisk('note pages', async () => {
      const times = (await exists(path)) ? (await readFile(path, 'utf8')).length : 0;
      if (times >= MOST_BEGUN) return false;
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      await writeFile(path, BEGUN.repeat(times + 1), { mode: 0o600 });
      return true;
    });
  }

  /** A document that was begun is done with, or was broken off: that is not its fault. */
  async ended(digest: string): Promise<void> {
    await onDisk('note pages', () => rm(this.#begun(digest), { force: true }));
  }

  /** Takes away what a process that was ended left half made. */
  async clear(): Promise<void> {
    if (!(await exists(this.#folder))) return;
    for (const name of await onDisk('list pages', () => readdir(this.#folder)))
      if (HALF_MADE.test(name)) await rm(join(this.#folder, name), { force: true });
  }

  /** Takes a PDF that was made as a document's own. */
  async keep(digest: string, made: string): Promise<void> {
    await onDisk('keep pages', () => rename(made, this.place(digest)));
  }

  /** Remembers that a document has no PDF whose pages are its own. */
  async none(digest: string): Promise<void> {
    await onDisk('note pages', async () => {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      await writeFile(this.#mark(digest), '', { mode: 0o600 });
    });
  }

  /** Gives up what is of documents that are gone, and what is too much. */
  async trim(): Promise<void> {
    if (!(await exists(this.#folder))) return;
    const names = await onDisk('list pages', () => readdir(this.#folder));
    const kept: { readonly path: string; readonly size: number; readonly usedAt: number }[] = [];
    for (const name of names) {
      const path = join(this.#folder, name);
      if (!(await this.#isHere(name.split('.', 1)[0] ?? ''))) await rm(path, { force: true });
      else {
        const { size, mtimeMs } = await stat(path);
        kept.push({ path, size, usedAt: mtimeMs });
      }
    }
    kept.sort((a, b) => b.usedAt - a.usedAt);
    let [bytes, files] = [0, 0];
    for (const { path, size } of kept) {
      bytes += size;
      files += 1;
      if (bytes > MAX_BYTES || files > MAX_FILES) await rm(path, { force: true });
    }
  }

  #begun(digest: string): string {
    return join(this.#folder, `${digest}.begun`);
  }

  #mark(digest: string): string {
    return join(this.#folder, `${digest}.none`);
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}
