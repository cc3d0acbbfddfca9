import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildWhereStale } from './build/build.ts';
import { aptCommand, missingDebianPackages, missingLibraries } from './electron-runtime/debian-packages.ts';
import { sandboxArguments, sandboxRemark } from './electron-runtime/launch-arguments.ts';
import { findRuntime } from './electron-runtime/runtime.ts';
import { hasDisplay, startVirtualDisplay } from './electron-runtime/virtual-display.ts';

const root = join(import.meta.dirname, '..');

/** Builds where needed, finds a runtime and a display, opens the window. The result is the exit code. */
async function start(args: readonly string[]): Promise<number> {
  await buildWhereStale(root);
  const runtime = await findRuntime(root);
  console.error(`${runtime.line}${sandboxRemark()}`);
  const libraries = missingLibraries(runtime.executable);
  if (libraries.length > 0) {
    console.error(
      `Electron needs libraries that are not installed: ${libraries.join(', ')}. On Debian or Ubuntu:`,
    );
    console.error(`  ${aptCommand(missingDebianPackages())}`);
    return 2;
  }
  const env = { ...process.env };
  if (hasDisplay()) return await openWindow(runtime.executable, args, env);
  const virtual = await startVirtualDisplay();
  if (!virtual) {
    console.error(
      'There is no display, and no Xvfb to make a virtual one. On Debian or Ubuntu install it with:',
    );
    console.error(`  ${aptCommand(['xvfb', 'xauth'])}`);
    return 2;
  }
  console.error(
    `There is no display: the window opens on a virtual one (Xvfb ${virtual.display}), where nobody sees it.`,
  );
  try {
    // Such a machine has no graphics card and no message bus either: Chromium need not try, nor complain.
    const quiet = ['--disable-gpu', '--log-level=3'];
    return await openWindow(runtime.executable, [...args, ...quiet], { ...env, DISPLAY: virtual.display });
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
