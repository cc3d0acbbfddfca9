import { runTool } from './test/stages.ts';

process.exitCode = await runTool('playwright', [
  'test',
  '--config',
  'test/e2e/screenshots/playwright.config.ts',
  ...process.argv.slice(2),
]);
