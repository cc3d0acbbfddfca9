import { lingui } from '@lingui/vite-plugin';
import { defineConfig } from 'vitest/config';
import { NEVER_MS, TEST_MS } from './scripts/test-patience.ts';

/** Everything that needs no window: units, the suites that every adapter passes, the layering. */
export default defineConfig({
  // The window's sentences go through the same macros as in its build.
  plugins: [lingui({ macroTransform: true })],
  test: {
    include: ['test/{unit,contract,layering,simulation,attack}/**/*.test.{ts,tsx}'],
    environment: 'node',
    setupFiles: ['test/support/speak-english.ts'],
    pool: 'forks',
    // All cores: on two of them the default is one worker, and the suite takes nearly twice as long.
    maxWorkers: '100%',
    testTimeout: TEST_MS,
    hookTimeout: TEST_MS,
    expect: { poll: { timeout: NEVER_MS, interval: 20 } },
  },
});
