import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const program = join(import.meta.dirname, 'write-by-hand-program.ts');

/** An event as somebody with an editor and the key of their own device would write it. */
export type HandWritten = { readonly kind: string; readonly body: Readonly<Record<string, unknown>> };

/**
 * Writes events past everything that Kitbag checks into the journal of a replica that nobody has open, signed with that device's own key, and
 * sends them to its hub.
 */
export async function writeByHand(dataFolder: string, events: readonly HandWritten[]): Promise<void> {
  await promisify(execFile)(process.execPath, [program, dataFolder, JSON.stringify(events)]);
}
