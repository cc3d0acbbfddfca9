import type { BlockedRequests } from './security/quiet-network.ts';

/** What end-to-end tests look at from inside the main process; nothing in the application reads it. */
export const testHooks: { blocked: BlockedRequests; enginePid: () => number | undefined } = {
  blocked: { count: 0, targets: new Set() },
  enginePid: () => undefined,
};

Object.assign(globalThis, { kitbagTestHooks: testHooks });

/** How often a process that is tested wakes up, in milliseconds. */
const WAKE_MS = 200;

// On a busy computer a question of the debugger may come between two looks of the main thread's loop; where nothing else happens then, the
// idle loop would not look again, and the test that asked would wait for ever.
if (process.env.KITBAG_E2E !== undefined) setInterval(() => undefined, WAKE_MS);
