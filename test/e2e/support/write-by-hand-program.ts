import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRouterClient } from '@orpc/server';
import { openEngine } from '../../../src/node/open-engine.ts';
import { openSearchAt } from '../../../src/node/open-search.ts';
import { openReplicaFolder } from '../../../src/platform/replica-folder.ts';
import { systemClock } from '../../../src/platform/system/system-ports.ts';
import type { MemberId } from '../../../src/shared/vocabulary/ids.ts';
import { silentLogger } from './silent-logger.ts';

// A program of its own, run by Node: Playwright's loader does not find every package that the engine needs.

const root = join(import.meta.dirname, '../../..');

function open(dataFolder: string) {
  return openEngine({
    dataFolder,
    what: 'a test',
    create: false,
    workerUrl: pathToFileURL(join(root, 'out/workers/extract.js')),
    sampleFolder: join(root, 'resources/sample'),
    appVersion: '0.0.0',
    logger: silentLogger,
    openSearch: openSearchAt,
  });
}

async function selfOf(dataFolder: string): Promise<MemberId> {
  const opened = await open(dataFolder);
  if (!opened.ok) throw new Error(`The replica could not be opened: ${opened.error.code}`);
  const state = await createRouterClient(opened.value.engine.router).session.get();
  await opened.value.close();
  if (state.state !== 'ready') throw new Error('Nobody has joined here.');
  return state.member.id as MemberId;
}

async function write(dataFolder: string, events: readonly { kind: string; body: never }[]): Promise<void> {
  const member = await selfOf(dataFolder);
  const options = { what: 'a test', create: false, logger: silentLogger, clock: systemClock };
  const folder = await openReplicaFolder(dataFolder, options);
  if (!folder.ok) throw new Error(`The folder could not be opened: ${folder.error.code}`);
  const replica = await folder.value.open();
  await replica.commit(
    member,
    events.map(({ kind, body }) => ({ stream: 'catalog' as const, kind, body })),
  );
  await replica.close();
  folder.value.release();
}

async function send(dataFolder: string): Promise<void> {
  const opened = await open(dataFolder);
  if (!opened.ok) throw new Error(`The replica could not be opened: ${opened.error.code}`);
  const { state } = await createRouterClient(opened.value.engine.router).hub.exchange();
  await opened.value.close();
  if (state !== 'synced') throw new Error(`The exchange ended as ${state}.`);
}

const [dataFolder = '', events = '[]'] = process.argv.slice(2);
await write(dataFolder, JSON.parse(events));
await send(dataFolder);
