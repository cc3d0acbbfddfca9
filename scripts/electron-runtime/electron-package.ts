import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { err, ok, type Result } from '../../src/shared/result.ts';
import { cacheFolder } from './cache-folder.ts';
import type { Runtime } from './runtime-type.ts';

const probeTimeoutMs = 3000;
const rememberFailureMs = 24 * 60 * 60 * 1000;
const executableNames: Readonly<Record<string, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};

/** The runtime in the folder that `ELECTRON_OVERRIDE_DIST_PATH` names; undefined where it names none. */
export async function overriddenRuntime(): Promise<Runtime | undefined> {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!folder) return undefined;
  const executable = join(folder, executableNames[process.platform] ?? 'electron');
  if (!existsSync(executable)) {
    throw new Error(`ELECTRON_OVERRIDE_DIST_PATH is ${folder}, but there is no ${executable}.`);
  }
  const version = await versionIn(folder);
  const line = `Electron ${version} from ${folder}, as ELECTRON_OVERRIDE_DIST_PATH says.`;
  return { executable, version, source: 'override', line };
}

/**
 * The `electron` package's own runtime, downloaded on first need. Where the release page does not answer within
 * three seconds the reason comes back; it is remembered for a day, and only once the fallback is in the cache, so
 * that a start without network is not slower and one with network soon gets the real thing.
 */
export async function electronPackageRuntime(projectFolder: string): Promise<Result<Runtime, string>> {
  const packageFile = createRequire(join(projectFolder, 'package.json')).resolve('electron/package.json');
  const packageFolder = dirname(packageFile);
  const { version } = JSON.parse(await readFile(packageFile, 'utf8'));
  const installed = await installedRuntime(packageFolder, version);
  if (installed) return ok(installed);
  if (await failedLately()) return err(`The download of Electron ${version} failed less than a day ago.`);
  const unreachable = await probe(releaseUrl(version));
  if (unreachable !== undefined) {
    await rememberFailure(unreachable);
    return err(`Electron ${version} can't be downloaded (${unreachable}).`);
  }
  console.error(`Downloading Electron ${version} (once, about 110 MB)…`);
  const code = await run(process.execPath, [join(packageFolder, 'install.js')]);
  const runtime = await installedRuntime(packageFolder, version);
  if (code === 0 && runtime) {
    await rm(failureFile(), { force: true });
    return ok(runtime);
  }
  await rememberFailure('its installer failed');
  return err(`Electron ${version} can't be installed (its installer ended with ${code}).`);
}

async function installedRuntime(packageFolder: string, version: string): Promise<Runtime | undefined> {
  const folder = join(packageFolder, 'dist');
  const executable = join(folder, executableNames[process.platform] ?? 'electron');
  if (!existsSync(executable) || (await versionIn(folder)) !== version) return undefined;
  const line = `Electron ${version}, the electron package's own.`;
  return { executable, version, source: 'electron package', line };
}

async function versionIn(folder: string): Promise<string> {
  const file = join(folder, 'version');
  if (!existsSync(file)) return 'of unknown version';
  return (await readFile(file, 'utf8')).trim().replace(/^v/, '');
}

/** The same place that the `electron` package downloads from, mirror included. */
function releaseUrl(version: string): string {
  const { ELECTRON_MIRROR, npm_config_electron_mirror } = process.env;
  const mirror =
    ELECTRON_MIRROR ||
    npm_config_electron_mirror ||
    'https://github.com/electron/electron/releases/download/';
  return `${mirror.replace(/\/?$/, '/')}v${version}/electron-v${version}-${process.platform}-${process.arch}.zip`;
}

/** Undefined where the address answers; else why not. */
async function probe(url: string): Promise<string | undefined> {
  try {
    const answer = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(probeTimeoutMs) });
    return answer.ok ? undefined : `its release page answered ${answer.status}`;
  } catch (error) {
    const timedOut = error instanceof Error && error.name === 'TimeoutError';
    return timedOut ? 'its release page did not answer within 3 s' : 'its release page is out of reach';
  }
}

function failureFile(): string {
  return join(cacheFolder(), 'electron-download-failed');
}

async function failedLately(): Promise<boolean> {
  const noted = await stat(failureFile()).catch(() => undefined);
  return noted !== undefined && Date.now() - noted.mtimeMs < rememberFailureMs;
}

async function rememberFailure(reason: string): Promise<void> {
  await mkdir(cacheFolder(), { recursive: true });
  await writeFile(failureFile(), `${reason}\n`);
}

function run(command: string, args: readonly string[]): Promise<number | null> {
  return new Promise((resolve, reject) => {
    // Its progress belongs on standard error: standard output is for what was asked.
    const child = spawn(command, args, { stdio: ['ignore', 2, 2] });
    child.once('error', reject);
    child.once('close', resolve);
  });
}
