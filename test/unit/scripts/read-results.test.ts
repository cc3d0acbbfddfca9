import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPlaywright, readVitest } from '../../../scripts/test/read-results.ts';
import { root } from '../../../scripts/test/stages.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kitbag-counts-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function report(content: unknown): Promise<string> {
  const file = join(folder, 'report.json');
  await writeFile(file, JSON.stringify(content));
  return file;
}

describe('the sum of a test run', () => {
  it('counts Vitest’s tests', async () => {
    const failed = (fullName: string) => ({ status: 'failed', fullName });
    const assertionResults = [failed('opens'), failed('closes'), { status: 'passed', fullName: 'waits' }];
    const testResults = [{ name: join(root, 'test/a.test.ts'), status: 'failed', assertionResults }];
    const file = await report({ numPassedTests: 7, testResults });
    const failures = ['test/a.test.ts › opens', 'test/a.test.ts › closes'];
    expect(await readVitest(file)).toEqual({ passed: 7, again: 0, failed: 2, failures });
  });

  it('counts a Vitest file that could not be loaded, or whose process ended, as a failure', async () => {
    const pending = [{ status: 'passed' }, { status: 'pending' }];
    const testResults = [
      { name: join(root, 'test/a.test.ts'), status: 'failed', assertionResults: [] },
      { name: join(root, 'test/b.test.ts'), status: 'passed', assertionResults: pending },
      { name: join(root, 'test/c.test.ts'), status: 'passed', assertionResults: [{ status: 'skipped' }] },
    ];
    const file = await report({ numPassedTests: 7, testResults });
    const failures = ['test/a.test.ts: could not be loaded', 'test/b.test.ts: the process ended in it'];
    expect(await readVitest(file)).toEqual({ passed: 7, again: 0, failed: 2, failures });
  });

  it('counts Playwright’s tests; what passed at the second try passed, and is told', async () => {
    const file = await report({ stats: { expected: 10, unexpected: 1, flaky: 2, skipped: 0 } });
    const sum = { passed: 12, again: 2, failed: 1, failures: [] };
    expect(await readPlaywright(file)).toEqual(sum);
  });

  it('names what failed, with its file', async () => {
    const specs = [
      { title: 'opens', ok: false },
      { title: 'closes', ok: true },
    ];
    const suites = [{ title: 'a.spec.ts', specs: [], suites: [{ title: 'the window', specs }] }];
    const stats = { expected: 1, unexpected: 1, flaky: 0 };
    const windows = await report({ stats, suites });
    expect((await readPlaywright(windows))?.failures).toEqual(['a.spec.ts › the window › opens']);
  });

  it('knows nothing of a run that left no report', async () => {
    expect(await readVitest(join(folder, 'none.json'))).toBeUndefined();
    expect(await readPlaywright(join(folder, 'none.json'))).toBeUndefined();
  });
});
