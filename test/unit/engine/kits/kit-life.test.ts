import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openSearchAt } from '../../../../src/node/open-search.ts';
import { HubEngines } from '../../../support/hub-engines.ts';
import { TempEngine } from '../../../support/temp-engine.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { refusalOf } from '../../../support/wire-error.ts';

let hub: HubEngines | undefined;
let temp: TempEngine | undefined;
afterEach(async () => {
  await hub?.remove();
  await temp?.remove();
  hub = undefined;
  temp = undefined;
});

type Client = TempEngine['client'];

/** A lead's engine with a kit of one asset; and colleagues, each at a device of their own. */
async function team() {
  const shared = await HubEngines.shared();
  const { lead } = shared;
  hub = shared.hub;
  const [mia, jo, rep] = [await hub.join('Mia'), await hub.join('Jo'), await hub.join('Rep')];
  const settle = () => shared.hub.settle(lead, mia, jo, rep);
  await settle();
  for (const one of [mia, jo]) await lead.client.people.grant({ member: await one.self(), role: 'marketer' });
  await lead.publish(lead.file('proof.txt', 'Proof.'), lead.file('other.txt', 'Other.'));
  const [asset = '', other = ''] = [...lead.engine.summaries().values()].map(({ id }) => id);
  const { kit } = await lead.client.kits.create({ set: { name: 'Play' }, items: [{ asset }] });
  await settle();
  return { settle, lead, mia, jo, rep, kit, asset, other };
}

/** A lead with a kit of one asset, alone. */
async function alone() {
  const folder = await temporaryFolder();
  temp = await TempEngine.open({ ports: { openSearch: openSearchAt(join(folder, 'index.db')) } });
  const { client } = temp;
  await temp.publish(temp.file('proof.txt', 'Proof.'), temp.file('other.txt', 'Other.'));
  const [asset = '', other = ''] = [...temp.engine.summaries().values()].map(({ id }) => id);
  const { kit } = await client.kits.create({ set: { name: 'Play' }, items: [{ asset }] });
  return { engine: temp, client, kit, asset, other };
}

const stateOf = async (client: Client, kit: string) => (await client.kits.get({ kit })).state;

