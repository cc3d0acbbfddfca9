import { describe, expect, it } from 'vitest';
import { nodeCrypto, signerOf } from '../../../../src/platform/keys/node-crypto.ts';
import { headBytes, parseHead, signHead } from '../../../../src/sync/hub/hub-head.ts';
import { cardKey, HUB_KEY, headKey, streamPrefix } from '../../../../src/sync/hub/hub-layout.ts';
import { StoreError } from '../../../../src/sync/hub/object-store.ts';
import { documentBytes, signDocument } from '../../../../src/sync/identity/signed-document.ts';
import { LIMITS } from '../../../../src/sync/limits.ts';
import type { MemoryStore } from '../../../support/stores/memory-store.ts';
import { madeDevice, putMade, receiveMade } from '../../../support/sync/made-device.ts';
import { memoryDevice } from '../../../support/sync/memory-device.ts';
import { noteOf, type PairedDevice, pair } from '../../../support/sync/pair.ts';
import { storeWith } from '../../../support/sync/store-with.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const NESTED = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;

/** What somebody without any key can put in the place of an object. */
const ANYTHING: readonly (readonly [what: string, text: string])[] = [
  ['a number beyond all numbers', '{"v":1,"x":1e400}'],
  ['20,000 lists in each other', `{"v":1,"x":${NESTED}}`],
  ['half a character', '{"v":1,"sig":"\\ud800","x":"\\udfff"}'],
  ['a list', '[]'],
  ['nothing', ''],
  ['bytes that are no text', '\ufffe\u0000'],
  ['a newer format that nobody signed', '{"v":2,"device":"x","sig":"x"}'],
  ['names that mean something to JavaScript', '{"__proto__":{"v":1},"constructor":1,"toString":2,"v":1}'],
];

/** Three devices that have met: `eve`'s objects are the hostile ones. */
async function three() {
  const { anna, ben, store } = await pair();
  const eve = await ben.another();
  await anna.commit(noteOf('from anna'));
  await eve.commit(noteOf('from eve'));
  await anna.sync.exchange();
  await eve.sync.exchange();
  return { anna, ben, eve, store };
}

function troubleOf(devices: readonly { device: string; trouble?: string }[], { replica }: PairedDevice) {
  return devices.find(({ device }) => device === replica.device)?.trouble;
}

function segmentKeyIn(store: MemoryStore, { replica }: PairedDevice): string {
  const prefix = streamPrefix(replica.device, 'catalog');
  return [...store.contents().keys()].find((key) => key.startsWith(prefix)) ?? '';
}

