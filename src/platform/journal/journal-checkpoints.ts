import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { JournalCheckpoints } from '../../sync/journal/journal-checkpoints.ts';
import { writeFileDurably } from '../system/durable-file.ts';
import { onDisk, systemCode } from '../system/storage-error.ts';

/**
 * Checkpoints in one file beside the journals. A file's stamp is its size, its time of change to the nanosecond and its number on the disk, as
 * git's index has it: this is the local disk, with one writer.
 */
export function createJournalCheckpoints(root: string): JournalCheckpoints {
  const path = join(root, 'checkpoints.json');
  return {
    load: () =>
      onDisk('read checkpoints', async () => {
        const text = await readFile(path, 'utf8').catch(nothingThere);
        return text === undefined ? undefined : parsed(text);
      }),
    save: (value) => writeFileDurably(path, `${JSON.stringify(value)}\n`),
    stampOf: (device, stream) =>
      onDisk('look at journal', async () => {
        const file = join(root, device, `${stream}.jsonl`);
        const found = await stat(file, { bigint: true }).catch(nothingThere);
        if (found === undefined) return undefined;
        const { size, mtimeNs, ino } = found;
        return { size: Number(size), stamp: `${size}-${mtimeNs}-${ino}` };
      }),
  };
}

function nothingThere(error: unknown): undefined {
  if (systemCode(error) !== 'ENOENT') throw error;
  return undefined;
}

/** A damaged file is as good as none: the journals are read. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
