import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { foldCatalog } from '../../../src/domain/fold/fold-catalog.ts';
import { createJournalFolder } from '../../../src/platform/journal/journal-folder.ts';
import { inParallel } from '../../../src/shared/in-parallel.ts';
import type { JournalEvent } from '../../../src/sync/journal/journal-event.ts';
import { foldContext } from '../../support/event-maker.ts';
import { quantile, residentMb, tenths } from '../figures.ts';
import { type OpenedDevice, openDevice } from './open-device.ts';

/** Seconds, with two digits. */
const seconds = (ms: number): number => Math.round(ms / 10) / 100;

type Timed<Value> = { readonly value: Value; readonly ms: number; readonly cpuMs: number };

/** Wall clock and processor time of a piece of work in this process. */
export async function timed<Value>(work: () => Value | Promise<Value>): Promise<Timed<Value>> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const value = await work();
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  return { value, ms, cpuMs: (user + system) / 1000 };
}

/** First contact of a new device: from choosing the folder until the hub is here, a title is found, and everything has settled. */
export async function measureFirstContact(hub: string, data: string, delayMs: number, bundles = true) {
  const device = await openDevice(data, delayMs, bundles);
  const start = performance.now();
  const cpu = process.cpuUsage();
  let receivedMs = 0;
  for await (const { phase } of device.engine.joinHub(hub, { name: 'A newcomer' })) {
    if (phase === 'reading') receivedMs = performance.now() - start;
  }
  const readyMs = performance.now() - start;
  const { reads, readBytes, calls, writes } = device.takeCounts();
  const { user, system } = process.cpuUsage(cpu);
  const cpuMs = (user + system) / 1000;
  const [title] = [...device.engine.summaries().values()].slice(-1).map((asset) => asset.title);
  await untilFound(device, title ?? '');
  const searchMs = performance.now() - start;
  await device.engine.indexed();
  await device.engine.exchange();
  await device.engine.indexed();
  const settledMs = performance.now() - start;
  const files = device.takeCounts();
  const assets = device.engine.summaries().size;
  await device.close();
  return {
    assets,
    ...{ calls, objectsRead: reads, mbRead: tenths(readBytes / 1e6), objectsWritten: writes },
    receivedSeconds: seconds(receivedMs),
    readySeconds: seconds(readyMs),
    cpuSeconds: seconds(cpuMs),
    searchSeconds: seconds(searchMs),
    settledSeconds: seconds(settledMs),
    filesRead: files.reads,
    filesMb: tenths(files.readBytes / 1e6),
    memoryMb: residentMb(),
  };
}

async function untilFound({ client }: OpenedDevice, title: string): Promise<void> {
  for (;;) {
    const { hits } = await client.search.find({ query: `${title} ` });
    if (hits.length > 0) return;
    await sleep(20);
  }
}

/** Exchanges that find nothing new, beside only reading the devices' heads. */
export async function measureIdlePoll(hub: string, data: string, rounds = 30) {
  const device = await openDevice(data);
  await device.engine.exchange();
  await device.engine.indexed();
  device.takeCounts();
  const own: number[] = [];
  const ownCpu: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const exchanged = await timed(() => device.engine.exchange());
    own.push(exchanged.ms);
    ownCpu.push(exchanged.cpuMs);
    bare.push((await timed(() => readHeads(hub))).ms);
  }
  const { calls, writes } = device.takeCounts();
  await device.close();
  const median = quantile(own, 0.5);
  return {
    devices: readdirSync(join(hub, 'devices')).length,
    callsEach: calls / rounds,
    writes,
    p50: tenths(median),
    p95: tenths(quantile(own, 0.95)),
    cpuP50: tenths(quantile(ownCpu, 0.5)),
    bareReadsP50: tenths(quantile(bare, 0.5)),
    ratio: tenths(median / quantile(bare, 0.5)),
  };
}

/** What no poll can do without: the bytes of every head. */
async function readHeads(hub: string): Promise<void> {
  const root = join(hub, 'devices');
  await inParallel(readdirSync(root), 16, async (name) => {
    await readFile(join(root, name, 'head.json'));
  });
}

