import { readFileSync } from 'node:fs';
import type { Worker } from 'node:worker_threads';

/** Says how much processor time (milliseconds) a worker has used so far. */
export type CpuMeter = () => number;

/**
 * A meter of a worker's processor time, read from outside, because a worker that runs wild can't report. By the clock a busy machine
 * looks like a slow document. `thread`: the worker's own word for its thread (see `ownThread`).
 *
 * Linux says it of every thread. Elsewhere the worker is asked (Node 24.6). Where neither is to be had, the whole process's time
 * stands in: it is more than the worker's, but none of it passes while other programs have the machine.
 */
export function cpuMeterOf(worker: Worker, thread: string | undefined): CpuMeter {
  const place = `/proc/self/task/${thread}`;
  if (thread !== undefined && threadCpu(place) !== undefined) return threadMeter(place);
  return 'cpuUsage' in worker && typeof worker.cpuUsage === 'function'
    ? askingMeter(worker.cpuUsage.bind(worker))
    : processCpu;
}

/** Milliseconds of processor time that the whole process has used. */
export function processCpu(): number {
  return inMilliseconds(process.cpuUsage());
}

/** `user` and `system` in microseconds, as Node says them. */
export function inMilliseconds({ user, system }: { readonly user: number; readonly system: number }): number {
  return (user + system) / 1_000;
}

/** Milliseconds that Linux says of the thread at a place of `/proc`; undefined on other systems and of threads that have ended. */
export function threadCpu(place: string): number | undefined {
  try {
    // The first of three numbers, in nanoseconds.
    const nanoseconds = Number.parseInt(readFileSync(`${place}/schedstat`, 'latin1'), 10);
    return Number.isFinite(nanoseconds) ? nanoseconds / 1e6 : undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}

function threadMeter(place: string): CpuMeter {
  let last = 0;
  return () => {
    last = Math.max(last, threadCpu(place) ?? 0);
    return last;
  };
}

/** Readings without an answer from which on the worker is in native code; an answer may be on its way for one. */
const UNANSWERED = 3;

/** Asks the worker, which answers between two steps of a script. While it does not (native code), the process's time is added. */
export function askingMeter(ask: () => Promise<NodeJS.CpuUsage>): CpuMeter {
  let answered = 0;
  let processThen = 0;
  let unanswered = 0;
  return () => {
    if (unanswered > 0) {
      unanswered += 1;
      return unanswered < UNANSWERED ? answered : answered + processCpu() - processThen;
    }
    unanswered = 1;
    processThen = processCpu();
    ask().then(
      (usage) => {
        answered = inMilliseconds(usage);
        unanswered = 0;
      },
      // The worker has ended: it uses nothing more.
      () => undefined,
    );
    return answered;
  };
}
