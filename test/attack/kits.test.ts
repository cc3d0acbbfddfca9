import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anyId } from '../support/attacker/attacker.ts';
import type { Fields } from '../support/attacker/canonical.ts';
import { catalogsOf, exchanged, Office } from './office.ts';

const YEAR = 365 * 86_400_000;

let office: Office;
beforeEach(async () => {
  office = await Office.open();
});
afterEach(() => office.close());

/** A kit of one asset that the lead has published, and a second asset. */
async function library() {
  const { lead } = office;
  const files = ['proof', 'other'].map((name) => lead.file(`${name}.txt`, `About ${name}.`));
  const [asset = '', other = ''] = await lead.publish(...files);
  const set = { name: 'Play', status: 'published' as const };
  const { kit } = await lead.client.kits.create({ set, items: [{ asset }] });
  await exchanged(lead);
  return { asset, other, kit };
}

describe('a rep', () => {
  it('who writes kits, reviews, variants and merges by hand changes nothing of them for anybody', async () => {
    const { asset, other, kit } = await library();
    const mallory = await office.insider('rep');
    const { lead } = office;
    const look = async () => ({
      kits: await lead.client.kits.list({}),
      kit: await lead.client.kits.get({ kit }),
      assets: [await lead.client.assets.get({ asset }), await lead.client.assets.get({ asset: other })],
    });
    const before = await look();
    const at = mallory.time;
    const item = anyId('i', 'item');
    const reviewed = { reviewers: [mallory.member], way: 'any', at };
    const forged: readonly (readonly [string, Fields])[] = [
      [
        'kit-created',
        { kit: anyId('k', 'mine'), fields: { name: 'Mine', status: 'published' }, items: [], at },
      ],
      ['kit-edited', { kit, set: { name: 'Forged', owner: mallory.member, verifier: mallory.member }, at }],
      ['kit-edited', { kit, set: { gone: true }, at }],
      ['kit-items-set', { kit, items: [{ item, asset: other, place: 'i' }], at }],
      ['kit-submitted', { kit, ...reviewed }],
      ['kit-review-answered', { kit, to: at, answer: 'approved', at }],
      ['kit-verified', { kit, at }],
      ['kit-recalled', { kit, reason: 'Because', at }],
      ['asset-variant-linked', { asset: other, of: asset, at }],
      ['asset-merged', { asset: other, into: asset, at }],
      ['asset-submitted', { asset, ...reviewed }],
      ['asset-review-answered', { asset, to: at, answer: 'approved', at }],
      ['asset-recalled', { asset, reason: 'Because', at }],
    ];
    for (const [kind, body] of forged) mallory.says(kind, body);
    await mallory.push(office.place);
    await exchanged(lead);
    expect(await look()).toEqual(before);
  });
});

describe('a marketer', () => {
  it('who submits something else under the time of a review that was approved has no approval for it', async () => {
    const { kit, other } = await library();
    const ben = await office.colleague('Ben', 'marketer');
    const mallory = await office.insider('marketer');
    await office.settle(ben);
    const at = mallory.time;
    const submitted = { kit, reviewers: [await ben.self()], way: 'all', at };
    mallory.says('kit-submitted', submitted);
    await mallory.push(office.place);
    await office.settle(ben);
    await ben.client.kits.approve({ kits: [kit] });
    await office.settle(ben);
    expect((await ben.client.kits.get({ kit })).state).toBe('published');
    mallory.time += 60_000;
    const items = [{ item: anyId('i', 'item'), asset: other, place: 'i' }];
    mallory.says('kit-items-set', { kit, items, at: mallory.time });
    mallory.says('kit-submitted', submitted);
    await mallory.push(office.place);
    await office.settle(ben);
    for (const { client } of [office.lead, ben])
      expect(await client.kits.get({ kit })).toMatchObject({
        state: 'in-review',
        review: { outcome: 'open', answers: [] },
      });
    expect(await catalogsOf(office.lead, ben)).toBe(1);
  });

  it('who links two assets in a circle, and each to itself, makes one family of them on every device', async () => {
    const { asset, other } = await library();
    const mallory = await office.insider('marketer');
    for (const [from, to] of [
      [asset, other],
      [other, asset],
      [asset, asset],
    ] as const)
      mallory.says('asset-variant-linked', { asset: from, of: to, at: mallory.time });
    await mallory.push(office.place);
    const ben = await office.colleague('Ben');
    await office.settle(ben);
    for (const { client } of [office.lead, ben])
      expect((await client.search.find({ query: '' })).hits.length).toBeGreaterThan(0);
    expect(await catalogsOf(office.lead, ben)).toBe(1);
  });

  it('who puts ten thousand items into a kit leaves it as long as kits are, and it can still be changed', async () => {
    const { kit, asset, other } = await library();
    const mallory = await office.insider('marketer');
    for (let from = 0; from < 10_000; from += 200) {
      const items = Array.from({ length: 200 }, (_, at) => ({
        ...{ item: anyId('i', `item ${from + at}`), asset: other, place: 'i' },
      }));
      mallory.says('kit-items-set', { kit, items, at: mallory.time });
    }
    await mallory.push(office.place);
    await exchanged(office.lead);
    const { client } = office.lead;
    const full = await client.kits.get({ kit });
    expect(full.contents).toHaveLength(200);
    await client.kits.edit({
      kit,
      set: { name: 'Still mine' },
      remove: full.contents.map(({ item }) => item),
    });
    expect(await client.kits.get({ kit })).toMatchObject({ name: 'Still mine' });
    expect((await client.kits.list({ holding: asset })).length).toBeLessThanOrEqual(1);
  });
});

describe('whoever verifies with a clock that is a year behind', () => {
  it('has verified: assets and kits leave the list of what is due', async () => {
    const { asset, kit } = await library();
    const ben = await office.colleague('Ben', 'marketer');
    office.pass(YEAR, ben);
    await office.lead.client.assets.edit({ asset, set: { summary: 'Of today' } });
    await office.settle(ben);
    ben.time -= YEAR;
    await ben.client.reviews.verify({ assets: [asset] });
    await ben.client.kits.verify({ kits: [kit] });
    await office.settle(ben);
    for (const { client } of [office.lead, ben]) {
      expect((await client.assets.get({ asset })).state).toBe('verified');
      expect((await client.kits.get({ kit })).state).toBe('verified');
      const listed = (await client.reviews.list({ limit: 10 })).items.map((item) => item.asset.id);
      expect(listed).not.toContain(asset);
      expect(await client.kits.toReview()).toEqual([]);
    }
  });
});
