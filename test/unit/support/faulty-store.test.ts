import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isKey, type ObjectStore, StoreError } from '../../../src/sync/hub/object-store.ts';
import { CALM, type FaultKind, type FaultRates, ROUGH } from '../../support/stores/faults.ts';
import { createFaultyHub } from '../../support/stores/faulty-store.ts';
import { createMemoryStore } from '../../support/stores/memory-store.ts';
import { createSeededRandom } from '../../support/stores/seeded-random.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes);
const only = (kind: FaultKind, rate = 1): FaultRates => ({ ...CALM, [kind]: rate });

/** Two devices on one store with one kind of fault. */
function two(kind: FaultKind, rate = 1) {
  const memory = createMemoryStore();
  const hub = createFaultyHub(memory, 7, { ...CALM });
  const anna = hub.device('anna');
  const ben = hub.device('ben');
  return { memory, hub, anna, ben, begin: () => hub.setRates(only(kind, rate)) };
}

describe('a faulty hub', () => {
  it.each(['unreachable', 'busy', 'denied'] as const)(
    'fails every call as %s, without effect',
    async (kind) => {
      const { memory, ben, begin } = two(kind);
      await memory.put('hub.json', bytesOf('{}'));
      begin();
      await expect(ben.get('hub.json')).rejects.toMatchObject({ failure: kind });
      await expect(ben.list('')).rejects.toMatchObject({ failure: kind });
      await expect(ben.put('hub.json', bytesOf('other'))).rejects.toBeInstanceOf(StoreError);
      expect(textOf(await memory.get('hub.json'))).toBe('{}');
    },
  );

  it('is full for writes only', async () => {
    const { ben, begin } = two('full');
    begin();
    await expect(ben.put('hub.json', bytesOf('x'))).rejects.toMatchObject({ failure: 'full' });
    expect(await ben.get('hub.json')).toBeUndefined();
  });

  it('loses the answer of a write that went through', async () => {
    const { memory, ben, begin } = two('lostAnswer');
    begin();
    await expect(ben.put('hub.json', bytesOf('x'))).rejects.toMatchObject({ failure: 'unreachable' });
    expect(textOf(await memory.get('hub.json'))).toBe('x');
  });

  it('leaves the first half of a write, but never in place of a whole object that does not change', async () => {
    const { memory, anna, ben, begin } = two('halfPut');
    await anna.putIfAbsent('blobs/aa/one', bytesOf('whole'));
    begin();
    await expect(anna.put('hub.json', bytesOf('1234'))).rejects.toMatchObject({ failure: 'unreachable' });
    await expect(anna.putIfAbsent('blobs/aa/two', bytesOf('1234'))).rejects.toBeInstanceOf(StoreError);
    await expect(anna.putIfAbsent('blobs/aa/one', bytesOf('whole'))).rejects.toBeInstanceOf(StoreError);
    expect(textOf(await ben.get('hub.json'))).toBe('12');
    expect(textOf(await memory.get('blobs/aa/two'))).toBe('12');
    expect(textOf(await memory.get('blobs/aa/one'))).toBe('whole');
  });

  it('gives the first part of an object', async () => {
    const { memory, ben, begin } = two('truncatedRead');
    await memory.put('hub.json', bytesOf('0123456789'));
    begin();
    const part = textOf(await ben.get('hub.json')) ?? 'nothing';
    expect(part.length).toBeLessThan(10);
    expect('0123456789'.startsWith(part)).toBe(true);
  });

  it('shows an older state, or nothing, of what others wrote until it arrives', async () => {
    const { hub, anna, ben, begin } = two('hiddenKey');
    await anna.put('devices/a/head.json', bytesOf('old'));
    expect(textOf(await ben.get('devices/a/head.json'))).toBe('old');
    begin();
    await anna.put('devices/a/head.json', bytesOf('new and longer'));
    await anna.put('devices/a/catalog/1.jsonl', bytesOf('lines'));
    expect(textOf(await ben.get('devices/a/head.json'))).toBe('old');
    expect(await ben.stat('devices/a/head.json')).toEqual({ size: 3 });
    expect(await ben.get('devices/a/catalog/1.jsonl')).toBeUndefined();
    expect(await ben.list('devices/a/')).toEqual({
      objects: [{ key: 'devices/a/head.json', size: 3 }],
      folders: [],
      foreign: [],
    });
    expect(textOf(await anna.get('devices/a/head.json'))).toBe('new and longer');
    hub.tick(9);
    expect(textOf(await ben.get('devices/a/head.json'))).toBe('new and longer');
    expect((await ben.list('devices/a/')).folders).toEqual(['devices/a/catalog/']);
  });

  it('has an empty root for a while and takes no writes meanwhile', async () => {
    const { hub, anna, ben, begin } = two('emptyRoot');
    await anna.put('hub.json', bytesOf('{}'));
    begin();
    expect(await ben.list('')).toEqual({ objects: [], folders: [], foreign: [] });
    expect(await ben.get('hub.json')).toBeUndefined();
    await expect(ben.put('devices/b/head.json', bytesOf('x'))).rejects.toMatchObject({
      failure: 'unreachable',
    });
    hub.setRates(CALM);
    hub.tick(7);
    expect(textOf(await ben.get('hub.json'))).toBe('{}');
  });

  it('shows an older state of everything for a while, and what the device writes', async () => {
    const { hub, anna, ben, begin } = two('rolledBack');
    for (let number = 0; number < 20; number += 1) await anna.put('hub.json', bytesOf(String(number)));
    begin();
    const seen = textOf(await ben.get('hub.json'));
    expect(seen === undefined || Number(seen) < 20).toBe(true);
    await ben.put('devices/b/head.json', bytesOf('mine')).catch(() => undefined);
    hub.calm();
    expect(textOf(await ben.get('hub.json'))).toBe('19');
  });

  it('rolls back for good', async () => {
    const { hub, anna, ben } = two('busy');
    await anna.put('hub.json', bytesOf('old'));
    hub.tick(5);
    await anna.put('hub.json', bytesOf('new'));
    await anna.put('devices/a/head.json', bytesOf('head'));
    expect((await anna.list('')).folders).toEqual(['devices/']);
    await hub.rollBackForGood(3);
    expect(textOf(await ben.get('hub.json'))).toBe('old');
    expect(await anna.get('devices/a/head.json')).toBeUndefined();
    expect((await anna.list('')).folders).toEqual([]);
  });

  it("lists second versions under every vendor's name; one of them is a key", async () => {
    const { anna, ben, begin } = two('conflictedCopies');
    await anna.put('devices/a/head.json', bytesOf('{}'));
    begin();
    const listing = await ben.list('devices/a/');
    expect(listing.foreign).toContain("head (Anna's conflicted copy 2026-11-21).json");
    expect(listing.foreign.some((name) => name.includes('.sync-conflict-'))).toBe(true);
    expect(listing.foreign.some(isKey)).toBe(false);
    expect(listing.objects.map(({ key }) => key)).toEqual([
      'devices/a/head.json',
      'devices/a/head-annas-laptop.json',
    ]);
  });

  it('holds a call up until time goes on', async () => {
    const { hub, memory, ben, begin } = two('stall');
    begin();
    const writing = ben.put('hub.json', bytesOf('x'));
    await Promise.resolve();
    expect(hub.stalled).toBe(1);
    expect(await memory.get('hub.json')).toBeUndefined();
    hub.tick(6);
    await writing;
    expect(textOf(await memory.get('hub.json'))).toBe('x');
  });

  it('never does what a device had begun and waited for when it was started again', async () => {
    const { hub, memory, ben, begin } = two('stall');
    begin();
    const writing = ben.put('hub.json', bytesOf('x'));
    hub.device('ben');
    hub.calm();
    await expect(writing).rejects.toMatchObject({ name: 'SimulatedCrash' });
    expect(await memory.get('hub.json')).toBeUndefined();
  });

  it('can be taken away from one device', async () => {
    const { hub, anna, ben } = two('busy');
    hub.setReachable('ben', false);
    await expect(ben.get('hub.json')).rejects.toMatchObject({ failure: 'unreachable' });
    expect(await anna.get('hub.json')).toBeUndefined();
    hub.setReachable('ben', true);
    expect(await ben.get('hub.json')).toBeUndefined();
  });

  it('does the same again from the same seed, and something else from another', async () => {
    expect(await run(1)).toEqual(await run(1));
    expect(await run(1)).not.toEqual(await run(2));
  });

  it('shows everybody the same once it is calm, whatever happened before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const memory = createMemoryStore();
        const hub = createFaultyHub(memory, seed, ROUGH);
        const stores = ['a', 'b', 'c'].map((name) => hub.device(name));
        await exercise(hub, stores, seed, 40);
        hub.calm();
        for (const store of stores) {
          expect(await store.list('devices/')).toEqual(await memory.list('devices/'));
          for (const key of memory.contents().keys())
            expect(await store.get(key)).toEqual(await memory.get(key));
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** Random calls; every answer as a text. Stalled calls are let through by the time that goes on beside them. */
async function exercise(
  hub: ReturnType<typeof createFaultyHub>,
  stores: readonly ObjectStore[],
  seed: number,
  steps: number,
): Promise<string[]> {
  const random = createSeededRandom(seed, 'calls');
  const answers: Promise<string>[] = [];
  for (let step = 0; step < steps; step += 1) {
    const device = random.below(stores.length);
    const store = stores[device];
    const key = `devices/${random.below(4)}/head.json`;
    const text = `${device}-${step}`;
    if (store) {
      const call = random.chance(0.4)
        ? store.put(key, bytesOf(text)).then(() => 'put')
        : random.chance(0.3)
          ? store.list('devices/').then((listing) => JSON.stringify(listing))
          : store.get(key).then((bytes) => textOf(bytes) ?? 'nothing');
      answers.push(call.catch((error: unknown) => String(error)));
    }
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    hub.tick();
  }
  hub.tick(10);
  return Promise.all(answers);
}

async function run(seed: number) {
  const hub = createFaultyHub(createMemoryStore(), seed, ROUGH);
  const answers = await exercise(hub, [hub.device('a'), hub.device('b')], 5, 300);
  return { answers, injected: { ...hub.injected } };
}
