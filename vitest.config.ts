import { defineConfig } from 'vitest/config';
import { NEVER_MS, TEST_MS } from './scripts/test-patience.ts';

/** Everything that needs no window: units, the suites that every adapter passes, the layering. */
export default defineConfig({
  test: {
    include: ['test/{unit,contract,layering,simulation,attack}/**/*.test.{ts,tsx}'],
    environment: 'node',
    pool: 'forks',
    // All cores: on two of them the default is one worker, and the suite takes nearly twice as long.
    maxWorkers: '100%',
    testTimeout: TEST_MS,
    hookTimeout: TEST_MS,
    expect: { poll: { timeout: NEVER_MS, interval: 20 } },
  },
});
