import { chmod, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build as buildWindow } from 'electron-vite';
import { build as buildNode } from 'vite';
import { isBuilt, noteBuilt } from './freshness.ts';

const rebuilt = ['out/main', 'out/preload', 'out/renderer', 'out/cli', 'out/workers', 'out/.built'];

/** Builds everything into `out`: main, engine process, preload, page, command line, extraction worker. */
export async function build(root: string): Promise<void> {
  const started = Date.now();
  for (const folder of rebuilt) await rm(join(root, folder), { recursive: true, force: true });
  process.env.NODE_ENV = 'production';
  await buildWindow({ root, logLevel: 'warn' });
  await buildNode({ root, configFile: join(root, 'vite.node.config.ts'), logLevel: 'warn' });
  await chmod(join(root, 'out/cli/index.js'), 0o755);
  await noteBuilt(root, started);
}

/** Builds where the sources are newer than `out`. */
export async function buildWhereStale(root: string): Promise<void> {
  if (await isBuilt(root)) return;
  console.error('Building Kitbag…');
  await build(root);
}
