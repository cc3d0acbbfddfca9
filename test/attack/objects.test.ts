import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assetOf } from '../support/attacker/attacker.ts';
import { canonical } from '../support/attacker/canonical.ts';
import { bytesOf, HOSTILE, inPlaceOf, SPOILERS, spoiled } from '../support/attacker/hostile.ts';
import type { TempEngine } from '../support/temp-engine.ts';
import { catalogsOf, exchanged, Office, titlesIn, troubleOf } from './office.ts';

let office: Office;
let ben: TempEngine;
beforeEach(async () => {
  office = await Office.open();
  ben = await office.colleague('Ben', 'marketer');
});
afterEach(() => office.close());

async function deviceOf(engine: TempEngine): Promise<string> {
  const session = await engine.client.session.get();
  if (session.state !== 'ready') throw new Error(session.state);
  return session.device.id;
}

/** Ben and the lead work on, and somebody new comes in. */
async function workGoesOn(title: string): Promise<void> {
  await office.lead.publish(office.lead.file(`${title}.txt`, title));
  await exchanged(office.lead);
  await exchanged(ben);
  expect(titlesIn(ben)).toContain(title);
}

describe('of an invented device', () => {
  for (const what of ['head.json', 'card.json'] as const) {
    it(`a hostile ${what} stops nobody`, async () => {
      let number = 0;
      for (const name of Object.keys(inPlaceOf('{}'))) {
        const mallory = office.attacker(`Mallory ${name}`).joins();
        const genuine = canonical(what === 'head.json' ? mallory.head() : mallory.card());
        const content = inPlaceOf(genuine)[name] ?? '';
        await mallory.push(office.place, what === 'head.json' ? { head: content } : { card: content });
        number += 1;
      }
      await workGoesOn('After all of them');
      const { devices } = await ben.client.hub.state();
      expect(devices.length).toBeGreaterThanOrEqual(number);
      const carla = await office.hub.join('Carla');
      expect(titlesIn(carla)).toEqual(['After all of them']);
    });
  }

  it('a hostile seal, event or segment stops nobody, and what the others wrote arrives', async () => {
    for (const [name, content] of Object.entries({ ...HOSTILE, ...SPOILERS })) {
      if (typeof content !== 'string') continue;
      const bySeal = office.attacker(`Seal ${name}`).joins();
      const sealLine =
        name in SPOILERS ? spoiled(canonical(bySeal.journals.catalog.seal()), content) : content;
      await bySeal.push(office.place, { sealLine });
      const byEvent = office.attacker(`Event ${name}`).joins();
      byEvent.says('asset-added', assetOf(name), { line: () => content });
      byEvent.says('asset-added', assetOf('Mine'));
      await byEvent.push(office.place);
      const byBody = office.attacker(`Body ${name}`).joins();
      byBody.says('asset-added', { body: 'HERE' }, { line: (line) => line.replace('"HERE"', content) });
      await byBody.push(office.place);
    }
    await workGoesOn('After all of them');
    const carla = await office.hub.join('Carla');
    expect(titlesIn(carla)).toEqual(['After all of them']);
    await carla.reopen();
    expect(titlesIn(carla)).toEqual(['After all of them']);
    await office.lead.reopen();
    await workGoesOn('And after a start');
  });

  it('a signed head with hostile members and sizes stops nobody', async () => {
    for (const more of [
      { x: 1e308 },
      { streams: { catalog: {}, activity: {} } },
      { retired: [{ key: '../../../etc/passwd', since: 0 }] },
      { bundle: { digest: 'a'.repeat(64), size: 999_999_999, objects: 1, events: 999_999_999 } },
      { serial: Number.MAX_SAFE_INTEGER, at: Number.MAX_SAFE_INTEGER },
    ]) {
      const mallory = office.attacker(`Signed ${JSON.stringify(more)}`).joins();
      const { sig: _sig, ...head } = mallory.head();
      await mallory.push(office.place, { head: canonical(mallory.key.signed('head', { ...head, ...more })) });
    }
    await workGoesOn('After all of them');
  });
});

