import type { BlockedRequests } from './security/quiet-network.ts';

/** What end-to-end tests look at from inside the main process; nothing in the application reads it. */
type TestHooks = {
  readonly blocked: BlockedRequests;
  readonly enginePid: () => number | undefined;
};

/** Lays out what end-to-end tests look at. Not in a packaged build. */
export function installTestHooks(hooks: TestHooks): void {
  Object.assign(globalThis, { kitbagTestHooks: hooks });
}
