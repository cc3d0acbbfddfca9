import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * Writes a file where a person said: beside the target first, then renamed, so that a full disk leaves what was there before. `mark` gets
 * the whole file before it has its name, e.g. to say that it came from elsewhere. Throws the system's error.
 */
export async function writeOut(
  source: Readable,
  target: string,
  mark?: (path: string) => Promise<unknown>,
): Promise<void> {
  const temporary = join(dirname(target), `.kitbag-${randomUUID()}.tmp`);
  try {
    await pipeline(source, createWriteStream(temporary, { flags: 'wx', flush: true }));
    await mark?.(temporary);
    await rename(temporary, target);
  } finally {
    await rm(temporary, { force: true });
  }
}
