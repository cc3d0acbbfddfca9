import { afterEach, describe, expect, it } from 'vitest';
import { HubEngines } from '../../../support/hub-engines.ts';

const INDUSTRY = 'dimension:industry';
const REGION = 'dimension:region';

let hub: HubEngines | undefined;
afterEach(() => hub?.remove());

describe('dimensions in a shared hub', () => {
  it('keep what two people say at the same time by different ones, and all replicas agree', async () => {
    const shared = await HubEngines.shared();
    hub = shared.hub;
    const { lead } = shared;
    await lead.client.taxonomy.defineDimension({ name: 'Industry', terms: ['Healthcare'] });
    await lead.client.taxonomy.defineDimension({ name: 'Region', terms: ['DACH'] });
    const [asset = ''] = await lead.publish(lead.file('Pumps.txt', 'Pumps for hospitals.'));
    await lead.engine.exchange();
    const ben = await hub.join('Ben');
    await hub.settle(ben, lead);
    const member = await ben.self();
    await lead.client.people.grant({ member, role: 'marketer' });
    await hub.settle(lead, ben);
    await lead.client.assets.edit({ asset, set: { [INDUSTRY]: ['healthcare'] } });
    await ben.client.assets.edit({ asset, set: { [REGION]: ['dach'] } });
    await hub.settle(ben, lead);
    await hub.settle(lead, ben);
    for (const { client } of [lead, ben]) {
      expect(await client.assets.get({ asset })).toMatchObject({
        [INDUSTRY]: ['healthcare'],
        [REGION]: ['dach'],
      });
    }
    const hashes = await Promise.all([lead, ben].map(({ client }) => client.maintenance.stateHash()));
    expect(new Set(hashes.map(({ hash }) => hash)).size).toBe(1);
  });
});
