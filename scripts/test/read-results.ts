import { readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { root } from './stages.ts';

/** What a run says of its tests. */
export type Results = {
  readonly passed: number;
  /** Those among the passed that did so only at the second try. */
  readonly again: number;
  /** Those that did not run at all count as failed. */
  readonly failed: number;
  /** Names of the failed ones, each with its file. */
  readonly failures: readonly string[];
};

/** Reads a Vitest report; a file that could not be loaded, or whose process ended in it, has no failed test and counts as one. */
export async function readVitest(report: string): Promise<Results | undefined> {
  const found = await readReport(report);
  const passed = number(found, 'numPassedTests');
  if (passed === undefined) return undefined;
  const failures = list(found, 'testResults').flatMap((file) => {
    const name = relative(root, text(file, 'name'));
    const tests = list(file, 'assertionResults');
    const of = (status: string) => tests.filter((test) => field(test, 'status') === status);
    if (of('failed').length > 0) return of('failed').map((test) => `${name} › ${text(test, 'fullName')}`);
    if (of('pending').length > 0) return [`${name}: the process ended in it`];
    return field(file, 'status') === 'failed' ? [`${name}: could not be loaded`] : [];
  });
  return { passed, again: 0, failed: failures.length, failures };
}

/** Reads a Playwright report; a test that passed at the second try passed. */
export async function readPlaywright(report: string): Promise<Results | undefined> {
  const found = await readReport(report);
  const stats = field(found, 'stats');
  const expected = number(stats, 'expected');
  const flaky = number(stats, 'flaky');
  const unexpected = number(stats, 'unexpected');
  if (expected === undefined || flaky === undefined || unexpected === undefined) return undefined;
  const failures = list(found, 'suites').flatMap((suite) => failuresIn(suite, []));
  return { passed: expected + flaky, again: flaky, failed: unexpected, failures };
}

/** Failed tests of a Playwright suite, which has suites of its own. */
function failuresIn(suite: unknown, above: readonly string[]): string[] {
  const path = [...above, text(suite, 'title')];
  const own = list(suite, 'specs').filter((spec) => field(spec, 'ok') === false);
  return [
    ...own.map((spec) => [...path, text(spec, 'title')].join(' › ')),
    ...list(suite, 'suites').flatMap((inner) => failuresIn(inner, path)),
  ];
}

async function readReport(report: string): Promise<unknown> {
  const content = await readFile(resolve(root, report), 'utf8').catch(() => 'null');
  return JSON.parse(content);
}

function field(from: unknown, name: string): unknown {
  return typeof from === 'object' && from !== null ? Reflect.get(from, name) : undefined;
}

function number(from: unknown, name: string): number | undefined {
  const value = field(from, name);
  return typeof value === 'number' ? value : undefined;
}

function text(from: unknown, name: string): string {
  const value = field(from, name);
  return typeof value === 'string' ? value : '';
}

function list(from: unknown, name: string): readonly unknown[] {
  const value = field(from, name);
  return Array.isArray(value) ? value : [];
}
