import { constants, setPriority } from 'node:os';
import { ownThread } from './own-cpu.ts';

/** Lets everything else on the device go first, where a single thread can be told to (Linux); else the whole process would. */
export function giveWay(): void {
  const thread = ownThread();
  if (thread !== undefined) setPriority(Number(thread), constants.priority.PRIORITY_LOW);
}
