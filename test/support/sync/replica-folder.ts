import { openReplicaFolder, type ReplicaFolder } from '../../../src/platform/replica-folder.ts';
import { systemClock } from '../../../src/platform/system/system-ports.ts';
import type { MemberId } from '../../../src/shared/vocabulary/ids.ts';
import { keepingLogger } from '../quiet-logger.ts';
import { temporaryFolder } from '../temporary-folder.ts';

export const MEMBER = 'm_0000000000000001' as MemberId;

/** Opens a replica's folder as a process would; fails the test when that does not work. */
export async function openFolder(folder?: string, logger = keepingLogger()): Promise<ReplicaFolder> {
  const opened = await openReplicaFolder(folder ?? (await temporaryFolder()), {
    what: 'a test',
    clock: systemClock,
    logger,
    create: true,
  });
  if (!opened.ok) throw new Error(`The folder could not be opened: ${JSON.stringify(opened.error)}`);
  return opened.value;
}

/** A note to commit: kinds mean nothing to the replica. */
export function note(text: string) {
  return { stream: 'catalog' as const, kind: 'noted', body: { text } };
}
