import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { HubEngines } from '../../../support/hub-engines.ts';

let hub: HubEngines | undefined;
afterEach(() => hub?.remove());

const HOUR = 60 * 60 * 1000;

describe('what a device has written to its hub', () => {
  it('is read once a day and not by every process, and mended then', async () => {
    const shared = await HubEngines.shared();
    hub = shared.hub;
    const { lead } = shared;
    await lead.publish(lead.file('Card.txt', 'Text.'));
    await hub.settle(lead);
    await lead.reopen();
    await lead.engine.exchange();
    const session = await lead.client.session.get();
    const device = session.state === 'ready' ? session.device.id : '';
    const folder = join(hub.place, 'devices', device, 'catalog');
    const [name = ''] = readdirSync(folder);
    const whole = readFileSync(join(folder, name), 'latin1');
    writeFileSync(join(folder, name), `${whole.slice(0, -9)}?${whole.slice(-8)}`, 'latin1');
    await lead.reopen();
    await lead.engine.exchange();
    expect(readFileSync(join(folder, name), 'latin1')).not.toBe(whole);
    lead.time += 25 * HOUR;
    await lead.engine.exchange();
    expect(readFileSync(join(folder, name), 'latin1')).toBe(whole);
  });
});
