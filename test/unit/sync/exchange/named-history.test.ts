import { describe, expect, it } from 'vitest';
import { signerOf } from '../../../../src/platform/keys/node-crypto.ts';
import type { DeviceId } from '../../../../src/shared/vocabulary/ids.ts';
import {
  type NamedPosition,
  type NamedPositions,
  NOTHING_NAMED,
  streamKey,
} from '../../../../src/sync/exchange/named-positions.ts';
import { segmentKey } from '../../../../src/sync/hub/hub-layout.ts';
import type { Replica } from '../../../../src/sync/journal/replica.ts';
import { makeSeal } from '../../../../src/sync/journal/seal.ts';
import { memoryDevice } from '../../../support/sync/memory-device.ts';
import { noteOf, type PairedDevice, pair, twoHistories } from '../../../support/sync/pair.ts';

/** An event of a device that is here, as a removal names it, with the signature that only the device itself can give. */
async function namedAt(
  { journals }: Replica,
  { replica: { device }, secret }: PairedDevice,
  seq: number,
): Promise<NamedPosition> {
  const digest = (await journals.digestAt(device, 'catalog', seq)) ?? '';
  const seal = makeSeal(device, 'catalog', { seq, digest }, signerOf(secret));
  return { device, stream: 'catalog', seq, digest, seal };
}

function naming(...positions: NamedPosition[]): NamedPositions {
  const device = positions[0]?.device as DeviceId;
  return new Map([[streamKey(device, 'catalog'), positions]]);
}

/** The last one that is here. */
async function lastOf(replica: Replica, of: PairedDevice): Promise<NamedPositions> {
  return naming(await namedAt(replica, of, replica.journals.head(of.replica.device, 'catalog').seq));
}

/** Anna’s 'one', 'two' and 'three' are what was known; the hub has another history of hers, of the same length. */
async function replaced() {
  const { anna, ben, copy, store } = await twoHistories();
  const truth = await lastOf(ben.replica, anna);
  await copy.commit(noteOf('other three'));
  await copy.sync.exchange();
  return { anna, ben, copy, store, truth, hub: ben.made.hub };
}

const TROUBLE = { devices: [{ trouble: 'replaced-history' }] };

describe('a history of which somebody has named an event', () => {
  it('is not given up for another one, however often the hub is read', async () => {
    const { ben, truth } = await replaced();
    const device = await memoryDevice({ ...ben.made, named: () => truth });
    for (let turn = 0; turn < 3; turn += 1) expect(await device.sync.exchange()).toMatchObject(TROUBLE);
    expect(await device.texts()).toEqual(['one', 'three', 'two']);
    expect(device.retractions).toBe(0);
  });

  it('is the only one that a newcomer takes, and of another not even the beginning', async () => {
    const { anna, store, hub, truth, ben } = await replaced();
    const newcomer = await memoryDevice({ store, hub, clock: ben.made.clock, named: () => truth });
    expect(await newcomer.sync.exchange()).toMatchObject(TROUBLE);
    expect(await newcomer.texts()).toEqual([]);
    for (const key of store.contents().keys()) {
      if (key.includes(anna.replica.device) && key.includes('.json')) await store.remove(key);
    }
    await (await anna.restarted()).sync.exchange();
    await newcomer.sync.exchange();
    expect(await newcomer.texts()).toEqual(['one', 'three', 'two']);
  });

  it('is waited for where the hub has a shorter one', async () => {
    const { anna, store, ben } = await pair();
    await anna.commit(noteOf('one'));
    await anna.sync.exchange();
    const early = store.contents();
    await anna.commit(noteOf('two'));
    await anna.sync.exchange();
    const whole = store.contents();
    await ben.sync.exchange();
    const truth = await lastOf(ben.replica, anna);
    store.restore(early);
    const { hub, clock } = ben.made;
    const newcomer = await memoryDevice({ store, hub, clock, named: () => truth });
    expect(await newcomer.sync.exchange()).toMatchObject({ devices: [{ trouble: 'not-arrived' }] });
    expect(await newcomer.texts()).toEqual([]);
    store.restore(whole);
    await newcomer.sync.exchange();
    expect(await newcomer.texts()).toEqual(['one', 'two']);
  });

  it('gives way behind the named event, as every history does', async () => {
    const { ben, anna } = await twoHistories();
    const first = naming(await namedAt(ben.replica, anna, 1));
    const again = await memoryDevice({ ...ben.made, named: () => first });
    await again.sync.exchange();
    expect(await again.texts()).toEqual(['one', 'other two']);
  });

  it('is taken in the place of one that came before anybody heard of it, and not the other way round', async () => {
    const { anna, copy, store, hub, truth, ben } = await replaced();
    let heard = false;
    const newcomer = await memoryDevice({
      store,
      hub,
      clock: ben.made.clock,
      named: () => (heard ? truth : NOTHING_NAMED),
    });
    await newcomer.sync.exchange();
    expect(await newcomer.texts()).toEqual(['one', 'other three', 'other two']);
    heard = true;
    expect(await newcomer.sync.exchange()).toMatchObject(TROUBLE);
    expect(await newcomer.texts()).toEqual([]);
    expect(newcomer.retractions).toBe(1);
    await copy.commit(noteOf('more'));
    await copy.sync.exchange();
    await newcomer.sync.exchange();
    expect(await newcomer.texts()).toEqual([]);
    expect(anna.replica.device).toBe(copy.replica.device);
  });

  it('does not come and go where it alone lets count what names another', async () => {
    const { anna, store, hub, truth, ben } = await replaced();
    const { device } = anna.replica;
    const newcomer = await memoryDevice({
      store,
      hub,
      clock: ben.made.clock,
      named: () => (newcomer.replica.journals.head(device, 'catalog').seq > 0 ? truth : NOTHING_NAMED),
    });
    for (let turn = 0; turn < 4; turn += 1) expect(await newcomer.sync.exchange()).toMatchObject(TROUBLE);
    expect(newcomer.retractions).toBe(1);
    expect(await newcomer.texts()).toEqual([]);
  });
});

