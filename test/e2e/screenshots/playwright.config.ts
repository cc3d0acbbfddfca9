import { defineConfig } from '@playwright/test';

/** Not a test run: walks through the screens of the sample hub and keeps a picture of each. */
export default defineConfig({
  testDir: '.',
  testMatch: 'take.ts',
  // One for all files: Playwright would otherwise follow the `paths` by which the sources' folders keep packages out.
  tsconfig: '../../tsconfig.json',
  outputDir: '../../../test-results/screenshots',
  globalSetup: '../support/global-setup.ts',
  workers: 2,
  fullyParallel: true,
  timeout: 300_000,
  reporter: [['list']],
});
