import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Attacker, anyId, assetOf, boundId, versionOf } from '../support/attacker/attacker.ts';
import { catalogsOf, exchanged, Office, refusalsOf, titlesIn, troubleOf } from './office.ts';

const DAY = 86_400_000;
const WEEK = 7 * DAY;
const BANK = 'New bank details for invoices';

let office: Office;
beforeEach(async () => {
  office = await Office.open();
});
afterEach(() => office.close());

/** A marketer who has published one asset that everybody knows. */
async function publisher(): Promise<Attacker> {
  const mallory = await office.insider('marketer');
  mallory.says('asset-added', priceList(mallory));
  await mallory.push(office.place);
  await exchanged(office.lead);
  office.pass(WEEK);
  return mallory;
}

/** An asset whose ids follow from its author: nobody needs to anchor it. */
function priceList({ member }: Attacker) {
  const nonce = '0123456789abcdef'.repeat(2);
  const version = versionOf('Price list', 'Price list', { id: boundId('v', 'version', member, nonce) });
  return { ...assetOf('Price list', version), asset: boundId('a', 'asset', member, nonce), nonce };
}

/** A time at which Mallory had the role that she has lost since. */
function beforeTheDemotion(): { readonly time: number } {
  return { time: office.lead.time - DAY };
}

/** Writes another history with the same beginning: as long as before, or longer, shorter. */
function rewrite(mallory: Attacker, events: number): void {
  mallory.journals.catalog.backTo(1);
  for (let number = 1; number <= events; number += 1)
    mallory.says('asset-added', assetOf(number === 1 ? BANK : `Filler ${number}`));
}

/** What a device has written, as it lies on its disk. */
async function journalOf({ data, client }: Office['lead']) {
  const session = await client.session.get();
  const device = session.state === 'ready' ? session.device.id : '';
  const text = readFileSync(join(data, 'journal', device, 'catalog.jsonl'), 'utf8').trim();
  return { lines: text.split('\n').map((line) => JSON.parse(line) as { hlc: string; device: string }) };
}

