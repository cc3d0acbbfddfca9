import { describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../../../src/platform/keys/node-crypto.ts';
import { nodeGzip } from '../../../../src/platform/system/gzip.ts';
import { joinBundle, splitBundle } from '../../../../src/sync/hub/bundle.ts';
import { bundleKey } from '../../../../src/sync/hub/hub-layout.ts';
import type { ObjectStore } from '../../../../src/sync/hub/object-store.ts';
import { createMemoryStore } from '../../../support/stores/memory-store.ts';
import { foundHub, type MemoryDevice, memoryDevice } from '../../../support/sync/memory-device.ts';
import { DAY, noteOf } from '../../../support/sync/pair.ts';
import { storeWith } from '../../../support/sync/store-with.ts';

const DEVICES = 60;
const time = { now: Date.UTC(2026, 10, 21) };
const clock = { now: () => time.now };
const bundling = { compression: nodeGzip, mayWrite: () => true, atLeast: 100 };

/** A hub of many devices with some notes each, and a lead who bundles. */
async function largeHub() {
  const store = createMemoryStore();
  const { hub, secret } = await foundHub(store);
  const colleagues: MemoryDevice[] = [];
  for (let number = 0; number < DEVICES; number += 1) {
    const colleague = await memoryDevice({ store: alone(store), hub, clock, name: `colleague ${number}` });
    await colleague.commit(noteOf(`${number} a`), noteOf(`${number} b`));
    await colleague.sync.exchange();
    colleagues.push(colleague);
  }
  const lead = await memoryDevice({ store, hub, secret, clock, name: 'lead', bundling });
  await lead.commit(noteOf('of the lead'));
  await lead.sync.exchange();
  const keys = (): string[] => [...store.contents().keys()].filter((key) => key.includes('/bundles/'));
  return { store, hub, colleagues, lead, keys };
}

/** A store that seems to hold nobody else, so that making many devices takes no time. */
function alone(store: ObjectStore): ObjectStore {
  return storeWith(store, {
    list: async (prefix, options) =>
      prefix === 'devices/' ? { objects: [], folders: [], foreign: [] } : store.list(prefix, options),
  });
}

/** Counts what is read of a store. */
function counting(store: ObjectStore) {
  const read: string[] = [];
  return {
    read,
    store: storeWith(store, {
      get: (key, options) => {
        read.push(key);
        return store.get(key, options);
      },
    }),
  };
}

/** What a new device has after its first contact, and what it read for it. */
async function firstContact({ store, hub }: Awaited<ReturnType<typeof largeHub>>, withBundles: boolean) {
  const { read, store: counted } = counting(store);
  const options = withBundles ? { bundling: { ...bundling, mayWrite: () => false } } : {};
  const device = await memoryDevice({ store: counted, hub, clock, name: 'newcomer', ...options });
  const { outcome, devices } = await device.sync.exchange();
  return { outcome, devices, texts: await device.texts(), position: device.replica.position(), read };
}

describe('a bundle', () => {
  it('gives a first contact the same as reading every object by itself, in far fewer reads', async () => {
    const hub = await largeHub();
    expect(hub.keys()).toHaveLength(1);
    const plain = await firstContact(hub, false);
    const bundled = await firstContact(hub, true);
    expect(bundled.texts).toEqual(plain.texts);
    expect(bundled.texts).toHaveLength(2 * DEVICES + 1);
    expect(bundled.position).toEqual(plain.position);
    expect(bundled.devices.filter(({ trouble }) => trouble !== undefined)).toEqual([]);
    expect(plain.read.length).toBeGreaterThan(3 * DEVICES);
    expect(bundled.read.length).toBeLessThan(DEVICES + 15);
  });

  it('is followed by what was written since', async () => {
    const hub = await largeHub();
    const [first] = hub.colleagues;
    await first?.commit(noteOf('later'));
    await first?.sync.exchange();
    expect((await firstContact(hub, true)).texts).toContain('later');
  });

  it('changes nothing when it is cut off, altered, swapped or gone', async () => {
    const hub = await largeHub();
    const plain = await firstContact(hub, false);
    const [key = ''] = hub.keys();
    const sound = hub.store.contents().get(key) ?? new Uint8Array();
    const altered = sound.slice();
    altered[sound.length >> 1] = (altered[sound.length >> 1] ?? 0) ^ 1;
    const other = await nodeGzip.gzip(nodeCrypto.utf8('no bundle at all'));
    for (const bytes of [sound.slice(0, 500), altered, other, new Uint8Array(sound.length)]) {
      await hub.store.put(key, bytes);
      expect(await firstContact(hub, true)).toMatchObject({ outcome: 'exchanged', texts: plain.texts });
    }
    await hub.store.remove(key);
    expect(await firstContact(hub, true)).toMatchObject({ outcome: 'exchanged', texts: plain.texts });
  });

  it('can’t put words into anybody’s mouth: what is forged in it is read from its device instead', async () => {
    const hub = await largeHub();
    const plain = await firstContact(hub, false);
    const [key = ''] = hub.keys();
    const packed = hub.store.contents().get(key) ?? new Uint8Array();
    const objects = splitBundle((await nodeGzip.gunzip(packed, 10_000_000)) ?? new Uint8Array(), nodeCrypto);
    const forged = new Map(
      [...(objects ?? [])].map(([name, bytes]) => {
        const text = nodeCrypto.text(bytes) ?? '';
        return [name, nodeCrypto.utf8(text.replace('"text":"7 a"', '"text":"7 x"'))];
      }),
    );
    const bytes = await nodeGzip.gzip(joinBundle(forged, nodeCrypto));
    // Its author would sign whatever size it has.
    const { lead, store } = hub;
    const sized = { ...bundling, compression: { ...nodeGzip, gzip: async () => bytes } };
    store.restore(new Map([...store.contents()].filter(([name]) => name !== key)));
    const again = await memoryDevice({
      ...{ store, hub: hub.hub, clock, secret: lead.secret, files: lead.files, bundling: sized },
    });
    for (let note = 0; note < DEVICES; note += 1) await again.commit(noteOf(`more ${note}`));
    await again.sync.exchange();
    const contact = await firstContact(hub, true);
    expect(contact.texts.filter((text) => !text.startsWith('more'))).toEqual(plain.texts);
    expect(contact.devices.filter(({ trouble }) => trouble !== undefined)).toEqual([]);
  });

  it('is written again only when the hub has grown, and the one before goes after a week', async () => {
    const hub = await largeHub();
    const before = hub.keys();
    await hub.lead.commit(noteOf('one more'));
    await hub.lead.sync.exchange();
    expect(hub.keys()).toEqual(before);
    for (let note = 0; note < DEVICES; note += 1) await hub.lead.commit(noteOf(`more ${note}`));
    await hub.lead.sync.exchange();
    expect(hub.keys()).toHaveLength(2);
    time.now += 8 * DAY;
    await hub.lead.commit(noteOf('a week later'));
    await hub.lead.sync.exchange();
    expect(hub.keys()).toHaveLength(1);
    expect(hub.keys()).not.toEqual(before);
    expect(bundleKey(hub.lead.replica.device, 'a'.repeat(64))).toMatch(/^devices\/[0-9a-f]{32}\/bundles\//);
  });
});