describe('the history of which somebody has named an event', () => {
  it('is brought back into the hub by whoever has it, and found there by newcomers', async () => {
    const { ben, store, hub, truth } = await replaced();
    const holder = await memoryDevice({ ...ben.made, named: () => truth });
    await holder.sync.exchange();
    const newcomer = await memoryDevice({ store, hub, clock: ben.made.clock, named: () => truth });
    expect(await newcomer.sync.exchange()).toMatchObject(TROUBLE);
    expect(await newcomer.texts()).toEqual(['one', 'three', 'two']);
    const before = store.contents();
    for (const device of [holder, newcomer]) await device.sync.exchange();
    expect(store.contents()).toEqual(before);
  });

  it('is found by who had nothing of it, or the false one, before it was brought', async () => {
    const { ben, store, hub, truth } = await replaced();
    const { clock } = ben.made;
    let heard = false;
    const early = await memoryDevice({ store, hub, clock, named: () => (heard ? truth : NOTHING_NAMED) });
    await early.sync.exchange();
    heard = true;
    const newcomer = await memoryDevice({ store, hub, clock, named: () => truth });
    for (const device of [early, newcomer]) await device.sync.exchange();
    for (const device of [early, newcomer]) expect(await device.texts()).toEqual([]);
    await (await memoryDevice({ ...ben.made, named: () => truth })).sync.exchange();
    for (const device of [early, newcomer]) {
      await device.sync.exchange();
      expect(await device.texts()).toEqual(['one', 'three', 'two']);
    }
  });

  it('is brought back where other bytes lie in its place, and where everything of its device is gone', async () => {
    const { anna, ben, store, hub, truth } = await replaced();
    const [position] = [...truth.values()].flat();
    if (position === undefined) throw new Error('It is named.');
    for (const key of store.contents().keys()) if (key.includes(anna.replica.device)) await store.remove(key);
    const key = segmentKey(position.device, 'catalog', { ...position, from: 1, to: position.seq });
    await store.put(key, new TextEncoder().encode('{"nothing":"of it"}\n'));
    await (await memoryDevice({ ...ben.made, named: () => truth })).sync.exchange();
    const newcomer = await memoryDevice({ store, hub, clock: ben.made.clock, named: () => truth });
    await newcomer.sync.exchange();
    expect(await newcomer.texts()).toEqual(['one', 'three', 'two']);
  });

  it('comes back once nobody names another one any more, though that one was taken back for it', async () => {
    const { anna, ben, store } = await twoHistories();
    const { hub } = ben.made;
    const other = await memoryDevice({ store, hub, clock: ben.made.clock });
    await other.sync.exchange();
    const seen = await other.texts();
    // Two who mean harm: the device has signed this, too, and a lead names it.
    const digest = 'f'.repeat(64);
    const { device } = anna.replica;
    const seal = makeSeal(device, 'catalog', { seq: 2, digest }, signerOf(anna.secret));
    let named = NOTHING_NAMED;
    const time = { now: ben.time.now };
    const newcomer = await memoryDevice({ store, hub, clock: { now: () => time.now }, named: () => named });
    await newcomer.sync.exchange();
    named = naming({ device, stream: 'catalog', seq: 2, digest, seal });
    await newcomer.sync.exchange();
    expect(await newcomer.texts()).toEqual([]);
    named = NOTHING_NAMED;
    time.now += 2 * 60_000;
    await newcomer.sync.exchange();
    expect(await newcomer.texts()).toEqual(seen);
  });
});

