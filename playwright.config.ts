import { defineConfig } from '@playwright/test';
import { NEVER_MS, TEST_MS } from './scripts/test-patience.ts';

const report = process.env.KITBAG_E2E_REPORT;

/** End to end in the real Electron: two windows at a time, each worker on a virtual display of its own. */
export default defineConfig({
  testDir: 'test/e2e/specs',
  // One for all: by default Playwright takes each folder's own, whose paths mean declarations, not what runs.
  tsconfig: './test/tsconfig.json',
  outputDir: 'test-results',
  globalSetup: './test/e2e/support/global-setup.ts',
  workers: process.env.KITBAG_E2E_WORKERS ? Number(process.env.KITBAG_E2E_WORKERS) : 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // Shared machines stand still for half a minute at times. What passes only at the second try is named at the end, to be looked into.
  retries: process.env.CI ? 1 : 0,
  timeout: TEST_MS,
  expect: { timeout: NEVER_MS },
  reporter: report ? [['list'], ['json', { outputFile: report }]] : [['list']],
});
