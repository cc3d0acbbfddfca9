import { describe, expect, it } from 'vitest';
import type { KeptCheck, OwnCheck } from '../../../../src/sync/exchange/own-checks.ts';
import { READ_AT_A_CHECK } from '../../../../src/sync/exchange/repair-own.ts';
import { blobKey, cardKey } from '../../../../src/sync/hub/hub-layout.ts';
import { StoreError } from '../../../../src/sync/hub/object-store.ts';
import { countedStore } from '../../../support/sync/counted-store.ts';
import { memoryDevice } from '../../../support/sync/memory-device.ts';
import { DAY, noteOf, pair } from '../../../support/sync/pair.ts';
import { storeWith } from '../../../support/sync/store-with.ts';

const isSegment = (key: string): boolean => key.endsWith('.jsonl');

const textOf = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('latin1');

/** As many bytes, one of them another: at the place of a share of the whole. */
function damaged(bytes: Uint8Array, share: number): Uint8Array {
  const at = Math.floor((bytes.length - 1) * share);
  const other = bytes.slice();
  other[at] = (bytes[at] ?? 0) ^ 1;
  return other;
}

describe('what a device has written to the hub', () => {
  it.each([
    ['the seal', 0.1],
    ['an event', 0.6],
    ['the last byte', 1],
  ])('is mended within a day where other bytes of the same length are in %s', async (_what, share) => {
    const { anna, ben, store, time } = await pair();
    await anna.commit(noteOf('first'), noteOf('second'));
    await anna.sync.exchange();
    const whole = store.contents();
    for (const [key, bytes] of whole) if (isSegment(key)) await store.put(key, damaged(bytes, share));
    expect((await ben.sync.exchange()).devices).toMatchObject([{ trouble: 'altered' }]);
    time.now += DAY;
    await anna.sync.exchange();
    expect(store.contents()).toEqual(whole);
    expect(await ben.sync.exchange()).toMatchObject({ pulled: 2 });
  });

  it('is mended at its next start', async () => {
    const { anna, store } = await pair();
    await anna.commit(noteOf('first'));
    await anna.sync.exchange();
    const whole = store.contents();
    for (const [key, bytes] of whole) if (isSegment(key)) await store.put(key, damaged(bytes, 0.5));
    await (await anna.restarted()).sync.exchange();
    expect(store.contents()).toEqual(whole);
  });

  it('is mended where its card has other bytes of the same length', async () => {
    const { anna, store, time } = await pair();
    await anna.commit(noteOf('first'));
    await anna.sync.exchange();
    const key = cardKey(anna.replica.device);
    const whole = store.contents();
    await store.put(key, damaged(whole.get(key) ?? new Uint8Array(), 0.5));
    time.now += DAY;
    await anna.sync.exchange();
    expect(store.contents()).toEqual(whole);
  });

  it('is read a part a day where it is much, until all of it was, whatever is restarted', async () => {
    const { anna, store, time } = await pair();
    const text = 'x'.repeat(200_000);
    for (let at = 0; at < 45; at += 1) await anna.commit(noteOf(`${at} ${text}`));
    await anna.sync.exchange();
    const whole = store.contents();
    for (const [key, bytes] of whole) if (isSegment(key)) await store.put(key, damaged(bytes, 0.5));
    const counted = countedStore(store);
    for (let day = 0; day < 3; day += 1) {
      time.now += DAY;
      counted.take();
      await (await memoryDevice({ ...anna.made, store: counted.store })).sync.exchange();
      const read = counted.take().gets.filter(isSegment);
      const bytes = read.reduce((sum, key) => sum + (whole.get(key)?.length ?? 0), 0);
      expect(bytes).toBeLessThanOrEqual(READ_AT_A_CHECK);
    }
    const now = store.contents();
    // By their text, which is compared a thousand times faster.
    for (const [key, bytes] of whole) expect(textOf(now.get(key)) === textOf(bytes)).toBe(true);
  });

  it('is not read at every look', async () => {
    const { anna, store } = await pair();
    await anna.commit(noteOf('first'));
    await anna.sync.exchange();
    const counted = countedStore(store);
    const again = await memoryDevice({ ...anna.made, store: counted.store });
    await again.sync.exchange();
    expect(counted.take().gets.filter(isSegment)).toHaveLength(1);
    await again.sync.exchange();
    expect(counted.take().gets.filter(isSegment)).toEqual([]);
  });

  describe('where it is kept from one process to the next when it was read', () => {
    const keeping = () => {
      let kept: OwnCheck | undefined;
      const keptCheck: KeptCheck = {
        load: async () => kept,
        save: async (check) => {
          kept = check;
        },
      };
      return keptCheck;
    };

    it('is not read again at every start, and looked for all the same', async () => {
      const { anna, store } = await pair();
      await anna.commit(noteOf('first'));
      await anna.sync.exchange();
      const whole = store.contents();
      const keptCheck = keeping();
      const counted = countedStore(store);
      const start = async () => {
        await (await memoryDevice({ ...anna.made, store: counted.store, keptCheck })).sync.exchange();
        return counted.take().gets.filter(isSegment).length;
      };
      expect([await start(), await start(), await start()]).toEqual([1, 0, 0]);
      for (const key of whole.keys()) if (isSegment(key)) await store.remove(key);
      await start();
      expect(store.contents()).toEqual(whole);
    });

    it('is mended a day later by whatever process runs then, of much one part after the other', async () => {
      const { anna, store, time } = await pair();
      const text = 'x'.repeat(200_000);
      for (let at = 0; at < 45; at += 1) await anna.commit(noteOf(`${at} ${text}`));
      await anna.sync.exchange();
      const whole = store.contents();
      const keptCheck = keeping();
      for (const [key, bytes] of whole) if (isSegment(key)) await store.put(key, damaged(bytes, 0.5));
      // As a task that runs every third day: by the day alone it would always be the same part's turn.
      for (let turn = 0; turn < 3; turn += 1) {
        await (await memoryDevice({ ...anna.made, keptCheck })).sync.exchange();
        time.now += 3 * DAY;
      }
      const now = store.contents();
      for (const [key, bytes] of whole) expect(textOf(now.get(key)) === textOf(bytes)).toBe(true);
    });
  });

  it('holds up nothing where it can’t be read', async () => {
    const { anna, ben, store } = await pair();
    await anna.commit(noteOf('first'));
    await anna.sync.exchange();
    const refusing = storeWith(store, {
      get: async (key, options) => {
        if (isSegment(key)) throw new StoreError('busy', key, 'somebody else has it');
        return store.get(key, options);
      },
    });
    const again = await memoryDevice({ ...anna.made, store: refusing });
    await again.commit(noteOf('second'));
    expect(await again.sync.exchange()).toMatchObject({ outcome: 'exchanged', pushed: 1 });
    await ben.sync.exchange();
    expect(await ben.texts()).toEqual(['first', 'second']);
  });
});

