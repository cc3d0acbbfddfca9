import { describe, expect, it } from 'vitest';
import { parseHlc } from '../../../../src/sync/clock/hlc.ts';
import { HUB_KEY, headKey } from '../../../../src/sync/hub/hub-layout.ts';
import { memoryDevice } from '../../../support/sync/memory-device.ts';
import { DAY, noteOf, oldBackup, pair, twoHistories } from '../../../support/sync/pair.ts';
import { storeWith } from '../../../support/sync/store-with.ts';

describe('an exchange between two devices', () => {
  it('brings what one wrote to the other, both ways', async () => {
    const { anna, ben } = await pair();
    await anna.commit(noteOf('from anna'));
    await ben.commit(noteOf('from ben'));
    expect(await anna.sync.exchange()).toMatchObject({
      outcome: 'exchanged',
      pushed: 1,
      pulled: 0,
      pending: 0,
    });
    expect(await ben.sync.exchange()).toMatchObject({ outcome: 'exchanged', pushed: 1, pulled: 1 });
    expect(await anna.sync.exchange()).toMatchObject({ pulled: 1 });
    expect(await anna.texts()).toEqual(['from anna', 'from ben']);
    expect(await ben.texts()).toEqual(['from anna', 'from ben']);
  });

  it('writes nothing while nothing happens', async () => {
    const { anna, ben, store } = await pair();
    await anna.commit(noteOf('one'));
    for (const device of [anna, ben, anna, ben]) await device.sync.exchange();
    const before = store.contents();
    for (let poll = 0; poll < 20; poll += 1) {
      await anna.sync.exchange();
      await ben.sync.exchange();
    }
    expect(store.contents()).toEqual(before);
  });

  it('packs a day of single pushes into few segments, and keeps what they replaced for a week', async () => {
    const { anna, ben, store, time } = await pair();
    for (let push = 0; push < 200; push += 1) {
      await anna.commit(noteOf(`note ${push}`));
      await anna.sync.exchange();
      if (push % 7 === 0) await ben.sync.exchange();
    }
    const head = JSON.parse(Buffer.from(store.contents().get(headKey(anna.replica.device)) ?? []).toString());
    expect(head.streams.catalog.segments.length).toBeLessThanOrEqual(9);
    await ben.sync.exchange();
    expect(await ben.texts()).toHaveLength(200);
    const many = store.contents().size;
    time.now += 8 * DAY;
    await anna.commit(noteOf('next week'));
    await anna.sync.exchange();
    expect(store.contents().size).toBeLessThan(many / 4);
    await ben.sync.exchange();
    expect(await ben.texts()).toHaveLength(201);
  });

  it('sends files before the events that name them', async () => {
    const { anna, store } = await pair();
    const sha256 = anna.blobs.add(Buffer.from('a file'));
    await anna.commit({ stream: 'catalog', kind: 'noted', body: { text: 'with a file', blobs: [sha256] } });
    const order: string[] = [];
    const watched = storeWith(store, {
      put: (key, bytes) => {
        order.push(key);
        return store.put(key, bytes);
      },
      putIfAbsent: (key, content) => {
        order.push(key);
        return store.putIfAbsent(key, content);
      },
    });
    const watching = await memoryDevice({ ...anna.made, store: watched });
    await watching.sync.exchange();
    expect(order.map((key) => (key.startsWith('blobs/') ? 'blob' : key.split('/').at(2)))).toEqual([
      'card.json',
      'blob',
      'catalog',
      'head.json',
    ]);
  });
});

describe('a hub that is not there', () => {
  it('changes nothing, whether the folder is empty, holds another hub or half a file and nothing else', async () => {
    const { anna, ben, store } = await pair();
    await anna.commit(noteOf('kept'));
    await anna.sync.exchange();
    await ben.sync.exchange();
    const whole = store.contents();
    const other = await pair();
    const half = new Map([[HUB_KEY, (whole.get(HUB_KEY) ?? new Uint8Array()).slice(0, 20)]]);
    const places = [
      { contents: new Map(), reason: 'no-hub' },
      { contents: other.store.contents(), reason: 'other-hub' },
      { contents: half, reason: 'unreadable-hub' },
    ] as const;
    for (const { contents, reason } of places) {
      store.restore(contents);
      expect(await ben.sync.exchange()).toMatchObject({ outcome: 'blocked', reason, pulled: 0, pushed: 0 });
      expect(await ben.texts()).toEqual(['kept']);
      expect(store.contents()).toEqual(contents);
    }
    store.restore(whole);
    expect(await ben.sync.exchange()).toMatchObject({ outcome: 'exchanged' });
  });

  it('is written again by each device, where it was rolled back', async () => {
    const { anna, ben, store } = await pair();
    await anna.commit(noteOf('first'));
    await anna.sync.exchange();
    const old = store.contents();
    await anna.commit(noteOf('second'));
    await anna.sync.exchange();
    await ben.sync.exchange();
    store.restore(old);
    const report = await ben.sync.exchange();
    expect(report.devices).toMatchObject([{ trouble: 'rolled-back' }]);
    expect(await ben.texts()).toEqual(['first', 'second']);
    await anna.sync.exchange();
    expect((await ben.sync.exchange()).devices[0]?.trouble).toBeUndefined();
    const carl = await ben.another();
    await carl.sync.exchange();
    expect(await carl.texts()).toEqual(['first', 'second']);
  });

  it('gets segments back that it lost although a head names them', async () => {
    const { anna, ben, store } = await pair();
    await anna.commit(noteOf('first'));
    await anna.sync.exchange();
    store.restore(new Map([...store.contents()].filter(([key]) => !key.endsWith('.jsonl'))));
    expect((await ben.sync.exchange()).devices).toMatchObject([
      { trouble: 'not-arrived', streams: { catalog: { here: 0, there: 1 } } },
    ]);
    await (await anna.restarted()).sync.exchange();
    expect(await ben.sync.exchange()).toMatchObject({ pulled: 1 });
  });
});

