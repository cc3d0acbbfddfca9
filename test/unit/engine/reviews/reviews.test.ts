import { afterEach, describe, expect, it } from 'vitest';
import { HubEngines } from '../../../support/hub-engines.ts';
import { TempEngine } from '../../../support/temp-engine.ts';
import { refusalOf } from '../../../support/wire-error.ts';

const DAY = 86_400_000;
const opened: { remove(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.remove();
});

/** A lead, two who publish, a rep, and a draft of the lead's. */
async function team() {
  const { hub, lead } = await HubEngines.shared();
  opened.push(hub);
  const [mia, jon, rep] = [await hub.join('Mia'), await hub.join('Jon'), await hub.join('Rep')];
  await hub.settle(lead, mia, jon, rep);
  const ids = { mia: await mia.self(), jon: await jon.self(), rep: await rep.self() };
  for (const member of [ids.mia, ids.jon]) await lead.client.people.grant({ member, role: 'marketer' });
  const [asset = ''] = await lead.publish(lead.file('deck.txt', 'A deck'));
  await lead.client.assets.edit({ asset, set: { status: 'draft' } });
  const all = [lead, mia, jon, rep];
  const settle = () => hub.settle(...all);
  await settle();
  const stateOn = async (engine: TempEngine) => (await engine.client.assets.get({ asset })).state;
  return { hub, lead, mia, jon, rep, ids, asset, assets: [asset], settle, stateOn };
}

