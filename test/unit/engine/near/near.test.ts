import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Words } from '../../../bench/corpus.ts';
import { TempEngine } from '../../../support/temp-engine.ts';

const words = new Words(9);
let kitbag: TempEngine;
beforeEach(async () => {
  kitbag = await TempEngine.open();
});
afterEach(() => kitbag.remove());

const list = (input: { asset?: string } = {}) =>
  kitbag.client.near.list({ limit: 100, wait: true, ...input });
/** Two texts that differ in a word, and one that has nothing to do with them. */
async function library() {
  const text = words.text(60);
  const [older = '', newer = '', other = ''] = await kitbag.publish(
    kitbag.file('summary.txt', text),
    kitbag.file('summary in short.txt', text.replace(/^\S+/, 'renewed')),
    kitbag.file('something else.txt', words.text(60)),
  );
  return { older, newer, other };
}
/** The pair that the library has, its second one first: that is the one to be given up. */
async function pair(): Promise<[given: string, kept: string]> {
  const [found] = (await list()).pairs;
  return [found?.b.id ?? '', found?.a.id ?? ''];
}

describe('near-duplicates', () => {
  it('are pairs of assets that say nearly the same', async () => {
    const { older, newer, other } = await library();
    const { pairs, total } = await list();
    expect(pairs.map(({ a, b }) => [a.id, b.id].toSorted())).toEqual([[older, newer].toSorted()]);
    expect(pairs[0]).toMatchObject({ relation: 'version', pages: [{ a: 1, b: 1 }] });
    expect(total).toEqual({ same: 0, version: 1, pages: 0 });
    expect((await list({ asset: other })).pairs).toEqual([]);
    expect((await list({ asset: older })).pairs).toHaveLength(1);
  });

  it('are found again after a restart, without what was printed before or with it damaged', async () => {
    await library();
    expect((await list()).pairs).toHaveLength(1);
    await kitbag.reopen();
    expect((await list()).pairs).toHaveLength(1);
    const { writeFileSync } = await import('node:fs');
    await kitbag.reopen(() => writeFileSync(`${kitbag.data}/index/near.sqlite`, 'no database'));
    expect((await list()).pairs).toHaveLength(1);
  });

  it('are no longer those of which somebody says that they are not the same, until that is undone', async () => {
    const { older, newer } = await library();
    const { undo = '' } = await kitbag.client.near.tellApart({ a: newer, b: older });
    expect((await list()).pairs).toEqual([]);
    await kitbag.client.undo.take({ undo: [undo] });
    expect((await list()).pairs).toHaveLength(1);
  });

  it('are told while the library is still being compared, and once it is', async () => {
    await library();
    const first = await kitbag.client.near.list({ limit: 10 });
    expect(first.working).toBeDefined();
    await expect.poll(async () => (await kitbag.client.near.list({ limit: 10 })).working).toBeUndefined();
    expect((await kitbag.client.near.list({ limit: 10 })).pairs).toHaveLength(1);
  });
});

describe('a file on the publish table', () => {
  it('is told what its pages have in common with assets, whatever it is called', async () => {
    const { other } = await library();
    await list();
    const { version } = await kitbag.client.assets.get({ asset: other });
    const known = await kitbag.client.assets.text({ version: version.id });
    const text = known.pages[0]?.text ?? '';
    await kitbag.stage(
      kitbag.file('final final.txt', text.replace(/\S+$/, 'changed')),
      kitbag.file('nothing known.txt', words.text(60)),
    );
    const { rows } = await kitbag.client.publish.state();
    const near = await Promise.all(rows.map(({ id }) => kitbag.client.publish.nearTo({ row: id })));
    expect(near[0]).toMatchObject([
      { asset: other, whole: true, pages: 1, runs: [{ a: { from: 1, to: 1 } }] },
    ]);
    expect(near[1]).toEqual([]);
  });
});

