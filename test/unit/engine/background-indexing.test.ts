import { afterEach, describe, expect, it } from 'vitest';
import { TempEngine } from '../../support/temp-engine.ts';
import { openTitleSearch } from '../../support/title-search.ts';

let temp: TempEngine | undefined;
afterEach(() => temp?.remove());

describe('keeping the index in step', () => {
  it('tries again what a run that failed was to bring in, without another change', async () => {
    const asked: (readonly string[] | 'everything')[] = [];
    const waits: number[] = [];
    const waiting: (() => void)[] = [];
    let failing = 0;
    temp = await TempEngine.open({
      ports: {
        openSearch: async (source) => ({
          ...(await openTitleSearch(source)),
          sync: async (changed) => {
            asked.push(changed === undefined ? 'everything' : [...changed]);
            if (failing > 0) {
              failing -= 1;
              throw new Error('The disk is full.');
            }
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
    asked.length = 0;
    waits.length = 0;
    failing = 3;
    await temp.client.assets.edit({ asset, set: { title: 'Another title' } });
    await temp.engine.indexed();
    expect(asked).toEqual([[asset]]);
    for (const tries of [2, 3, 4]) {
      for (const run of waiting.splice(0)) run();
      await temp.engine.indexed();
      expect(asked).toHaveLength(tries);
      expect(asked.at(-1)).toEqual([asset]);
    }
    // The waits grow, and once it has worked nothing waits any more.
    expect(waits.filter((ms) => [1000, 2000, 4000].includes(ms))).toEqual([1000, 2000, 4000]);
    for (const run of waiting.splice(0)) run();
    await temp.engine.indexed();
    expect(asked).toHaveLength(4);
  });
});