describe('a review', () => {
  it('goes from draft over approval to its day, on which it comes out everywhere', async () => {
    const { lead, mia, rep, ids, asset, assets, settle, stateOn } = await team();
    await lead.client.assets.edit({ asset, set: { releaseOn: '2026-11-20', status: 'draft' } });
    await lead.client.reviews.submit({ assets, reviewers: [ids.mia], note: 'Please look' });
    await settle();
    expect(await stateOn(mia)).toBe('in-review');
    const asked = await mia.client.reviews.list({ limit: 10 });
    expect(asked).toMatchObject({ forMe: 1, items: [{ asset: { id: asset }, reasons: ['review-asked'] }] });
    expect((await mia.client.assets.get({ asset })).review).toMatchObject({
      mine: true,
      note: 'Please look',
    });
    expect((await mia.client.reviews.approve({ assets })).changed).toEqual(assets);
    await settle();
    expect([await stateOn(lead), await stateOn(mia)]).toEqual(['scheduled', 'scheduled']);
    expect((await refusalOf(rep.client.assets.get({ asset }))).code).toBe('NOT_FOUND');
    for (const engine of [lead, mia, rep]) engine.time += 2 * DAY;
    expect(await stateOn(rep)).toBe('published');
  });

  it('of which all must approve is published also where two approve without knowing of each other', async () => {
    const { lead, mia, jon, rep, ids, assets, settle, stateOn } = await team();
    await lead.client.reviews.submit({ assets, reviewers: [ids.mia, ids.jon], way: 'all' });
    await settle();
    await mia.client.reviews.approve({ assets });
    await jon.client.reviews.approve({ assets });
    expect([await stateOn(mia), await stateOn(jon)]).toEqual(['in-review', 'in-review']);
    await settle();
    expect([await stateOn(lead), await stateOn(mia), await stateOn(rep)]).toEqual(Array(3).fill('published'));
  });

  it('in an order waits for the first one, and whoever is not asked or asked themselves approves nothing', async () => {
    const { lead, mia, jon, ids, assets, settle, stateOn } = await team();
    await lead.client.reviews.submit({ assets, reviewers: [ids.mia, ids.jon], way: 'order' });
    await settle();
    expect((await jon.client.reviews.approve({ assets })).refused).toMatchObject([{ code: 'not-yet' }]);
    expect((await lead.client.reviews.approve({ assets })).refused).toMatchObject([{ code: 'own' }]);
    await mia.client.reviews.approve({ assets });
    await settle();
    await jon.client.reviews.approve({ assets });
    expect(await stateOn(jon)).toBe('published');
  });

  it('of which any one approves is over with the first', async () => {
    const { lead, jon, ids, assets, settle, stateOn } = await team();
    await lead.client.reviews.submit({ assets, reviewers: [ids.mia, ids.jon], way: 'any' });
    await settle();
    await jon.client.reviews.approve({ assets });
    expect(await stateOn(jon)).toBe('published');
  });

  it('comes back with a reason, and begins again when it is submitted again', async () => {
    const { lead, mia, ids, asset, assets, settle, stateOn } = await team();
    await lead.client.reviews.submit({ assets, reviewers: [ids.mia] });
    await settle();
    await mia.client.reviews.return({ assets, reason: 'Page 3 is of last year' });
    await settle();
    expect(await stateOn(lead)).toBe('draft');
    const { review } = await lead.client.assets.get({ asset });
    expect(review).toMatchObject({ outcome: 'returned', answers: [{ comment: 'Page 3 is of last year' }] });
    lead.time += 1000;
    mia.time += 1000;
    await lead.client.reviews.submit({ assets, reviewers: [ids.mia] });
    await settle();
    expect(await stateOn(mia)).toBe('in-review');
    await mia.client.reviews.approve({ assets });
    expect(await stateOn(mia)).toBe('published');
  });

  it('is taken back with what asked for it, and an approval with what it published', async () => {
    const { lead, mia, ids, assets, settle, stateOn } = await team();
    const { undo = '' } = await lead.client.reviews.submit({ assets, reviewers: [ids.mia] });
    await lead.client.undo.take({ undo: [undo] });
    expect(await stateOn(lead)).toBe('draft');
    lead.time += 1000;
    await lead.client.reviews.submit({ assets, reviewers: [ids.mia] });
    await settle();
    const approved = await mia.client.reviews.approve({ assets });
    await mia.client.undo.take({ undo: [approved.undo ?? ''] });
    expect(await stateOn(mia)).toBe('in-review');
    mia.time += 1000;
    expect((await mia.client.reviews.list({ limit: 10 })).forMe).toBe(1);
    expect((await mia.client.reviews.approve({ assets })).changed).toEqual(assets);
    expect(await stateOn(mia)).toBe('published');
  });

  it('of a version that waits brings that version out', async () => {
    const { lead, mia, ids, asset, assets, settle } = await team();
    await lead.client.assets.publish({ assets });
    await lead.stage(lead.file('deck v2.txt', 'A better deck'));
    const [row] = (await lead.client.publish.state()).rows;
    await lead.setRows([row?.id ?? ''], { versionOf: asset });
    await lead.client.publish.publish({ rows: [row?.id ?? ''], draft: true });
    await lead.client.reviews.submit({ assets, reviewers: [ids.mia] });
    await settle();
    expect((await mia.client.assets.get({ asset })).version.number).toBe(1);
    await mia.client.reviews.approve({ assets });
    expect((await mia.client.assets.get({ asset })).version.number).toBe(2);
  });

  it('is asked of others who publish alone', async () => {
    const { lead, ids, assets } = await team();
    const { reviews } = lead.client;
    for (const reviewers of [[ids.rep], [await lead.self()], ['m_0000000000000000']])
      expect((await refusalOf(reviews.submit({ assets, reviewers }))).code).toBe('INVALID');
    const { changed } = await reviews.submit({ assets, reviewers: [ids.mia], dryRun: true });
    expect(changed).toEqual(assets);
    expect((await lead.client.assets.get({ asset: assets[0] ?? '' })).state).toBe('draft');
  });
});

