import { electronPackageRuntime, overriddenRuntime } from './electron-package.ts';
import { fallbackRuntime, fallbackSupported } from './fallback-runtime.ts';
import type { Runtime } from './runtime-type.ts';

/**
 * The runtime to use: the folder that `ELECTRON_OVERRIDE_DIST_PATH` names, else the `electron` package's own
 * (fetched from its release page when that answers), else the older one from the npm registry.
 * Throws with a sentence for people where none can be had.
 */
export async function findRuntime(projectFolder: string): Promise<Runtime> {
  const overridden = await overriddenRuntime();
  if (overridden) return overridden;
  const own = await electronPackageRuntime(projectFolder);
  if (own.ok) return own.value;
  if (!fallbackSupported()) {
    throw new Error(
      `${own.error} There is no fallback for ${process.platform} ${process.arch}: connect once to the network, ` +
        'or set ELECTRON_OVERRIDE_DIST_PATH to a folder with an Electron runtime.',
    );
  }
  return await fallbackRuntime(own.error);
}
