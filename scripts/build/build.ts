import { chmod, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build as buildWindow } from 'electron-vite';
import { build as buildNode } from 'vite';
import { isBuilt, noteBuilt } from './freshness.ts';

const rebuilt = ['out/main', 'out/preload', 'out/renderer', 'out/cli', 'out/workers', 'out/.built'];

/** How a build is meant: for people, or for who works on it (React's warnings, names kept). */
export type BuildMode = 'production' | 'development';

/** Builds everything into `out`: main, engine process, preload, page, command line, extraction worker. */
export async function build(root: string, mode: BuildMode = 'production'): Promise<void> {
  const started = Date.now();
  // While somebody works on it the running application goes on reading what was built before.
  const stale = mode === 'production' ? rebuilt : ['out/.built'];
  for (const folder of stale) await rm(join(root, folder), { recursive: true, force: true });
  process.env.NODE_ENV = mode;
  await buildWindow({ root, mode, logLevel: 'warn' });
  await buildNode({ root, mode, configFile: join(root, 'vite.node.config.ts'), logLevel: 'warn' });
  await chmod(join(root, 'out/cli/index.js'), 0o755);
  // Only a build for people is one that a start may take.
  if (mode === 'production') await noteBuilt(root, started);
}

/** Builds where the sources are newer than `out`. */
export async function buildWhereStale(root: string): Promise<void> {
  if (await isBuilt(root)) return;
  console.error('Building Kitbag…');
  await build(root);
}
