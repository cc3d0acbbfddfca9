import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { root } from './stages.ts';

/** Tests that passed, those among them that did so only at the second try, and tests that failed; those that did not run at all count as failed. */
export type Counts = { readonly passed: number; readonly again: number; readonly failed: number };

/** Reads the figures of a Vitest report. */
export async function countVitest(report: string): Promise<Counts | undefined> {
  const found = await readReport(report);
  const passed = number(found, 'numPassedTests');
  const failed = number(found, 'numFailedTests');
  // A test file that can't be loaded has no failed test, only a failed suite.
  const suites = passed !== undefined && failed === 0 ? brokenFiles(found) : 0;
  return passed === undefined || failed === undefined
    ? undefined
    : { passed, again: 0, failed: failed + suites };
}

/** Reads the figures of a Playwright report; a test that passed at the second try passed. */
export async function countPlaywright(report: string): Promise<Counts | undefined> {
  const stats = field(await readReport(report), 'stats');
  const expected = number(stats, 'expected');
  const flaky = number(stats, 'flaky');
  const unexpected = number(stats, 'unexpected');
  if (expected === undefined || flaky === undefined || unexpected === undefined) return undefined;
  return { passed: expected + flaky, again: flaky, failed: unexpected };
}

async function readReport(report: string): Promise<unknown> {
  const text = await readFile(resolve(root, report), 'utf8').catch(() => 'null');
  return JSON.parse(text);
}

function brokenFiles(report: unknown): number {
  const results = field(report, 'testResults');
  if (!Array.isArray(results)) return 0;
  return results.filter((file) => field(file, 'status') === 'failed').length;
}

function field(from: unknown, name: string): unknown {
  return typeof from === 'object' && from !== null ? Reflect.get(from, name) : undefined;
}

function number(from: unknown, name: string): number | undefined {
  const value = field(from, name);
  return typeof value === 'number' ? value : undefined;
}
