import { describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../../../src/platform/keys/node-crypto.ts';
import { nodeGzip } from '../../../../src/platform/system/gzip.ts';
import type { DeviceId } from '../../../../src/shared/vocabulary/ids.ts';
import { headKey, PULSE_KEY } from '../../../../src/sync/hub/hub-layout.ts';
import { HubNews, type Whom } from '../../../../src/sync/hub/hub-news.ts';
import { noteKey, readNote } from '../../../../src/sync/hub/news.ts';
import { type ObjectStore, StoreError } from '../../../../src/sync/hub/object-store.ts';
import { keepingLogger } from '../../../support/quiet-logger.ts';
import { createMemoryStore, type MemoryStore } from '../../../support/stores/memory-store.ts';
import { countedStore } from '../../../support/sync/counted-store.ts';
import { foundHub, type MemoryDevice, memoryDevice } from '../../../support/sync/memory-device.ts';
import { DAY, noteOf } from '../../../support/sync/pair.ts';
import { storeWith } from '../../../support/sync/store-with.ts';

const MINUTE = 60_000;

/** A hub in a bucket, with its own time, some devices that have written, and one that watches it. */
async function bucketHub(count: number) {
  const time = { now: Date.UTC(2026, 10, 21) };
  const clock = { now: () => time.now };
  const store = createMemoryStore(new Map(), clock);
  const { hub, secret } = await foundHub(store);
  const open = (name: string, over: { store?: ObjectStore; secret?: string } = {}) =>
    memoryDevice({ store, hub, clock, name, ...over });
  const founder = await open('founder', { secret });
  await founder.commit(noteOf('of the founder'));
  await founder.sync.exchange();
  const colleagues: MemoryDevice[] = [];
  for (let number = 0; number < count; number += 1) {
    const colleague = await open(`colleague ${number}`, { store: alone(store) });
    await colleague.commit(noteOf(`${number}`));
    await colleague.sync.exchange();
    colleagues.push(colleague);
  }
  const { store: counted, take } = countedStore(store);
  const watcher = await open('watcher', { store: counted });
  await watcher.commit(noteOf('of the watcher'));
  await watcher.sync.exchange();
  await watcher.sync.exchange();
  take();
  const pass = (ms: number) => {
    time.now += ms;
  };
  return { store, hub, clock, time, pass, open, founder, colleagues, watcher, take };
}

/** A store in which nobody else seems to be, so that making many devices takes no time. */
function alone(store: MemoryStore): ObjectStore {
  const empty = { objects: [], folders: [], foreign: [] };
  return storeWith(store, {
    list: async (prefix, options) =>
      prefix === 'devices/' || prefix === 'news/' ? empty : store.list(prefix, options),
  });
}

const notes = (store: MemoryStore) => [...store.contents().keys()].flatMap((key) => readNote(key) ?? []);

describe('a hub whose calls cost', () => {
  it.each([3, 150])(
    'is asked for one object an interval by a device that is idle among %i',
    async (count) => {
      const { watcher, take, pass } = await bucketHub(count);
      for (let look = 0; look < 200; look += 1) {
        pass(30_000);
        const report = await watcher.sync.exchange();
        expect(report).toMatchObject({ outcome: 'exchanged', pulled: 0, pending: 0 });
        expect(report.devices).toHaveLength(count + 1);
        const { gets, lists, writes } = take();
        expect(gets).toEqual([PULSE_KEY]);
        expect(lists.length).toBeLessThanOrEqual(1);
        expect(writes).toEqual([]);
      }
    },
  );

  it('shows what one of many wrote at the next look, for a handful of calls', async () => {
    const { watcher, colleagues, take } = await bucketHub(60);
    await colleagues[17]?.commit(noteOf('something new'));
    await colleagues[17]?.sync.exchange();
    expect(await watcher.sync.exchange()).toMatchObject({ pulled: 1 });
    expect(await watcher.texts()).toContain('something new');
    const { gets, lists } = take();
    expect(gets.length).toBeLessThanOrEqual(4);
    expect(lists).toEqual(['news/']);
  });

  it('shows what was written when several wrote at once', async () => {
    const { watcher, colleagues } = await bucketHub(20);
    await Promise.all(
      colleagues.map(async (colleague, number) => {
        await colleague.commit(noteOf(`at once ${number}`));
        await colleague.sync.exchange();
      }),
    );
    expect(await watcher.sync.exchange()).toMatchObject({ pulled: 20 });
  });

  it('shows what is written while notes that somebody made up are dated ahead', async () => {
    const { store, watcher, founder, time, pass } = await bucketHub(2);
    const none = { seq: 1, digest: 'a'.repeat(64), segments: [] };
    for (let made = 0; made < 5_000; made += 1) {
      const device = made.toString(16).padStart(32, '0') as DeviceId;
      const key = noteKey({ device, streams: { catalog: none, activity: none } }, time.now + DAY + made);
      await store.put(key, new Uint8Array());
    }
    for (let look = 0; look < 12; look += 1) {
      await founder.commit(noteOf(`written meanwhile ${look}`));
      await founder.sync.exchange();
      expect(await watcher.sync.exchange()).toMatchObject({ pulled: 1 });
      pass(6 * MINUTE);
    }
  });

  it('removes no more than a few notes that somebody made up in a device’s name, and believes none of after 2200', async () => {
    const { store, hub, clock, time } = await bucketHub(1);
    const removed: string[] = [];
    const watched = storeWith(store, {
      remove: (key, options) => {
        removed.push(key);
        return store.remove(key, options);
      },
    });
    const victim = await memoryDevice({ store: watched, hub, clock, name: 'victim' });
    await victim.commit(noteOf('first'));
    await victim.sync.exchange();
    const none = { seq: 1, digest: 'a'.repeat(64), segments: [] };
    const { device } = victim.replica.journals;
    for (let made = 0; made < 300; made += 1)
      await store.put(
        noteKey({ device, streams: { catalog: none, activity: none } }, time.now - made),
        new Uint8Array(),
      );
    time.now += 2 * DAY;
    await victim.sync.exchange();
    await victim.commit(noteOf('second'));
    await victim.sync.exchange();
    expect(removed.length).toBeGreaterThan(0);
    expect(removed.length).toBeLessThan(40);
    expect(
      readNote(noteKey({ device, streams: { catalog: none, activity: none } }, 2 ** 48 - 1)),
    ).toBeUndefined();
  });

  it('keeps one note a device', async () => {
    const { store, founder } = await bucketHub(2);
    for (let number = 0; number < 5; number += 1) {
      await founder.commit(noteOf(`${number}`));
      await founder.sync.exchange();
    }
    expect(notes(store)).toHaveLength(4);
    expect(new Set(notes(store).map(({ device }) => device)).size).toBe(4);
  });

  it('finds what was written under a pulse that somebody put back', async () => {
    const { store, watcher, founder, pass } = await bucketHub(2);
    const pulse = await store.get(PULSE_KEY);
    await founder.commit(noteOf('unheard of'));
    await founder.sync.exchange();
    await store.put(PULSE_KEY, pulse ?? new Uint8Array());
    expect(await watcher.sync.exchange()).toMatchObject({ pulled: 0 });
    pass(6 * MINUTE);
    expect(await watcher.sync.exchange()).toMatchObject({ pulled: 1 });
  });

  it('finds again at the next look what nobody has dealt with: new notes, a pulse that is gone', async () => {
    const { store, clock, colleagues, watcher } = await bucketHub(2);
    const { journals } = watcher.replica;
    const crypto = nodeCrypto;
    const metered = { now: clock.now };
    const news = new HubNews({ store, metered, journals, crypto, logger: keepingLogger() });
    const look = () => news.whom(['catalog']);
    const dealWith = async (whom: Whom | undefined) => {
      if (whom !== undefined) await news.settle(whom, ['catalog'], () => false, []);
    };
    await dealWith(await look());
    expect(await look()).toBeUndefined();
    await store.remove(PULSE_KEY);
    for (let turn = 0; turn < 3; turn += 1) expect(await look()).toMatchObject({ all: false });
    await dealWith(await look());
    expect(await look()).toBeUndefined();
    await colleagues[0]?.commit(noteOf('something new'));
    await colleagues[0]?.sync.exchange();
    const device = colleagues[0]?.replica.device;
    for (let turn = 0; turn < 3; turn += 1)
      expect(await look()).toMatchObject({ devices: new Set([device]) });
  });

  it('finds in the next listing a note that a stale one did not show', async () => {
    const { store, hub, clock, founder, pass } = await bucketHub(2);
    let isStale = false;
    const stale = storeWith(store, {
      list: async (prefix, options) => {
        const now = await store.list(prefix, options);
        return isStale && prefix === 'news/' ? { ...now, objects: [] } : now;
      },
    });
    const reader = await memoryDevice({ store: stale, hub, clock, name: 'reader' });
    await reader.sync.exchange();
    await founder.commit(noteOf('late in the listing'));
    await founder.sync.exchange();
    isStale = true;
    expect(await reader.sync.exchange()).toMatchObject({ pulled: 0 });
    isStale = false;
    pass(6 * MINUTE);
    expect(await reader.sync.exchange()).toMatchObject({ pulled: 1 });
  });

  it('finds within a day what no news tell of', async () => {
    const { store, watcher, founder, pass } = await bucketHub(2);
    await founder.commit(noteOf('untold'));
    await founder.sync.exchange();
    for (const key of store.contents().keys()) if (key.startsWith('news/')) await store.remove(key);
    expect(await watcher.sync.exchange()).toMatchObject({ pulled: 0 });
    pass(DAY + MINUTE);
    expect(await watcher.sync.exchange()).toMatchObject({ pulled: 1 });
  });

  it('is told of a head again that it lost with the news of it', async () => {
    const { store, watcher, founder, pass } = await bucketHub(2);
    const earlier = store.contents();
    await founder.commit(noteOf('lost and written again'));
    await founder.sync.exchange();
    store.restore(earlier);
    expect(await watcher.sync.exchange()).toMatchObject({ pulled: 0 });
    pass(DAY + MINUTE);
    await founder.sync.exchange();
    pass(5_000);
    expect(await watcher.sync.exchange()).toMatchObject({ pulled: 1 });
    const told = notes(store).filter(({ device }) => device === founder.replica.journals.device);
    expect(told.map(({ streams }) => streams.catalog.seq)).toContain(2);
  });

  it('reads a head again that was still the old one when the news came', async () => {
    const { store, watcher, founder, pass } = await bucketHub(2);
    const key = headKey(founder.replica.journals.device);
    const old = (await store.get(key)) ?? new Uint8Array();
    await founder.commit(noteOf('late'));
    await founder.sync.exchange();
    const now = (await store.get(key)) ?? new Uint8Array();
    await store.put(key, old);
    expect(await watcher.sync.exchange()).toMatchObject({ pulled: 0 });
    await store.put(key, now);
    pass(5_000);
    expect(await watcher.sync.exchange()).toMatchObject({ pulled: 1 });
  });

  it('reads no heads at a start where nobody has written since', async () => {
    const { watcher, hub, clock, store } = await bucketHub(150);
    const { store: counted, take } = countedStore(store);
    const { secret, files, member } = watcher;
    const again = await memoryDevice({ store: counted, hub, clock, secret, files, member });
    const report = await again.sync.exchange();
    expect(report.devices.filter(({ streams }) => streams.catalog?.here === 1)).toHaveLength(151);
    expect(take().gets.filter((key) => key.endsWith('/head.json'))).toHaveLength(1);
  });

  it('goes on page by page when thousands have written, and misses nobody', async () => {
    const { store, watcher, founder, time, take } = await bucketHub(2);
    await founder.commit(noteOf('among many'));
    await founder.sync.exchange();
    const { streams } = { streams: { catalog: someSeq(7), activity: someSeq(0) } };
    for (let number = 0; number < 2500; number += 1) {
      const device = number.toString(16).padStart(32, '0') as never;
      await store.put(noteKey({ device, streams } as never, time.now - 1), new Uint8Array());
    }
    let pulled = 0;
    for (let look = 0; look < 4; look += 1) {
      pulled += (await watcher.sync.exchange()).pulled;
      expect(take().lists.length).toBeLessThanOrEqual(1);
    }
    expect(pulled).toBe(1);
  });

  it('gives up on invented news after some tries', async () => {
    const { store, watcher, founder, time, take, pass } = await bucketHub(2);
    const { device } = founder.replica.journals;
    const streams = { catalog: someSeq(900), activity: someSeq(0) };
    await store.put(noteKey({ device, streams } as never, time.now + 400 * DAY), new Uint8Array());
    await store.put(PULSE_KEY, new Uint8Array([1]));
    let reads = 0;
    for (let look = 0; look < 600; look += 1) {
      pass(30_000);
      await watcher.sync.exchange();
      reads += take().gets.filter((key) => key === headKey(device)).length;
    }
    expect(reads).toBeLessThanOrEqual(10);
  });

  it('takes news that may not be written for no failure', async () => {
    const { store, open } = await bucketHub(1);
    const denied = storeWith(store, {
      put: async (key, bytes, options) => {
        if (key.startsWith('news/')) throw new StoreError('denied', key, 'by a policy');
        await store.put(key, bytes, options);
      },
    });
    const silent = await open('silent', { store: denied });
    await silent.commit(noteOf('quietly'));
    expect(await silent.sync.exchange()).toMatchObject({ outcome: 'exchanged', pushed: 1, pending: 0 });
  });

  it('gives a first contact everything in few reads where there is a bundle', async () => {
    const { store, hub, clock, open, founder, watcher, pass } = await bucketHub(120);
    const bundling = { compression: nodeGzip, mayWrite: () => true, atLeast: 100 };
    const { secret, files, member } = founder;
    const lead = await memoryDevice({ store, hub, clock, secret, files, member, bundling });
    await lead.sync.exchange();
    pass(MINUTE);
    await watcher.commit(noteOf('after the bundle'));
    await watcher.sync.exchange();
    const { store: counted, take } = countedStore(store);
    const newcomer = await memoryDevice({ store: counted, hub, clock, name: 'newcomer', bundling });
    const report = await newcomer.sync.exchange();
    expect(report.devices.filter(({ trouble }) => trouble !== undefined)).toEqual([]);
    expect(await newcomer.texts()).toEqual(await (await everything(open)).texts());
    expect(take().gets.length).toBeLessThan(15);
  });
});

function someSeq(seq: number) {
  return { seq, digest: 'a'.repeat(64), segments: [] };
}

/** A device that has read the hub object by object. */
async function everything(open: (name: string) => Promise<MemoryDevice>): Promise<MemoryDevice> {
  const device = await open('reader');
  await device.sync.exchange();
  return device;
}
