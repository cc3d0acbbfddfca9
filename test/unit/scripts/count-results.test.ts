import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countPlaywright, countVitest } from '../../../scripts/test/count-results.ts';

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
    const file = await report({ numPassedTests: 7, numFailedTests: 2, testResults: [] });
    expect(await countVitest(file)).toEqual({ passed: 7, again: 0, failed: 2 });
  });

  it('counts a Vitest file that could not be loaded as a failure', async () => {
    const testResults = [{ status: 'failed' }, { status: 'passed' }];
    const file = await report({ numPassedTests: 7, numFailedTests: 0, testResults });
    expect(await countVitest(file)).toEqual({ passed: 7, again: 0, failed: 1 });
  });

  it('counts Playwright’s tests; what passed at the second try passed, and is told', async () => {
    const file = await report({ stats: { expected: 10, unexpected: 1, flaky: 2, skipped: 0 } });
    expect(await countPlaywright(file)).toEqual({ passed: 12, again: 2, failed: 1 });
  });

  it('knows nothing of a run that left no report', async () => {
    expect(await countVitest(join(folder, 'none.json'))).toBeUndefined();
    expect(await countPlaywright(join(folder, 'none.json'))).toBeUndefined();
  });
});