describe('what a device does not take from a hub', () => {
  it('altered bytes, wherever they are; the rest goes on', async () => {
    const { anna, ben, store } = await pair();
    await anna.commit(noteOf('AAAA'), noteOf('BBBB'));
    await anna.sync.exchange();
    const whole = store.contents();
    const segment = [...whole.keys()].find((key) => key.endsWith('.jsonl')) ?? '';
    const head = headKey(anna.replica.device);
    for (const key of [segment, head]) {
      const bytes = whole.get(key) ?? new Uint8Array();
      for (let at = 0; at < bytes.length; at += 7) {
        const altered = bytes.slice();
        altered[at] = (altered[at] ?? 0) ^ 1;
        store.restore(new Map(whole).set(key, altered));
        const carl = await ben.another();
        const report = await carl.sync.exchange();
        expect(report).toMatchObject({ outcome: 'exchanged', pulled: 0 });
        expect(['altered', 'forged', 'not-arrived']).toContain(report.devices[0]?.trouble);
        expect(await carl.texts()).toEqual([]);
      }
    }
  });

  it('an event that a stranger wrote and signed under another device’s name', async () => {
    const { anna, ben, store } = await pair();
    const eve = await ben.another();
    await eve.commit(noteOf('forged'));
    await eve.sync.exchange();
    const moved = new Map<string, Uint8Array>();
    for (const [key, bytes] of store.contents()) {
      const text = Buffer.from(bytes).toString().replaceAll(eve.replica.device, anna.replica.device);
      moved.set(key.replaceAll(eve.replica.device, anna.replica.device), Buffer.from(text));
    }
    store.restore(moved);
    const report = await ben.sync.exchange();
    expect(report.pulled).toBe(0);
    expect(await ben.texts()).toEqual([]);
  });

  it('a clock that is years ahead, or beyond belief: its work arrives, and no other clock follows', async () => {
    const { anna, ben, time } = await pair();
    const right = time.now;
    for (const at of [right + 10 * 365 * DAY, Date.UTC(2300, 0, 1)]) {
      anna.time.now = at;
      await anna.commit(noteOf(`from ${new Date(at).getUTCFullYear()}`));
      await anna.sync.exchange();
      expect((await ben.sync.exchange()).devices.some(({ trouble }) => trouble !== undefined)).toBe(false);
    }
    anna.time.now = right + 2;
    await anna.commit(noteOf('set right'));
    await anna.sync.exchange();
    await ben.sync.exchange();
    await ben.commit(noteOf('by ben'));
    const clocks: number[] = [];
    for await (const { event } of ben.replica.read()) clocks.push(parseHlc(event.hlc)?.time ?? 0);
    expect(clocks.filter((clock) => clock < right + 2 * DAY)).toHaveLength(2);
    expect(await ben.texts()).toHaveLength(4);
  });

  it('its own history from a backup: it is told that it needs a new identity', async () => {
    const { copy, store } = await oldBackup();
    const before = store.contents();
    await copy.commit(noteOf('two, again'));
    expect(await copy.sync.exchange()).toMatchObject({ outcome: 'blocked', reason: 'forked' });
    expect(store.contents()).toEqual(before);
  });

  it('two histories of one device: the hub’s counts, the other is kept aside', async () => {
    const { ben, copy } = await twoHistories();
    await copy.commit(noteOf('other three'), noteOf('other four'));
    await copy.sync.exchange();
    const report = await ben.sync.exchange();
    expect(report.devices).toMatchObject([{ trouble: 'forked' }]);
    expect(await ben.texts()).toEqual(['one', 'other four', 'other three', 'other two']);
    expect(ben.retractions).toBe(1);
    expect(await ben.files.kept()).toHaveLength(1);
    expect((await ben.sync.exchange()).devices[0]?.trouble).toBeUndefined();
  });
});
