import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

/** The project's folder. */
export const root = join(import.meta.dirname, '../..');
/** Where the runs leave their figures. */
export const reports = { unit: 'out/reports/vitest.json', endToEnd: 'out/reports/playwright.json' } as const;

/** First on the PATH, as npm would have it: the tools run on the Node that the project brings. */
const binaries = join(root, 'node_modules/.bin');

/** Runs a tool of node_modules in the project's folder; the result is its exit code. */
export function runTool(
  name: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<number> {
  const child = spawn(join(binaries, name), args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH: `${binaries}${delimiter}${process.env.PATH ?? ''}`, ...env },
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/** Types of every project, and with them the layering. */
export function checkTypes(): Promise<number> {
  return runTool('tsc', ['-b']);
}

/** Style and suspicious code. */
export function lint(): Promise<number> {
  return runTool('biome', ['ci', '.']);
}

/** Unit tests, adapter suites, layering, simulation. */
export function runUnit(): Promise<number> {
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${reports.unit}`];
  // The build before it leaves `production` in the environment: sentences that no catalog has would lose their words.
  return runTool('vitest', args, { NODE_ENV: 'test' });
}

/** The tests in the real Electron. */
export function runEndToEnd(args: readonly string[] = []): Promise<number> {
  return runTool('playwright', ['test', ...args], { KITBAG_E2E_REPORT: join(root, reports.endToEnd) });
}
