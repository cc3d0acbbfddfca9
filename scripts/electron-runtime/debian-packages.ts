import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** What Electron and its tests need on a bare Debian or Ubuntu, by a file or library that shows it is there. */
const wanted = ['xvfb', 'xauth', 'libgtk-3-0', 'libnss3', 'libgbm1', 'libasound2'] as const;

/** Names that newer releases gave to the same packages. */
const renamed: Readonly<Record<string, string>> = {
  'libgtk-3-0': 'libgtk-3-0t64',
  libasound2: 'libasound2t64',
};

/** Which of the needed Debian packages are not installed; empty where this is no Debian. */
export function missingDebianPackages(): string[] {
  if (!existsSync('/usr/bin/dpkg-query')) return [];
  return wanted.filter((name) => !installed(name) && !installed(renamed[name]));
}

/** The command that installs packages, for people. */
export function aptCommand(packages: readonly string[]): string {
  const sudo = process.getuid?.() === 0 ? '' : 'sudo ';
  return `${sudo}apt-get update && ${sudo}apt-get install -y --no-install-recommends ${packages.join(' ')}`;
}

/** Installs the packages; false where that failed. To be called as root only. */
export function installDebianPackages(packages: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (args: readonly string[]): boolean =>
    spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
  if (!run(['-qq', 'update'])) return false;
  const install = ['-qq', 'install', '-y', '--no-install-recommends'];
  if (run([...install, ...packages])) return true;
  return run([...install, ...packages.map((name) => renamed[name] ?? name)]);
}

/** Shared libraries that the executable wants and the system has not. */
export function missingLibraries(executable: string): string[] {
  if (process.platform !== 'linux') return [];
  const said = spawnSync('ldd', [executable], { encoding: 'utf8' });
  if (said.status !== 0) return [];
  return [...said.stdout.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => match[1] ?? '');
}

function installed(name: string | undefined): boolean {
  if (name === undefined) return false;
  const said = spawnSync('dpkg-query', ['-W', '-f', `\${Status}`, name], { encoding: 'utf8' });
  return said.status === 0 && said.stdout.includes('install ok installed');
}
