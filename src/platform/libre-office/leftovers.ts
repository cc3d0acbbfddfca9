import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How folders of conversions are called: with the process that made them, so that another one can tell whether they are left behind. */
const NAME = /^kitbag-convert-(?:(\d+)-)?[A-Za-z0-9]{6}$/;

/** A folder of its own for one conversion. */
export function conversionFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), `kitbag-convert-${process.pid}-`));
}

/** Takes away folders of conversions whose process was ended before it could: they hold copies of documents. */
export async function removeLeftBehind(folder = tmpdir()): Promise<void> {
  for (const name of await readdir(folder)) {
    const found = NAME.exec(name);
    if (found === null || isRunning(Number(found[1]))) continue;
    try {
      await rm(join(folder, name), { recursive: true, force: true });
    } catch (error) {
      // Another person's, in a folder that the system shares among all: theirs to take away.
      if (!(error instanceof Error && 'code' in error && /^(?:EACCES|EPERM)$/.test(String(error.code))))
        throw error;
    }
  }
}

/** Whether a process is there; not where it is not known which one it was. */
function isRunning(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // There, but another person's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
