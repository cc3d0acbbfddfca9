import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { nodeGzip } from '../../../../src/platform/system/gzip.ts';
import { bundleKey } from '../../../../src/sync/hub/hub-layout.ts';
import type { ObjectStore } from '../../../../src/sync/hub/object-store.ts';
import { type Claims, madeDevice, putMade } from '../../../support/sync/made-device.ts';
import { memoryDevice } from '../../../support/sync/memory-device.ts';
import { noteOf, pair } from '../../../support/sync/pair.ts';
import { storeWith } from '../../../support/sync/store-with.ts';

// Written out: what these tests are about are the numbers.
const MB = 1024 ** 2;
const MOST_OF_A_SEGMENT = 16 * MB;
const MOST_AT_ONCE = 32 * MB;
const MOST_OF_A_BUNDLE = 64 * MB;
const MOST_UNPACKED = 256 * MB;
const ENDLESS = 999_999_999;

/** A hub of `anna`, with many devices whose heads claim something of what they wrote, and somebody who comes for the first time. */
async function liars(count: number, claims: Claims) {
  const { anna, ben, store } = await pair();
  await anna.commit(noteOf('from anna'));
  await anna.sync.exchange();
  const made = Array.from({ length: count }, (_, number) => madeDevice([{ text: 'x' }], `${number}`, claims));
  for (const one of made) await putMade(store, one);
  return { made, ben, store };
}

/** A store that says how many bytes may come of objects, of one and of all that are asked for at the same time. */
function asked(store: ObjectStore, of: string) {
  const most = { one: 0, atOnce: 0 };
  let now = 0;
  const watched = storeWith(store, {
    get: async (key, options) => {
      if (!key.includes(of)) return store.get(key, options);
      const bytes = options?.limit ?? Number.POSITIVE_INFINITY;
      now += bytes;
      most.one = Math.max(most.one, bytes);
      most.atOnce = Math.max(most.atOnce, now);
      // As long as a hub takes, so that others ask meanwhile.
      for (let turns = 0; turns < 20; turns += 1) await turn();
      now -= bytes;
      return store.get(key, options);
    },
  });
  return { most, watched };
}

describe('what many devices claim to be huge', () => {
  it('takes no more memory than segments may have, of all of them together', async () => {
    const { ben, store } = await liars(12, { size: ENDLESS });
    const { most, watched } = asked(store, '.jsonl');
    const carl = await memoryDevice({ ...(await ben.another()).made, store: watched });
    expect(await carl.sync.exchange()).toMatchObject({ outcome: 'exchanged' });
    expect(await carl.texts()).toContain('from anna');
    expect(most.one).toBe(MOST_OF_A_SEGMENT);
    expect(most.atOnce).toBeLessThanOrEqual(MOST_AT_ONCE);
  });

  it('as a bundle is read and unpacked up to what bundles may have', async () => {
    const packed = await nodeGzip.gzip(new TextEncoder().encode('no bundle'));
    const [digest, events] = ['b'.repeat(64), 90_000];
    for (const size of [ENDLESS, packed.length]) {
      const { made, ben, store } = await liars(60, { bundle: { digest, size, objects: 9, events } });
      for (const { card } of made) await store.put(bundleKey(card.device, digest), packed);
      const { most, watched } = asked(store, '/bundles/');
      const limits: number[] = [];
      const compression: typeof nodeGzip = {
        ...nodeGzip,
        gunzip: (bytes, limit) => {
          limits.push(limit);
          return nodeGzip.gunzip(bytes, limit);
        },
      };
      const bundling = { compression, mayWrite: () => false, atLeast: 100 };
      const carl = await memoryDevice({ ...(await ben.another()).made, store: watched, bundling });
      expect(await carl.sync.exchange()).toMatchObject({ outcome: 'exchanged', pulled: 61 });
      expect(most.one).toBe(Math.min(size, MOST_OF_A_BUNDLE));
      expect(limits.every((limit) => limit <= MOST_UNPACKED)).toBe(true);
      expect(limits.length > 0).toBe(size === packed.length);
    }
  });
});
