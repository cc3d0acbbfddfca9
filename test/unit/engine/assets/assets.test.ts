import { rmSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { TempEngine } from '../../../support/temp-engine.ts';
import { refusalOf } from '../../../support/wire-error.ts';

let temp: TempEngine | undefined;
afterEach(() => temp?.remove());
const open = async () => {
  temp = await TempEngine.open();
  return temp;
};
const day = 86_400_000;

describe('assets', () => {
  it('are edited many at once, and the answer undoes it', async () => {
    const engine = await open();
    const assets = await engine.publish(engine.file('a.txt', 'a'), engine.file('b.txt', 'b'));
    const { undo = '' } = await engine.client.assets.editMany({
      assets,
      set: { tags: ['new'], status: 'archived' },
    });
    expect([...engine.engine.summaries().values()].map((asset) => asset.state)).toEqual([
      'archived',
      'archived',
    ]);
    expect(await engine.client.undo.take({ undo: [undo] })).toEqual({ undone: 4, left: 0 });
    expect([...engine.engine.summaries().values()].map((asset) => [asset.state, asset.tags])).toEqual([
      ['published', []],
      ['published', []],
    ]);
  });

  it('come due after the review interval and are fresh again when verified', async () => {
    const engine = await open();
    const [asset = ''] = await engine.publish(engine.file('a.txt', 'a'));
    engine.time += 91 * day;
    expect(await engine.client.assets.get({ asset })).toMatchObject({
      state: 'due-for-review',
      freshness: 'stale',
    });
    expect(await engine.client.assets.verify({ asset })).toMatchObject({
      state: 'verified',
      freshness: 'fresh',
    });
  });

  it('are as old as their documents: what was written years ago is due at once, until it is verified', async () => {
    const engine = await open();
    const now = engine.time;
    const published = async (name: string, at: number) => {
      engine.time = at;
      const path = engine.file(name, name);
      engine.time = now;
      const [asset = ''] = await engine.publish(path);
      return asset;
    };
    const old = await published('old.txt', Date.parse('2022-03-04T10:00:00Z'));
    const unset = await published('unset.txt', 0);
    const ahead = await published('ahead.txt', now + 400 * day);
    expect(await engine.client.assets.get({ asset: old })).toMatchObject({
      state: 'due-for-review',
      renewedAt: Date.parse('2022-03-04T10:00:00Z'),
      version: { addedAt: now },
    });
    for (const asset of [unset, ahead]) {
      expect(await engine.client.assets.get({ asset })).toMatchObject({ state: 'published', renewedAt: now });
    }
    expect((await engine.client.assets.verify({ asset: old })).state).toBe('verified');
  });

  it('keep markup in titles as text', async () => {
    const engine = await open();
    const [asset = ''] = await engine.publish(engine.file('a.txt', 'a'));
    const title = '<script>alert(1)</script> & "x"';
    await engine.client.assets.edit({ asset, set: { title } });
    expect((await engine.client.assets.get({ asset })).title).toBe(title);
  });

  it('say in a sentence when their file is gone', async () => {
    const engine = await open();
    const [asset = ''] = await engine.publish(engine.file('a.txt', 'a'));
    const { version } = await engine.client.assets.get({ asset });
    expect(await engine.client.assets.checkFile({ version: version.id })).toEqual({ present: true });
    rmSync(`${engine.data}/blobs/${version.sha256.slice(0, 2)}/${version.sha256}`);
    expect(await engine.client.assets.checkFile({ version: version.id })).toMatchObject({ present: false });
    expect((await refusalOf(engine.client.assets.preview({ version: version.id }))).code).toBe(
      'MISSING_BLOB',
    );
    const report = await engine.client.maintenance.verify();
    expect(report).toMatchObject({ ok: false, problems: [{ code: 'blob-missing', id: version.id }] });
  });
});
