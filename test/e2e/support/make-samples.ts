import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRouterClient } from '@orpc/server';
import { openEngine } from '../../../src/node/open-engine.ts';
import { openSearchAt } from '../../../src/node/open-search.ts';
import type { Role } from '../../../src/shared/vocabulary/roles.ts';
import { silentLogger } from './silent-logger.ts';

// A program of its own, run by Node once a test run: founds the sample hub, which takes a while because its documents are
// read, and leaves a replica of it for each role in the folder that is its argument.

const root = join(import.meta.dirname, '../../..');

async function open(dataFolder: string) {
  const opened = await openEngine({
    dataFolder,
    what: 'a test',
    create: true,
    workerUrl: pathToFileURL(join(root, 'out/workers/extract.js')),
    sampleFolder: join(root, 'resources/sample'),
    appVersion: '0.0.0',
    logger: silentLogger,
    openSearch: openSearchAt,
  });
  if (!opened.ok) throw new Error(`The replica could not be opened: ${opened.error.code}`);
  return { client: createRouterClient(opened.value.engine.router), close: opened.value.close };
}

async function makeSamples(folder: string): Promise<void> {
  const lead = join(folder, 'lead');
  const founded = await open(lead);
  for await (const _ of await founded.client.session.start({
    name: 'Dana Whitfield',
    role: 'lead',
    sample: true,
  }));
  await founded.close();
  for (const role of ['marketer', 'rep'] satisfies Role[]) {
    await cp(lead, join(folder, role), { recursive: true });
    const { client, close } = await open(join(folder, role));
    await client.session.changeRole({ role });
    await close();
  }
}

await makeSamples(process.argv[2] ?? '');
