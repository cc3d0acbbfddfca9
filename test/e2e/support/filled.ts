import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AssetDetail } from '../../../src/contract/assets.ts';
import { test as base } from './fixtures.ts';
import { makeReplica, type ReplicaOptions } from './replica.ts';

/** The sample hub's files. */
export const sample = join(import.meta.dirname, '../../../resources/sample/files');

type Filled = (options: ReplicaOptions) => Promise<ReadonlyMap<string, AssetDetail>>;

/** A folder for the documents that a test writes, and a replica that is filled before the window opens. */
export const test = base.extend<{ readonly documents: string; readonly fill: Filled }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern to see what a fixture needs
  documents: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'kitbag-documents-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  fill: async ({ dataFolder }, use) => {
    await use((options) => makeReplica(dataFolder, options));
  },
});

/** The asset that came of a file. */
export function idOf(assets: ReadonlyMap<string, AssetDetail>, name: string): string {
  const asset = assets.get(name);
  if (asset === undefined) throw new Error(`No asset came of ${name}.`);
  return asset.id;
}
