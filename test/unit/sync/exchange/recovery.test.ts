import { describe, expect, it } from 'vitest';
import { StorageError } from '../../../../src/shared/errors.ts';
import { blobKey, cardKey, headKey } from '../../../../src/sync/hub/hub-layout.ts';
import { type ObjectStore, StoreError } from '../../../../src/sync/hub/object-store.ts';
import { memoryDevice } from '../../../support/sync/memory-device.ts';
import { DAY, noteOf, oldBackup, pair, twoHistories } from '../../../support/sync/pair.ts';
import { storeWith } from '../../../support/sync/store-with.ts';

/** A store whose reading of some keys fails while `refuses` says so. */
function refusing(store: ObjectStore, refuses: (key: string) => boolean): ObjectStore {
  return storeWith(store, {
    get: async (key, options) => {
      if (refuses(key)) throw new StoreError('busy', key, 'held by another program');
      return store.get(key, options);
    },
  });
}

describe('a hub that was rolled back', () => {
  it('goes on for readers that had seen many more writings than it now knows of', async () => {
    const { anna, ben, store } = await pair();
    await anna.commit(noteOf('0'));
    await anna.sync.exchange();
    const old = store.contents();
    for (let push = 1; push < 5; push += 1) {
      await anna.commit(noteOf(`${push}`));
      await anna.sync.exchange();
      await ben.sync.exchange();
    }
    store.restore(old);
    await anna.commit(noteOf('after'));
    await anna.sync.exchange();
    expect(await ben.sync.exchange()).toMatchObject({ pulled: 1 });
    expect(await ben.texts()).toEqual(['0', '1', '2', '3', '4', 'after']);
  });

  it('gets files back that were sent after the state that it was rolled back to', async () => {
    const { anna, store } = await pair();
    await anna.commit(noteOf('first'));
    await anna.sync.exchange();
    const old = store.contents();
    const sha256 = anna.blobs.add(Buffer.from('a file'));
    await anna.commit({ stream: 'catalog', kind: 'noted', body: { text: 'file', blobs: [sha256] } });
    await anna.sync.exchange();
    store.restore(old);
    await anna.sync.exchange();
    expect(store.contents().has(blobKey(sha256))).toBe(true);
  });

  it('gets files back that it lost although a head names the event, with the next day or start', async () => {
    const { anna, store, time } = await pair();
    const sha256 = anna.blobs.add(Buffer.from('a file'));
    await anna.commit({ stream: 'catalog', kind: 'noted', body: { text: 'file', blobs: [sha256] } });
    await anna.sync.exchange();
    await anna.sync.exchange();
    await store.remove(blobKey(sha256));
    await anna.sync.exchange();
    expect(store.contents().has(blobKey(sha256))).toBe(false);
    time.now += 2 * DAY;
    await anna.sync.exchange();
    expect(store.contents().has(blobKey(sha256))).toBe(true);
    await store.remove(blobKey(sha256));
    await (await anna.restarted()).sync.exchange();
    expect(store.contents().has(blobKey(sha256))).toBe(true);
  });
});

describe('a write that broke off', () => {
  it('of the own head is written over at once, where the half does not grow', async () => {
    const { anna, ben, store } = await pair();
    await anna.commit(noteOf('first'));
    await anna.sync.exchange();
    const head = headKey(anna.replica.device);
    const bytes = (await store.get(head)) ?? new Uint8Array();
    await store.put(head, bytes.subarray(0, bytes.length >> 1));
    await anna.commit(noteOf('second'));
    const again = await anna.restarted();
    expect(await again.sync.exchange()).toMatchObject({ pushed: 2, pending: 0 });
    await ben.sync.exchange();
    expect(await ben.texts()).toEqual(['first', 'second']);
  });

  it('of the own head is waited for while more of it comes', async () => {
    const { anna, store } = await pair();
    await anna.commit(noteOf('first'));
    await anna.sync.exchange();
    const head = headKey(anna.replica.device);
    const bytes = (await store.get(head)) ?? new Uint8Array();
    let there = 20;
    const growing = storeWith(store, {
      get: async (key, options) => {
        if (key !== head) return store.get(key, options);
        there += 1;
        return bytes.subarray(0, there);
      },
    });
    await anna.commit(noteOf('second'));
    const again = await memoryDevice({ ...anna.made, store: growing });
    expect(await again.sync.exchange()).toMatchObject({ outcome: 'exchanged', pushed: 0, pending: 2 });
  });

  it('of the own head does not let an old backup write over what came after it', async () => {
    const { anna, copy, store } = await oldBackup();
    await store.put(headKey(anna.replica.device), new TextEncoder().encode('{"at":1'));
    const before = store.contents();
    await copy.commit(noteOf('two, again'));
    await copy.sync.exchange();
    expect(await copy.sync.exchange()).toMatchObject({ outcome: 'blocked', reason: 'forked' });
    await store.remove(headKey(anna.replica.device));
    expect(await copy.sync.exchange()).toMatchObject({ outcome: 'blocked', reason: 'forked' });
    expect([...store.contents().keys(), headKey(anna.replica.device)].sort()).toEqual(
      [...before.keys()].sort(),
    );
  });

  it('before there ever was a head does not shut a device out for ever whose backup was put back', async () => {
    const { anna, ben, store } = await pair();
    await anna.commit(noteOf('one'));
    const copy = await anna.copied();
    await anna.commit(noteOf('two'));
    await anna.sync.exchange();
    await store.remove(headKey(anna.replica.device));
    await copy.commit(noteOf('other two'));
    let looks = 0;
    while ((await copy.sync.exchange()).outcome === 'blocked') looks += 1;
    expect(looks).toBeGreaterThan(10);
    await ben.sync.exchange();
    expect(await ben.texts()).toEqual(['one', 'other two']);
  });

  it('of a card is repaired at the next start', async () => {
    const { anna, ben, store } = await pair();
    await anna.commit(noteOf('first'));
    await anna.sync.exchange();
    const card = cardKey(anna.replica.device);
    await store.put(card, ((await store.get(card)) ?? new Uint8Array()).subarray(0, 20));
    await (await anna.restarted()).sync.exchange();
    expect(await ben.sync.exchange()).toMatchObject({ pulled: 1 });
  });
});

