import { createHash } from 'node:crypto';
import { createReadStream, type Stats, watch } from 'node:fs';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { SourceFile, SourceFiles, Walked, WalkOptions } from '../../engine/ports/files.ts';
import { inParallel } from '../../shared/in-parallel.ts';
import { systemCode } from '../system/storage-error.ts';

type Unreadable = Walked['unreadable'][number];
type Found = { files: SourceFile[]; skipped: number; unreadable: Unreadable[] };

/** A walk on its way: what it found, of that what was not told yet, and the folders where it was. */
type Walk = WalkOptions & {
  readonly found: Found;
  readonly untold: Found;
  readonly visited: Set<string>;
};

/** Files that are asked for at the same time: a network drive answers one after a moment, and several after the same moment. As many as Node has threads for it. */
const ASKED_AT_ONCE = 4;
/** What is found is told after so many files at the latest. */
const TOLD_AT_ONCE = 100;

const SYSTEM_FILES = new Set(['thumbs.db', 'desktop.ini', 'icon\r', 'ehthumbs.db']);
const SYSTEM_FOLDERS = new Set(['__macosx', '$recycle.bin', 'system volume information']);

/** Files and folders of the disk outside the replica. */
export const sourceFolder: SourceFiles = {
  async walk(paths, options = {}) {
    const walk: Walk = { ...options, found: nothing(), untold: nothing(), visited: new Set() };
    for (const path of paths) await visit(path, '', await aboutOf(path), walk);
    tell(walk);
    return walk.found;
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

function nothing(): Found {
  return { files: [], skipped: 0, unreadable: [] };
}

function note(walk: Walk, add: (found: Found) => void): void {
  add(walk.found);
  add(walk.untold);
  if (walk.untold.files.length >= TOLD_AT_ONCE) tell(walk);
}

function tell({ untold, onFound }: Walk): void {
  if (untold.files.length + untold.skipped + untold.unreadable.length === 0) return;
  onFound?.({ ...untold });
  Object.assign(untold, nothing());
}

/** What there is at a path, or the code of the error why nobody knows. */
type About = { readonly stats: Stats } | { readonly code: string | undefined };

async function aboutOf(path: string): Promise<About> {
  try {
    const link = await lstat(path);
    return { stats: link.isSymbolicLink() ? await stat(path) : link };
  } catch (error) {
    return { code: systemCode(error) };
  }
}

async function visit(path: string, folder: string, about: About, walk: Walk): Promise<void> {
  if ('code' in about) unreadable(walk, path, about.code);
  // What was named or found is told of, so that nobody takes it for read; only looking further ends.
  else if (!about.stats.isDirectory()) visitFile(path, folder, about.stats, walk);
  else if (walk.signal?.aborted !== true)
    await visitFolder(path, folder, walk).catch((error: unknown) =>
      unreadable(walk, path, systemCode(error)),
    );
}

function unreadable(walk: Walk, path: string, code: string | undefined): void {
  const reason = code === 'ENOENT' ? 'not-found' : 'not-readable';
  note(walk, (found) => found.unreadable.push({ path, reason }));
}

function visitFile(path: string, folder: string, stats: Stats, walk: Walk): void {
  if (!stats.isFile()) {
    unreadable(walk, path, undefined);
    return;
  }
  const file = { path, name: basename(path), folder, size: stats.size, modifiedAt: stats.mtimeMs };
  note(walk, ({ files }) => files.push(file));
}

async function visitFolder(path: string, folder: string, walk: Walk): Promise<void> {
  const real = await realpath(path);
  if (walk.visited.has(real)) return; // A link that leads back: its files are in the list already.
  walk.visited.add(real);
  const below = folder === '' ? basename(path) : `${folder}/${basename(path)}`;
  const all = await readdir(path);
  // What somebody names is wanted, whatever it is called; what merely lies in a folder is not.
  const names = all.filter((name) => !isPassedOver(name));
  if (names.length < all.length) note(walk, (found) => (found.skipped += all.length - names.length));
  names.sort((left, right) => left.localeCompare(right, 'en', { numeric: true }));
  const abouts = new Map<string, About>();
  await inParallel(names, ASKED_AT_ONCE, async (name) => {
    if (walk.signal?.aborted !== true) abouts.set(name, await aboutOf(join(path, name)));
  });
  for (const name of names) {
    const about = abouts.get(name);
    if (about !== undefined) await visit(join(path, name), below, about, walk);
  }
  tell(walk);
}

function isPassedOver(name: string): boolean {
  const lower = name.toLowerCase();
  return (
    lower.startsWith('.') || lower.startsWith('~$') || SYSTEM_FILES.has(lower) || SYSTEM_FOLDERS.has(lower)
  );
}
