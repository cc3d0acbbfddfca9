import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Key } from '../support/attacker/keys.ts';
import type { TempEngine } from '../support/temp-engine.ts';
import { exchanged, Office } from './office.ts';

const DAY = 86_400_000;

let office: Office;
beforeEach(async () => {
  office = await Office.open();
});
afterEach(() => office.close());

/** Who is who, as somebody sees it. */
async function peopleOf({ client }: TempEngine): Promise<readonly string[]> {
  const { people } = await client.people.list();
  return people.map(({ name, role, devices }) => `${name} ${role} ${devices.length}`).sort();
}

/** The lead's own second computer, which comes in by a code while the first one is there. */
async function furtherDevice(code: string): Promise<TempEngine> {
  const laptop = await office.hub.fresh();
  laptop.time = office.lead.time;
  for await (const _ of laptop.engine.joinHub(office.hub.place, { name: 'Ana', code }))
    await exchanged(office.lead);
  return laptop;
}

/** What a lead's device could do to the hub. */
async function seizes(code: string, time: number): Promise<ReturnType<Office['attacker']>> {
  const leadId = await office.lead.self();
  const mallory = office.attacker();
  mallory.isVouched(leadId, Key.ofInvite(code), 'invite', { time });
  const as = { member: leadId, time: time + 1 };
  mallory.says('hub-renamed', { name: 'Mine' }, as);
  mallory.says('member-added', { member: mallory.member, name: 'Mallory', role: 'lead' }, as);
  mallory.says('member-renamed', { member: leadId, name: 'Nobody' }, as);
  await mallory.push(office.place);
  return mallory;
}

describe('a code for a further device', () => {
  it('that was used is worth nothing to whoever sees it later, however they date what they write', async () => {
    const { code } = await office.lead.client.people.inviteDevice();
    await exchanged(office.lead);
    const invited = office.lead.time;
    office.pass(3_600_000);
    const laptop = await furtherDevice(code);
    await office.settle(laptop);
    const ben = await office.colleague('Ben');
    office.pass(2 * DAY, laptop, ben);
    await seizes(code, invited + 1000);
    const carla = await office.hub.join('Carla');
    await office.settle(laptop, ben, carla);
    for (const engine of [office.lead, laptop, ben, carla]) {
      expect(await peopleOf(engine)).toEqual(['Ana lead 2', 'Ben rep 1', 'Carla rep 1']);
      expect(await engine.client.hub.state()).toMatchObject({ hub: { name: 'Acme' } });
    }
    await laptop.reopen();
    expect(await laptop.client.session.get()).toMatchObject({
      state: 'ready',
      standing: 'member',
      member: { name: 'Ana', role: 'lead' },
    });
  });

  it('that has expired unused is worth nothing, however the device dates its coming', async () => {
    const { code } = await office.lead.client.people.inviteDevice();
    await exchanged(office.lead);
    const invited = office.lead.time;
    office.pass(2 * DAY);
    await exchanged(office.lead);
    await seizes(code, invited + 1000);
    const carla = await office.hub.join('Carla');
    await office.settle(carla);
    for (const engine of [office.lead, carla])
      expect(await peopleOf(engine)).toEqual(['Ana lead 1', 'Carla rep 1']);
    expect(await carla.client.hub.state()).toMatchObject({ hub: { name: 'Acme' } });
  });

  it('of somebody is nobody else’s: a rep’s makes no lead', async () => {
    const mallory = await office.insider();
    const helper = office.attacker('Helper');
    const leadId = await office.lead.self();
    const invite = Key.named('an invitation');
    const until = mallory.time + DAY;
    mallory.says('device-invited', { invite: invite.publicKey, member: mallory.member, until });
    mallory.says('device-invited', { invite: invite.publicKey, member: leadId, until });
    helper.isVouched(leadId, invite, 'invite');
    helper.says('hub-renamed', { name: 'Mine' }, { member: leadId });
    await mallory.push(office.place);
    await helper.push(office.place);
    await exchanged(office.lead);
    const carla = await office.hub.join('Carla');
    expect(await carla.client.hub.state()).toMatchObject({ hub: { name: 'Acme' } });
    expect(await peopleOf(office.lead)).toContain('Ana lead 1');
  });
});

describe('another founder', () => {
  it('in hub.json stops the exchange of everybody who knows the hub, and says so', async () => {
    const ben = await office.colleague('Ben');
    const genuine = office.place.get('hub.json');
    const { hub } = office.place.json('hub.json');
    const mallory = office.attacker();
    office.place.put('hub.json', Buffer.from(JSON.stringify(mallory.hubDocument(String(hub), 'Acme'))));
    mallory.says('hub-created', { hub: String(hub), name: 'Acme' }, { time: 0 });
    mallory.says('member-added', { member: mallory.member, name: 'Ana', role: 'lead' }, { time: 1 });
    await mallory.push(office.place);
    for (const { engine, client } of [office.lead, ben]) {
      expect(await engine.exchange()).toMatchObject({ blocked: [{ reason: 'other-hub' }] });
      expect(await client.hub.state()).toMatchObject({ state: 'blocked', hub: { name: 'Acme' } });
    }
    office.place.put('hub.json', genuine);
    await exchanged(office.lead);
    await exchanged(ben);
    expect(await peopleOf(ben)).toEqual(['Ana lead 1', 'Ben rep 1']);
  });

  it('who claims to have made the hub long before is nobody, on the founder’s own device too', async () => {
    const { hub } = office.place.json('hub.json');
    const mallory = office.attacker();
    for (const time of [0, office.lead.time - DAY]) {
      mallory.says('hub-created', { hub: String(hub), name: 'Mine', sample: true }, { time });
      mallory.says('member-added', { member: mallory.member, name: 'Boss', role: 'lead' }, { time });
    }
    await mallory.push(office.place);
    await exchanged(office.lead);
    const carla = await office.hub.join('Carla');
    await office.settle(carla);
    for (const engine of [office.lead, carla])
      expect(await peopleOf(engine)).toEqual(['Ana lead 1', 'Carla rep 1']);
    await office.lead.reopen();
    expect(await peopleOf(office.lead)).toEqual(['Ana lead 1', 'Carla rep 1']);
  });
});