describe('an object that somebody made to do harm', () => {
  it.each(ANYTHING)('stops nobody but its own device as head, card or segment: %s', async (_what, text) => {
    const { anna, ben, eve, store } = await three();
    const whole = store.contents();
    const { device } = eve.replica;
    for (const key of [headKey(device), cardKey(device), segmentKeyIn(store, eve)]) {
      store.restore(new Map(whole).set(key, bytesOf(text)));
      const carl = await ben.another();
      const report = await carl.sync.exchange();
      expect(report.outcome).toBe('exchanged');
      expect(await carl.texts()).toEqual(['from anna']);
      expect(['not-arrived', 'forged', 'altered', 'too-large']).toContain(troubleOf(report.devices, eve));
      expect(troubleOf(report.devices, anna)).toBeUndefined();
    }
  });

  it.each(ANYTHING)('is written over in the place of one’s own head: %s', async (_what, text) => {
    const { anna, ben, store } = await three();
    await store.put(headKey(anna.replica.device), bytesOf(text));
    await anna.commit(noteOf('second'));
    const again = await anna.restarted();
    expect(await again.sync.exchange()).toMatchObject({ outcome: 'exchanged', pending: 0 });
    await ben.sync.exchange();
    expect(await ben.texts()).toEqual(['from anna', 'from eve', 'second']);
  });

  it('is written over in the place of one’s own head and card, also where another device signed it or it is too large', async () => {
    const { anna, ben, eve, store } = await three();
    const head = headKey(anna.replica.device);
    const others = (await store.get(headKey(eve.replica.device))) ?? new Uint8Array();
    const signed = nodeCrypto.text(others)?.replaceAll(eve.replica.device, anna.replica.device) ?? '';
    for (const bytes of [others, bytesOf(signed), new Uint8Array(LIMITS.head + 1)]) {
      await store.put(head, bytes);
      await store.put(cardKey(anna.replica.device), new Uint8Array(LIMITS.card + 1));
      const again = await anna.restarted();
      expect(await again.sync.exchange()).toMatchObject({ outcome: 'exchanged', pending: 0 });
      await (await anna.restarted()).sync.exchange();
      const carl = await ben.another();
      await carl.sync.exchange();
      expect(await carl.texts()).toEqual(['from anna', 'from eve']);
    }
  });

  it('is told as too large and read no further, whatever it is in the place of', async () => {
    const { ben, eve, store } = await three();
    const whole = store.contents();
    const { device } = eve.replica;
    for (const [key, size] of [
      [headKey(device), LIMITS.head + 1],
      [cardKey(device), LIMITS.card + 1],
      [segmentKeyIn(store, eve), 100_000],
    ] as const) {
      store.restore(new Map(whole).set(key, new Uint8Array(size)));
      const carl = await ben.another();
      const report = await carl.sync.exchange();
      expect(report).toMatchObject({ outcome: 'exchanged', pulled: 1 });
      expect(troubleOf(report.devices, eve)).toBe('too-large');
    }
  });

  it('is asked for with the limit of its kind', async () => {
    const { ben, store } = await three();
    const limits = new Map<string, number>();
    const watched = storeWith(store, {
      get: (key, options) => {
        limits.set(key.split('/').at(-1) ?? '', options?.limit ?? Number.POSITIVE_INFINITY);
        return store.get(key, options);
      },
    });
    const carl = await memoryDevice({ ...ben.made, store: watched });
    await carl.sync.exchange();
    for (const [name, limit] of limits) {
      const most = name.endsWith('.jsonl') ? 2_000 : name === 'head.json' ? LIMITS.head : LIMITS.card;
      expect([name, limit <= most]).toEqual([name, true]);
    }
    expect(limits.size).toBeGreaterThan(4);
  });

  it('among one’s own segments shuts nobody out, of any size', async () => {
    const { anna, store } = await three();
    const stray = `${streamPrefix(anna.replica.device, 'catalog')}000000001-000000009-${'a'.repeat(32)}.jsonl`;
    for (const bytes of [
      bytesOf('{}'),
      bytesOf(`${NESTED}\n`),
      new Uint8Array(LIMITS.segment + 1).fill(0x61),
    ]) {
      await store.put(stray, bytes);
      await store.remove(headKey(anna.replica.device));
      expect(await (await anna.restarted()).sync.exchange()).toMatchObject({
        outcome: 'exchanged',
        pending: 0,
      });
    }
  });

  it('is that device’s trouble and a line in the log, also where reading it fails in a way that nobody foresaw', async () => {
    const { anna, ben, eve, store } = await three();
    const failing = storeWith(store, {
      get: async (key, options) => {
        if (key === headKey(eve.replica.device)) throw new RangeError('nobody foresaw this');
        return store.get(key, options);
      },
    });
    const carl = await memoryDevice({ ...(await ben.another()).made, store: failing });
    const report = await carl.sync.exchange();
    expect(report).toMatchObject({ outcome: 'exchanged', pulled: 1 });
    expect(troubleOf(report.devices, eve)).toBe('unreadable');
    expect(troubleOf(report.devices, anna)).toBeUndefined();
  });

  it('is read up to the line that is longer than any may be, however soundly it is signed', async () => {
    const { ben, store } = await three();
    const made = madeDevice([{ text: 'short' }, { text: 'x'.repeat(LIMITS.line) }, { text: 'after' }]);
    await putMade(store, made);
    const carl = await ben.another();
    const report = await carl.sync.exchange();
    expect(report).toMatchObject({ outcome: 'exchanged', pulled: 2 });
    expect(report.devices.find(({ device }) => device === made.card.device)?.trouble).toBe('too-large');
    expect(await carl.texts()).toEqual(['from anna', 'from eve']);
  });

  it('holds up no start, where an earlier Kitbag took it in, and is set aside unread', async () => {
    const { ben, store } = await three();
    const carl = await ben.another();
    const made = madeDevice([{ text: 'short' }, { text: 'x'.repeat(LIMITS.line) }, { text: 'after' }]);
    await receiveMade(carl.files, made);
    const again = await carl.restarted();
    expect(again.replica.problems()).toMatchObject([{ code: 'long-line', seq: 2 }, { code: 'shortened' }]);
    expect(await again.texts()).toEqual(['short']);
    expect(await again.files.kept()).toMatchObject([{ device: made.card.device }]);
    await putMade(store, made);
    const report = await again.sync.exchange();
    expect(report).toMatchObject({ outcome: 'exchanged', pulled: 2 });
    expect(report.devices.find(({ device }) => device === made.card.device)?.trouble).toBe('too-large');
  });

  it('is not read again and again where there is much of it, and is once it is mended', async () => {
    const { ben, store } = await three();
    const made = madeDevice(Array.from({ length: 9 }, () => ({ text: 'x'.repeat(50_000) })));
    await putMade(store, made);
    const sound = store.contents();
    const key = [...sound.keys()].find((one) => one.includes(`${made.card.device}/catalog/`)) ?? '';
    const altered = (sound.get(key) ?? new Uint8Array()).slice();
    altered[altered.length >> 1] = 0x20;
    await store.put(key, altered);
    let read = 0;
    const carl = await ben.another();
    const counted = storeWith(store, {
      get: (one, options) => {
        if (one === key) read += 1;
        return store.get(one, options);
      },
    });
    const again = await memoryDevice({ ...carl.made, store: counted });
    for (let polls = 0; polls < 20; polls += 1) {
      const { devices } = await again.sync.exchange();
      expect(devices.find(({ device }) => device === made.card.device)?.trouble).toBe('altered');
    }
    expect(read).toBe(1);
    await store.put(key, sound.get(key) ?? new Uint8Array());
    carl.time.now += 60 * 60_000;
    expect(await again.sync.exchange()).toMatchObject({ pulled: 9 });
  });

  it('of many megabytes as a signed head is passed over as long as it stays the same', async () => {
    const { ben, eve, store } = await three();
    const key = headKey(eve.replica.device);
    const head = parseHead((await store.get(key)) ?? new Uint8Array(), nodeCrypto);
    if (head === undefined) throw new Error('There is a head.');
    const { v: _v, sig: _sig, ...rest } = head;
    const retired = Array.from({ length: 10_000 }, (_, since) => ({ key: 'x'.repeat(50), since }));
    const large = headBytes(signHead({ ...rest, retired }, signerOf(eve.secret)), nodeCrypto);
    expect(large.length).toBeGreaterThan(10 * LIMITS.keptHead);
    await store.put(key, large);
    let cards = 0;
    const watching = await memoryDevice({ ...(await ben.another()).made, store });
    const card = watching.replica.journals.card.bind(watching.replica.journals);
    watching.replica.journals.card = (device) => {
      if (device === eve.replica.device) cards += 1;
      return card(device);
    };
    for (let polls = 0; polls < 5; polls += 1)
      expect(troubleOf((await watching.sync.exchange()).devices, eve)).toBeUndefined();
    expect(cards).toBe(1);
  });

  it('says nothing of a time that there is not', async () => {
    const { ben, eve, store } = await three();
    const signer = signerOf(eve.secret);
    const key = headKey(eve.replica.device);
    const head = parseHead((await store.get(key)) ?? new Uint8Array(), nodeCrypto);
    if (head === undefined) throw new Error('There is a head.');
    const { v: _v, sig: _sig, ...rest } = head;
    for (const at of [1.7e308, -1, 0.5, 2 ** 53 - 1]) {
      await store.put(key, headBytes(signHead({ ...rest, at }, signer), nodeCrypto));
      const report = await (await ben.another()).sync.exchange();
      const standing = report.devices.find(({ device }) => device === eve.replica.device);
      expect(standing).toBeDefined();
      expect(standing?.trouble).toBeUndefined();
      expect(standing?.writtenAt).toBeUndefined();
    }
  });
});

