import { afterEach, describe, expect, it } from 'vitest';
import { HubEngines } from '../../../support/hub-engines.ts';
import type { TempEngine } from '../../../support/temp-engine.ts';
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
async function library(count: number) {
  const made = await libraryOf(count);
  temp = made.engine;
  return made;
}

describe('a kit of one’s own', () => {
  it('stays on the device, over a restart, and is changed as those of the hub are', async () => {
    const {
      client,
      engine,
      assets: [first = '', second = ''],
    } = await library(2);
    await client.session.changeRole({ role: 'rep' });
    const before = await client.maintenance.stateHash();
    const { kit } = await client.kits.create({ own: true, set: { name: 'Mine' }, items: [{ asset: first }] });
    await client.kits.edit({ kit, set: { talkTrack: 'Ask first.' }, add: [{ asset: second }] });
    await engine.reopen();
    expect(await engine.client.kits.get({ kit })).toMatchObject({
      own: true,
      name: 'Mine',
      items: 2,
      guidance: { talkTrack: 'Ask first.' },
      can: { edit: true, propose: true },
    });
    expect(await engine.client.maintenance.stateHash()).toEqual(before);
    await engine.client.kits.discard({ kit });
    expect(await engine.client.kits.list()).toEqual([]);
    await engine.client.kits.restore({ kit });
    expect(await engine.client.kits.list({ own: true })).toHaveLength(1);
  });

  it('is proposed by a rep, adopted by who publishes, and names who proposed it', async () => {
    const shared = await HubEngines.shared();
    hub = shared.hub;
    const { lead } = shared;
    const [asset = ''] = await lead.publish(lead.file('proof.txt', 'Proof.'));
    const rep = await hub.join('Ben');
    await hub.settle(lead, rep);
    const { kit: own } = await rep.client.kits.create({
      own: true,
      set: { name: 'What works', objective: 'Second meeting' },
      items: [{ asset, why: 'They always ask' }],
    });
    const { proposal } = await rep.client.kits.propose({ kit: own, note: 'Won three with it' });
    expect(await refusalOf(rep.client.kits.propose({ kit: own }))).toMatchObject({ code: 'INVALID' });
    await hub.settle(lead, rep);
    expect(await lead.client.kits.proposals({ open: true })).toMatchObject([
      { id: proposal, by: { name: 'Ben' }, note: 'Won three with it', name: 'What works', answer: 'open' },
    ]);
    const { kit, undo = '' } = await lead.client.kits.adopt({ proposal, set: { status: 'published' } });
    await lead.client.undo.take({ undo: [undo] });
    expect(await lead.client.kits.proposals({ open: true })).toHaveLength(1);
    expect(await lead.client.kits.list()).toEqual([]);
    const again = await lead.client.kits.adopt({ proposal, set: { status: 'published' } });
    expect(again.kit).not.toBe(kit);
    await hub.settle(lead, rep);
    expect(await rep.client.kits.get({ kit: again.kit })).toMatchObject({
      name: 'What works',
      contributor: { name: 'Ben' },
      owner: { name: 'Ana' },
      contents: [{ asset: { id: asset }, why: 'They always ask' }],
    });
    expect(await rep.client.kits.get({ kit: own })).toMatchObject({
      proposal: { answer: 'adopted', kit: again.kit },
    });
  });

  it('is declined with a reason that its author is told, and can be proposed again', async () => {
    const shared = await HubEngines.shared();
    hub = shared.hub;
    const { lead } = shared;
    const [asset = ''] = await lead.publish(lead.file('proof.txt', 'Proof.'));
    const rep = await hub.join('Ben');
    await hub.settle(lead, rep);
    const { kit } = await rep.client.kits.create({ own: true, set: { name: 'Mine' }, items: [{ asset }] });
    const { proposal } = await rep.client.kits.propose({ kit });
    await hub.settle(lead, rep);
    await lead.client.kits.decline({ proposal, reason: 'There is one for this.' });
    await hub.settle(lead, rep);
    expect(await rep.client.kits.proposals()).toMatchObject([
      { mine: true, answer: 'declined', reason: 'There is one for this.', answeredBy: { name: 'Ana' } },
    ]);
    expect((await rep.client.kits.propose({ kit })).proposal).not.toBe(proposal);
  });

  it('tells who proposed it once what became of it, on the device that has not looked', async () => {
    const shared = await HubEngines.shared();
    hub = shared.hub;
    const { lead } = shared;
    const [asset = ''] = await lead.publish(lead.file('proof.txt', 'Proof.'));
    const rep = await hub.join('Ben');
    await hub.settle(lead, rep);
    const { kit } = await rep.client.kits.create({ own: true, set: { name: 'Mine' }, items: [{ asset }] });
    const { proposal } = await rep.client.kits.propose({ kit });
    expect(await rep.client.kits.proposals()).toMatchObject([{ news: false, untold: false }]);
    await hub.settle(lead, rep);
    await lead.client.kits.decline({ proposal, reason: 'Not now.' });
    await hub.settle(lead, rep);
    expect(await lead.client.kits.proposals()).toMatchObject([{ news: false, untold: false }]);
    expect(await rep.client.kits.proposals()).toMatchObject([{ news: true, untold: true }]);
    await rep.client.kits.proposalsTold({ proposals: [proposal] });
    expect(await rep.client.kits.proposals()).toMatchObject([{ news: true, untold: false }]);
    await rep.client.kits.proposalsSeen({ proposals: [proposal] });
    await rep.reopen();
    expect(await rep.client.kits.proposals()).toMatchObject([{ news: false, untold: false }]);
  });

  it('is withdrawn by whoever proposed it and by no other, until somebody has answered', async () => {
    const shared = await HubEngines.shared();
    hub = shared.hub;
    const { lead } = shared;
    const [asset = ''] = await lead.publish(lead.file('proof.txt', 'Proof.'));
    const rep = await hub.join('Ben');
    await hub.settle(lead, rep);
    const { kit } = await rep.client.kits.create({ own: true, set: { name: 'Mine' }, items: [{ asset }] });
    const { proposal } = await rep.client.kits.propose({ kit });
    await hub.settle(lead, rep);
    expect(await refusalOf(lead.client.kits.withdraw({ proposal }))).toMatchObject({ code: 'NOT_FOUND' });
    const { undo = '' } = await rep.client.kits.withdraw({ proposal });
    expect(await rep.client.kits.get({ kit })).toMatchObject({ proposal: { answer: 'withdrawn' } });
    await hub.settle(lead, rep);
    expect(await lead.client.kits.proposals({ open: true })).toEqual([]);
    expect(await refusalOf(lead.client.kits.adopt({ proposal }))).toMatchObject({ code: 'INVALID' });
    await rep.client.undo.take({ undo: [undo] });
    await hub.settle(lead, rep);
    await lead.client.kits.adopt({ proposal });
    await hub.settle(lead, rep);
    expect(await refusalOf(rep.client.kits.withdraw({ proposal }))).toMatchObject({ code: 'INVALID' });
  });

  it('takes its changes back, the last one first, and none over a later one', async () => {
    const {
      client,
      assets: [first = '', second = ''],
    } = await library(2);
    await client.session.changeRole({ role: 'rep' });
    const { kit } = await client.kits.create({ own: true, set: { name: 'Mine' }, items: [{ asset: first }] });
    const added = (await client.kits.edit({ kit, add: [{ asset: second }] })).change ?? '';
    const named = (await client.kits.edit({ kit, set: { name: 'Ours' } })).change ?? '';
    const back = async (change: string) => (await client.kits.restore({ kit, change })).restored;
    expect(await back(added)).toBe(false);
    expect(await back(named)).toBe(true);
    expect(await client.kits.get({ kit })).toMatchObject({ name: 'Mine', items: 2 });
    expect(await back(added)).toBe(true);
    expect(await titlesIn(client, kit)).toEqual(['Asset 1']);
    expect(await back(added)).toBe(false);
  });
});
