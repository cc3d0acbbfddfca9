import { execFile } from 'node:child_process';

/** Milliseconds between two looks at what a program and all that it began hold. */
const LOOK_MS = 500;
const KILOBYTE = 1024;

/**
 * Looks at the memory that a group of processes holds until it is ended; calls `tooMuch` once, when that is more than `most` bytes. Answers what ends
 * it. Where the system has no `ps`, nothing is looked at.
 */
export function watchMemory(group: number, most: number, tooMuch: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  let ended = false;
  const end = () => {
    ended = true;
    clearTimeout(timer);
  };
  const look = () => {
    execFile('ps', ['-A', '-o', 'pgid=,rss='], (error, listed) => {
      if (ended || error !== null) return;
      if (heldBy(group, listed) <= most) {
        timer = setTimeout(look, LOOK_MS);
        return;
      }
      end();
      tooMuch();
    });
  };
  timer = setTimeout(look, LOOK_MS);
  return end;
}

/** Bytes of memory that the processes of a group hold; `listed`: groups and kilobytes, a process a line. */
function heldBy(group: number, listed: string): number {
  let held = 0;
  for (const line of listed.split('\n')) {
    const [of, kilobytes] = line.trim().split(/\s+/).map(Number);
    if (of === group) held += (kilobytes ?? 0) * KILOBYTE;
  }
  return held;
}
