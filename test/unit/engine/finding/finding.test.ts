import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refusing } from '../../../support/saying.ts';
import { TempEngine } from '../../../support/temp-engine.ts';

const nothing = { filters: {}, context: {}, sort: 'best' as const };

describe('What a device keeps for the one who searches', () => {
  let kitbag: TempEngine;

  beforeEach(async () => {
    kitbag = await TempEngine.open();
  });
  afterEach(() => kitbag.remove());

  it('counts what a saved search finds that was not there when one looked, over restarts too', async () => {
    await kitbag.publish(kitbag.file('cfo-proof.txt', 'Proof for the CFO.'));
    const { id } = await kitbag.client.savedSearches.save({ name: 'CFO proof', query: 'proof', ...nothing });
    expect(await kitbag.client.savedSearches.list()).toMatchObject([
      { name: 'CFO proof', total: 1, fresh: 0 },
    ]);

    const [second = ''] = await kitbag.publish(kitbag.file('new-proof.txt', 'More proof.'));
    await kitbag.publish(kitbag.file('something-else.txt', 'Nothing of it.'));
    await kitbag.reopen();
    expect(await kitbag.client.savedSearches.list()).toMatchObject([{ total: 2, fresh: 1 }]);
    expect(await kitbag.client.savedSearches.look({ id })).toEqual({ fresh: [second] });
    expect(await kitbag.client.savedSearches.list()).toMatchObject([{ total: 2, fresh: 0 }]);
  });

  it('renames and removes a saved search, and takes both back', async () => {
    const { id } = await kitbag.client.savedSearches.save({ name: 'Proof', query: 'proof', ...nothing });
    const { before } = await kitbag.client.savedSearches.rename({ id, name: 'Evidence' });
    expect(before).toBe('Proof');
    expect(await kitbag.client.savedSearches.remove({ id })).toEqual({ removed: true });
    expect(await kitbag.client.savedSearches.list()).toEqual([]);
    expect(await kitbag.client.savedSearches.restore({ id })).toEqual({ restored: true });
    expect(await kitbag.client.savedSearches.list()).toMatchObject([
      { id, name: 'Evidence', query: 'proof' },
    ]);
    await expect(kitbag.client.savedSearches.look({ id: 'q_0000000000000000' })).rejects.toMatchObject(
      refusing('This saved search is not here'),
    );
  });

  it('pins assets, the last one first, and lets go of them', async () => {
    const [a = '', b = ''] = await kitbag.publish(kitbag.file('a.txt', 'A.'), kitbag.file('b.txt', 'B.'));
    await kitbag.client.pins.set({ asset: a, pinned: true });
    kitbag.time += 1000;
    await kitbag.client.pins.set({ asset: b, pinned: true });
    expect(await kitbag.client.pins.set({ asset: b, pinned: true })).toEqual({ changed: false });
    await kitbag.reopen();
    expect((await kitbag.client.pins.list()).map(({ id }) => id)).toEqual([b, a]);
    await kitbag.client.pins.set({ asset: b, pinned: false });
    expect((await kitbag.client.pins.list()).map(({ id }) => id)).toEqual([a]);
  });

  it('remembers words once each, newest first, and forgets them on demand', async () => {
    const searched = async (words: string, results: number) => {
      kitbag.time += 1000;
      await kitbag.client.activity.searched({ results, words });
    };
    await searched('CFO proof', 3);
    await searched('Battlecard', 0);
    await searched('cfo  Proof', 4);
    const recent = () => kitbag.client.searchHistory.recent({ limit: 10 });
    expect((await recent()).map(({ words, results }) => [words, results])).toEqual([
      ['cfo  Proof', 4],
      ['Battlecard', 0],
    ]);
    expect(await kitbag.client.searchHistory.forget({ words: 'cfo proof' })).toEqual({ forgotten: 2 });
    await kitbag.client.searchHistory.forget({});
    expect(await recent()).toEqual([]);
    expect(await kitbag.client.searchHistory.restore()).toEqual({ restored: 1 });
    expect((await recent()).map(({ words }) => words)).toEqual(['Battlecard']);
  });
});