describe('what is put in the place of the hub’s description', () => {
  const TOO_LARGE = ['more than any description has', ' '.repeat(LIMITS.hub + 1)] as const;

  const descriptionIn = async (store: MemoryStore) =>
    nodeCrypto.text((await store.get(HUB_KEY)) ?? bytesOf(''));

  /** The founder's description, and devices that know the hub. */
  async function described() {
    const known = await three();
    await known.ben.sync.exchange();
    return { ...known, genuine: await descriptionIn(known.store) };
  }

  it.each([...ANYTHING, TOO_LARGE])(
    'stops nobody who knows the hub, and is written over: %s',
    async (_what, text) => {
      const { anna, ben, store, genuine } = await described();
      for (const device of [ben, await ben.restarted(), await anna.restarted()]) {
        await store.put(HUB_KEY, bytesOf(text));
        expect(await device.sync.exchange()).toMatchObject({ outcome: 'exchanged' });
        expect(await descriptionIn(store)).toBe(genuine);
      }
    },
  );

  it.each([...ANYTHING, TOO_LARGE])(
    'is said at once to whoever has not seen the founder’s: %s',
    async (_what, text) => {
      const { ben, store } = await described();
      await store.put(HUB_KEY, bytesOf(text));
      const carl = await ben.another();
      expect(await carl.sync.exchange()).toMatchObject({ outcome: 'blocked', pulled: 0, pushed: 0 });
      expect(await descriptionIn(store)).toBe(text);
      await ben.sync.exchange();
      expect(await carl.sync.exchange()).toMatchObject({ outcome: 'exchanged', pulled: 2 });
    },
  );

  it('is no newer format by the founder’s key alone, which everybody knows', async () => {
    const { anna, ben, store, genuine } = await described();
    const { publicKey } = signerOf(anna.secret);
    await store.put(HUB_KEY, bytesOf(JSON.stringify({ v: 2, publicKey, sig: 'x' })));
    expect(await ben.sync.exchange()).toMatchObject({ outcome: 'exchanged' });
    expect(await descriptionIn(store)).toBe(genuine);
  });

  it('stays where it is another hub’s, or the founder’s of a newer Kitbag', async () => {
    const { anna, ben, store } = await described();
    const other = (await descriptionIn((await pair()).store)) ?? '';
    const newer = (secret: string) => {
      const { publicKey, ...signer } = signerOf(secret);
      const signed = signDocument('kitbag hub 1\n', { v: 2, publicKey }, { publicKey, ...signer });
      return nodeCrypto.text(documentBytes(signed, nodeCrypto)) ?? '';
    };
    for (const [text, reason] of [
      [other, 'other-hub'],
      [newer(anna.secret), 'newer-format'],
      [newer(ben.secret), 'other-hub'],
    ] as const) {
      await store.put(HUB_KEY, bytesOf(text));
      expect(await ben.sync.exchange()).toMatchObject({ outcome: 'blocked', reason });
      expect(await descriptionIn(store)).toBe(text);
    }
  });

  it('stays where nothing else of the hub is: another program’s file may have its name', async () => {
    const { ben, store } = await described();
    const foreign = new Map([[HUB_KEY, bytesOf('{"name":"hub","type":"usb"}')]]);
    store.restore(foreign);
    expect(await ben.sync.exchange()).toMatchObject({ outcome: 'blocked', reason: 'unreadable-hub' });
    expect(store.contents()).toEqual(foreign);
  });

  it('is said where this device may not write there, or it is still changing', async () => {
    const { ben, store, genuine } = await described();
    await store.put(HUB_KEY, bytesOf('{'));
    const denied = storeWith(store, {
      put: async (key, bytes, options) => {
        if (key === HUB_KEY) throw new StoreError('denied', 'put', key);
        return store.put(key, bytes, options);
      },
    });
    const as = async (other: typeof denied) => memoryDevice({ ...ben.made, store: other });
    expect(await (await as(denied)).sync.exchange()).toMatchObject({ reason: 'unreadable-hub' });
    let looks = 0;
    const arriving = storeWith(store, {
      get: async (key, options) => {
        if (key !== HUB_KEY) return store.get(key, options);
        looks += 1;
        return bytesOf(genuine?.slice(0, looks * 10) ?? '');
      },
    });
    expect(await (await as(arriving)).sync.exchange()).toMatchObject({ reason: 'unreadable-hub' });
    expect(await descriptionIn(store)).toBe('{');
  });
});
