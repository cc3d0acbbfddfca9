import { afterEach, describe, expect, it } from 'vitest';
import { TempEngine } from '../../../support/temp-engine.ts';
import { openTitleSearch } from '../../../support/title-search.ts';

let temp: TempEngine | undefined;
afterEach(() => temp?.remove());

describe('keeping the index in step', () => {
  it('tries again what a run that failed was to bring in, without another change', async () => {
    let asked = 0;
    const waits: number[] = [];
    const waiting: (() => void)[] = [];
    let failing = 0;
    temp = await TempEngine.open({
      ports: {
        openSearch: async (source) => ({
          ...(await openTitleSearch(source)),
          sync: async () => {
            asked += 1;
            if (failing > 0) {
              failing -= 1;
              throw new Error('The disk is full.');
            }
            return { put: 0, removed: 0 };
          },
        }),
        // Time passes when the test says so.
        later: (run, ms) => {
          waits.push(ms);
          waiting.push(run);
          return () => void waiting.splice(waiting.indexOf(run), 1);
        },
      },
    });
    const [asset = ''] = await temp.publish(temp.file('one.txt', 'a'));
    await temp.engine.indexed();
    asked = 0;
    waits.length = 0;
    failing = 3;
    await temp.client.assets.edit({ asset, set: { title: 'Another title' } });
    await temp.engine.indexed();
    expect(asked).toBe(1);
    for (const tries of [2, 3, 4]) {
      for (const run of waiting.splice(0)) run();
      await temp.engine.indexed();
      expect(asked).toBe(tries);
    }
    // The waits grow, and once it has worked nothing waits any more.
    expect(waits.filter((ms) => [1000, 2000, 4000].includes(ms))).toEqual([1000, 2000, 4000]);
    for (const run of waiting.splice(0)) run();
    await temp.engine.indexed();
    expect(asked).toBe(4);
  });
});
