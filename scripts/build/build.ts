import { chmod, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build as buildWindow } from 'electron-vite';
import { build as buildNode } from 'vite';
import { outOf } from './build-kind.ts';
import { isBuilt, noteBuilt } from './freshness.ts';

const rebuilt = ['out/main', 'out/preload', 'out/renderer', 'out/cli', 'out/workers', 'out/.built'];

/**
 * How a build is meant: to be run from these sources, for who works on it (React's warnings, names kept), or to be packaged for people:
 * then without source maps, test hooks and what development asks of the window.
 */
export type BuildMode = 'production' | 'development' | 'packaged';

/** Builds everything into `out`: main, engine process, preload, page, command line, extraction worker. */
export async function build(root: string, mode: BuildMode = 'production'): Promise<void> {
  const started = Date.now();
  // While somebody works on it the running application goes on reading what was built before.
  const stale = { production: rebuilt, development: ['out/.built'], packaged: ['out/packaged'] }[mode];
  for (const folder of stale) await rm(join(root, folder), { recursive: true, force: true });
  process.env.NODE_ENV = mode === 'development' ? 'development' : 'production';
  await buildWindow({ root, mode, logLevel: 'warn' });
  await buildNode({ root, mode, configFile: join(root, 'vite.node.config.ts'), logLevel: 'warn' });
  await chmod(join(outOf(root, mode), 'cli/index.js'), 0o755);
  if (mode === 'packaged') await addWhatIsPackaged(root);
  // Only a build for people is one that a start may take.
  if (mode === 'production') await noteBuilt(root, started);
}

/** Builds where the sources are newer than `out`. */
export async function buildWhereStale(root: string): Promise<void> {
  if (await isBuilt(root)) return;
  console.error('Building Kitbag…');
  await build(root);
}

/** Beside the code: the resources and a manifest without scripts and tools, so that `out/packaged` is the application's whole folder. */
async function addWhatIsPackaged(root: string): Promise<void> {
  const folder = join(root, 'out/packaged');
  await mkdir(folder, { recursive: true });
  await cp(join(root, 'resources'), join(folder, 'resources'), { recursive: true });
  const manifest: Record<string, unknown> = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const kept = ['name', 'version', 'description', 'license', 'private', 'type', 'main', 'dependencies'];
  const packaged = Object.fromEntries(kept.map((name) => [name, manifest[name]]));
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(packaged, null, 2)}\n`);
}
