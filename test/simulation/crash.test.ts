import { describe, expect, it } from 'vitest';
import type { HubId, MemberId } from '../../src/shared/vocabulary/ids.ts';
import { HUB_KEY } from '../../src/sync/hub/hub-layout.ts';
import { signHubDocument } from '../../src/sync/identity/hub-document.ts';
import { documentBytes } from '../../src/sync/identity/signed-document.ts';
import { assetBody, idOf } from '../support/event-maker.ts';
import { createMemoryStore } from '../support/stores/memory-store.ts';
import { copyFiles } from '../support/sync/memory-journal-files.ts';
import { stateHashOf } from './sim-catalog.ts';
import { keyOf, simCrypto } from './sim-crypto.ts';
import { SimDevice } from './sim-device.ts';
import { DAY } from './world.ts';

const HUB = { hub: idOf('h', 1) as HubId, founder: keyOf('anna').device };
const ANNA = idOf('m', 1) as MemberId;

/** A hub with two devices in memory, at a moment that can be gone back to. */
class Bench {
  readonly store = createMemoryStore();
  time = Date.UTC(2026, 10, 21);
  readonly anna = this.#device('anna');
  readonly ben = this.#device('ben');

  static async founded(): Promise<Bench> {
    const bench = new Bench();
    const { signer } = keyOf('anna');
    const hub = signHubDocument({ hub: HUB.hub, name: 'Hub' }, signer, simCrypto);
    await bench.store.put(HUB_KEY, documentBytes(hub, simCrypto));
    const bind = (device: SimDevice) =>
      catalog('device-added', {
        device: device.id,
        member: ANNA,
        name: device.name,
        publicKey: device.key.signer.publicKey,
      });
    await bench.anna.commit([
      catalog('hub-created', { hub: HUB.hub, name: 'Hub' }),
      catalog('member-added', { member: ANNA, name: 'Anna', role: 'lead' }),
      bind(bench.anna),
      bind(bench.ben),
    ]);
    return bench;
  }

  /** The same with copies of both disks and of the hub, nothing running. */
  copy(): Bench {
    const copy = new Bench();
    copy.time = this.time;
    copy.store.restore(this.store.contents());
    for (const name of ['anna', 'ben'] as const) {
      copyFiles(this[name].files, copy[name].files);
      for (const [sha256, bytes] of this[name].blobs.kept) copy[name].blobs.kept.set(sha256, bytes);
      for (const [collection, text] of this[name].snapshots.saved)
        copy[name].snapshots.saved.set(collection, text);
    }
    return copy;
  }

  /** What both show when everything has been exchanged, and that they agree. */
  async outcome(): Promise<string> {
    for (let round = 0; round < 5; round += 1) {
      await this.anna.exchange();
      await this.ben.exchange();
    }
    const shown: string[] = [];
    for (const device of [this.anna, this.ben]) {
      expect(device.defects).toEqual([]);
      expect(device.reports.at(-1)).toMatchObject({ outcome: 'exchanged', pending: 0, pulled: 0, pushed: 0 });
      const process = await device.start();
      if (process === undefined) throw new Error('The device does not start.');
      const position = Object.entries(process.replica.position()).sort().join('\n');
      shown.push(`${stateHashOf(process.catalog.live.state)}\n${position}`);
    }
    expect(shown[0]).toBe(shown[1]);
    return `${shown[0]}\n${[...this.store.contents().keys()].filter((key) => key.startsWith('blobs/')).join()}`;
  }

  #device(name: string): SimDevice {
    return new SimDevice({
      name,
      key: keyOf(name),
      member: ANNA,
      hub: HUB,
      openStore: () => this.store,
      trueTime: () => this.time,
    });
  }
}

function catalog(kind: string, body: Record<string, string | number>) {
  return { stream: 'catalog' as const, kind, body };
}

async function publish(device: SimDevice, number: number): Promise<void> {
  const body = assetBody(number);
  const sha256 = device.blobs.add(`file ${number}`);
  await device.commit([
    { stream: 'catalog', kind: 'asset-added', body: { ...body, version: { ...body.version, sha256 } } },
  ]);
  await device.commit([
    {
      stream: 'activity',
      kind: 'asset-viewed',
      body: { asset: body.asset, version: body.version.id, at: 1 },
    },
  ]);
}

type Part = 'anna' | 'ben';

