import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { S3Server } from '../../support/bucket/bucket-for-tests.ts';
import { createMemoryStore } from '../../support/stores/memory-store.ts';
import { quantile, residentMb, tenths } from '../figures.ts';
import { fillBucket } from './fill-bucket.ts';
import { measuredBucket } from './measured-bucket.ts';
import { openDevice } from './open-device.ts';
import { timed } from './steps.ts';

/** Where a measured hub was made, and the bucket that it was put into. */
export type MadeBucket = { readonly hub: string; readonly server: S3Server; readonly bucket: string };

const secretOf = (hub: string) => readFileSync(`${hub}.founder-key`, 'utf8');
const seconds = (ms: number) => Math.round(ms / 10) / 100;

/** Puts the hub into the bucket, without any delay. */
export async function fill({ hub, server, bucket }: MadeBucket) {
  const { store } = measuredBucket(server, bucket, 0);
  const filled = await timed(() => fillBucket(hub, secretOf(hub), store));
  return { objects: filled.value, seconds: seconds(filled.ms) };
}

/** First contact of a new device over a wire on which every request takes so much longer. */
export async function firstContact(made: MadeBucket, data: string, delayMs: number) {
  const measured = measuredBucket(made.server, made.bucket, delayMs);
  const device = await openDevice(data, 0, true, measured.store);
  const joined = await timed(async () => {
    for await (const _ of device.engine.joinHub(made.hub, { name: 'A newcomer' })) void _;
  });
  const { get, list, put } = measured.take();
  const assets = device.engine.summaries().size;
  await device.close();
  return {
    assets,
    ...{ get, list, put },
    usableSeconds: seconds(joined.ms),
    cpuSeconds: seconds(joined.cpuMs),
    memoryMb: residentMb(),
  };
}

/** What an idle device asks for an interval, counted on the wire over two hundred of them, and what a rating costs both sides. */
export async function requests(made: MadeBucket, data: string, rounds = 200) {
  const measured = measuredBucket(made.server, made.bucket, 0);
  const device = await openDevice(data, 0, true, measured.store);
  await device.engine.exchange();
  await device.engine.indexed();
  await device.engine.exchange();
  const start = measured.take();
  const walls: number[] = [];
  for (let round = 0; round < rounds; round += 1)
    walls.push((await timed(() => device.engine.exchange())).ms);
  const idle = measured.take();
  const [asset] = device.engine.summaries().keys();
  await device.client.ratings.give({ asset: asset ?? '', value: 5 });
  await device.engine.exchange();
  const pushed = measured.take();
  await device.close();
  const each = (count: number) => Math.round((count / rounds) * 1000) / 1000;
  return {
    start,
    idle: { get: each(idle.get), list: each(idle.list), put: each(idle.put), remove: each(idle.remove) },
    idleMs: tenths(quantile(walls, 0.5)),
    rating: pushed,
  };
}

/** A rating until another open device shows it, both polling every three seconds, over a wire with a delay. */
export async function seenElsewhere(
  made: MadeBucket,
  data: string,
  other: string,
  delayMs: number,
  rounds = 12,
) {
  const a = await openDevice(data, 0, true, measuredBucket(made.server, made.bucket, delayMs).store);
  const watched = measuredBucket(made.server, made.bucket, delayMs);
  const b = await openDevice(other, 0, true, watched.store);
  await a.engine.exchange();
  await b.engine.exchange();
  a.engine.keepInStep();
  b.engine.keepInStep();
  await sleep(4000);
  const assets = [...a.engine.summaries().values()];
  const waits: number[] = [];
  watched.take();
  for (let round = 0; round < rounds; round += 1) {
    const asset = assets[assets.length - 1 - round];
    if (asset === undefined) throw new Error('There are assets to rate.');
    const count = () => b.engine.summaries().get(asset.id)?.usefulness.count ?? 0;
    const before = count();
    const start = performance.now();
    await a.client.ratings.give({ asset: asset.id, value: 4 });
    while (count() === before) await sleep(5);
    waits.push(performance.now() - start);
  }
  const { get, list } = watched.take();
  await a.close();
  await b.close();
  const each = (value: number) => tenths(value / rounds);
  return {
    p50Ms: Math.round(quantile(waits, 0.5)),
    p95Ms: Math.round(quantile(waits, 0.95)),
    getsForEach: each(get),
    listsForEach: each(list),
  };
}

/** A hub of thousands of devices, in memory: joining it, idling in it. */
export async function simulated(hub: string, data: string) {
  const store = createMemoryStore(new Map(), { now: () => Date.now() });
  await fillBucket(hub, secretOf(hub), store);
  const before = residentMb();
  const device = await openDevice(data, 0, true, store);
  const joined = await timed(async () => {
    for await (const _ of device.engine.joinHub(hub, { name: 'A newcomer' })) void _;
  });
  device.takeCounts();
  const walls: number[] = [];
  const cpu: number[] = [];
  for (let round = 0; round < 30; round += 1) {
    const { ms, cpuMs } = await timed(() => device.engine.exchange());
    walls.push(ms);
    cpu.push(cpuMs);
  }
  const { calls } = device.takeCounts();
  const assets = device.engine.summaries().size;
  await device.close();
  return {
    assets,
    joinSeconds: seconds(joined.ms),
    joinCpuSeconds: seconds(joined.cpuMs),
    idleMs: tenths(quantile(walls, 0.5)),
    idleCpuMs: tenths(quantile(cpu, 0.5)),
    callsEach: calls / 30,
    storeMb: before,
    memoryMb: residentMb(),
  };
}
