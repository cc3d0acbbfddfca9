import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildWhereStale } from './build/build.ts';
import { missingLibraries } from './electron-runtime/debian-packages.ts';
import { ensurePackages, machineSteps } from './electron-runtime/ensure-packages.ts';
import { quietArguments, sandboxArguments, sandboxRemark } from './electron-runtime/launch-arguments.ts';
import { findRuntime } from './electron-runtime/runtime.ts';
import { hasDisplay, startVirtualDisplay } from './electron-runtime/virtual-display.ts';

const root = join(import.meta.dirname, '..');
/** Says only what would have to be installed. */
const noInstall = '--no-install';

/** Installs what is missing, builds where needed, finds a runtime and a display, opens the window. The result is the exit code. */
async function start(given: readonly string[]): Promise<number> {
  const args = given.filter((argument) => argument !== noInstall);
  const display = hasDisplay();
  const complete = await ensurePackages(
    { install: !given.includes(noInstall) },
    machineSteps({ display: !display }),
  );
  if (!complete) return 2;
  await buildWhereStale(root);
  const runtime = await findRuntime(root);
  console.error(`${runtime.line}${sandboxRemark()}`);
  const libraries = missingLibraries(runtime.executable);
  if (libraries.length > 0) {
    console.error(`Electron needs libraries that are not installed: ${libraries.join(', ')}.`);
    return 2;
  }
  const env = { ...process.env };
  if (display) return await openWindow(runtime.executable, args, env);
  const virtual = await startVirtualDisplay();
  if (!virtual) {
    console.error('There is no display, and no Xvfb to make a virtual one: install Xvfb, then start again.');
    return 2;
  }
  console.error(
    `There is no display: the window opens on a virtual one (Xvfb ${virtual.display}), where nobody sees it.`,
  );
  try {
    return await openWindow(runtime.executable, [...args, ...quietArguments], {
      ...env,
      DISPLAY: virtual.display,
    });
  } finally {
    virtual.stop();
  }
}

function openWindow(executable: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn(executable, [...sandboxArguments(), root, ...args], { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

try {
  process.exitCode = await start(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
