import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildWhereStale } from '../../../scripts/build/build.ts';
import { findRuntime } from '../../../scripts/electron-runtime/runtime.ts';
import { executableVariable } from './launch.ts';
import { samplesVariable } from './sample-replica.ts';

/** Builds where the sources are newer, finds the runtime and founds the sample hub, once for all workers. */
async function prepare(): Promise<() => Promise<void>> {
  const root = join(import.meta.dirname, '../../..');
  await buildWhereStale(root);
  const runtime = await findRuntime(root);
  console.error(runtime.line);
  process.env[executableVariable] = runtime.executable;
  const samples = await mkdtemp(join(tmpdir(), 'kitbag-samples-'));
  await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'make-samples.ts'), samples]);
  process.env[samplesVariable] = samples;
  return () => rm(samples, { recursive: true, force: true });
}

// biome-ignore lint/style/noDefaultExport: Playwright takes the set-up from the default export
export default prepare;
