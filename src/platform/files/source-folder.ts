import { createHash } from 'node:crypto';
import { createReadStream, type Stats, watch } from 'node:fs';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { SourceFile, SourceFiles } from '../../engine/ports/files.ts';
import { systemCode } from '../system/storage-error.ts';

type Unreadable = { readonly path: string; readonly reason: 'not-found' | 'not-readable' };
type Found = {
  files: SourceFile[];
  skipped: number;
  unreadable: Unreadable[];
  readonly visited: Set<string>;
};

const SYSTEM_FILES = new Set(['thumbs.db', 'desktop.ini', 'icon\r', 'ehthumbs.db']);
const SYSTEM_FOLDERS = new Set(['__macosx', '$recycle.bin', 'system volume information']);

/** Files and folders of the disk outside the replica. */
export const sourceFolder: SourceFiles = {
  async walk(paths) {
    const found: Found = { files: [], skipped: 0, unreadable: [], visited: new Set() };
    for (const path of paths) await visit(path, '', true, found);
    return { files: found.files, skipped: found.skipped, unreadable: found.unreadable };
  },
  async digest(path) {
    try {
      const hash = createHash('sha256');
      await pipeline(createReadStream(path), hash);
      return hash.digest('hex');
    } catch (error) {
      if (systemCode(error) === undefined) throw error;
      return undefined;
    }
  },
  whole: (path) => resolve(path),
  separator: sep,
  hint: hintOf,
};

/**
 * Where the system watches a whole tree itself (Windows, macOS), all of it; elsewhere Node would open a watch for every folder of it and fall over those
 * that go meanwhile: there the folder itself.
 */
const watchesTrees = process.platform === 'win32' || process.platform === 'darwin';

function hintOf(path: string, mayHaveChanged: () => void): () => void {
  try {
    const watcher = watch(path, { recursive: watchesTrees, persistent: false }, () => mayHaveChanged());
    // A drive that is unplugged, a table of watches that is full: whoever looks by themselves needs no hint.
    watcher.on('error', () => watcher.close());
    return () => watcher.close();
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return () => undefined;
  }
}

async function visit(path: string, folder: string, named: boolean, found: Found): Promise<void> {
  const name = basename(path);
  // What somebody names is wanted, whatever it is called; what merely lies in a folder is not.
  if (!named && isPassedOver(name)) {
    found.skipped += 1;
    return;
  }
  try {
    const link = await lstat(path);
    const about = link.isSymbolicLink() ? await stat(path) : link;
    if (about.isDirectory()) await visitFolder(path, folder, found);
    else visitFile(path, name, folder, about, found);
  } catch (error) {
    found.unreadable.push({ path, reason: systemCode(error) === 'ENOENT' ? 'not-found' : 'not-readable' });
  }
}

function visitFile(path: string, name: string, folder: string, about: Stats, found: Found): void {
  if (!about.isFile()) {
    found.unreadable.push({ path, reason: 'not-readable' });
    return;
  }
  found.files.push({ path, name, folder, size: about.size, modifiedAt: about.mtimeMs });
}

async function visitFolder(path: string, folder: string, found: Found): Promise<void> {
  const real = await realpath(path);
  if (found.visited.has(real)) return; // A link that leads back: its files are in the list already.
  found.visited.add(real);
  const below = folder === '' ? basename(path) : `${folder}/${basename(path)}`;
  const names = await readdir(path);
  names.sort((left, right) => left.localeCompare(right, 'en', { numeric: true }));
  for (const name of names) await visit(join(path, name), below, false, found);
}

function isPassedOver(name: string): boolean {
  const lower = name.toLowerCase();
  return (
    lower.startsWith('.') || lower.startsWith('~$') || SYSTEM_FILES.has(lower) || SYSTEM_FOLDERS.has(lower)
  );
}