describe('what was given to review', () => {
  it('stays in review where a day is set, and is scheduled by its approval', async () => {
    const { lead, mia, ids, asset, assets, settle, stateOn } = await team();
    await lead.client.reviews.submit({ assets, reviewers: [ids.mia] });
    await lead.client.assets.edit({ asset, set: { releaseOn: '2026-11-20' } });
    expect(await stateOn(lead)).toBe('in-review');
    await settle();
    await mia.client.reviews.approve({ assets });
    expect(await stateOn(mia)).toBe('scheduled');
  });

  it('is asked of nobody once that is taken back, of a version that waits too, unless somebody has answered', async () => {
    const { lead, mia, ids, asset, assets, settle } = await team();
    await lead.client.assets.edit({ asset, set: { status: 'published' } });
    const { grant } = lead.engine.grantPaths([lead.file('deck 2.txt', 'A newer deck')]);
    await lead.client.publish.stage({ grant, versionOf: asset });
    await lead.staged();
    const rows = (await lead.client.publish.state()).rows.map(({ id }) => id);
    await lead.client.publish.publish({ rows, draft: true });
    const asked = { assets, reviewers: [ids.mia] };
    const first = await lead.client.reviews.submit(asked);
    await settle();
    expect(await mia.client.reviews.list({ limit: 10 })).toMatchObject({ forMe: 1 });
    expect(await lead.client.undo.take({ undo: [first.undo ?? ''] })).toEqual({ undone: 1, left: 0 });
    await settle();
    expect(await mia.client.reviews.list({ limit: 10 })).toMatchObject({ forMe: 0 });
    expect((await lead.client.assets.get({ asset })).review).toBeUndefined();

    const second = await lead.client.reviews.submit(asked);
    await settle();
    await mia.client.reviews.return({ assets, reason: 'Prices are missing' });
    await settle();
    expect(await lead.client.undo.take({ undo: [second.undo ?? ''] })).toMatchObject({ undone: 0, left: 1 });
    expect((await lead.client.assets.get({ asset })).review).toMatchObject({ outcome: 'returned' });
  });
});

describe('a type that needs a review', () => {
  it('has nothing published that was not approved, by whatever way', async () => {
    const { lead, mia, ids, asset, assets, settle, stateOn } = await team();
    const { type } = await lead.client.assets.get({ asset });
    const { types } = await lead.client.taxonomy.get();
    const { name = '', audience = 'customer' } = types.find(({ id }) => id === type) ?? {};
    await lead.client.taxonomy.define({ facet: 'type', id: type, name, audience, needsReview: true });
    expect((await lead.client.assets.publish({ assets })).refused).toMatchObject([{ code: 'needs-review' }]);
    const edited = lead.client.assets.edit({ asset, set: { status: 'published' } });
    expect((await refusalOf(edited)).code).toBe('INVALID');
    await lead.client.assets.edit({ asset, set: { releaseOn: '2026-12-01' } });
    expect(await stateOn(lead)).toBe('draft');
    await lead.client.assets.edit({ asset, set: { releaseOn: null } });
    await expect(lead.publish(lead.file('deck 2.txt', 'A deck as well'))).rejects.toThrow();
    await lead.client.reviews.submit({ assets, reviewers: [ids.mia] });
    await settle();
    await mia.client.reviews.approve({ assets });
    expect(await stateOn(mia)).toBe('published');
    // A name that is changed keeps the rule.
    await lead.client.taxonomy.define({ facet: 'type', id: type, name: `${name} 2`, audience });
    expect((await lead.client.taxonomy.get()).types.find(({ id }) => id === type)?.needsReview).toBe(true);
  });
});