describe('a removed member', () => {
  for (const [length, events] of [
    ['of the same length', 1],
    ['that is longer', 3],
  ] as const) {
    it(`who signs another history ${length} gets nothing of it to anybody`, async () => {
      const mallory = await publisher();
      const ben = await office.colleague('Ben');
      await office.remove(mallory.member);
      await office.settle(ben);
      rewrite(mallory, events);
      await mallory.push(office.place);
      await office.settle(ben);
      const carla = await office.hub.join('Carla');
      await office.settle(ben, carla);
      for (const engine of [office.lead, ben, carla]) {
        expect(titlesIn(engine)).not.toContain(BANK);
        expect(await troubleOf(engine, mallory.device)).toEqual(expect.any(String));
      }
      // The true one is brought back by who has it, so that newcomers find it.
      for (const engine of [office.lead, ben, carla]) expect(titlesIn(engine)).toEqual(['Price list']);
      await office.lead.publish(office.lead.file('Goes on.txt', 'Work goes on.'));
      await office.settle(ben, carla);
      expect(titlesIn(carla)).toContain('Goes on');
    });
  }

  it('whose other history a newcomer took in before the removal had arrived is taken back there', async () => {
    const mallory = await publisher();
    const session = await office.lead.client.session.get();
    const lead = session.state === 'ready' ? session.device.id : '';
    const [devices, kept] = [join(office.place.folder, 'devices', lead), join(office.hub.folder, 'kept')];
    cpSync(devices, kept, { recursive: true });
    await office.remove(mallory.member);
    cpSync(devices, `${kept}-after`, { recursive: true });
    rmSync(devices, { recursive: true });
    cpSync(kept, devices, { recursive: true });
    rewrite(mallory, 1);
    await mallory.push(office.place);
    const carla = await office.hub.join('Carla');
    expect(titlesIn(carla)).toContain(BANK);
    rmSync(devices, { recursive: true });
    cpSync(`${kept}-after`, devices, { recursive: true });
    await exchanged(carla);
    await exchanged(carla);
    expect(titlesIn(carla)).not.toContain(BANK);
    await office.settle(carla);
    expect(titlesIn(carla)).toEqual(['Price list']);
    expect(await troubleOf(carla, mallory.device)).toEqual(expect.any(String));
  });

  it('who as a lead made up what others had written takes nothing of it away from anybody', async () => {
    const ben = await office.colleague('Ben', 'marketer');
    await ben.publish(ben.file('Price list.txt', 'What it costs.'));
    const mallory = await office.insider('lead');
    await office.settle(ben);
    const session = await ben.client.session.get();
    const device = session.state === 'ready' ? session.device.id : '';
    for (const catalogSeal of [undefined, mallory.key.sign('anything')]) {
      const madeUp = {
        catalog: 2,
        activity: 0,
        catalogDigest: 'f'.repeat(64),
        ...(catalogSeal && { catalogSeal }),
      };
      const last = { [device]: madeUp };
      mallory.says('role-granted', { member: await ben.self(), role: 'marketer', last });
      mallory.says('history-anchored', { last, at: mallory.time });
    }
    await mallory.push(office.place);
    await office.settle(ben);
    const carla = await office.hub.join('Carla');
    await office.settle(ben, carla);
    for (const engine of [office.lead, ben, carla]) expect(titlesIn(engine)).toEqual(['Price list']);
    expect(await catalogsOf(office.lead, ben, carla)).toBe(1);
  });

  it('who had given the lead to themselves and to a friend in advance, to stand behind every removal, gives it to nobody', async () => {
    const mallory = await office.insider('lead');
    const eve = await office.insider('rep', 'Eve');
    const time = eve.time - DAY;
    const closes = `${time.toString(16).padStart(12, '0')}-0000|${eve.device}`;
    for (const { member } of [mallory, eve])
      mallory.says('role-granted', { member, role: 'lead', last: {} }, { more: { after: [closes] } });
    await mallory.push(office.place);
    await exchanged(office.lead);
    await office.remove(mallory.member);
    await office.remove(eve.member);
    const { lines } = await journalOf(office.lead);
    const after = lines.slice(-2).map((line) => `${line.hlc}|${line.device}`);
    eve.says('member-renamed', { member: eve.member, name: 'Eve' }, { time, counter: 0, more: { after } });
    await eve.push(office.place);
    const ben = await office.colleague('Ben');
    await office.settle(ben);
    for (const engine of [office.lead, ben]) {
      const { people } = await engine.client.people.list();
      const standing = ({ state, role }: (typeof people)[number]) => (state === 'member' ? role : state);
      expect(people.map(standing).sort()).toEqual(['lead', 'removed', 'removed', 'rep']);
    }
  });

  it('gains nothing by having said how far their own journal would be known', async () => {
    const mallory = await office.insider('lead');
    const far = { [mallory.device]: { catalog: 999_999_999, activity: 999_999_999 } };
    mallory.says('role-granted', { member: mallory.member, role: 'lead', last: far });
    await mallory.push(office.place);
    await exchanged(office.lead);
    await office.remove(mallory.member);
    mallory.says('asset-added', assetOf(BANK));
    await mallory.push(office.place);
    await exchanged(office.lead);
    expect(titlesIn(office.lead)).toEqual([]);
    expect(await refusalsOf(office.lead, mallory.device)).toHaveLength(1);
  });

  it('gains nothing by back-dating what comes after', async () => {
    const mallory = await publisher();
    await office.remove(mallory.member);
    mallory.says('asset-added', assetOf(BANK), { time: office.lead.time - 30 * DAY });
    mallory.says('asset-edited', { asset: priceList(mallory).asset, set: { title: BANK } });
    await mallory.push(office.place);
    await exchanged(office.lead);
    expect(titlesIn(office.lead)).toEqual(['Price list']);
    expect(await refusalsOf(office.lead, mallory.device)).toHaveLength(2);
  });
});

