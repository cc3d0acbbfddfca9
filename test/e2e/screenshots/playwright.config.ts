import { defineConfig } from '@playwright/test';

/** Not a test run: walks through the screens of the sample hub and keeps a picture of each. */
export default defineConfig({
  testDir: '.',
  testMatch: 'take.ts',
  outputDir: '../../../test-results/screenshots',
  globalSetup: '../support/global-setup.ts',
  workers: 2,
  fullyParallel: true,
  timeout: 300_000,
  reporter: [['list']],
});