describe('a file that a device has sent to the hub', () => {
  const sent = async () => {
    const { anna, ben, store, time } = await pair();
    const sha256 = anna.blobs.add('What it costs, page by page.');
    await anna.commit({ stream: 'catalog', kind: 'noted', body: { text: 'file', blobs: [sha256] } });
    await anna.sync.exchange();
    const key = blobKey(sha256);
    return { anna, ben, store, time, key, bytes: store.contents().get(key) ?? new Uint8Array() };
  };

  it.each<[string, (bytes: Uint8Array) => Uint8Array]>([
    ['as many bytes that are others', (bytes) => damaged(bytes, 0.5)],
    ['as many zeros', (bytes) => new Uint8Array(bytes.length)],
    ['half of them', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['nothing', () => new Uint8Array()],
    ['more of them', (bytes) => new Uint8Array([...bytes, ...bytes])],
  ])('is mended within a day where %s lie in its place', async (_what, otherThan) => {
    const { anna, store, time, key, bytes } = await sent();
    await store.put(key, otherThan(bytes));
    time.now += DAY;
    await anna.sync.exchange();
    expect(store.contents().get(key)).toEqual(bytes);
  });

  it('is left as it is where what is kept here is damaged', async () => {
    const { anna, store, time, key, bytes } = await sent();
    for (const name of anna.blobs.kept.keys()) anna.blobs.kept.set(name, damaged(bytes, 0.5).subarray(1));
    time.now += DAY;
    await anna.sync.exchange();
    expect(store.contents().get(key)).toEqual(bytes);
  });
});