describe('a kit in review', () => {
  it('comes out with the last approval, each by who was asked, on every device', async () => {
    const { settle, lead, mia, jo, rep, kit } = await team();
    const reviewers = [await mia.self(), await jo.self()];
    const { changed } = await lead.client.kits.submit({
      kits: [kit],
      reviewers,
      way: 'order',
      note: 'Please',
    });
    expect(changed).toEqual([kit]);
    await settle();
    expect(await mia.client.kits.get({ kit })).toMatchObject({
      state: 'in-review',
      review: { mine: true, note: 'Please', next: [{ name: 'Mia' }] },
      can: { submit: true },
    });
    expect(await mia.client.kits.toReview()).toMatchObject([{ id: kit, mine: true }]);
    expect(await jo.client.kits.toReview()).toMatchObject([{ id: kit, mine: false }]);
    expect((await jo.client.kits.approve({ kits: [kit] })).refused).toMatchObject([{ kit, code: 'not-yet' }]);
    expect((await lead.client.kits.approve({ kits: [kit] })).refused).toMatchObject([{ kit, code: 'own' }]);
    expect((await mia.client.kits.approve({ kits: [kit] })).changed).toEqual([kit]);
    await settle();
    expect(await stateOf(jo.client, kit)).toBe('in-review');
    expect(await refusalOf(rep.client.kits.get({ kit }))).toMatchObject({ code: 'NOT_FOUND' });
    await jo.client.kits.approve({ kits: [kit] });
    await settle();
    for (const { client } of [lead, mia, rep]) expect(await stateOf(client, kit)).toBe('published');
    const told = (await lead.client.history.kit({ kit })).entries.map(({ what }) => what.code);
    expect(told).toContain('history.submitted');
    expect(told.filter((code) => code === 'history.review-approved')).toHaveLength(2);
  });

  it('goes back with a reason, and is submitted again; an approval is taken back', async () => {
    const { settle, lead, mia, kit } = await team();
    const reviewers = [await mia.self()];
    await lead.client.kits.submit({ kits: [kit], reviewers });
    await settle();
    const { undo = '' } = await mia.client.kits.approve({ kits: [kit] });
    expect(await stateOf(mia.client, kit)).toBe('published');
    await mia.client.undo.take({ undo: [undo] });
    expect(await mia.client.kits.get({ kit })).toMatchObject({ review: { outcome: 'open', mine: true } });
    await mia.client.kits.return({ kits: [kit], reason: 'No proof in it' });
    await settle();
    expect(await lead.client.kits.get({ kit })).toMatchObject({
      review: { outcome: 'returned', answers: [{ comment: 'No proof in it' }] },
    });
    lead.time += 1000;
    const { undo: submitted = '' } = await lead.client.kits.submit({ kits: [kit], reviewers });
    expect(await lead.client.kits.get({ kit })).toMatchObject({ review: { outcome: 'open' } });
    await lead.client.undo.take({ undo: [submitted] });
    expect((await lead.client.kits.get({ kit })).review).toBeUndefined();
  });

  it('is needed before a kit comes out for the first time, where the hub’s policy says so', async () => {
    const { settle, lead, mia, kit, asset } = await team();
    await lead.client.people.setPolicies({ kitReview: 'needed' });
    const publish = { status: 'published' } as const;
    const ways: Readonly<Record<string, () => Promise<unknown>>> = {
      edited: () => lead.client.kits.edit({ kit, set: publish }),
      scheduled: () => lead.client.kits.edit({ kit, set: { status: 'scheduled' } }),
      made: () => lead.client.kits.create({ set: { name: 'New', ...publish }, items: [{ asset }] }),
    };
    for (const [way, go] of Object.entries(ways))
      expect(await refusalOf(go()), way).toMatchObject({ code: 'INVALID' });
    expect(await lead.client.kits.get({ kit })).toMatchObject({ can: { publish: false, submit: true } });
    // A day is known, and waits for the approval.
    await lead.client.kits.edit({ kit, set: { releaseOn: '2199-01-01' } });
    expect(await stateOf(lead.client, kit)).toBe('draft');
    await lead.client.kits.edit({ kit, set: { releaseOn: null } });
    await lead.client.kits.submit({ kits: [kit], reviewers: [await mia.self()] });
    await settle();
    await mia.client.kits.approve({ kits: [kit] });
    await settle();
    expect(await stateOf(lead.client, kit)).toBe('published');
    // What was out comes out again by itself.
    await lead.client.kits.archive({ kits: [kit] });
    await lead.client.kits.edit({ kit, set: publish });
    expect(await stateOf(lead.client, kit)).toBe('published');
  });
});

describe('a recalled kit', () => {
  it('is shown with why and what replaces it, leaves on no way, and who used it hears of it', async () => {
    const { settle, lead, rep, kit, asset, other } = await team();
    await lead.client.kits.edit({ kit, set: { status: 'published' } });
    const { kit: better } = await lead.client.kits.create({
      set: { name: 'Better play', status: 'published' },
      items: [{ asset: other }],
    });
    await settle();
    await rep.client.kits.look({ kit });
    const { undo = '' } = await lead.client.kits.recall({
      kits: [kit],
      reason: 'Old prices',
      replacement: better,
    });
    await settle();
    expect(await rep.client.kits.get({ kit })).toMatchObject({
      state: 'recalled',
      recall: { reason: 'Old prices', by: { name: 'Ana' } },
      instead: { kit: better, name: 'Better play' },
    });
    for (const way of ['present', 'save', 'send', 'copy', 'assemble'] as const)
      expect(await rep.client.kits.pass({ kit, way }), way).toMatchObject({
        verdict: 'refused',
        code: 'recalled',
        instead: { kit: better },
      });
    expect(await rep.client.kits.pass({ kit: better, way: 'present' })).toEqual({ verdict: 'allowed' });
    expect(await rep.client.kits.recallNews()).toMatchObject([
      { kit: { id: kit }, instead: { kit: better } },
    ]);
    expect(await lead.client.kits.recallNews()).toEqual([]);
    await rep.client.kits.recallsSeen({ kits: [kit] });
    expect(await rep.client.kits.recallNews()).toEqual([]);
    // Where the replacement is recalled too, its own one counts.
    await lead.client.kits.recall({ kits: [better], reason: 'Wrong', replacement: asset });
    expect(await lead.client.kits.get({ kit })).toMatchObject({ instead: { asset } });
    await lead.client.undo.take({ undo: [undo] });
    await settle();
    expect(await stateOf(rep.client, kit)).toBe('published');
    expect(await rep.client.kits.pass({ kit, way: 'present' })).toEqual({ verdict: 'allowed' });
  });

  it('is not replaced by itself or by what can’t be used, nor lifted where it is none', async () => {
    const { client, kit, asset } = await alone();
    const { kit: draft } = await client.kits.create({ set: { name: 'Draft' }, items: [{ asset }] });
    const recall = (replacement: string) =>
      refusalOf(client.kits.recall({ kits: [kit], reason: 'Old', replacement }));
    expect(await recall(kit)).toMatchObject({ code: 'INVALID' });
    expect(await recall(draft)).toMatchObject({ code: 'INVALID' });
    expect((await client.kits.liftRecall({ kits: [kit] })).refused).toMatchObject([
      { kit, code: 'not-recalled' },
    ]);
  });
});

