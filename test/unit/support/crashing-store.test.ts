import { describe, expect, it } from 'vitest';
import {
  createCrashingStore,
  createCrashPoint,
  SimulatedCrash,
} from '../../support/stores/crashing-store.ts';
import { createMemoryStore } from '../../support/stores/memory-store.ts';

const bytes = new TextEncoder().encode('1234');

/** Puts a blob and then a head, as a push does, with a crash at a moment; says what is there then. */
async function push(at: number) {
  const memory = createMemoryStore();
  const point = createCrashPoint(at);
  const store = createCrashingStore(memory, point);
  const work = (async () => {
    await store.putIfAbsent('blob', bytes);
    await store.put('head', bytes);
  })();
  const crashed = await work.then(
    () => false,
    (error: unknown) => error instanceof SimulatedCrash,
  );
  const sizes = [await memory.stat('blob'), await memory.stat('head')].map((about) => about?.size ?? 0);
  return { crashed, passed: point.passed, sizes, store };
}

describe('a crashing store', () => {
  it('crashes before, in the middle of and after each write', async () => {
    const whole = await push(Number.POSITIVE_INFINITY);
    expect(whole).toMatchObject({ crashed: false, passed: 6, sizes: [4, 4] });
    const sizes = [];
    for (let at = 0; at < whole.passed; at += 1) sizes.push((await push(at)).sizes);
    expect(sizes).toEqual([
      [0, 0],
      [2, 0],
      [4, 0],
      [4, 0],
      [4, 2],
      [4, 4],
    ]);
  });

  it('does nothing more once it has crashed', async () => {
    const { store } = await push(2);
    await expect(store.get('blob')).rejects.toThrow(SimulatedCrash);
    await expect(store.put('later', bytes)).rejects.toThrow(SimulatedCrash);
  });
});
