import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRouterClient } from '@orpc/server';
import type { AssetDetail } from '../../../src/contract/assets.ts';
import { type OpenedEngine, openEngine } from '../../../src/node/open-engine.ts';
import { openSearchAt } from '../../../src/node/open-search.ts';
import type { ReplicaOptions } from './replica.ts';

// A program of its own, run by Node: Playwright's loader does not find every package that the engine needs.

const root = join(import.meta.dirname, '../../..');
const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };

function ignore(): void {
  // Tests look at what the window shows, not at logs.
}

function open(dataFolder: string) {
  return openEngine({
    dataFolder,
    what: 'a test',
    create: true,
    workerUrl: pathToFileURL(join(root, 'out/workers/extract.js')),
    sampleFolder: join(root, 'resources/sample'),
    appVersion: '0.0.0',
    logger: silent,
    openSearch: openSearchAt,
  });
}

function clientOf({ engine }: OpenedEngine) {
  return createRouterClient(engine.router);
}

/** Fills the fresh replica; its assets by their file's name. */
async function fill(dataFolder: string, options: ReplicaOptions): Promise<ReadonlyMap<string, AssetDetail>> {
  const opened = await open(dataFolder);
  if (!opened.ok) throw new Error(`The replica could not be opened: ${opened.error.code}`);
  try {
    const client = clientOf(opened.value);
    // A lead founds the hub and publishes; the role that the test is about comes last.
    for await (const _ of await client.session.start({ name: 'Robin Vale', role: 'lead', sample: false }));
    for (let persona = 1; persona <= (options.personas ?? 0); persona += 1) {
      const term = { name: `Head of department ${persona}`, goals: '', challenges: '' };
      await client.taxonomy.define({ facet: 'persona', ...term });
    }
    const ids = await importAll(opened.value, options.files, options.drafts);
    for (const { of, file, draft } of options.newVersions ?? []) {
      await addVersion(opened.value, ids.get(of) ?? '', file, draft);
    }
    const all = [...ids.values()];
    if (all.length > 0) await client.assets.editMany({ assets: all, set: { audience: 'customer' } });
    for (const [name, set] of Object.entries(options.set ?? {})) {
      await client.assets.edit({ asset: ids.get(name) ?? '', set });
    }
    const assets = new Map<string, AssetDetail>();
    for (const [name, asset] of ids) assets.set(name, await client.assets.get({ asset }));
    if (options.role !== undefined) await client.session.changeRole({ role: options.role });
    return assets;
  } finally {
    await opened.value.close();
  }
}

async function importAll(
  opened: OpenedEngine,
  files: readonly string[],
  draft = false,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  const tags = { stages: ['decision'], personas: ['cfo'], types: [], tags: [], draft };
  for await (const imported of opened.engine.importFiles(files, tags)) {
    if (imported.status === 'failed') throw new Error(`${imported.file}: ${imported.reason}`);
    ids.set(imported.file.split('/').at(-1) ?? '', imported.assetId);
  }
  return ids;
}

async function addVersion(opened: OpenedEngine, asset: string, file: string, draft = false): Promise<void> {
  const client = clientOf(opened);
  const { grant } = opened.engine.grantPaths([file]);
  await client.publish.stage({ grant, versionOf: asset });
  for (;;) {
    const [row] = (await client.publish.state()).rows;
    if (row?.state === 'ready') {
      await client.publish.publish({ rows: [row.id], draft });
      return;
    }
    if (row?.state === 'failed') throw new Error(row.reason);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const [dataFolder = '', options = ''] = process.argv.slice(2);
const given: ReplicaOptions = JSON.parse(options);
console.log(JSON.stringify([...(await fill(dataFolder, given))]));