describe('of a colleague', () => {
  it('a hostile head.json is that device’s trouble, seen on Sync, and is gone once the device writes it again', async () => {
    const device = await deviceOf(ben);
    const key = `devices/${device}/head.json`;
    for (const [name, content] of Object.entries(inPlaceOf(office.place.get(key).toString()))) {
      const genuine = office.place.get(key);
      office.place.put(key, bytesOf(content));
      await exchanged(office.lead);
      expect([name, await troubleOf(office.lead, device)]).toEqual([name, expect.any(String)]);
      expect((await office.lead.client.hub.state()).state).not.toBe('pending');
      office.place.put(key, genuine);
      await exchanged(office.lead);
      expect([name, await troubleOf(office.lead, device)]).toEqual([name, undefined]);
    }
    await workGoesOn('After all of them');
  });

  it('hostile segments under the names of genuine ones are its trouble, and are mended by its next exchange of the day', async () => {
    await ben.publish(ben.file('By Ben.txt', 'Text.'));
    await exchanged(ben);
    const device = await deviceOf(ben);
    for (const key of office.place.segments(device, 'catalog'))
      office.place.put(key, Buffer.from('{"x":1e400}'));
    await exchanged(office.lead);
    expect(await troubleOf(office.lead, device)).toEqual(expect.any(String));
    office.pass(26 * 3_600_000, ben);
    await exchanged(ben);
    await office.settle(ben);
    expect(titlesIn(office.lead)).toEqual(['By Ben']);
    expect(await catalogsOf(office.lead, ben)).toBe(1);
  });
});

describe('of the hub', () => {
  it('a hostile hub.json stops nobody: whoever knows the hub puts its description back', async () => {
    await exchanged(ben);
    const genuine = office.place.get('hub.json');
    let number = 0;
    for (const [name, content] of Object.entries(inPlaceOf(genuine.toString()))) {
      number += 1;
      const engine = number % 2 === 0 ? office.lead : ben;
      // As one-shot commands do it: in a process of its own.
      if (number % 3 === 0) await engine.reopen();
      office.place.put('hub.json', bytesOf(content));
      await exchanged(engine);
      expect([name, office.place.get('hub.json').equals(genuine)]).toEqual([name, true]);
    }
    await workGoesOn('After all of them');
    const carla = await office.hub.join('Carla');
    expect(titlesIn(carla)).toContain('After all of them');
  });

  it('a hostile hub.json is said in words to whoever comes for the first time, and nothing is begun', async () => {
    const genuine = office.place.get('hub.json');
    for (const [name, content] of Object.entries(inPlaceOf(genuine.toString()))) {
      office.place.put('hub.json', bytesOf(content));
      const eve = await office.hub.fresh();
      const seen = await eve.client.hub.look(eve.engine.grantPaths([office.place.folder]));
      expect([name, seen.place]).toEqual([name, expect.stringMatching(/arriving|unusable/)]);
      expect((await eve.client.session.get()).state).toBe('new');
    }
  });
});

describe('of one’s own', () => {
  it('a foreign head.json under one’s own name is written again from what is here, by one exchange after another', async () => {
    const device = await deviceOf(office.lead);
    const key = `devices/${device}/head.json`;
    const foreign = office.place.get(`devices/${await deviceOf(ben)}/head.json`);
    const mallory = office.attacker();
    const lies: Readonly<Record<string, string | Uint8Array>> = {
      ...inPlaceOf(office.place.get(key).toString()),
      'the head of somebody else': foreign,
      'a head that somebody else signed': canonical({ ...mallory.head(), device }),
    };
    let number = 0;
    for (const [name, content] of Object.entries(lies)) {
      number += 1;
      office.place.put(key, bytesOf(content));
      await office.lead.publish(office.lead.file(`Number ${number}.txt`, `${number}`));
      // As one-shot commands do it: each in a process of its own, twice at most.
      await office.lead.engine.exchange();
      await office.lead.reopen();
      await office.lead.engine.exchange();
      await exchanged(ben);
      expect([name, titlesIn(ben).length]).toEqual([name, number]);
      expect((await office.lead.client.hub.state()).pending).toBe(0);
    }
  });
});