describe('a naming that shows no signature of the device', () => {
  const made = async (digest: string) => {
    const { anna, ben, copy, store } = await twoHistories();
    const { device } = anna.replica;
    return { ben, copy, store, word: naming({ device, stream: 'catalog', seq: 3, digest }) };
  };

  it('takes nothing away from anybody and keeps nobody from taking anything', async () => {
    const { ben, store, word } = await made('f'.repeat(64));
    const clock = ben.made.clock;
    const newcomer = await memoryDevice({ store, hub: ben.made.hub, clock, named: () => word });
    const again = await memoryDevice({ ...ben.made, named: () => word });
    for (const device of [newcomer, again]) {
      expect((await device.sync.exchange()).devices).not.toMatchObject([{ trouble: 'replaced-history' }]);
      expect(await device.texts()).toEqual(['one', 'other two']);
    }
  });

  it('lets who has that history keep it', async () => {
    const { anna, ben } = await replaced();
    const { device } = anna.replica;
    const { seq, digest } = ben.replica.journals.head(device, 'catalog');
    const word = naming({ device, stream: 'catalog', seq, digest });
    const again = await memoryDevice({ ...ben.made, named: () => word });
    expect(await again.sync.exchange()).toMatchObject(TROUBLE);
    expect(await again.texts()).toEqual(['one', 'three', 'two']);
  });
});

describe('a history that was anchored', () => {
  const anchoredIn = async ({ anna, ben }: { anna: PairedDevice; ben: PairedDevice }) =>
    naming({ ...(await namedAt(ben.replica, anna, 3)), orLess: true as const });

  it('is not given up for another one, and a newcomer takes no other', async () => {
    const { anna, ben, store, hub } = await replaced();
    const named = await anchoredIn({ anna, ben });
    const newcomer = await memoryDevice({ store, hub, clock: ben.made.clock, named: () => named });
    expect(await newcomer.sync.exchange()).toMatchObject(TROUBLE);
    expect(await newcomer.texts()).toEqual([]);
    const again = await memoryDevice({ ...ben.made, named: () => named });
    expect(await again.sync.exchange()).toMatchObject(TROUBLE);
    expect(await again.texts()).toEqual(['one', 'three', 'two']);
  });

  it('is taken as far as the hub has it where it ends before, and goes on from there', async () => {
    const { anna, ben, store } = await pair();
    await anna.commit(noteOf('one'));
    await anna.sync.exchange();
    const early = store.contents();
    await anna.commit(noteOf('two'), noteOf('three'));
    await anna.sync.exchange();
    const whole = store.contents();
    await ben.sync.exchange();
    const named = await anchoredIn({ anna, ben });
    store.restore(early);
    const { hub, clock } = ben.made;
    const newcomer = await memoryDevice({ store, hub, clock, named: () => named });
    for (let turn = 0; turn < 2; turn += 1) await newcomer.sync.exchange();
    expect(await newcomer.texts()).toEqual(['one']);
    expect(newcomer.retractions).toBe(0);
    store.restore(whole);
    await newcomer.sync.exchange();
    expect(await newcomer.texts()).toEqual(['one', 'three', 'two']);
  });
});
