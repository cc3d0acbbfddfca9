import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** An event as a device would write it: genuine or not. */
export type WrittenEvent = { readonly kind: string; readonly body: object };

const run = promisify(execFile);

/**
 * Puts the journal of a colleague's device into a replica whose window is closed, as an exchange with a hub would: they come in, and
 * write what they like, signed with their own key.
 */
export async function addColleague(
  dataFolder: string,
  name: string,
  events: readonly WrittenEvent[] = [],
): Promise<void> {
  await run(process.execPath, [
    join(import.meta.dirname, 'add-colleague.ts'),
    dataFolder,
    name,
    JSON.stringify(events),
  ]);
}
