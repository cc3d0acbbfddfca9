import { defineConfig } from 'vitest/config';

/** Everything that needs no window: units, the suites that every adapter passes, the layering. */
export default defineConfig({
  test: {
    include: ['test/{unit,contract,layering,simulation}/**/*.test.{ts,tsx}'],
    environment: 'node',
    pool: 'forks',
    // All cores: on two of them the default is one worker, and the suite takes nearly twice as long.
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
