import type { BlockedRequests } from './security/quiet-network.ts';

/** What end-to-end tests look at from inside the main process; nothing in the application reads it. */
export const testHooks: { blocked: BlockedRequests; enginePid: () => number | undefined } = {
  blocked: { count: 0, targets: new Set() },
  enginePid: () => undefined,
};

Object.assign(globalThis, { kitbagTestHooks: testHooks });