describe('an expired kit', () => {
  it('leaves on no way, and is left out of what its day was not over for', async () => {
    const { client, kit } = await alone();
    await client.kits.edit({ kit, set: { status: 'published', expiresOn: '2020-01-01' } });
    expect(await stateOf(client, kit)).toBe('expired');
    expect(await client.kits.pass({ kit, way: 'send' })).toMatchObject({
      verdict: 'refused',
      code: 'expired',
    });
  });
});

describe('a verified kit', () => {
  it('is verified as it was: what is put in later is not, and undo gives the word back', async () => {
    const { client, kit, other } = await alone();
    await client.kits.edit({ kit, set: { status: 'published' } });
    const { undo = '' } = await client.kits.verify({ kits: [kit] });
    expect(await client.kits.get({ kit })).toMatchObject({
      state: 'verified',
      verified: { by: { name: 'Ana' } },
    });
    await client.kits.edit({ kit, set: { owner: null } });
    expect(await stateOf(client, kit)).toBe('verified');
    await client.kits.edit({ kit, add: [{ asset: other }] });
    expect(await client.kits.get({ kit })).toMatchObject({ state: 'published', verified: null });
    await client.kits.verify({ kits: [kit] });
    expect(await stateOf(client, kit)).toBe('verified');
    await client.kits.edit({ kit, set: { talkTrack: 'Begin with late invoices' } });
    await client.undo.take({ undo: [undo] });
    expect(await stateOf(client, kit)).toBe('published');
  });
});

describe('dimensions of a kit', () => {
  it('are set, filter and find it by their operators, and are refused where there are none', async () => {
    const { engine, client, kit } = await alone();
    await client.taxonomy.defineDimension({ name: 'Industry', many: false, terms: ['Healthcare', 'Retail'] });
    const field = 'dimension:industry';
    const [health, retail] = ['healthcare', 'retail'];
    const { undo = '' } = await client.kits.edit({
      kit,
      set: { status: 'published', [field]: [health] },
    });
    expect((await client.kits.get({ kit }))[field]).toEqual([health]);
    const told = (await client.history.kit({ kit })).entries.flatMap(({ what }) => JSON.stringify(what));
    expect(told.some((text) => text.includes('published'))).toBe(true);
    const found = async (filter: { readonly [field: `dimension:${string}`]: string[] }) =>
      (await client.search.find({ query: 'play', filters: filter, kits: 5 })).kits.map(
        ({ kit: { id } }) => id,
      );
    await engine.engine.indexed();
    expect(await found({ [field]: [health] })).toEqual([kit]);
    expect(await found({ [field]: [retail] })).toEqual([]);
    const asked = async (query: string) =>
      (await client.search.find({ query, kits: 5 })).kits.map(({ kit: { id } }) => id);
    expect(await asked('play industry:healthcare')).toEqual([kit]);
    expect(await asked('play industry:retail')).toEqual([]);
    expect(await refusalOf(client.kits.edit({ kit, set: { [field]: [health, retail] } }))).toMatchObject({
      code: 'INVALID',
    });
    expect(await refusalOf(client.kits.edit({ kit, set: { 'dimension:nothing': ['x'] } }))).toMatchObject({
      code: 'INVALID',
    });
    await client.undo.take({ undo: [undo] });
    expect((await client.kits.get({ kit }))[field] ?? []).toEqual([]);
  });
});
