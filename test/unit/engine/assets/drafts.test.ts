import { afterEach, describe, expect, it } from 'vitest';
import { say } from '../../../../src/words/say.ts';
import { TempEngine, type TempEngineOptions } from '../../../support/temp-engine.ts';
import { refusalOf } from '../../../support/wire-error.ts';

let temp: TempEngine | undefined;
afterEach(() => temp?.remove());
const open = async (options?: TempEngineOptions) => {
  temp = await TempEngine.open(options);
  return temp;
};
const day = 86_400_000;
const tagged = { type: 'faq', stages: ['decision'], personas: ['cfo'] };

/** Publishes a file, and saves another one as a draft of its next version. */
async function withDraft(engine: TempEngine): Promise<{ asset: string; draft: string }> {
  const [asset = ''] = await engine.publish(engine.file('prices.txt', 'old prices'));
  await engine.stage(engine.file('new/prices.txt', 'new secret prices'));
  const rows = (await engine.client.publish.state()).rows.map((row) => row.id);
  await engine.setRows(rows, { ...tagged, versionOf: asset });
  await engine.client.publish.publish({ rows, draft: true });
  const [draft] = (await engine.client.assets.get({ asset })).versions;
  return { asset, draft: draft?.id ?? '' };
}

describe('a new version that is saved as a draft', () => {
  it('waits beside the published one and is seen by who may publish', async () => {
    const engine = await open();
    const { asset, draft } = await withDraft(engine);
    const detail = await engine.client.assets.get({ asset });
    expect(detail).toMatchObject({ versionCount: 1, version: { number: 1 }, state: 'published' });
    expect(detail.waiting).toMatchObject({ id: draft, number: 2, draft: true });
    expect(detail.versions.map(({ number, draft: waits }) => [number, waits ?? false])).toEqual([
      [2, true],
      [1, false],
    ]);
    expect((await engine.client.assets.text({ version: draft })).pages[0]?.text).toContain('secret');
    const leaving = await engine.client.gate.pass({ version: draft, way: 'copy', confirmed: false });
    expect(leaving).toMatchObject({ verdict: 'ask' });
  });

  it('is nothing that a rep could come by', async () => {
    const engine = await open();
    const { asset, draft } = await withDraft(engine);
    await engine.client.session.changeRole({ role: 'rep' });
    const { client } = engine;
    const detail = await client.assets.get({ asset });
    expect(detail.waiting).toBeUndefined();
    expect(detail.versions.map(({ number }) => number)).toEqual([1]);
    for (const ask of [
      client.assets.text({ version: draft }),
      client.assets.preview({ version: draft }),
      client.assets.checkFile({ version: draft }),
      client.ratings.give({ asset, version: draft, value: 1 }),
      client.offline.fetch({ version: draft }),
    ]) {
      expect((await refusalOf(ask)).code).toBe('NOT_FOUND');
    }
    expect(await engine.engine.drawPage({ version: draft, page: 1, width: 100, words: [] })).toBeUndefined();
    expect((await client.history.asset({ asset })).entries.map(({ what }) => say(what))).toEqual([
      'published it',
    ]);
    const explained = (await client.history.explain({ asset })).fields.map(({ field }) => field);
    expect(explained.filter((field) => field.startsWith('version'))).toEqual(['version 1']);
    expect((await refusalOf(client.assets.publish({ assets: [asset] }))).code).toBe('NOT_ALLOWED');
    expect(
      (await refusalOf(client.assets.moveVersion({ asset, version: draft, to: 'published' }))).code,
    ).toBe('NOT_ALLOWED');
  });

  it('is published, which is told in the history, and taken back', async () => {
    const engine = await open();
    const { asset, draft } = await withDraft(engine);
    await engine.client.assets.verify({ asset });
    engine.time += day;
    const { undo = '' } = await engine.client.assets.publish({ assets: [asset] });
    expect(await engine.client.assets.get({ asset })).toMatchObject({
      version: { id: draft, number: 2, addedAt: engine.time },
      versionCount: 2,
      verified: null,
      state: 'published',
    });
    await engine.client.undo.take({ undo: [undo] });
    expect(await engine.client.assets.get({ asset })).toMatchObject({
      version: { number: 1 },
      waiting: { id: draft },
      state: 'verified',
    });
    expect((await engine.client.history.asset({ asset })).entries.map(({ what }) => say(what))).toEqual([
      'took back to draft version 2',
      'published version 2',
      'verified version 1',
      'saved a new version as a draft',
      'published it',
    ]);
  });

  it('is dropped, and its file is no copy of anything then', async () => {
    const engine = await open();
    const { asset, draft } = await withDraft(engine);
    const { asset: dropped } = await engine.client.assets.moveVersion({
      asset,
      version: draft,
      to: 'dropped',
    });
    expect(dropped.waiting).toBeUndefined();
    expect(dropped.versions).toHaveLength(1);
    expect((await refusalOf(engine.client.assets.text({ version: draft }))).code).toBe('NOT_FOUND');
    const [again] = await engine.publish(engine.file('other.txt', 'new secret prices'));
    expect(again).not.toBe(asset);
  });

  it('stays what it is over a restart', async () => {
    const engine = await open();
    const { asset, draft } = await withDraft(engine);
    await engine.reopen();
    expect((await engine.client.assets.get({ asset })).waiting?.id).toBe(draft);
  });
});

