import { vi } from 'vitest';

/** For what never comes, not for what comes late: a computer that is busy with something else takes many times as long. Milliseconds. */
const NEVER = 300_000;

/** Waits until an assertion holds. The one wait of all tests without a window: with a wait of its own, a test counts on the machine's speed. */
export function comesTrue<Value>(assertion: () => Value | Promise<Value>): Promise<Value> {
  return vi.waitFor(assertion, { timeout: NEVER, interval: 20 });
}
