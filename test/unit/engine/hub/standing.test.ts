import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HubEngines } from '../../../support/hub-engines.ts';
import { refusing, saying } from '../../../support/saying.ts';
import { TempEngine } from '../../../support/temp-engine.ts';

let hub: HubEngines;
let lead: TempEngine;

beforeEach(async () => {
  ({ hub, lead } = await HubEngines.shared());
});
afterEach(() => hub.remove());

async function memberId(engine: TempEngine): Promise<string> {
  const session = await engine.client.session.get();
  if (session.state !== 'ready') throw new Error('Somebody is here.');
  return session.member.id;
}

describe('Where somebody stands with the hub', () => {
  it('is not “synced” for who was removed: what they do counts for nobody', async () => {
    const ben = await hub.join('Ben');
    await hub.settle(lead);
    await lead.client.people.remove({ member: await memberId(ben) });
    await lead.engine.exchange();
    expect(await ben.engine.exchange()).toMatchObject({
      standing: 'removed',
      blocked: [{ reason: 'removed', says: saying(/no longer a member of this hub/) }],
    });
    expect(await ben.client.hub.state()).toMatchObject({
      state: 'removed',
      says: saying(/counts for nobody else/),
    });
  });

  it('is waiting for who was not let in yet, and the lead sees that somebody waits', async () => {
    await lead.client.people.setPolicies({ admission: 'ask' });
    await lead.engine.exchange();
    const ben = await hub.join('Ben');
    expect(await ben.engine.exchange()).toMatchObject({ standing: 'waiting', blocked: [] });
    expect(await ben.client.hub.state()).toMatchObject({
      state: 'waiting',
      says: saying(/lead has to let you in/),
    });
    await lead.engine.exchange();
    expect(await lead.client.session.get()).toMatchObject({ counts: { waiting: 1 } });
    await lead.client.people.grant({ member: await memberId(ben), role: 'rep' });
    await hub.settle(lead, ben);
    expect((await ben.client.hub.state()).state).toBe('synced');
    expect(await lead.client.session.get()).toMatchObject({ counts: { waiting: 0 } });
  });

  it('says that the folder is not there where it was renamed, and goes on at its new place', async () => {
    const ben = await hub.join('Ben');
    const moved = `${hub.place} 2026`;
    renameSync(hub.place, moved);
    expect(await ben.engine.exchange()).toMatchObject({
      blocked: [{ reason: 'offline', says: saying(/folder is no longer there/) }],
    });
    expect(await ben.client.hub.state()).toMatchObject({ state: 'offline', reason: 'gone' });
    const { grant } = ben.engine.grantPaths([moved]);
    expect(await ben.client.hub.move({ grant })).toMatchObject({
      state: 'synced',
      location: { kind: 'folder', folder: moved },
    });
    renameSync(moved, hub.place);
  });

  it('says only that it can’t be reached where the way to the folder is gone too', async () => {
    const away = join(hub.folder, 'drive', 'hub');
    mkdirSync(away, { recursive: true });
    const own = await TempEngine.open();
    await own.engine.shareHub(away, 'On a drive');
    renameSync(join(hub.folder, 'drive'), join(hub.folder, 'unplugged'));
    await own.engine.exchange();
    expect(await own.client.hub.state()).toMatchObject({ state: 'offline', reason: 'unreachable' });
    await own.remove();
  });

  it('lets a marketer share a hub of their own, as its lead by that, and nobody else’s', async () => {
    const marketer = await TempEngine.open({ role: 'marketer' });
    const place = join(hub.folder, 'mine');
    expect((await marketer.client.hub.state()).sharing).toBe('as-lead');
    await expect(marketer.engine.shareHub(place, 'Mine')).rejects.toMatchObject(
      refusing(/has to lead a shared hub/),
    );
    expect(await marketer.client.session.get()).toMatchObject({ member: { role: 'marketer' } });
    await marketer.engine.shareHub(place, 'Mine', true);
    expect(await marketer.client.session.get()).toMatchObject({ member: { role: 'lead' } });
    expect(await marketer.client.hub.state()).toMatchObject({ state: 'synced', sharing: 'may' });
    await marketer.remove();
    const ben = await hub.join('Ben');
    expect((await ben.client.hub.state()).sharing).toBe('no');
    await expect(ben.engine.shareHub(place, 'Theirs', true)).rejects.toMatchObject(
      refusing(/Only a content lead/),
    );
  });
});
