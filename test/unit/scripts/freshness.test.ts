import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isBuilt, noteBuilt } from '../../../scripts/build/freshness.ts';

const products = [
  'out/main/index.js',
  'out/main/engine-process.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
  'out/cli/index.js',
  'out/workers/extract.js',
];

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'kitbag-fresh-'));
  for (const file of ['src/main/index.ts', 'package.json', ...products]) await touch(file, 1000);
  await age('src', 1000);
  await age('src/main', 1000);
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function touch(file: string, seconds: number): Promise<void> {
  await mkdir(dirname(join(root, file)), { recursive: true });
  await writeFile(join(root, file), '');
  await age(file, seconds);
}

async function age(path: string, seconds: number): Promise<void> {
  await utimes(join(root, path), seconds, seconds);
}

describe('a build', () => {
  it('is fresh when nothing has changed since it began', async () => {
    await noteBuilt(root, 2_000_000);
    expect(await isBuilt(root)).toBe(true);
  });

  it('is stale when a source changed after it began', async () => {
    await noteBuilt(root, 2_000_000);
    await touch('src/main/index.ts', 3000);
    expect(await isBuilt(root)).toBe(false);
  });

  it('is stale when a source was removed after it began', async () => {
    await noteBuilt(root, 2_000_000);
    await age('src/main', 3000);
    expect(await isBuilt(root)).toBe(false);
  });

  it('is none when it did not end or a part of it is missing', async () => {
    expect(await isBuilt(root)).toBe(false);
    await noteBuilt(root, 2_000_000);
    await rm(join(root, 'out/preload/index.cjs'));
    expect(await isBuilt(root)).toBe(false);
  });
});
