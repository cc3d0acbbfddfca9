import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../../../src/engine/offline/offline-settings.ts';
import { openSearchAt } from '../../../../src/node/open-search.ts';
import { comesTrue } from '../../../support/comes-true.ts';
import { HubEngines } from '../../../support/hub-engines.ts';
import type { TempEngine, TempEngineOptions } from '../../../support/temp-engine.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { refusalOf } from '../../../support/wire-error.ts';
import { libraryOf, titlesIn } from './kit-library.ts';

let temp: TempEngine | undefined;
let hub: HubEngines | undefined;
afterEach(async () => {
  await temp?.remove();
  await hub?.remove();
  temp = undefined;
  hub = undefined;
});

/** A lead with assets that are out, by number. */
async function library(count = 3, ports: TempEngineOptions['ports'] = {}) {
  const made = await libraryOf(count, ports);
  temp = made.engine;
  return made;
}

describe('a kit', () => {
  it('is made of assets in their order, with pages, a pinned version and a line of why each', async () => {
    const {
      client,
      assets: [first = '', second = ''],
    } = await library();
    const { version } = await client.assets.get({ asset: second });
    const { kit } = await client.kits.create({
      set: { name: 'CFO play', objective: 'Win the CFO', stages: ['decision'], status: 'published' },
      items: [
        { asset: second, version: version.id, why: 'The proof' },
        { asset: first, pages: [[1, 1]] },
      ],
    });
    const detail = await client.kits.get({ kit });
    expect(detail).toMatchObject({
      name: 'CFO play',
      state: 'published',
      items: 2,
      problems: 0,
      guidance: { objective: 'Win the CFO', redFlags: '' },
      owner: { name: 'Ana' },
      cover: { asset: second, page: 1 },
    });
    expect(detail.contents).toMatchObject([
      { asset: { id: second }, version: { number: 1, newer: false }, why: 'The proof' },
      { asset: { id: first }, version: null, pages: [[1, 1]] },
    ]);
  });

  it('is changed item by item, and each change is taken back', async () => {
    const { client, assets } = await library(4);
    const items = assets.slice(0, 3).map((asset) => ({ asset }));
    const { kit } = await client.kits.create({ set: { name: 'Play' }, items });
    const [a = '', , c = ''] = (await client.kits.get({ kit })).contents.map(({ item }) => item);
    const change = async (edit: Omit<Parameters<typeof client.kits.edit>[0], 'kit'>) =>
      (await client.kits.edit({ kit, ...edit })).undo ?? '';
    const moved = await change({ move: { items: [c], before: a } });
    expect(await titlesIn(client, kit)).toEqual(['Asset 3', 'Asset 1', 'Asset 2']);
    const added = await change({
      add: [{ asset: assets[3] ?? '' }],
      before: a,
      set: { summary: 'For June' },
    });
    expect(await titlesIn(client, kit)).toEqual(['Asset 3', 'Asset 4', 'Asset 1', 'Asset 2']);
    const removed = await change({ remove: [a] });
    expect(await titlesIn(client, kit)).toEqual(['Asset 3', 'Asset 4', 'Asset 2']);
    for (const undo of [removed, added, moved]) await client.undo.take({ undo: [undo] });
    expect(await titlesIn(client, kit)).toEqual(['Asset 1', 'Asset 2', 'Asset 3']);
    expect(await client.kits.get({ kit })).toMatchObject({ summary: '' });
  });

  it('is gone where its making is taken back, and put away where it is archived', async () => {
    const {
      client,
      assets: [asset = ''],
    } = await library(1);
    const { kit, undo = '' } = await client.kits.create({ set: { name: 'Play' }, items: [{ asset }] });
    const { undo: archived = '' } = await client.kits.archive({ kits: [kit] });
    expect(await client.kits.get({ kit })).toMatchObject({ state: 'archived' });
    await client.undo.take({ undo: [archived] });
    expect(await client.kits.list()).toMatchObject([{ id: kit, state: 'draft' }]);
    await client.undo.take({ undo: [undo] });
    expect(await client.kits.list()).toEqual([]);
    expect(await refusalOf(client.kits.get({ kit }))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('refuses pages, versions and assets that there are not, and says what there is', async () => {
    const {
      client,
      assets: [first = '', second = ''],
    } = await library(2);
    const { version } = await client.assets.get({ asset: second });
    const make = (item: object) =>
      refusalOf(client.kits.create({ set: { name: 'Play' }, items: [{ asset: first, ...item }] }));
    expect(await make({ pages: [[2, 9]] })).toMatchObject({
      code: 'INVALID',
      message: expect.stringContaining('1 page'),
    });
    expect(await make({ version: version.id })).toMatchObject({ code: 'INVALID' });
    expect(await make({ asset: 'a_0000000000000000' })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('tells what of it was recalled, is a draft or became part of another asset, with what replaces it', async () => {
    const { client, assets } = await library(4);
    const [recalled = '', replacement = '', draft = '', merged = ''] = assets;
    const { kit } = await client.kits.create({
      set: { name: 'Play', status: 'published' },
      items: [recalled, draft, merged].map((asset) => ({ asset })),
    });
    await client.reviews.recall({ assets: [recalled], reason: 'Wrong', replacement });
    await client.assets.edit({ asset: draft, set: { status: 'draft' } });
    await client.near.merge({ asset: merged, into: replacement });
    const detail = await client.kits.get({ kit });
    expect(detail.problems).toBe(2);
    expect(detail.contents).toMatchObject([
      { asset: { id: recalled }, problem: 'recalled', instead: { asset: replacement, named: true } },
      { asset: { id: draft }, problem: 'draft' },
      { asset: { id: replacement }, merged: true },
    ]);
    expect((await client.kits.list({ holding: replacement })).map(({ id }) => id)).toEqual([kit]);
    await client.session.changeRole({ role: 'rep' });
    expect((await client.kits.get({ kit })).contents.map(({ asset }) => asset?.id)).toEqual([
      recalled,
      replacement,
    ]);
  });

  it('is internal where anything in it is, scheduled for its day and expired after its last one', async () => {
    const {
      client,
      engine,
      assets: [asset = ''],
    } = await library(1);
    const set = {
      name: 'Play',
      audience: 'customer',
      releaseOn: '2026-11-20',
      expiresOn: '2026-11-25',
    } as const;
    const { kit } = await client.kits.create({ set, items: [{ asset }] });
    await client.assets.edit({ asset, set: { audience: 'internal' } });
    expect(await client.kits.get({ kit })).toMatchObject({
      audience: 'internal',
      state: 'scheduled',
      released: false,
    });
    engine.time = Date.parse('2026-11-20T09:00:00Z');
    expect(await client.kits.get({ kit })).toMatchObject({ state: 'published', released: true });
    engine.time = Date.parse('2026-11-26T09:00:00Z');
    expect(await client.kits.get({ kit })).toMatchObject({ state: 'expired' });
  });

  it('is rated by everybody, once each, and what they said is taken back', async () => {
    const {
      client,
      assets: [asset = ''],
    } = await library(1);
    const { kit } = await client.kits.create({
      set: { name: 'Play', status: 'published' },
      items: [{ asset }],
    });
    await client.kits.rate({ kit, rating: { value: 2 } });
    const { undo = '' } = await client.kits.rate({ kit, rating: { value: 5, comment: 'Closed it' } });
    expect(await client.kits.get({ kit })).toMatchObject({
      usefulness: { count: 1, useful: 1 },
      mine: { value: 5, comment: 'Closed it' },
    });
    await client.undo.take({ undo: [undo] });
    expect(await client.kits.get({ kit })).toMatchObject({ mine: { value: 2 } });
    await client.kits.rate({ kit, rating: null });
    expect((await client.kits.get({ kit })).ratings).toEqual([]);
  });

  it('has a history', async () => {
    const {
      client,
      assets: [first = '', second = ''],
    } = await library(2);
    const { kit } = await client.kits.create({ set: { name: 'Play' }, items: [{ asset: first }] });
    await client.kits.edit({ kit, add: [{ asset: second }] });
    await client.kits.edit({ kit, set: { status: 'published' } });
    await client.kits.edit({ kit, set: { talkTrack: 'Ask first.', redFlags: 'No budget.' } });
    const { entries } = await client.history.kit({ kit });
    expect(entries.map(({ what }) => what)).toEqual([
      { code: 'history.kit-changed', values: { fields: ['talkTrack', 'redFlags'] } },
      { code: 'history.kit-published', values: {} },
      { code: 'history.kit-added', values: { titles: ['Asset 2'], more: 0 } },
      { code: 'history.kit-drafted', values: {} },
    ]);
  });

  it('says what changed in it since somebody looked, and since a moment', async () => {
    const {
      client,
      engine,
      assets: [first = '', second = '', third = ''],
    } = await library();
    const { kit } = await client.kits.create({
      set: { name: 'Play' },
      items: [first, second].map((asset) => ({ asset })),
    });
    expect(await client.kits.changes({ kit })).toEqual({ since: null, changes: [] });
    await client.kits.look({ kit });
    const looked = engine.time;
    engine.time += 60_000;
    expect((await client.kits.changes({ kit })).changes).toEqual([]);
    const [a = '', b = ''] = (await client.kits.get({ kit })).contents.map(({ item }) => item);
    await client.kits.edit({ kit, move: { items: [b], before: a } });
    await client.kits.edit({ kit, add: [{ asset: third }], remove: [a] });
    await client.reviews.recall({ assets: [second], reason: 'Wrong' });
    const told = [
      ['added', third],
      ['moved', second],
      ['recalled', second],
      ['removed', first],
    ];
    const { since, changes } = await client.kits.changes({ kit });
    expect(since).toBe(looked);
    expect(changes.map(({ change, asset }) => [change, asset]).toSorted()).toEqual(told);
    expect(changes[0]).toMatchObject({ by: { name: 'Ana' } });
    const asked = await client.kits.changes({ kit, since: looked });
    expect(asked.changes.map(({ change, asset }) => [change, asset]).toSorted()).toEqual(told);
  });
});

describe('a smart kit', () => {
  it('holds what its query finds now, in its order and no more than its limit', async () => {
    const folder = await temporaryFolder();
    const { client, engine } = await library(3, { openSearch: openSearchAt(join(folder, 'index.db')) });
    const smart = { query: 'asset', filters: { stages: ['decision'] }, sort: 'title', limit: 2 } as const;
    const set = {
      name: 'Always current',
      status: 'published' as const,
      smart: { ...smart, filters: { stages: ['decision'] } },
    };
    const { kit } = await client.kits.create({ set });
    await engine.engine.indexed();
    expect(await titlesIn(client, kit)).toEqual(['Asset 1', 'Asset 2']);
    await engine.publish(engine.file('asset 0.txt', 'Another one.'));
    await engine.engine.indexed();
    const detail = await client.kits.get({ kit });
    expect(detail.contents.map(({ asset }) => asset?.title)).toEqual(['Asset 0', 'Asset 1']);
    expect(detail).toMatchObject({ smart: true, query: smart });
    expect(await refusalOf(client.kits.edit({ kit, add: [{ asset: 'a_0000000000000000' }] }))).toMatchObject({
      code: 'INVALID',
    });
  });

  it('has what it finds kept on the device while it is pinned, from then on and as that changes', async () => {
    const shared = await HubEngines.shared();
    hub = shared.hub;
    const { lead } = shared;
    await lead.publish(lead.file('proof one.txt', 'Proof.'), lead.file('other.txt', 'Other.'));
    const { kit } = await lead.client.kits.create({
      set: {
        name: 'Proofs',
        status: 'published',
        smart: { query: 'proof', filters: {}, sort: 'title', limit: 5 },
      },
    });
    const folder = await temporaryFolder();
    const rep = await hub.fresh({ openSearch: openSearchAt(join(folder, 'index.db')) });
    for await (const _ of rep.engine.joinHub(hub.place, { name: 'Ben' }));
    await rep.client.offline.set({ ...DEFAULT_POLICY, keep: 'chosen' });
    await hub.settle(lead, rep);
    await rep.engine.indexed();
    const wanted = async () => (await rep.client.offline.get()).wantedFiles;
    expect(await wanted()).toBe(0);
    await rep.client.kits.pin({ kit, pinned: true });
    expect(await wanted()).toBe(1);
    await lead.publish(lead.file('proof two.txt', 'Proof again.'));
    await hub.settle(lead, rep);
    await rep.engine.indexed();
    await comesTrue(async () => expect(await wanted()).toBe(2));
    await rep.client.kits.pin({ kit, pinned: false });
    expect(await wanted()).toBe(0);
  });
});

describe('a template', () => {
  it('begins with the best asset of each content type for the call, each with why', async () => {
    const {
      client,
      engine,
      assets: [first = '', second = '', third = ''],
    } = await library();
    await client.assets.edit({ asset: first, set: { type: 'case-study' } });
    await client.assets.edit({ asset: second, set: { type: 'faq' } });
    await client.assets.edit({ asset: third, set: { type: 'faq' } });
    await engine.engine.indexed();
    const template = await client.kits.template({ stage: 'decision', persona: 'cfo' });
    expect(template).toMatchObject({ name: 'Decision × CFO', stages: ['decision'], personas: ['cfo'] });
    expect(template.items.map(({ asset: { type }, why: { code } }) => [type, code]).toSorted()).toEqual([
      ['case-study', 'kits.only-of-type'],
      ['faq', 'kits.best-of-type'],
    ]);
  });
});

describe('a kit on a colleague’s device', () => {
  it('shows a rep what of it comes out, is renamed and goes, as soon as that is known there', async () => {
    const shared = await HubEngines.shared();
    hub = shared.hub;
    const { lead } = shared;
    const [shown = '', draft = ''] = await lead.publish(
      lead.file('shown.txt', 'Shown.'),
      lead.file('draft.txt', 'Draft.'),
    );
    await lead.client.assets.edit({ asset: draft, set: { status: 'draft' } });
    const { kit } = await lead.client.kits.create({
      set: { name: 'Play', status: 'published' },
      items: [{ asset: shown }, { asset: draft }],
    });
    const rep = await hub.join('Ben');
    const sees = async () => {
      await shared.hub.settle(lead, rep);
      return titlesIn(rep.client, kit);
    };
    expect(await sees()).toEqual(['Shown']);
    await lead.client.assets.edit({ asset: draft, set: { status: 'published' } });
    expect(await sees()).toEqual(['Shown', 'Draft']);
    await lead.client.assets.edit({ asset: shown, set: { title: 'Proof' } });
    expect(await sees()).toEqual(['Proof', 'Draft']);
    await lead.client.near.merge({ asset: draft, into: shown });
    expect(await sees()).toEqual(['Proof', 'Proof']);
    await lead.client.assets.edit({ asset: shown, set: { status: 'draft' } });
    expect(await sees()).toEqual([]);
  });
});

describe('two people at one kit', () => {
  it('both add an item while they are apart, and both are there on both devices', async () => {
    const shared = await HubEngines.shared();
    hub = shared.hub;
    const { lead } = shared;
    const assets = await lead.publish(
      ...['a', 'b', 'c'].map((name) => lead.file(`${name}.txt`, `Text ${name}`)),
    );
    const [a = '', b = '', c = ''] = assets;
    const { kit } = await lead.client.kits.create({ set: { name: 'Play' }, items: [{ asset: a }] });
    const other = await hub.join('Mia');
    await hub.settle(lead, other);
    await lead.client.people.grant({ member: await other.self(), role: 'marketer' });
    await hub.settle(lead, other);
    await lead.client.kits.edit({ kit, add: [{ asset: b }] });
    await other.client.kits.edit({ kit, add: [{ asset: c, why: 'Mine' }] });
    await hub.settle(lead, other);
    const [here, there] = [await lead.client.kits.get({ kit }), await other.client.kits.get({ kit })];
    expect(here.contents.map(({ item }) => item)).toEqual(there.contents.map(({ item }) => item));
    expect(here.contents.map(({ asset }) => asset?.id).toSorted()).toEqual([a, b, c].toSorted());
    expect((await other.client.maintenance.stateHash()).hash).toBe(
      (await lead.client.maintenance.stateHash()).hash,
    );
  });
});
