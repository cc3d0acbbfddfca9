import { appendFileSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AssetChanges } from '../../../../src/contract/assets.ts';
import { say } from '../../../../src/words/say.ts';
import { HubEngines } from '../../../support/hub-engines.ts';
import { TempEngine } from '../../../support/temp-engine.ts';

let kitbag: TempEngine;
beforeEach(async () => {
  kitbag = await TempEngine.open();
});
afterEach(() => kitbag.remove());

const DAY = 86_400_000;

async function published(title: string, set: AssetChanges = {}): Promise<string> {
  const [asset = ''] = await kitbag.publish(kitbag.file(`${title}.txt`, `# ${title}\n\nAbout ${title}`));
  await kitbag.client.assets.edit({ asset, set: { audience: 'customer', title, ...set } });
  return asset;
}

/** A call tomorrow with these assets. */
async function callWith(...assets: string[]): Promise<string> {
  const { id } = await kitbag.client.calls.prepare({ title: 'Renewal', at: kitbag.time + DAY });
  await kitbag.client.calls.change({ call: id, pack: assets.map((asset) => ({ asset })) });
  return id;
}

/** What the check says of the first item. */
async function troubleOf(call: string) {
  const { ready, items } = await kitbag.client.calls.check({ call });
  expect(ready).toBe(items.every(({ ok }) => ok));
  return (items[0]?.problems ?? []).map(({ code, fix, instead }) => ({
    ...{ code, fix },
    ...(instead !== undefined && { instead: instead.asset }),
  }));
}

/** Where the file of an asset lies. */
async function fileOf(asset: string): Promise<string> {
  const { sha256 } = (await kitbag.client.assets.get({ asset })).version;
  return `${kitbag.data}/blobs/${sha256.slice(0, 2)}/${sha256}`;
}

describe('the flight check', () => {
  it('is ready where every file is here as it was published, and never with an empty pack', async () => {
    const call = await callWith(await published('One'), await published('Two'));
    const { ready, items } = await kitbag.client.calls.check({ call });
    expect([ready, items.map(({ ok, title }) => [title, ok])]).toEqual([
      true,
      [
        ['One', true],
        ['Two', true],
      ],
    ]);
    await kitbag.client.calls.change({ call, pack: [] });
    expect(await kitbag.client.calls.check({ call })).toMatchObject({ ready: false, items: [] });
  });

  it('finds a file that is missing, and one whose bytes are others', async () => {
    const [one, two] = [await published('One'), await published('Two')];
    const call = await callWith(one, two);
    rmSync(await fileOf(one));
    appendFileSync(await fileOf(two), '!');
    const { ready, items } = await kitbag.client.calls.check({ call });
    expect(ready).toBe(false);
    expect(items.map(({ problems }) => problems[0]?.code)).toEqual(['missing', 'altered']);
    expect(items[0]?.problems.map(({ says }) => say(says))).toEqual(['The file isn’t on this device.']);
  });

  it('finds what can’t be shown any more, with what can in its place', async () => {
    const one = await published('One', { type: 'case-study' });
    const other = await published('Other', { type: 'case-study' });
    const call = await callWith(one);
    const set = (changes: AssetChanges) => kitbag.client.assets.edit({ asset: one, set: changes });
    await set({ audience: 'internal' });
    expect(await troubleOf(call)).toEqual([{ code: 'internal', fix: 'replace', instead: other }]);
    await set({ audience: 'customer', expiresOn: '2026-11-18' });
    expect(await troubleOf(call)).toEqual([{ code: 'expires-before', fix: 'replace', instead: other }]);
    await set({ expiresOn: '2026-11-17' });
    expect(await troubleOf(call)).toEqual([{ code: 'expired', fix: 'replace', instead: other }]);
    await set({ expiresOn: null, status: 'draft' });
    expect(await troubleOf(call)).toMatchObject([{ code: 'draft' }]);
    await set({ status: 'published' });
    await kitbag.client.reviews.recall({ assets: [one], reason: 'Prices changed' });
    expect(await troubleOf(call)).toEqual([{ code: 'recalled', fix: 'replace', instead: other }]);
  });

  it('names no alternative that itself expires before the call', async () => {
    const one = await published('One', { type: 'case-study', expiresOn: '2026-11-18' });
    await published('Other', { type: 'case-study', expiresOn: '2026-11-18' });
    expect(await troubleOf(await callWith(one))).toEqual([{ code: 'expires-before', fix: 'remove' }]);
  });

  it('finds that a later version is out, and goes on with that one', async () => {
    const one = await published('One');
    const call = await callWith(one);
    kitbag.time += 60_000;
    const { grant } = kitbag.engine.grantPaths([kitbag.file('One again.txt', '# One\n\nAnother price')]);
    await kitbag.client.publish.stage({ grant, versionOf: one });
    await kitbag.staged();
    const rows = (await kitbag.client.publish.state()).rows.map(({ id }) => id);
    await kitbag.client.publish.publish({ rows });
    expect(await troubleOf(call)).toEqual([{ code: 'superseded', fix: 'use-current' }]);
    const { version } = await kitbag.client.assets.get({ asset: one });
    await kitbag.client.calls.change({ call, pack: [{ asset: one, version: version.id }] });
    expect(await troubleOf(call)).toEqual([]);
  });

  it('tells a rep of what they may not see that it is gone', async () => {
    const one = await published('One');
    const call = await callWith(one);
    await kitbag.client.assets.edit({ asset: one, set: { status: 'draft' } });
    await kitbag.client.session.changeRole({ role: 'rep' });
    expect(await troubleOf(call)).toEqual([{ code: 'gone', fix: 'remove' }]);
    expect((await kitbag.client.calls.get({ call })).pack).toMatchObject([
      { id: one, asset: null, title: 'One' },
    ]);
  });
});

describe('with a hub', () => {
  it('downloads a missing file, and one whose bytes are others', async () => {
    const { hub, lead } = await HubEngines.shared();
    const [asset = ''] = await lead.publish(lead.file('One.txt', '# One\n\nAbout one'));
    await lead.client.assets.edit({ asset, set: { audience: 'customer' } });
    await lead.engine.exchange();
    const { id } = await lead.client.calls.prepare({ title: 'Renewal', at: lead.time + DAY });
    const { version } = await lead.client.assets.get({ asset });
    const path = `${lead.data}/blobs/${version.sha256.slice(0, 2)}/${version.sha256}`;
    const fixOf = async () => (await lead.client.calls.check({ call: id })).items[0]?.problems[0];
    const fetch = async () => {
      for await (const _ of await lead.client.offline.fetch({ version: version.id }));
    };
    appendFileSync(path, '!');
    expect(await fixOf()).toMatchObject({ code: 'altered', fix: 'fetch' });
    await fetch();
    expect(await fixOf()).toBeUndefined();
    rmSync(path);
    expect(await fixOf()).toMatchObject({ code: 'missing', fix: 'fetch' });
    await fetch();
    expect(await fixOf()).toBeUndefined();
    await hub.remove();
  });
});