describe('the list of reviews', () => {
  it('says why: due by its type’s interval, unverified, a new version, nobody to answer for it', async () => {
    const lead = await TempEngine.open();
    opened.push(lead);
    const [one = '', two = ''] = await lead.publish(lead.file('a.txt', 'a'), lead.file('b.txt', 'b'));
    await lead.client.reviews.verify({ assets: [one, two] });
    const reasons = async () =>
      Object.fromEntries(
        (await lead.client.reviews.list({ limit: 10 })).items.map(({ asset, reasons }) => [
          asset.id,
          reasons,
        ]),
      );
    expect(await reasons()).toEqual({});
    await lead.client.assets.edit({ asset: two, set: { owner: null } });
    expect(await reasons()).toEqual({ [two]: ['no-owner'] });
    await lead.client.assets.edit({ asset: two, set: { owner: await lead.self() } });
    lead.time += 63 * DAY;
    expect(await reasons()).toEqual({ [one]: ['due-soon'], [two]: ['due-soon'] });
    const { type } = await lead.client.assets.get({ asset: one });
    await lead.client.taxonomy.define({
      facet: 'type',
      id: type,
      name: 'T',
      audience: 'customer',
      reviewDays: 30,
    });
    expect(Object.values(await reasons())).toEqual([['due'], ['due']]);
    await lead.client.reviews.verify({ assets: [one] });
    expect((await reasons())[one]).toBeUndefined();
    lead.time += 16 * DAY;
    expect((await reasons())[one]).toEqual(['due-soon']);
  });

  it('takes a verification back to what was said before', async () => {
    const lead = await TempEngine.open();
    opened.push(lead);
    const assets = await lead.publish(lead.file('a.txt', 'a'));
    const [asset = ''] = assets;
    const verified = async () => (await lead.client.assets.get({ asset })).verified?.at ?? null;
    const first = await lead.client.reviews.verify({ assets });
    await lead.client.undo.take({ undo: [first.undo ?? ''] });
    expect(await verified()).toBeNull();
    await lead.client.reviews.verify({ assets });
    const before = await verified();
    lead.time += DAY;
    const second = await lead.client.reviews.verify({ assets });
    await lead.client.undo.take({ undo: [second.undo ?? ''] });
    expect(await verified()).toBe(before);
  });

  it('holds what somebody who was removed answered for, unless it was handed over', async () => {
    const { lead, ids, asset, settle } = await team();
    await lead.client.assets.edit({ asset, set: { status: 'published', owner: ids.mia, verifier: ids.mia } });
    await lead.client.reviews.verify({ assets: [asset] });
    await settle();
    expect((await lead.client.reviews.duties({ member: ids.mia })).assets).toEqual({ owns: 1, verifies: 1 });
    await lead.client.people.remove({ member: ids.mia });
    expect((await lead.client.reviews.list({ limit: 10 })).items).toMatchObject([
      { asset: { id: asset }, reasons: ['owner-left', 'verifier-left'] },
    ]);
    await lead.client.reviews.handOver({ from: ids.mia, to: ids.jon });
    expect((await lead.client.reviews.list({ limit: 10 })).items).toEqual([]);
    expect((await lead.client.reviews.duties({ member: ids.jon })).assets).toEqual({ owns: 1, verifies: 1 });
    const rep = await refusalOf(lead.client.reviews.handOver({ from: ids.jon, to: ids.rep }));
    expect(rep.code).toBe('INVALID');
  });
});

describe('what archiving breaks', () => {
  it('is told before: cells, golden queries, requests, pins, who used it last; and proposals name the forgotten', async () => {
    const lead = await TempEngine.open();
    opened.push(lead);
    const [asset = '', other = ''] = await lead.publish(lead.file('a.txt', 'a'), lead.file('b.txt', 'b'));
    const { reviews } = lead.client;
    expect((await reviews.retireEffect({ assets: [asset] })).emptied).toEqual([]);
    expect((await reviews.retireEffect({ assets: [asset, other] })).emptied).toEqual([
      { stage: 'decision', persona: 'cfo' },
    ]);
    await lead.client.searchQuality.define({ query: 'proof', context: {}, assets: [asset] });
    await lead.client.pins.set({ asset, pinned: true });
    await lead.client.activity.viewed({ asset });
    const { id: request } = await lead.client.requests.make({ title: 'A deck', need: '' });
    await lead.client.requests.answer({ request, status: 'fulfilled', asset });
    expect(await reviews.retireEffect({ assets: [asset] })).toMatchObject({
      golden: [{ query: 'proof' }],
      requests: [{ id: request }],
      pins: 1,
      lastUsed: { at: lead.time, by: { name: 'Ana' } },
    });
    expect((await reviews.list({ limit: 10 })).couldRetire).toEqual([]);
    lead.time += 200 * DAY;
    expect((await reviews.list({ limit: 10 })).couldRetire.map(({ id }) => id).sort()).toEqual(
      [asset, other].sort(),
    );
    await reviews.archive({ assets: [other] });
    expect((await reviews.list({ limit: 10 })).couldRetire.map(({ id }) => id)).toEqual([asset]);
    expect((await reviews.archive({ assets: [other] })).refused).toMatchObject([{ code: 'archived' }]);
  });
});
