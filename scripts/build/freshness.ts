import { existsSync } from 'node:fs';
import { readdir, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a build is made of. */
const sources = [
  'src',
  'electron.vite.config.ts',
  'vite.node.config.ts',
  'package.json',
  'package-lock.json',
  'scripts/build',
];
/** What a build leaves behind; a missing one means that there is no whole build. */
const products = [
  'out/main/index.js',
  'out/main/engine-process.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
  'out/cli/index.js',
  'out/workers/extract.js',
];

/** Whether `out` holds a whole build that is not older than any source. */
export async function isBuilt(root: string): Promise<boolean> {
  const stamp = await stat(stampFile(root)).catch(() => undefined);
  if (!stamp || products.some((product) => !existsSync(join(root, product)))) return false;
  const newest = Math.max(...(await Promise.all(sources.map((source) => newestIn(join(root, source))))));
  return newest <= stamp.mtimeMs;
}

/** Notes that a build of the sources as they were at `startedMs` is whole. */
export async function noteBuilt(root: string, startedMs: number): Promise<void> {
  await writeFile(stampFile(root), '');
  await utimes(stampFile(root), startedMs / 1000, startedMs / 1000);
}

function stampFile(root: string): string {
  return join(root, 'out', '.built');
}

async function newestIn(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  const inside = await readdir(path);
  // The folder's own time too: a file that was removed is a change.
  return Math.max(found.mtimeMs, ...(await Promise.all(inside.map((name) => newestIn(join(path, name))))));
}
