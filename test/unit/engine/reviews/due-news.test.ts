import { afterEach, describe, expect, it } from 'vitest';
import { HubEngines } from '../../../support/hub-engines.ts';
import { TempEngine } from '../../../support/temp-engine.ts';

const DAY = 86_400_000;
const opened: { remove(): Promise<void> | void }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.remove();
});

const newsOf = async (engine: TempEngine) =>
  (await engine.client.reviews.dueNews()).map(({ asset, due, days }) => [asset.title, due, days]);

describe('what comes due', () => {
  it('is told four and two weeks before, once each, most used first, over a restart too', async () => {
    const lead = await TempEngine.open();
    opened.push(lead);
    const [prices = ''] = await lead.publish(lead.file('Prices.txt', 'prices'));
    const [terms = ''] = await lead.publish(lead.file('Terms.txt', 'terms'));
    const ids = [prices, terms];
    await lead.client.reviews.verify({ assets: ids });
    const { type } = await lead.client.assets.get({ asset: prices });
    const { type: other } = await lead.client.assets.get({ asset: terms });
    for (const id of new Set([type, other]))
      await lead.client.taxonomy.define({
        facet: 'type',
        id,
        name: `Type ${id}`,
        audience: 'customer',
        reviewDays: 90,
      });
    expect(await newsOf(lead)).toEqual([]);
    lead.time += 62 * DAY;
    expect(await newsOf(lead)).toEqual(
      expect.arrayContaining([
        ['Prices', 'review', 28],
        ['Terms', 'review', 28],
      ]),
    );
    expect(await lead.client.reviews.dueSeen({ assets: ids })).toEqual({ seen: true });
    await lead.reopen();
    expect(await newsOf(lead)).toEqual([]);
    lead.time += 14 * DAY;
    expect(await newsOf(lead)).toHaveLength(2);
    await lead.client.reviews.verify({ assets: [terms] });
    expect(await newsOf(lead)).toEqual([['Prices', 'review', 14]]);
    await lead.client.reviews.dueSeen({ assets: [prices] });
    lead.time += 13 * DAY;
    expect(await newsOf(lead)).toEqual([]);
  });

  it('is an expiry too, and goes to the verifier, else to the owner, and to nobody else', async () => {
    const { hub, lead } = await HubEngines.shared();
    opened.push(hub);
    const mia = await hub.join('Mia');
    await hub.settle(lead, mia);
    await lead.client.people.grant({ member: await mia.self(), role: 'marketer' });
    const [asset = ''] = await lead.publish(lead.file('Prices.txt', 'prices'));
    await lead.client.reviews.verify({ assets: [asset] });
    const on = new Date(lead.time + 10 * DAY).toISOString().slice(0, 10);
    await lead.client.assets.edit({ asset, set: { expiresOn: on } });
    await hub.settle(lead, mia);
    expect(await newsOf(lead)).toEqual([['Prices', 'expiry', 10]]);
    expect(await newsOf(mia)).toEqual([]);
    await lead.client.assets.edit({ asset, set: { verifier: await mia.self() } });
    await hub.settle(lead, mia);
    expect([await newsOf(lead), await newsOf(mia)]).toEqual([[], [['Prices', 'expiry', 10]]]);
    await lead.client.people.grant({ member: await mia.self(), role: 'rep' });
    await hub.settle(lead, mia);
    expect(await newsOf(mia)).toEqual([]);
  });
});
