import { describe, expect, it } from 'vitest';
import { signerOf } from '../../../../src/platform/keys/node-crypto.ts';
import type { DeviceId } from '../../../../src/shared/vocabulary/ids.ts';
import { streamKey } from '../../../../src/sync/exchange/named-positions.ts';
import { makeSeal } from '../../../../src/sync/journal/seal.ts';
import { Attacker } from '../../../support/attacker/attacker.ts';
import { canonical } from '../../../support/attacker/canonical.ts';
import { countedStore } from '../../../support/sync/counted-store.ts';
import { memoryDevice } from '../../../support/sync/memory-device.ts';
import { noteOf, pair } from '../../../support/sync/pair.ts';

/** More than an honest mishap. */
const LONG = 'a'.repeat(300_000);
const LOOKS = 5;

/** Somebody by hand in a hub, and a member whose store writes down what it is asked. */
async function watching() {
  const { ben, store } = await pair();
  const mallory = new Attacker({ time: ben.time.now }).joins();
  await mallory.push(store);
  const counted = countedStore(store);
  const carl = await memoryDevice({ ...(await ben.another()).made, store: counted.store });
  await carl.sync.exchange();
  counted.take();
  const segmentsRead = () => counted.take().gets.filter((key) => key.endsWith('.jsonl')).length;
  return { carl, counted, mallory, segmentsRead, store };
}

describe('what is there to be read in vain', () => {
  it('costs one listing where a head names a thousand segments that nobody has written', async () => {
    const { carl, counted, mallory, store } = await watching();
    await mallory.push(store, { head: canonical(mallory.headWithMissing(1000)) });
    const { devices } = await carl.sync.exchange();
    const { gets, lists } = counted.take();
    const under = `devices/${mallory.device}`;
    expect(gets.filter((key) => key.startsWith(under))).toEqual([
      `${under}/head.json`,
      expect.stringContaining(`${under}/catalog/000000001-`),
    ]);
    expect(lists.filter((prefix) => prefix.startsWith(under))).toEqual([`${under}/catalog/`]);
    const standing = devices.find(({ device }) => device === mallory.device);
    expect(standing).toMatchObject({ trouble: 'not-arrived', objects: { named: 1002, missing: 1000 } });
  });

  it('is left alone for a while where another history is told by a line that is too long', async () => {
    const { carl, mallory, segmentsRead, store } = await watching();
    mallory.journals.catalog.backTo(0);
    mallory.says('hub-renamed', { name: LONG });
    await mallory.push(store);
    for (let look = 0; look < LOOKS; look += 1) await carl.sync.exchange();
    expect(segmentsRead()).toBe(1);
  });

  it('is left alone for a while where it is a beginning of what is named, of which the hub has no more', async () => {
    const { anna, ben, store } = await pair();
    for (const text of ['one', 'two', 'three'])
      await anna.commit(noteOf(`${text} ${LONG.slice(0, 100_000)}`));
    await anna.sync.exchange();
    const { device } = anna.replica;
    const at = { seq: 4, digest: 'f'.repeat(64) };
    const seal = makeSeal(device, 'catalog', at, signerOf(anna.secret));
    const named = new Map([
      [streamKey(device, 'catalog'), [{ device, stream: 'catalog' as const, ...at, seal }]],
    ]);
    const counted = countedStore(store);
    const { hub, clock } = ben.made;
    const newcomer = await memoryDevice({ store: counted.store, hub, clock, named: () => named });
    const own = (key: string) => key.endsWith('.jsonl') && !key.includes('000000004-');
    await newcomer.sync.exchange();
    const first = counted.take().gets.filter(own).length;
    for (let look = 1; look < LOOKS; look += 1)
      expect(await newcomer.sync.exchange()).toMatchObject({ devices: [{ trouble: 'not-arrived' }] });
    expect(first).toBeGreaterThan(0);
    expect(counted.take().gets.filter(own)).toEqual([]);
    ben.time.now += 10_000;
    await newcomer.sync.exchange();
    expect(counted.take().gets.filter(own)).toHaveLength(first);
  });
});

describe('a device that tells one history after another', () => {
  it('fills nobody’s disk with those that it has replaced', async () => {
    const { carl, mallory, store } = await watching();
    const { catalog } = mallory.journals;
    const EVENTS = 16;
    const goesOn = (history: number) => {
      while (catalog.seq < EVENTS)
        mallory.says('hub-renamed', { name: `${history}${LONG.slice(0, 200_000)}` });
    };
    goesOn(0);
    await mallory.push(store);
    await carl.sync.exchange();
    for (let history = 1; history <= 12; history += 1) {
      catalog.backTo(EVENTS - history);
      goesOn(history);
      await mallory.push(store);
      await carl.sync.exchange();
    }
    expect(carl.retractions).toBe(12);
    const last = catalog.digestAt(EVENTS);
    expect(carl.replica.journals.head(mallory.device as DeviceId, 'catalog').digest).toBe(last);
    const aside = (await carl.files.kept()).map(({ bytes }) => bytes);
    const history = catalog.lines.join('').length;
    expect(aside.length).toBeGreaterThan(0);
    expect(aside.reduce((sum, bytes) => sum + bytes)).toBeLessThan(16 * 1024 ** 2 + 1.1 * history);
  });
});
