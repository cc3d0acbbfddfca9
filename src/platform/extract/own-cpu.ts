import { readlinkSync } from 'node:fs';
import { inMilliseconds, processCpu, threadCpu } from './cpu-meter.ts';

/** Milliseconds of processor time that this thread has used; the process's where a thread's is not known (Node 20 outside of Linux). */
export function ownCpu(): number {
  if ('threadCpuUsage' in process) return inMilliseconds(process.threadCpuUsage());
  return threadCpu('/proc/thread-self') ?? processCpu();
}

/** This thread's number as Linux has it, by which others can ask for its processor time; undefined elsewhere. */
export function ownThread(): string | undefined {
  try {
    return /\/task\/(\d+)$/.exec(readlinkSync('/proc/thread-self'))?.[1];
  } catch (error) {
    // Another system.
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}
