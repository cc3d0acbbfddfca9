import { describe, expect, it } from 'vitest';
import { type NamedPositions, NOTHING_NAMED, streamKey } from '../../../src/sync/named-positions.ts';
import type { Replica } from '../../../src/sync/replica.ts';
import { memoryDevice } from '../../support/sync/memory-device.ts';
import { noteOf, type PairedDevice, pair, twoHistories } from '../../support/sync/pair.ts';

/** The last event of a device that is here, as a removal names it. */
function lastOf({ journals }: Replica, { replica: { device } }: PairedDevice): NamedPositions {
  const { seq, digest } = journals.head(device, 'catalog');
  return new Map([[streamKey(device, 'catalog'), { device, stream: 'catalog', seq, digest }]]);
}

/** Anna’s 'one', 'two' and 'three' are what was known; the hub has another history of hers, of the same length. */
async function replaced() {
  const { anna, ben, copy, store } = await twoHistories();
  const truth = lastOf(ben.replica, anna);
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
    const truth = lastOf(ben.replica, anna);
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
    const { device } = anna.replica;
    const digest = (await ben.replica.journals.digestAt(device, 'catalog', 1)) ?? '';
    const first = new Map([
      [streamKey(device, 'catalog'), { device, stream: 'catalog' as const, seq: 1, digest }],
    ]);
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
