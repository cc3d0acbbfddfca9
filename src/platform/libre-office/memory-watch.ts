import { execFile } from 'node:child_process';
import { heldByGroup, heldByTree } from './held-memory.ts';

/** Who lists the memory of all processes, how its list is read, and milliseconds between two looks. */
type Lister = {
  readonly program: string;
  readonly args: readonly string[];
  readonly heldBy: (first: number, listed: string) => number;
  readonly lookMs: number;
};

const BY_PS: Lister = {
  program: 'ps',
  args: ['-A', '-o', 'pgid=,rss='],
  heldBy: heldByGroup,
  lookMs: 500,
};
/** Windows has groups of processes for native code alone; a look there costs half a second of the processor. */
const BY_POWERSHELL: Lister = {
  program: 'powershell.exe',
  args: [
    '-NoProfile',
    '-NonInteractive',
    '-Command',
    'Get-CimInstance Win32_Process | ForEach-Object { "$($_.ProcessId) $($_.ParentProcessId) $($_.WorkingSetSize)" }',
  ],
  heldBy: heldByTree,
  lookMs: 3_000,
};

/**
 * Looks at the memory that a process (the first of its group) and all that it began hold until it is ended; calls `tooMuch` once, when that is more
 * than `most` bytes. Answers what ends it. Where the system has no `ps`, or no PowerShell, nothing is looked at.
 */
export function watchMemory(first: number, most: number, tooMuch: () => void): () => void {
  const { program, args, heldBy, lookMs } = process.platform === 'win32' ? BY_POWERSHELL : BY_PS;
  let timer: NodeJS.Timeout | undefined;
  let ended = false;
  const end = () => {
    ended = true;
    clearTimeout(timer);
  };
  const look = () => {
    execFile(program, args, { windowsHide: true }, (error, listed) => {
      if (ended || error !== null) return;
      if (heldBy(first, listed) <= most) {
        timer = setTimeout(look, lookMs);
        return;
      }
      end();
      tooMuch();
    });
  };
  timer = setTimeout(look, lookMs);
  return end;
}
