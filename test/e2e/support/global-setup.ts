import { join } from 'node:path';
import { buildWhereStale } from '../../../scripts/build/build.ts';
import { findRuntime } from '../../../scripts/electron-runtime/runtime.ts';
import { executableVariable } from './launch.ts';

/** Builds where the sources are newer, and finds the runtime once for all workers. */
async function prepare(): Promise<void> {
  const root = join(import.meta.dirname, '../../..');
  await buildWhereStale(root);
  const runtime = await findRuntime(root);
  console.error(runtime.line);
  process.env[executableVariable] = runtime.executable;
}

// biome-ignore lint/style/noDefaultExport: Playwright takes the set-up from the default export
export default prepare;