describe('two histories of one device', () => {
  it('end with the one that the hub has, also where it is the shorter one', async () => {
    const { ben } = await twoHistories();
    expect((await ben.sync.exchange()).devices).toMatchObject([{ trouble: 'forked' }]);
    expect(await ben.texts()).toEqual(['one', 'other two']);
    expect(await ben.files.kept()).toHaveLength(1);
  });
});

describe('a reading that broke off', () => {
  it('tells of what it had received before', async () => {
    const { anna, ben, store } = await pair();
    await anna.commit(noteOf('catalog'));
    await anna.commit({ stream: 'activity', kind: 'noted', body: { text: 'activity' } });
    await anna.sync.exchange();
    const disturbed = await memoryDevice({
      ...ben.made,
      store: refusing(store, (key) => key.includes('/activity/')),
    });
    const report = await disturbed.sync.exchange();
    expect(report).toMatchObject({ pulled: 1, devices: [{ trouble: 'busy' }] });
    expect(await disturbed.texts()).toEqual(['catalog']);
  });

  it('leaves no trouble behind once it succeeds, also where nothing is new', async () => {
    const { anna, ben, store } = await pair();
    await anna.commit(noteOf('first'));
    await anna.sync.exchange();
    let held = false;
    const watching = await memoryDevice({
      ...ben.made,
      store: refusing(store, (key) => held && key === headKey(anna.replica.device)),
    });
    await watching.sync.exchange();
    held = true;
    expect(await watching.sync.exchange()).toMatchObject({ devices: [{ trouble: 'busy' }] });
    held = false;
    expect((await watching.sync.exchange()).devices[0]?.trouble).toBeUndefined();
  });
});

describe('a disk with troubles of its own', () => {
  it('that takes events of a colleague and refuses the seal over them takes them the next time', async () => {
    const { anna, ben } = await pair();
    await anna.commit(noteOf('first'));
    await anna.sync.exchange();
    const write = ben.files.writeDocument.bind(ben.files);
    ben.files.writeDocument = async (device, name, value) => {
      if (name === 'catalog.seal') throw new StorageError('disk-full', 'write document: ENOSPC');
      await write(device, name, value);
    };
    await expect(ben.sync.exchange()).rejects.toThrow(StorageError);
    expect(await ben.texts()).toEqual([]);
    ben.files.writeDocument = write;
    expect(await ben.sync.exchange()).toMatchObject({ outcome: 'exchanged', pulled: 1 });
    expect(await ben.texts()).toEqual(['first']);
    expect(await (await ben.restarted()).texts()).toEqual(['first']);
  });

  it('that lost the card of a colleague receives the card and everything under it anew', async () => {
    const { anna, ben } = await pair();
    await anna.commit(noteOf('first'));
    await anna.sync.exchange();
    await ben.sync.exchange();
    ben.files.documents.delete(`${anna.replica.device}/card`);
    const again = await ben.restarted();
    expect(await again.texts()).toEqual([]);
    expect(await again.sync.exchange()).toMatchObject({ outcome: 'exchanged', pulled: 1 });
    expect(await again.texts()).toEqual(['first']);
  });
});
