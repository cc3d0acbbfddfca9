import { defineConfig } from 'vitest/config';

/** Everything that needs no window: units, the suites that every adapter passes, the layering. */
export default defineConfig({
  test: {
    include: ['test/{unit,contract,layering,simulation,attack}/**/*.test.{ts,tsx}'],
    environment: 'node',
    pool: 'forks',
    // All cores: on two of them the default is one worker, and the suite takes nearly twice as long.
    maxWorkers: '100%',
    // For tests that hang, not for slow ones: a computer that is busy with something else takes five times as long.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 300_000, interval: 20 } },
  },
});
