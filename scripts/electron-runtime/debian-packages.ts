import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { ProgressLine } from '../terminal/progress-line.ts';

/** A Debian package, and what shows that it (or one that stands in for it) is there. */
type Need = { readonly name: string; readonly newName?: string } & (
  | { readonly soname: string }
  | { readonly command: string }
);

/** What Electron itself needs on a bare Debian or Ubuntu; the rest comes with these. Newer releases gave some another name. */
const forElectron: readonly Need[] = [
  { name: 'libgtk-3-0', newName: 'libgtk-3-0t64', soname: 'libgtk-3.so.0' },
  { name: 'libnss3', soname: 'libnss3.so' },
  { name: 'libgbm1', soname: 'libgbm.so.1' },
  { name: 'libasound2', newName: 'libasound2t64', soname: 'libasound.so.2' },
];
/** What makes a display where there is none. */
const forDisplay: readonly Need[] = [
  { name: 'xvfb', command: 'Xvfb' },
  { name: 'xauth', command: 'xauth' },
];

/** Which of the needed Debian packages are missing; empty where this is no Debian. */
export function missingDebianPackages(needed: { readonly display: boolean }): string[] {
  if (!existsSync('/usr/bin/dpkg-query')) return [];
  const libraries = knownLibraries();
  return (needed.display ? [...forDisplay, ...forElectron] : forElectron)
    .filter((need) => !('soname' in need ? libraries.has(need.soname) : isCommand(need.command)))
    .map(({ name }) => name);
}

/** Whether this is the administrator, who needs nobody's leave. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Whether another person could become the administrator for one command. */
export function hasSudo(): boolean {
  return spawnSync('sudo', ['-V'], { stdio: 'ignore' }).status === 0;
}

/** The command that installs packages, for people. */
export function aptCommand(packages: readonly string[]): string {
  const sudo = isRoot() ? '' : 'sudo ';
  return `${sudo}apt-get update && ${sudo}apt-get install -y --no-install-recommends ${packages.join(' ')}`;
}

/** Installs the packages, as root or by `sudo`, and says how far it is; false where that failed, with apt's own words said. */
export async function installDebianPackages(
  packages: readonly string[],
  purpose = 'the window',
): Promise<boolean> {
  const line = new ProgressLine(`Installing ${packages.length} Debian packages for ${purpose}`);
  const run = (args: readonly string[], from: number, to: number) =>
    runApt(args, (fraction) => line.at(from + fraction * (to - from)));
  const install = ['-qq', 'install', '-y', '--no-install-recommends'];
  const updated = await run(['-qq', 'update'], 0, 0.2);
  const done =
    updated &&
    ((await run([...install, ...packages], 0.2, 1)) ||
      (await run([...install, ...packages.map(newName)], 0.2, 1)));
  line.end(done ? 'done.' : 'failed; what apt-get said stands above.');
  return done;
}

/**
 * Runs apt-get and listens to its status lines on a descriptor of their own (`dlstatus:` while it fetches, `pmstatus:` while it
 * unpacks, each with a percentage: apt's README.progress-reporting). Fetching counts as the first half. sudo closes all descriptors
 * but the first three, so there it works in silence.
 */
function runApt(args: readonly string[], at: (fraction: number) => void): Promise<boolean> {
  const frontend = 'DEBIAN_FRONTEND=noninteractive';
  const child = isRoot()
    ? spawn('env', [frontend, 'apt-get', ...args, '-o', 'APT::Status-Fd=3'], {
        stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
      })
    : spawn('sudo', ['env', frontend, 'apt-get', ...args], { stdio: ['inherit', 'ignore', 'pipe'] });
  const complaints: Buffer[] = [];
  child.stderr?.on('data', (chunk: Buffer) => complaints.push(chunk));
  const status = child.stdio[3];
  if (status && 'read' in status) {
    createInterface({ input: status as Readable }).on('line', (said) => {
      const [, kind, percent] = /^(dl|pm)status:[^:]*:([\d.]+):/.exec(said) ?? [];
      if (percent !== undefined) at((kind === 'dl' ? 0 : 0.5) + Number(percent) / 200);
    });
  }
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('close', (code) => {
      // Remarks of packages that were installed all the same are noise.
      if (code !== 0) process.stderr.write(Buffer.concat(complaints));
      resolve(code === 0);
    });
  });
}

/** Shared libraries that the executable wants and the system has not. */
export function missingLibraries(executable: string): string[] {
  if (process.platform !== 'linux') return [];
  const said = spawnSync('ldd', [executable], { encoding: 'utf8' });
  if (said.status !== 0) return [];
  return [...said.stdout.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => match[1] ?? '');
}

/** The libraries that the system's loader finds. */
function knownLibraries(): ReadonlySet<string> {
  const said = spawnSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' });
  return new Set([...(said.stdout ?? '').matchAll(/^\s*(\S+) \(/gm)].map((match) => match[1] ?? ''));
}

function isCommand(name: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));
}

function newName(name: string): string {
  return forElectron.find((need) => need.name === name)?.newName ?? name;
}