describe('a draft', () => {
  const drafted = async (engine: TempEngine, ...names: string[]) => {
    await engine.stage(...names.map((name) => engine.file(name, name)));
    const rows = (await engine.client.publish.state()).rows.map((row) => row.id);
    await engine.setRows(rows, tagged);
    const { published } = await engine.client.publish.publish({ rows, draft: true });
    return published.map(({ asset }) => asset);
  };

  it('is published with others, and what can’t be is told', async () => {
    const engine = await open();
    const [one = '', two = '', over = ''] = await drafted(engine, 'one.txt', 'two.txt', 'over.txt');
    await engine.client.assets.edit({ asset: over, set: { expiresOn: '2026-11-01' } });
    engine.time += 3 * day;
    const { changed, refused, undo = '' } = await engine.client.assets.publish({ assets: [one, two, over] });
    expect(changed).toEqual([one, two]);
    expect(refused).toMatchObject([{ asset: over, code: 'expired' }]);
    const summary = await engine.client.assets.get({ asset: one });
    expect(summary).toMatchObject({ state: 'published', publishedAt: engine.time });
    await engine.client.undo.take({ undo: [undo] });
    expect((await engine.client.assets.get({ asset: one })).state).toBe('draft');
  });

  it('is scheduled by a release day ahead, comes out on that day, and is a draft again without one', async () => {
    const engine = await open();
    const [asset = ''] = await drafted(engine, 'one.txt');
    const { undo = '' } = await engine.client.assets.edit({ asset, set: { releaseOn: '2026-11-20' } });
    expect(await engine.client.assets.get({ asset })).toMatchObject({ state: 'scheduled', released: false });
    await engine.client.undo.take({ undo: [undo] });
    expect(await engine.client.assets.get({ asset })).toMatchObject({ state: 'draft', releaseOn: null });
    await engine.client.assets.edit({ asset, set: { releaseOn: '2026-11-20' } });
    await engine.client.assets.edit({ asset, set: { releaseOn: null } });
    expect((await engine.client.assets.get({ asset })).state).toBe('draft');
    await engine.client.assets.edit({ asset, set: { releaseOn: '2026-11-20' } });
    engine.time += 2 * day;
    expect(await engine.client.assets.get({ asset })).toMatchObject({ state: 'published', released: true });
  });

  it('that is scheduled can be published now', async () => {
    const engine = await open();
    const [asset = ''] = await drafted(engine, 'one.txt');
    await engine.client.assets.edit({ asset, set: { releaseOn: '2026-12-24' } });
    await engine.client.assets.publish({ assets: [asset] });
    expect(await engine.client.assets.get({ asset })).toMatchObject({ state: 'published', releaseOn: null });
  });

  it('has an owner and a verifier who are members', async () => {
    const engine = await open();
    const [asset = ''] = await drafted(engine, 'one.txt');
    const me = (await engine.client.assets.get({ asset })).owner?.id ?? '';
    const { undo = '' } = await engine.client.assets.edit({ asset, set: { owner: null, verifier: me } });
    expect(await engine.client.assets.get({ asset })).toMatchObject({ owner: null, verifier: { id: me } });
    await engine.client.undo.take({ undo: [undo] });
    expect(await engine.client.assets.get({ asset })).toMatchObject({ owner: { id: me }, verifier: null });
    const refused = await refusalOf(
      engine.client.assets.edit({ asset, set: { owner: 'm_0000000000000000' } }),
    );
    expect(refused).toMatchObject({ code: 'INVALID', field: 'owner' });
  });
});

describe('reviews', () => {
  it('are due for all assets, the forgotten ones too, the most used first', async () => {
    const engine = await open();
    const [forgotten = '', used = '', fresh = ''] = await engine.publish(
      ...['a', 'b', 'c'].map((name) => engine.file(`${name}.txt`, name)),
    );
    await engine.client.session.changeRole({ role: 'rep' });
    await engine.client.activity.viewed({ asset: used });
    await engine.client.session.changeRole({ role: 'lead' });
    engine.time += 91 * day;
    await engine.client.assets.verify({ asset: fresh });
    const { items } = await engine.client.reviews.list({ limit: 10 });
    expect(items.map(({ asset, reasons }) => [asset.id, reasons[0]])).toEqual([
      [used, 'due'],
      [forgotten, 'due'],
    ]);
  });
});