/** Runs something with a crash at its n-th moment, for every n until it gets through, and each time goes on as after a restart. */
async function crashEverywhere(
  from: Bench,
  who: Part,
  run: (device: SimDevice) => Promise<unknown>,
): Promise<number> {
  const calm = from.copy();
  await run(calm[who]);
  const expected = await calm.outcome();
  for (let moment = 0; ; moment += 1) {
    const bench = from.copy();
    const device = bench[who];
    const process = await device.start(moment, true);
    if (process !== undefined) await run(device);
    const through = process !== undefined && !process.line.crashed;
    process?.line.spare();
    expect(await bench.outcome(), `after a crash at moment ${moment}`).toBe(expected);
    if (through) return moment;
  }
}

describe('a crash at every moment, then a restart, leaves what no crash leaves', () => {
  it('of the first push, with card, files, segments and head', async () => {
    const bench = await Bench.founded();
    await publish(bench.anna, 1);
    await publish(bench.anna, 2);
    expect(await crashEverywhere(bench, 'anna', (anna) => anna.exchange())).toBeGreaterThan(40);
  });

  it('of a push that packs small segments and clears away what was replaced long ago', async () => {
    const bench = await Bench.founded();
    for (let number = 1; number <= 4; number += 1) {
      await publish(bench.anna, number);
      await bench.anna.exchange();
    }
    await bench.ben.exchange();
    bench.time += 9 * DAY;
    await publish(bench.anna, 5);
    expect(await crashEverywhere(bench, 'anna', (anna) => anna.exchange())).toBeGreaterThan(40);
  });

  it('of a pull, of a device that is new and of one that is known', async () => {
    const bench = await Bench.founded();
    await publish(bench.anna, 1);
    await bench.anna.exchange();
    expect(await crashEverywhere(bench, 'ben', (ben) => ben.exchange())).toBeGreaterThan(40);
    await bench.ben.exchange();
    await publish(bench.anna, 2);
    await bench.anna.exchange();
    await publish(bench.ben, 3);
    expect(await crashEverywhere(bench, 'ben', (ben) => ben.exchange())).toBeGreaterThan(60);
  });

  it('of a pull that takes back one history for another', async () => {
    const bench = await Bench.founded();
    await publish(bench.anna, 1);
    await bench.anna.exchange();
    const older = bench.copy();
    await publish(bench.anna, 2);
    await bench.anna.exchange();
    await bench.ben.exchange();
    bench.ben.process?.catalog.saveNow();
    await bench.ben.stop('close');
    // Anna’s computer and the hub are put back; then she goes on another way, further than Ben has seen.
    const { ben } = bench;
    copyFiles(ben.files, older.ben.files);
    for (const [name, text] of ben.snapshots.saved) older.ben.snapshots.saved.set(name, text);
    older.time += 1000;
    await publish(older.anna, 3);
    await publish(older.anna, 4);
    await older.anna.exchange();
    await older.anna.stop('close');
    expect(await crashEverywhere(older, 'ben', (device) => device.exchange())).toBeGreaterThan(60);
  });

  it('of the start after a crash', async () => {
    const bench = await Bench.founded();
    await publish(bench.anna, 1);
    await bench.anna.exchange();
    await bench.ben.start();
    bench.ben.process?.line.crashIn(28);
    await bench.ben.exchange();
    expect(bench.ben.process?.line.crashed).toBe(true);
    expect(await crashEverywhere(bench, 'ben', (ben) => ben.exchange())).toBeGreaterThan(30);
  });
});

describe('a crash at every moment of a write', () => {
  it('leaves everything that was acknowledged, and the journal can be written again', async () => {
    const bench = await Bench.founded();
    for (let moment = 0; ; moment += 1) {
      const copy = bench.copy();
      const { anna } = copy;
      await anna.start();
      anna.process?.line.crashIn(moment);
      const first = await anna.commit([catalog('hub-renamed', { name: 'One' })]);
      const second = await anna.commit([catalog('hub-renamed', { name: 'Two' })]);
      const names = async () => (await anna.events()).map(({ event }) => event.body.name);
      const through = anna.process?.line.crashed === false;
      if (first) expect(await names()).toContain('One');
      if (second) expect(await names()).toContain('Two');
      expect(await anna.commit([catalog('hub-renamed', { name: 'Three' })])).toBe(true);
      expect((await names()).at(-1)).toBe('Three');
      await copy.outcome();
      if (through) break;
    }
  });
});
