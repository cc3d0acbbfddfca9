import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { type Attacker, anyId, assetOf } from '../support/attacker/attacker.ts';
import { canonical } from '../support/attacker/canonical.ts';
import { Key } from '../support/attacker/keys.ts';
import { HubEngines } from '../support/hub-engines.ts';
import { refusing } from '../support/saying.ts';
import type { TempEngine } from '../support/temp-engine.ts';
import { exchanged, Office, titlesIn } from './office.ts';

const sampleFolder = fileURLToPath(new URL('../../resources/sample', import.meta.url));

let office: Office | undefined;
afterEach(async () => {
  await office?.close();
  office = undefined;
});

/** A hub that its founder has just shared; without `admission`: without a word about who may come in. */
async function newlyShared(sample: boolean, admission?: 'open'): Promise<Office> {
  const { hub } = await HubEngines.shared();
  const lead = await hub.fresh({ sampleFolder });
  await lead.start({ sample });
  const folder = join(hub.folder, 'new');
  mkdirSync(folder);
  await lead.engine.shareHub(folder, 'New', true, admission);
  return Office.of(hub, lead, folder);
}

/** Ten members that nobody has ever met, each with a vote and a rating. */
async function invented(into: Office, asset: string, version: string, request: string): Promise<Attacker[]> {
  const crowd: Attacker[] = [];
  for (let number = 0; number < 10; number += 1) {
    const one = into.attacker(`Invented ${number}`).joins();
    one.says('request-voted', { request, dealValue: 1_000_000, at: one.time });
    one.says('rating-given', { asset, version, value: 1, at: one.time });
    await one.push(into.place);
    crowd.push(one);
  }
  return crowd;
}

async function counted({ client }: TempEngine, asset: string, request: string) {
  const { ratings } = await client.assets.get({ asset });
  const { votes, dealValue } = await client.requests.get({ request });
  return { ratings: ratings.length, votes, dealValue };
}

describe('a crowd of invented members', () => {
  it('counts for nothing in a hub that asks, as a hub does that is newly shared', async () => {
    office = await newlyShared(false);
    expect((await office.lead.client.people.list()).policies.admission).toBe('ask');
    const [asset = ''] = await office.lead.publish(office.lead.file('Card.txt', 'Text.'));
    const version = office.lead.engine.summaries().get(asset)?.version.id ?? '';
    const { id } = await office.lead.client.requests.make({ title: 'Genuine', need: '' });
    await exchanged(office.lead);
    await invented(office, asset, version, id);
    await exchanged(office.lead);
    expect(await counted(office.lead, asset, id)).toEqual({ ratings: 0, votes: 1, dealValue: 0 });
    const { people } = await office.lead.client.people.list();
    expect(people.filter(({ state }) => state === 'waiting')).toHaveLength(10);
  });

  it('is removed from an open hub with everything that it did', async () => {
    office = await Office.open();
    const [asset = ''] = await office.lead.publish(office.lead.file('Card.txt', 'Text.'));
    const version = office.lead.engine.summaries().get(asset)?.version.id ?? '';
    const { id } = await office.lead.client.requests.make({ title: 'Genuine', need: '' });
    await exchanged(office.lead);
    const crowd = await invented(office, asset, version, id);
    await exchanged(office.lead);
    expect(await counted(office.lead, asset, id)).toMatchObject({ ratings: 10, votes: 11 });
    for (const { member } of crowd)
      await office.lead.client.people.remove({ member: member as never, everything: true });
    for (const one of crowd) {
      one.says('rating-given', { asset, version, value: 1, at: 0 }, { time: 0 });
      await one.push(office.place);
    }
    await exchanged(office.lead);
    expect(await counted(office.lead, asset, id)).toEqual({ ratings: 0, votes: 1, dealValue: 0 });
  });
});

describe('a sample hub that was shared', () => {
  it('gives nobody a role that they take themselves', async () => {
    // Open, so that nothing else keeps them from a role.
    office = await newlyShared(true, 'open');
    const { lead } = office;
    const founder = await lead.self();
    const mallory = office.attacker().joins();
    for (const time of [mallory.time, 0, Date.UTC(2199, 0, 1)]) {
      mallory.says('role-granted', { member: mallory.member, role: 'lead' }, { time });
      mallory.says('member-removed', { member: founder, last: {} }, { time });
      mallory.says('asset-added', assetOf('Mine'), { time });
      mallory.says('hub-renamed', { name: 'Mine' }, { time });
    }
    await mallory.push(office.place);
    await exchanged(lead);
    const { people } = await lead.client.people.list();
    expect(people.find(({ id }) => id === mallory.member)).toMatchObject({ role: 'rep', state: 'member' });
    expect(people.find(({ id }) => id === founder)).toMatchObject({ role: 'lead', state: 'member' });
    expect(titlesIn(lead)).not.toContain('Mine');
    expect(await lead.client.hub.state()).toMatchObject({ hub: { name: 'New' } });
  });
});

describe('a newcomer with an invitation', () => {
  it('does not join the hub of an impostor in the same place, and joins the genuine one', async () => {
    office = await Office.open();
    await exchanged(office.lead);
    const { fingerprint } = await office.lead.client.hub.state();
    const genuine = office.place.get('hub.json');
    const { hub: id } = office.place.json('hub.json');
    for (const claimed of [String(id), anyId('h', 'another')]) {
      const mallory = office.attacker();
      const impostor = mallory.hubDocument(claimed, 'Acme');
      office.place.put('hub.json', Buffer.from(canonical(impostor)));
      mallory.says('hub-created', { hub: claimed, name: 'Acme' }, { time: 0 });
      mallory.says('member-added', { member: mallory.member, name: 'Ana', role: 'lead' }, { time: 1 });
      await mallory.push(office.place);
      const carla = await office.hub.fresh();
      const joining = carla.engine.joinHub(office.hub.place, { name: 'Carla', fingerprint });
      await expect(drain(joining)).rejects.toMatchObject(refusing(/fingerprint/i));
      expect((await carla.client.session.get()).state).not.toBe('ready');
      office.place.put('hub.json', genuine);
      await drain(carla.engine.joinHub(office.hub.place, { name: 'Carla', fingerprint }));
      expect(await carla.client.session.get()).toMatchObject({ state: 'ready', hub: { name: 'Acme' } });
      await carla.close();
    }
  });
});

describe('somebody who looks like somebody', () => {
  it('gains nothing by a key that is another’s, and a card that is another’s', async () => {
    office = await Office.open();
    const session = await office.lead.client.session.get();
    const device = session.state === 'ready' ? session.device.id : '';
    const card = office.place.get(`devices/${device}/card.json`);
    const mallory = office.attacker();
    const member = await office.lead.self();
    mallory.says('member-joined', {
      member,
      name: 'Ana',
      device: mallory.device,
      deviceName: 'A laptop',
      publicKey: mallory.key.publicKey,
    });
    mallory.isVouched(member, Key.named('nobody'), 'device');
    mallory.says('hub-renamed', { name: 'Mine' }, { member });
    await mallory.push(office.place, { card });
    await mallory.push(office.place);
    await exchanged(office.lead);
    const { people } = await office.lead.client.people.list();
    expect(people.map(({ name, devices }) => [name, devices.length])).toEqual([['Ana', 1]]);
    expect(await office.lead.client.hub.state()).toMatchObject({ hub: { name: 'Acme' } });
  });
});

async function drain(steps: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of steps);
}
