import { systemCode } from '../system/storage-error.ts';

/** What another program that has the file open for a moment looks like: a virus scanner, an indexer, the one that keeps the folder in step. */
const PASSING = new Set(['EBUSY', 'EPERM', 'EACCES', 'ETXTBSY', 'EAGAIN', 'EMFILE', 'ENFILE']);
/** Milliseconds before each further try: a second in all. */
const PAUSES = [15, 40, 95, 250, 600];

/** Waits; injected so that tests do not have to. */
export type Sleep = (ms: number) => Promise<void>;

/** The machine's way to wait. */
export const realSleep: Sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Tries again a few times what a passing holder may refuse, then throws its last refusal. */
export async function patiently<Value>(sleep: Sleep, work: () => Promise<Value>): Promise<Value> {
  for (const pause of PAUSES) {
    try {
      return await work();
    } catch (error) {
      if (!PASSING.has(systemCode(error) ?? '')) throw error;
    }
    // Devices that met once must not meet again: a quarter more or less.
    await sleep(pause * (0.75 + Math.random() / 2));
  }
  return work();
}
