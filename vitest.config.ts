import { defineConfig } from 'vitest/config';

/** Everything that needs no window: units, the suites that every adapter passes, the layering. */
export default defineConfig({
  test: {
    include: ['test/{unit,contract,layering,simulation}/**/*.test.{ts,tsx}'],
    environment: 'node',
    pool: 'forks',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