describe('a demoted member', () => {
  it('who back-dates publishes nothing', async () => {
    const mallory = await publisher();
    const ben = await office.colleague('Ben');
    await office.promote(mallory.member, 'rep');
    const before = beforeTheDemotion();
    mallory.says('asset-added', assetOf(BANK), before);
    mallory.says('asset-edited', { asset: priceList(mallory).asset, set: { title: BANK } }, before);
    mallory.says(
      'asset-version-added',
      { asset: priceList(mallory).asset, version: versionOf('v2', BANK) },
      before,
    );
    await mallory.push(office.place);
    await office.settle(ben);
    const carla = await office.hub.join('Carla');
    for (const engine of [office.lead, ben, carla]) {
      expect(titlesIn(engine)).toEqual(['Price list']);
      expect(await refusalsOf(engine, mallory.device)).toHaveLength(3);
    }
    expect(await catalogsOf(office.lead, ben)).toBe(1);
  });

  it('who signs another history up to the demotion gets nothing of it to newcomers', async () => {
    const mallory = await publisher();
    await office.promote(mallory.member, 'rep');
    rewrite(mallory, 1);
    await mallory.push(office.place);
    await exchanged(office.lead);
    const carla = await office.hub.join('Carla');
    expect(titlesIn(carla)).not.toContain(BANK);
    expect(titlesIn(office.lead)).toEqual(['Price list']);
  });

  it('who was a lead gives no roles from before, and removes nobody', async () => {
    const mallory = await office.insider('lead');
    office.pass(WEEK);
    await office.promote(mallory.member, 'rep');
    const session = await office.lead.client.session.get();
    const founder = session.state === 'ready' ? session.member.id : '';
    const before = beforeTheDemotion();
    mallory.says('role-granted', { member: mallory.member, role: 'lead' }, before);
    mallory.says('member-removed', { member: founder, last: {} }, before);
    mallory.says('hub-renamed', { name: 'Mine' }, before);
    mallory.says('hub-policy-set', { admission: 'ask', known: [] }, before);
    await mallory.push(office.place);
    await exchanged(office.lead);
    const { people, policies } = await office.lead.client.people.list();
    expect(people.map(({ role, state }) => [role, state]).sort()).toEqual([
      ['lead', 'member'],
      ['rep', 'member'],
    ]);
    expect(policies.admission).toBe('open');
    expect(await office.lead.client.hub.state()).toMatchObject({ hub: { name: 'Acme' } });
  });
});

describe('a member whose old journal a lead’s device has anchored', () => {
  it('puts no other history in its place, neither where it was seen nor at newcomers', async () => {
    const mallory = await office.insider('marketer');
    mallory.says('asset-added', assetOf('Price list'));
    await mallory.push(office.place);
    const ben = await office.colleague('Ben');
    await office.settle(ben);
    rewrite(mallory, 2);
    await mallory.push(office.place);
    await office.settle(ben);
    const carla = await office.hub.join('Carla');
    await office.settle(ben, carla);
    for (const engine of [office.lead, ben, carla]) {
      expect(titlesIn(engine)).toEqual(['Price list']);
      expect(await troubleOf(engine, mallory.device)).toEqual(expect.any(String));
    }
    expect(await catalogsOf(office.lead, ben, carla)).toBe(1);
  });
});

describe('a rep', () => {
  it('does nothing above the role, whatever the stamp and whoever is named as the author', async () => {
    const ben = await office.colleague('Ben', 'marketer');
    const [asset = ''] = await ben.publish(ben.file('Card.txt', 'Text.'));
    await office.settle(ben);
    const mallory = await office.insider();
    const session = await office.lead.client.session.get();
    const founder = session.state === 'ready' ? session.member.id : '';
    for (const time of [0, office.lead.time, office.lead.time + DAY, Date.UTC(2199, 0, 1)]) {
      for (const member of [mallory.member, founder, await ben.self()]) {
        const as = { time, member };
        mallory.says('asset-edited', { asset, set: { title: BANK } }, as);
        mallory.says('asset-added', assetOf(BANK), as);
        mallory.says('asset-version-added', { asset, version: versionOf('v2', BANK) }, as);
        mallory.says('role-granted', { member: mallory.member, role: 'lead' }, as);
        mallory.says('member-added', { member: mallory.member, name: 'Boss', role: 'lead' }, as);
        mallory.says('member-removed', { member: founder, last: {} }, as);
        mallory.says('member-renamed', { member: founder, name: 'Nobody' }, as);
        mallory.says('hub-policy-set', { admission: 'ask', known: [] }, as);
        mallory.says('hub-created', { hub: anyId('h', 'mine'), name: 'Mine', sample: true }, as);
      }
    }
    await mallory.push(office.place);
    await office.settle(ben);
    const carla = await office.hub.join('Carla');
    await office.settle(ben, carla);
    for (const engine of [office.lead, ben, carla]) {
      expect(titlesIn(engine)).toEqual(['Card']);
      const { people, policies } = await engine.client.people.list();
      const roles = people.map(({ name, role }) => `${name} ${role}`).sort();
      expect(roles).toEqual(['Ana lead', 'Ben marketer', 'Carla rep', 'Mallory rep']);
      expect(policies.admission).toBe('open');
    }
    expect(await catalogsOf(office.lead, ben, carla)).toBe(1);
  });
});
