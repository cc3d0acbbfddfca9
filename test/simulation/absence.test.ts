import { describe, expect, it } from 'vitest';
import type { StoreContents } from '../support/stores/memory-store.ts';
import { act } from './actions.ts';
import { calmDown, judge } from './judge.ts';
import { stateHashOf } from './sim-catalog.ts';
import type { SimDevice } from './sim-device.ts';
import { World } from './world.ts';

/** A hub with a few devices that have written and exchanged a lot, and states that it went through. */
async function grown(seed: number): Promise<{ world: World; states: StoreContents[] }> {
  const world = await World.found(seed, 3);
  const states: StoreContents[] = [];
  for (let step = 0; step < 40; step += 1) {
    await act(world);
    if (step % 8 === 0) states.push(world.store.contents());
  }
  await calmDown(world);
  await judge(world);
  return { world, states };
}

/** Everything that a device holds: its journals, byte by byte, and what it shows. */
async function holdings(device: SimDevice) {
  const process = await device.start();
  if (process === undefined) throw new Error('The device does not start.');
  return {
    journals: Object.fromEntries([...device.files.journals].map(([key, bytes]) => [key, bytes.toString()])),
    shown: stateHashOf(process.catalog.live.state),
    retractions: device.retractions,
  };
}

/** Lets every device look, as it runs and after a restart; nothing of its own may change. */
async function lookAll(world: World, expected: (outcome: string, reason: string | undefined) => void) {
  for (const device of world.devices) {
    const before = await holdings(device);
    for (const restart of [false, true]) {
      if (restart) await device.stop('kill');
      const report = await device.exchange();
      expect(device.defects).toEqual([]);
      expect(report).toBeDefined();
      expected(report?.outcome ?? '', report?.reason);
      expect(await holdings(device)).toEqual(before);
    }
  }
}

describe('nothing is concluded from absence', () => {
  for (const seed of [11, 12, 13]) {
    it(`where the hub’s place is empty, unplugged or holds another hub (seed ${seed})`, async () => {
      const { world } = await grown(seed);
      const whole = world.store.contents();
      world.store.restore(new Map());
      await lookAll(world, (outcome, reason) => expect([outcome, reason]).toEqual(['blocked', 'no-hub']));
      expect(world.store.contents().size).toBe(0);

      const other = (await World.found(seed + 1000, 2)).store.contents();
      const foreign = new Map(
        [...other].map(([key, bytes]) => [
          key,
          key === 'hub.json'
            ? Buffer.from(Buffer.from(bytes).toString().replace('h_0000000000000001', 'h_0000000000000002'))
            : bytes,
        ]),
      );
      world.store.restore(foreign);
      await lookAll(world, (outcome, reason) => expect([outcome, reason]).toEqual(['blocked', 'other-hub']));
      expect(world.store.contents()).toEqual(foreign);

      world.store.restore(whole);
      for (const { name } of world.devices) world.hub.setReachable(name, false);
      await lookAll(world, (outcome, reason) => expect([outcome, reason]).toEqual(['offline', undefined]));
      expect(world.store.contents()).toEqual(whole);

      for (const { name } of world.devices) world.hub.setReachable(name, true);
      await lookAll(world, (outcome) => expect(outcome).toBe('exchanged'));
      expect(world.store.contents()).toEqual(whole);
    });

    it(`where the hub is rolled back to any earlier state, which then heals (seed ${seed})`, async () => {
      const { world, states } = await grown(seed);
      for (const state of states) {
        world.store.restore(state);
        await lookAll(world, (outcome) => expect(outcome).toBe('exchanged'));
        await calmDown(world);
        await judge(world);
      }
    });

    it(`where objects are missing, whichever they are (seed ${seed})`, async () => {
      const { world } = await grown(seed);
      const whole = world.store.contents();
      for (const missing of [
        /head\.json$/,
        /card\.json$/,
        /\.jsonl$/,
        /\/catalog\//,
        /^blobs/,
        /^devices/,
        /[02468ace]/,
      ]) {
        world.store.restore(new Map([...whole].filter(([key]) => key === 'hub.json' || !missing.test(key))));
        await lookAll(world, (outcome) => expect(outcome).toBe('exchanged'));
        await calmDown(world);
        await judge(world);
      }
    });
  }
});
