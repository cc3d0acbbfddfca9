import { afterEach, describe, expect, it } from 'vitest';
import { HubEngines } from '../../../support/hub-engines.ts';
import type { TempEngine } from '../../../support/temp-engine.ts';
import { refusalOf } from '../../../support/wire-error.ts';

const DAY = 86_400_000;
let hub: HubEngines | undefined;
afterEach(() => hub?.remove());

/** A lead and a rep with one asset that both have. */
async function twoWith(set: { readonly expiresOn?: string; readonly releaseOn?: string }) {
  const shared = await HubEngines.shared();
  hub = shared.hub;
  const { lead } = shared;
  const [asset = ''] = await lead.publish(lead.file('prices.txt', 'Prices'));
  await lead.client.assets.edit({ asset, set: { audience: 'customer', ...set } });
  const mia = await hub.join('Mia');
  await hub.settle(lead, mia);
  return { lead, mia, asset, hub };
}

const stateOf = async (engine: TempEngine, asset: string) =>
  (await engine.client.assets.get({ asset })).state;

describe('the hub’s days', () => {
  it('begin and end at midnight in the hub’s time zone, on every device', async () => {
    const { lead, mia, asset } = await twoWith({ expiresOn: '2026-11-18' });
    await lead.client.people.setPolicies({ timeZone: 'Pacific/Auckland' });
    await hub?.settle(lead, mia);
    // 10:00 in UTC is 23:00 in Auckland, so it holds for another hour.
    expect([await stateOf(lead, asset), await stateOf(mia, asset)]).toEqual(['published', 'published']);
    for (const engine of [lead, mia]) engine.time += 3_600_000;
    expect([await stateOf(lead, asset), await stateOf(mia, asset)]).toEqual(['expired', 'expired']);
    await lead.client.people.setPolicies({ timeZone: 'America/New_York' });
    await hub?.settle(lead, mia);
    expect([await stateOf(lead, asset), await stateOf(mia, asset)]).toEqual(['published', 'published']);
  });

  it('are those of a time zone that there is', async () => {
    const { lead } = await twoWith({});
    const refused = await refusalOf(lead.client.people.setPolicies({ timeZone: 'Europe/Atlantis' }));
    expect(refused).toMatchObject({ code: 'INVALID', message: expect.stringContaining('Europe/Atlantis') });
    expect((await lead.client.people.list()).policies.timeZone).toBe('UTC');
  });

  it('do not come back where the clock of a device is set back', async () => {
    const { lead, mia, asset, hub } = await twoWith({ expiresOn: '2026-11-19' });
    for (const engine of [lead, mia]) engine.time += 2 * DAY;
    await lead.client.requests.make({ title: 'Something', need: '' });
    await hub.settle(lead, mia);
    expect(await stateOf(mia, asset)).toBe('expired');
    mia.time -= 30 * DAY;
    expect(await stateOf(mia, asset)).toBe('expired');
    await mia.reopen();
    expect(await stateOf(mia, asset)).toBe('expired');
    const { version } = await mia.client.assets.get({ asset });
    expect(await mia.engine.handOut(version.id, 'save')).toMatchObject({ outcome: 'held' });
  });

  it('let a recall arrive at a device whose clock is set back', async () => {
    const { lead, mia, asset, hub } = await twoWith({});
    lead.time += DAY;
    mia.time -= 30 * DAY;
    await mia.reopen();
    await lead.client.reviews.recall({ assets: [asset], reason: 'Wrong' });
    await hub.settle(lead, mia);
    expect(await stateOf(mia, asset)).toBe('recalled');
  });

  it('are not moved by the clock of one colleague that is a year ahead', async () => {
    const { lead, mia, asset, hub } = await twoWith({ expiresOn: '2026-12-31' });
    lead.time += 365 * DAY;
    await lead.client.requests.make({ title: 'Something', need: '' });
    await hub.settle(lead, mia);
    expect(await stateOf(mia, asset)).toBe('published');
  });

  it('bring out on its day what was scheduled for it, everywhere', async () => {
    const { lead, mia, hub } = await twoWith({});
    const [asset = ''] = await lead.publish(lead.file('new.txt', 'New'));
    await lead.client.assets.edit({ asset, set: { status: 'scheduled', releaseOn: '2026-11-20' } });
    await hub.settle(lead, mia);
    expect((await refusalOf(mia.client.assets.get({ asset }))).code).toBe('NOT_FOUND');
    mia.time += 2 * DAY;
    expect(await stateOf(mia, asset)).toBe('published');
  });
});
