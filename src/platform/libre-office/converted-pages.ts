import { mkdir, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onDisk } from '../system/storage-error.ts';

/** Bytes and number of PDFs that are kept; those not looked at for the longest go first. */
const MAX_BYTES = 500_000_000;
const MAX_FILES = 500;

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
