import { expect, it } from 'vitest';
import type { HubIdentity } from '../../../../src/sync/exchange/exchange-report.ts';
import type { OldList } from '../../../support/bucket/old-list.ts';
import type { Disturbed } from '../../../support/bucket/with-proxy.ts';
import { describeBucket } from '../../../support/bucket/with-proxy.ts';
import { createSeededRandom } from '../../../support/stores/seeded-random.ts';
import { foundHub, type MemoryDevice, memoryDevice } from '../../../support/sync/memory-device.ts';
import { DAY, noteOf } from '../../../support/sync/pair.ts';
import { storeWith } from '../../../support/sync/store-with.ts';

const MINUTE = 60_000;
const isList = (_method: string, url: URL) => url.searchParams.has('list-type');

/** Devices of one hub in a bucket, whose lists a test makes old. Their time goes on when the test says so. */
class StaleHub {
  readonly #bucket: Disturbed;
  #ahead = 0;
  #hub: HubIdentity | undefined;

  constructor(bucket: Disturbed) {
    this.#bucket = bucket;
  }

  /** The founder's device. */
  async found(): Promise<MemoryDevice> {
    const { hub, secret } = await foundHub(this.#store());
    this.#hub = hub;
    return this.#open({ name: 'anna', secret });
  }

  join(name: string): Promise<MemoryDevice> {
    return this.#open({ name });
  }

  /** The same device in a new process. */
  restarted({ secret, files, blobs }: MemoryDevice): Promise<MemoryDevice> {
    return this.#open({ secret, files, blobs });
  }

  /** Every list is one of a while ago until {@link tellTruth}. */
  lists(of: OldList, forgetsAfter?: number): void {
    const { proxy } = this.#bucket;
    proxy.calm();
    const short = forgetsAfter === undefined ? {} : { forgetsAfter };
    proxy.disturb({ kind: 'old-list', of, ...short }, isList, Number.POSITIVE_INFINITY);
  }

  tellTruth(): void {
    this.#bucket.proxy.calm();
  }

  pass(ms: number): void {
    this.#ahead += ms;
  }

  /** Names of what was written since it was asked last, without news: these are written when a process can't see that they were. */
  written(): readonly string[] {
    const all = this.#bucket.proxy.passed.splice(0);
    const names = all.filter(({ method }) => method === 'PUT' || method === 'POST').map(({ path }) => path);
    return names.filter((path) => !path.includes('/news/'));
  }

  #store() {
    const store = this.#bucket.open();
    return storeWith(store, { metered: { now: () => (store.metered?.now() ?? 0) + this.#ahead } });
  }

  #open(device: Partial<Parameters<typeof memoryDevice>[0]>): Promise<MemoryDevice> {
    if (this.#hub === undefined) throw new Error('Nobody has founded the hub.');
    const clock = { now: () => Date.now() + this.#ahead };
    return memoryDevice({ ...device, store: this.#store(), hub: this.#hub, clock });
  }
}

/** Exchanges, which goes through and finds nothing wrong with anybody: what is on its way is no damage. */
async function exchanged(device: MemoryDevice) {
  const report = await device.sync.exchange();
  expect(report).toMatchObject({ outcome: 'exchanged' });
  const troubles = report.devices.map(({ trouble }) => trouble);
  expect(troubles.filter((trouble) => trouble !== undefined && trouble !== 'not-arrived')).toEqual([]);
  return report;
}

/** A note with a file. */
function withFile(device: MemoryDevice, text: string) {
  return { stream: 'catalog' as const, kind: 'noted', body: { text, blobs: [device.blobs.add(text)] } };
}

describeBucket('A bucket whose lists are of a while ago', (bucket) => {
  it('brings what it did not list as soon as it lists it, and takes nothing for damaged meanwhile', async () => {
    const hub = new StaleHub(bucket());
    const anna = await hub.found();
    const ben = await hub.join('ben');
    await anna.commit(noteOf('first'));
    for (const device of [anna, ben]) await exchanged(device);
    hub.lists(await bucket().listNow());
    await anna.commit(withFile(anna, 'second'));
    expect(await exchanged(anna)).toMatchObject({ pushed: 1 });
    expect(await exchanged(ben)).toMatchObject({ pulled: 0 });
    expect(await ben.texts()).toEqual(['first']);
    hub.tellTruth();
    hub.pass(6 * MINUTE);
    expect(await exchanged(ben)).toMatchObject({ pulled: 1 });
  });

  it('lets somebody come in whom it lists late, and shows them later who it did not list', async () => {
    const hub = new StaleHub(bucket());
    const anna = await hub.found();
    await anna.commit(noteOf('of anna'));
    await exchanged(anna);
    const before = await bucket().listNow();
    const ben = await hub.join('ben');
    await ben.commit(noteOf('of ben'));
    await exchanged(ben);
    hub.lists(before);
    const carl = await hub.join('carl');
    await carl.commit(noteOf('of carl'));
    await exchanged(carl);
    expect(await carl.texts()).toEqual(['of anna', 'of carl']);
    hub.tellTruth();
    hub.pass(DAY + MINUTE);
    for (const device of [anna, ben, carl]) await exchanged(device);
    for (const { texts } of [anna, ben, carl])
      expect(await texts()).toEqual(['of anna', 'of ben', 'of carl']);
  });

  it('still lists what is gone, and nobody misses it', async () => {
    const hub = new StaleHub(bucket());
    const anna = await hub.found();
    await anna.commit(noteOf('first'));
    await exchanged(anna);
    const before = await bucket().listNow();
    // Written together with what was new; the pieces are removed a week later.
    for (const text of ['second', 'third']) {
      await anna.commit(noteOf(text));
      hub.pass(8 * DAY);
      await exchanged(anna);
    }
    const now = await bucket().listNow();
    expect(before.filter(({ name }) => !now.some((one) => one.name === name))).not.toEqual([]);
    hub.lists(before);
    for (const device of [await hub.restarted(anna), await hub.join('ben')]) {
      await exchanged(device);
      expect(await device.texts()).toEqual(['first', 'second', 'third']);
    }
  });

  it('forgets that there is more, and gives the rest at a later look', async () => {
    const hub = new StaleHub(bucket());
    const anna = await hub.found();
    const all = [anna];
    for (const name of ['ben', 'carl', 'dana', 'emil']) all.push(await hub.join(name));
    for (const [number, device] of all.entries()) {
      await device.commit(noteOf(`${number}`));
      await exchanged(device);
    }
    hub.lists(await bucket().listNow(), 2);
    const fay = await hub.join('fay');
    await exchanged(fay);
    expect((await fay.texts()).length).toBeLessThan(5);
    hub.tellTruth();
    hub.pass(DAY + MINUTE);
    await exchanged(fay);
    expect(await fay.texts()).toEqual(['0', '1', '2', '3', '4']);
  });

  it('has nobody write again what they wrote since', async () => {
    const hub = new StaleHub(bucket());
    const anna = await hub.found();
    await exchanged(anna);
    const before = await bucket().listNow();
    await anna.commit(withFile(anna, 'a note'));
    await exchanged(anna);
    hub.written();
    for (const [list, most] of [
      [before, undefined],
      [await bucket().listNow(), 0],
    ] as const) {
      hub.lists(list, most);
      hub.pass(DAY + MINUTE);
      await exchanged(anna);
      await exchanged(await hub.restarted(anna));
      expect(hub.written()).toEqual([]);
    }
  });

  it('has what is gone written again although it lists it, once it no longer does', async () => {
    const hub = new StaleHub(bucket());
    const anna = await hub.found();
    await anna.commit(withFile(anna, 'a note'));
    await exchanged(anna);
    const whole = await bucket().listNow();
    hub.lists(whole);
    const store = bucket().open();
    for (const { name } of whole) if (/jsonl$|blobs/.test(name)) await store.remove(name);
    await exchanged(await hub.restarted(anna));
    hub.tellTruth();
    await exchanged(await hub.restarted(anna));
    expect(await bucket().listNow()).toEqual(
      expect.arrayContaining(whole.filter(({ name }) => /^[bd]/.test(name))),
    );
  });

  it.each([1, 2, 3])('loses nothing of two who exchange through it all the time (seed %i)', async (seed) => {
    const hub = new StaleHub(bucket());
    const random = createSeededRandom(seed);
    const both = [await hub.found(), await hub.join('ben')];
    const texts: string[] = [];
    const lists = [await bucket().listNow()];
    for (let turn = 0; turn < 12; turn += 1) {
      const list = lists[random.below(lists.length)] ?? [];
      hub.lists(list, random.chance(0.3) ? random.below(4) : undefined);
      const which = random.below(2);
      const device = random.chance(0.3) ? await hub.restarted(both[which] as MemoryDevice) : both[which];
      if (device === undefined) continue;
      both[which] = device;
      texts.push(`turn ${String(turn).padStart(2, '0')}`);
      await device.commit(withFile(device, texts.at(-1) ?? ''));
      await exchanged(device);
      hub.pass(random.below(3 * DAY));
      lists.push(await bucket().listNow());
    }
    hub.tellTruth();
    for (let round = 0; round < 2; round += 1) {
      hub.pass(DAY + MINUTE);
      for (const device of both) await exchanged(device);
    }
    const fay = await hub.join('fay');
    await exchanged(fay);
    for (const device of [...both, fay]) expect(await device.texts()).toEqual(texts);
  });
});
