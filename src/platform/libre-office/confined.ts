import { type ChildProcess, spawn } from 'node:child_process';
import { watchMemory } from './memory-watch.ts';

/** What a program may take. */
export type ProgramLimits = {
  /** Seconds of processor time; the clock's limit is five times as long, as the device may be busy. */
  readonly cpuSeconds: number;
  /** Bytes of a file that it writes. */
  readonly fileBytes: number;
  /** Bytes of memory that it and all that it began hold. */
  readonly memoryBytes: number;
};

/** How much more than it may hold a process may ask the system for: libraries reserve what they never use. */
const RESERVED_SHARE = 4;
/** How much longer than its processor time a program may take by the clock. */
const CLOCK_SHARE = 5;

type Command = { readonly program: string; readonly args: readonly string[] };

/**
 * Runs a program with little priority, within limits, alone in its folder, and, where the system lets us, without a network; ends it with all
 * that it began when its time is over. True where it ended by itself and said that all is well.
 */
export async function runConfined(
  { program, args }: Command,
  folder: string,
  limits: ProgramLimits,
  signal?: AbortSignal,
): Promise<boolean> {
  const limited = process.platform === 'win32' ? { program, args } : withLimits({ program, args }, limits);
  const command = (await hasNoNetworks()) ? withoutNetwork(limited) : limited;
  // Not before: who stops it while the system is asked is not told again.
  if (signal?.aborted === true) return false;
  const child = spawn(command.program, command.args, {
    cwd: folder,
    // A group of its own, so that it can be ended with its children.
    detached: process.platform !== 'win32',
    stdio: 'ignore',
    windowsHide: true,
    env: environment(folder),
  });
  return new Promise((resolve) => {
    const end = () => endWithChildren(child);
    const timer = setTimeout(end, limits.cpuSeconds * CLOCK_SHARE * 1_000);
    signal?.addEventListener('abort', end, { once: true });
    const unwatch =
      child.pid === undefined ? () => undefined : watchMemory(child.pid, limits.memoryBytes, end);
    const done = (isWell: boolean) => {
      clearTimeout(timer);
      unwatch();
      signal?.removeEventListener('abort', end);
      endWithChildren(child);
      resolve(isWell);
    };
    child.once('error', () => done(false));
    child.once('exit', (code) => done(code === 0));
  });
}

/** Nothing of the person's: no home, no display, no way out. */
function environment(folder: string): NodeJS.ProcessEnv {
  const kept = ['PATH', 'LANG', 'SystemRoot', 'SystemDrive', 'ComSpec', 'windir'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  const nowhere = 'http://127.0.0.1:9';
  return {
    ...Object.fromEntries(kept),
    ...{
      HOME: folder,
      USERPROFILE: folder,
      TMPDIR: folder,
      TEMP: folder,
      TMP: folder,
      XDG_CONFIG_HOME: folder,
    },
    ...{ http_proxy: nowhere, https_proxy: nowhere, SAL_USE_VCLPLUGIN: 'svp' },
  };
}

function withLimits({ program, args }: Command, limits: ProgramLimits): Command {
  const { cpuSeconds, fileBytes, memoryBytes } = limits;
  // POSIX counts files in blocks of 512 bytes, some shells in 1,024: the larger is the limit.
  const blocks = Math.ceil(fileBytes / 512);
  const kilobytes = Math.ceil((memoryBytes * RESERVED_SHARE) / 1024);
  // Not every system limits what is reserved; what is held is looked at besides.
  const memory = `ulimit -v ${kilobytes} 2>/dev/null`;
  const script = `ulimit -t ${cpuSeconds}; ulimit -f ${blocks}; ulimit -c 0; ${memory}; exec nice -n 10 "$@"`;
  return { program: '/bin/sh', args: ['-c', script, 'sh', program, ...args] };
}

const NO_NETWORK = ['--user', '--map-current-user', '--net'];

function withoutNetwork({ program, args }: Command): Command {
  return { program: 'unshare', args: [...NO_NETWORK, '--', program, ...args] };
}

let known: Promise<boolean> | undefined;

/** Whether this system lets us take the network away (Linux with user namespaces). Asked once. */
function hasNoNetworks(): Promise<boolean> {
  known ??= new Promise((resolve) => {
    if (process.platform !== 'linux') return resolve(false);
    const child = spawn('unshare', [...NO_NETWORK, '--', 'true'], { stdio: 'ignore' });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
    return undefined;
  });
  return known;
}

function endWithChildren(child: ChildProcess): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true }).once(
      'error',
      () => child.kill(),
    );
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    // Nothing of the group is left, or (macOS says so) only what has ended already.
    if (!(error instanceof Error && 'code' in error && /^(?:ESRCH|EPERM)$/.test(String(error.code))))
      throw error;
  }
}
