import { vi } from 'vitest';
import { NEVER_MS } from '../../scripts/test-patience.ts';

/** Waits until an assertion holds. The one wait of all tests without a window: with a wait of its own, a test counts on the machine's speed. */
export function comesTrue<Value>(assertion: () => Value | Promise<Value>): Promise<Value> {
  return vi.waitFor(assertion, { timeout: NEVER_MS, interval: 20 });
}