describe('two assets that are merged', () => {
  it('are one: versions, ratings, use, pins and history are the kept one’s, whichever id leads there', async () => {
    await library();
    const [given, kept] = await pair();
    const { client } = kitbag;
    await client.ratings.give({ asset: given, value: 5 });
    await client.pins.set({ asset: given, pinned: true });
    const { versions, ratings } = await client.near.merge({ asset: given, into: kept });
    expect({ versions, ratings }).toEqual({ versions: 2, ratings: 1 });
    const one = await client.assets.get({ asset: given });
    expect(one).toMatchObject({ id: kept, versionCount: 2, usefulness: { count: 1 }, mine: { value: 5 } });
    expect(one).toEqual(await client.assets.get({ asset: kept }));
    expect((await client.pins.list()).map(({ id }) => id)).toEqual([kept]);
    expect((await list()).pairs).toEqual([]);
    expect(kitbag.engine.summaries().size).toBe(2);
    const { entries } = await client.history.asset({ asset: kept });
    expect(entries.map(({ what }) => what.code)).toEqual([
      'history.asset-merged',
      'history.asset-published',
      'history.asset-published',
    ]);
  });

  it('are two again after undo, each with what it had', async () => {
    await library();
    const [given, kept] = await pair();
    const { client } = kitbag;
    await client.ratings.give({ asset: given, value: 2 });
    const { undo = '' } = await client.near.merge({ asset: given, into: kept });
    await client.undo.take({ undo: [undo] });
    expect((await client.assets.get({ asset: given })).usefulness.count).toBe(1);
    expect((await client.assets.get({ asset: kept })).usefulness.count).toBe(0);
    expect((await list()).pairs).toHaveLength(1);
  });

  it('have one rating of each, which can be changed and withdrawn', async () => {
    await library();
    const [given, kept] = await pair();
    const { client } = kitbag;
    await client.ratings.give({ asset: given, value: 2 });
    await client.ratings.give({ asset: kept, value: 4 });
    await client.near.merge({ asset: given, into: kept });
    expect(await client.assets.get({ asset: kept })).toMatchObject({
      mine: { value: 4 },
      usefulness: { count: 1 },
    });
    await client.ratings.give({ asset: given, value: 1 });
    expect((await client.assets.get({ asset: kept })).mine?.value).toBe(1);
    const { undo = '' } = await client.ratings.withdraw({ asset: kept });
    expect((await client.assets.get({ asset: kept })).usefulness.count).toBe(0);
    await client.undo.take({ undo: [undo] });
    expect((await client.assets.get({ asset: kept })).mine?.value).toBe(1);
  });

  it('answer requests and golden queries as the kept one', async () => {
    await library();
    const [given, kept] = await pair();
    const { client } = kitbag;
    const { id: request } = await client.requests.make({ title: 'A summary', need: 'In short.' });
    await client.requests.answer({ request, status: 'fulfilled', asset: given });
    await client.searchQuality.define({ query: 'summary', context: {}, assets: [given, kept] });
    await client.near.merge({ asset: given, into: kept });
    const answered = await client.requests.get({ request });
    expect(answered.fulfilledWith?.asset).toBe(kept);
    expect((await client.searchQuality.list()).map(({ assets }) => assets)).toEqual([[kept]]);
  });

  it('are changed, verified and renewed as the kept one by either id, after a restart too', async () => {
    await library();
    const [given, kept] = await pair();
    const { client } = kitbag;
    await client.near.merge({ asset: given, into: kept });
    await client.assets.edit({ asset: given, set: { summary: 'One of two.' } });
    await client.assets.verify({ asset: given });
    await kitbag.reopen();
    const one = await kitbag.client.assets.get({ asset: kept });
    expect(one).toMatchObject({ summary: 'One of two.', state: 'verified', versionCount: 2 });
    await kitbag.client.history.restoreVersion({ asset: given, version: one.versions.at(-1)?.id ?? '' });
    expect(await kitbag.client.assets.get({ asset: given })).toMatchObject({ id: kept, versionCount: 3 });
  });

  it('are edited, looked after and named in place of others as the kept one by either id, once', async () => {
    const { other } = await library();
    const [given, kept] = await pair();
    const { client } = kitbag;
    await client.near.merge({ asset: given, into: kept });
    const both = [given, kept];
    expect(await client.assets.change({ assets: both, set: {}, add: { tags: ['one'] } })).toMatchObject({
      changed: [kept],
      refused: [],
    });
    expect(await client.reviews.verify({ assets: both })).toMatchObject({ changed: [kept], refused: [] });
    expect((await client.assets.get({ asset: kept })).verified).not.toBeNull();
    await client.pins.set({ asset: kept, pinned: true });
    expect(await client.reviews.retireEffect({ assets: both })).toMatchObject({ pins: 1 });
    await client.reviews.recall({ assets: [other], reason: 'Old prices', replacement: given });
    expect(await client.reviews.instead({ asset: other })).toMatchObject({ asset: kept, named: true });
  });

  it('are refused where they are one already, and where reps would lose what they have', async () => {
    const { older, newer, other } = await library();
    const { client } = kitbag;
    await expect(client.near.merge({ asset: older, into: older })).rejects.toMatchObject({ code: 'INVALID' });
    await client.assets.edit({ asset: other, set: { status: 'draft' } });
    await expect(client.near.merge({ asset: newer, into: other })).rejects.toMatchObject({ code: 'INVALID' });
    const tried = await client.near.merge({ asset: other, into: newer, dryRun: true });
    expect(tried).toMatchObject({ asset: newer, versions: 2 });
    expect(tried.undo).toBeUndefined();
    expect(kitbag.engine.summaries().size).toBe(3);
  });
});