/** Folding everything from the events in memory, beside parsing the same lines as JSON. */
export async function measureFolding(data: string, rounds = 7) {
  const root = join(data, 'journal');
  const lines = readdirSync(root).flatMap((name) => linesOf(join(root, name, 'catalog.jsonl')));
  const parse: number[] = [];
  const fold: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const parsed = await timed(() => lines.map((line) => JSON.parse(line) as JournalEvent));
    const folded = await timed(() => foldCatalog(parsed.value, foldContext));
    parse.push(parsed.cpuMs);
    fold.push(folded.cpuMs);
  }
  const foldMs = quantile(fold, 0.5);
  const parseMs = quantile(parse, 0.5);
  return {
    events: lines.length,
    foldMs: tenths(foldMs),
    eventsPerSecond: Math.round(lines.length / (foldMs / 1000)),
    parseMs: tenths(parseMs),
    parsedPerSecond: Math.round(lines.length / (parseMs / 1000)),
    ratio: tenths(foldMs / parseMs),
  };
}

function linesOf(path: string): readonly string[] {
  try {
    return readFileSync(path, 'utf8').split('\n').slice(0, -1);
  } catch {
    return []; // A device that has come and done nothing yet.
  }
}

/** One rating: written, sent, and seen by somebody else; then the same with both polling by themselves. */
export async function measurePush(data: string, other: string, rounds = 15) {
  const a = await openDevice(data);
  const b = await openDevice(other);
  await a.engine.exchange();
  await b.engine.exchange();
  const assets = [...a.engine.summaries().values()];
  const commits: number[] = [];
  const pushes: number[] = [];
  const pulls: number[] = [];
  const news: number[] = [];
  const cost = { writes: 0, writtenBytes: 0 };
  const rate = async (number: number): Promise<string> => {
    const asset = assets[number];
    if (asset === undefined) throw new Error('There are assets to rate.');
    await a.client.ratings.give({ asset: asset.id, value: 5, comment: 'It opened the door.' });
    return asset.id;
  };
  const countAt = (asset: string): number => b.engine.summaries().get(asset)?.usefulness.count ?? 0;
  for (let round = 0; round < rounds; round += 1) {
    const before = countAt(assets[round]?.id ?? '');
    a.takeCounts();
    const committed = await timed(() => rate(round));
    pushes.push((await timed(() => a.engine.exchange())).ms);
    const { writes, writtenBytes } = a.takeCounts();
    cost.writes += writes;
    cost.writtenBytes += writtenBytes;
    pulls.push((await timed(() => b.engine.exchange())).ms);
    commits.push(committed.ms);
    if (countAt(committed.value) !== before + 1) throw new Error('The rating has not come.');
  }
  a.engine.keepInStep();
  b.engine.keepInStep();
  await sleep(3000);
  for (let round = rounds; round < rounds * 2; round += 1) {
    const before = countAt(assets[round]?.id ?? '');
    const start = performance.now();
    const asset = await rate(round);
    while (countAt(asset) === before) await sleep(5);
    news.push(performance.now() - start);
  }
  await a.close();
  await b.close();
  return {
    commitMs: tenths(quantile(commits, 0.5)),
    pushMs: tenths(quantile(pushes, 0.5)),
    pullMs: tenths(quantile(pulls, 0.5)),
    objectsWritten: cost.writes / rounds,
    bytesWritten: Math.round(cost.writtenBytes / rounds),
    seenByOtherMs: Math.round(quantile(news, 0.5)),
    seenByOtherP95Ms: Math.round(quantile(news, 0.95)),
  };
}

/** A start with what an earlier one left: until the catalog can be used. Beside it, only reading the journals' bytes. */
export async function measureRestart(data: string) {
  const bare = await timed(() => readJournals(data));
  const opened = await timed(() => openDevice(data));
  const device = opened.value;
  const used = await timed(() => device.engine.summaries().size);
  await device.engine.indexed();
  await device.close();
  return {
    devices: deviceCount(data),
    events: bare.value,
    assets: used.value,
    openMs: Math.round(opened.ms),
    openCpuMs: Math.round(opened.cpuMs),
    catalogMs: Math.round(used.ms),
    bareReadMs: Math.round(bare.ms),
    memoryMb: residentMb(),
  };
}

async function readJournals(data: string): Promise<number> {
  const root = join(data, 'journal');
  const files = createJournalFolder(root);
  let events = 0;
  for (const device of await files.devices())
    for await (const batch of files.read(device, 'catalog')) events += batch.length;
  await files.close();
  return events;
}

function deviceCount(data: string): number {
  const entries = readdirSync(join(data, 'journal'), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).length;
}
