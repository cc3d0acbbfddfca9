import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JoinProgress } from '../../../../src/contract/hub.ts';
import { invitationText } from '../../../../src/words/invitation.ts';
import { backup, HubEngines } from '../../../support/hub-engines.ts';
import { refusing, saying, sentenceOf } from '../../../support/saying.ts';
import type { TempEngine } from '../../../support/temp-engine.ts';
import { refusalOf } from '../../../support/wire-error.ts';

const sampleFolder = fileURLToPath(new URL('../../../../resources/sample', import.meta.url));

let hub: HubEngines;
let lead: TempEngine;

beforeEach(async () => {
  ({ hub, lead } = await HubEngines.shared());
});

afterEach(async () => {
  await hub.remove();
});

async function hashes(...engines: TempEngine[]): Promise<Set<string>> {
  const all = await Promise.all(engines.map(({ client }) => client.maintenance.stateHash()));
  return new Set(all.map(({ hash }) => hash));
}

async function titlesIn(engine: TempEngine): Promise<readonly string[]> {
  const { hits } = await engine.client.search.find({ query: '' });
  return hits.map(({ asset }) => asset.title).sort();
}

describe('a shared hub', () => {
  it('lets a colleague in as a rep, with everything that was published before', async () => {
    await lead.publish(lead.file('Proof for CFOs.txt', 'Payback in seven months.'));
    await lead.engine.exchange();
    const ben = await hub.join('Ben');
    const session = await ben.client.session.get();
    expect(session).toMatchObject({
      state: 'ready',
      standing: 'member',
      member: { name: 'Ben', role: 'rep' },
    });
    expect(session).toMatchObject({ hub: { name: 'Acme' } });
    expect(await titlesIn(ben)).toEqual(['Proof for CFOs']);
  });

  it('carries work both ways, and all replicas agree', async () => {
    const ben = await hub.join('Ben');
    const [asset = ''] = await lead.publish(lead.file('Battlecard.txt', 'They are slower.'));
    await hub.settle(lead, ben);
    await ben.client.ratings.give({ asset, value: 5 });
    await ben.client.requests.make({ title: 'A case from banking', need: 'For the CFO' });
    await hub.settle(ben, lead);
    const requests = await lead.client.requests.list({});
    expect(requests.map(({ title }) => title)).toEqual(['A case from banking']);
    expect((await hashes(lead, ben)).size).toBe(1);
    expect((await lead.client.hub.state()).state).toBe('synced');
  });

  it('brings the files themselves, checked', async () => {
    await lead.publish(lead.file('Sheet.txt', 'All prices.'));
    await lead.engine.exchange();
    const ben = await hub.join('Ben');
    const summary = await ben.engine.exchange();
    expect(summary).toMatchObject({ blocked: [], behind: [] });
    expect((await ben.client.hub.state()).files).toMatchObject({ wanted: 1, here: 1, missingBytes: 0 });
    expect((await ben.client.maintenance.verify()).problems).toEqual([]);
  });

  it('is not shared by a rep, nor over another hub', async () => {
    const ben = await hub.join('Ben');
    const mine = ben.engine.shareHub(join(hub.folder, 'mine'), 'Mine');
    await expect(mine).rejects.toMatchObject(refusing(/Only a content lead/));
    const other = await HubEngines.shared();
    const over = other.lead.engine.shareHub(hub.place, 'Other');
    await expect(over).rejects.toMatchObject(refusing(/already|Another hub/));
    await other.hub.remove();
  });

  it('may ask a lead to admit people: what they did meanwhile counts then', async () => {
    const [asset = ''] = await lead.publish(lead.file('Card.txt', 'Text.'));
    await lead.client.people.setPolicies({ admission: 'ask' });
    await lead.engine.exchange();
    const ben = await hub.join('Ben');
    const waiting = await ben.client.session.get();
    expect(waiting).toMatchObject({ state: 'ready', standing: 'waiting' });
    await hub.settle(ben, lead);
    const { people } = await lead.client.people.list();
    const newcomer = people.find(({ name }) => name === 'Ben');
    expect(newcomer?.state).toBe('waiting');
    await lead.client.people.grant({ member: newcomer?.id ?? '', role: 'rep' });
    await hub.settle(lead, ben);
    await ben.client.ratings.give({ asset, value: 4 });
    await hub.settle(ben, lead);
    expect((await lead.client.assets.get({ asset })).ratings).toHaveLength(1);
    expect((await hashes(lead, ben)).size).toBe(1);
  });

  it('takes a person’s second device in by a code, as the same member, once the first one accepts it', async () => {
    const ben = await hub.join('Ben');
    const { code } = await ben.client.people.inviteDevice();
    await ben.engine.exchange();
    const laptop = await hub.fresh();
    const waits: string[] = [];
    for await (const { held } of laptop.engine.joinHub(hub.place, { name: 'Ben', code })) {
      if (held === undefined) continue;
      waits.push(held.reason);
      expect(sentenceOf(held.says)).toContain('Open Kitbag on your other device');
      expect(await laptop.client.session.get()).toMatchObject({ state: 'joining' });
      await ben.engine.exchange();
    }
    expect(waits).toEqual(['not-accepted']);
    const [first, second] = await Promise.all([ben.client.session.get(), laptop.client.session.get()]);
    expect(first.state === 'ready' && second.state === 'ready').toBe(true);
    if (first.state !== 'ready' || second.state !== 'ready') return;
    expect(second.member.id).toBe(first.member.id);
    expect(second.device.id).not.toBe(first.device.id);
    const third = await hub.fresh();
    const steps = third.engine.joinHub(hub.place, { name: 'Eve', code });
    await hub.settle(laptop, ben);
    await expect(drain(steps)).rejects.toMatchObject(refusing(/used already/));
  });

  it('accepts one of two devices that show the same code; the other one can join with a new code', async () => {
    const ben = await hub.join('Ben');
    const { code } = await ben.client.people.inviteDevice();
    await ben.engine.exchange();
    const laptop = await hub.fresh();
    const tablet = await hub.fresh();
    await untilHeld(laptop.engine.joinHub(hub.place, { name: 'Ben', code }));
    await untilHeld(tablet.engine.joinHub(hub.place, { name: 'Ben', code }));
    await ben.engine.exchange();
    const outcomes = await Promise.allSettled([laptop.engine.exchange(), tablet.engine.exchange()]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = outcomes[0]?.status === 'rejected' ? laptop : tablet;
    expect(await lost.client.session.get()).toMatchObject({ state: 'joining', says: saying('used already') });
    const again = await ben.client.people.inviteDevice();
    await ben.engine.exchange();
    await untilHeld(lost.engine.joinHub(hub.place, { name: 'Ben', code: again.code }));
    await ben.engine.exchange();
    await lost.engine.exchange();
    expect(await lost.client.session.get()).toMatchObject({ state: 'ready', member: { name: 'Ben' } });
  });

  it('waits as the same device when it is asked to join again with the same code', async () => {
    const ben = await hub.join('Ben');
    const { code } = await ben.client.people.inviteDevice();
    await ben.engine.exchange();
    const laptop = await hub.fresh();
    for (let round = 0; round < 3; round += 1)
      await untilHeld(laptop.engine.joinHub(hub.place, { name: 'Ben', code }));
    await ben.engine.exchange();
    await laptop.engine.exchange();
    expect(await laptop.client.session.get()).toMatchObject({ state: 'ready', member: { name: 'Ben' } });
  });

  it('closes a code when it is too old, by the clock of the device that showed it', async () => {
    const ben = await hub.join('Ben');
    const { code } = await ben.client.people.inviteDevice();
    await ben.engine.exchange();
    ben.time += 3 * 86_400_000;
    const laptop = await hub.fresh();
    await untilHeld(laptop.engine.joinHub(hub.place, { name: 'Ben', code }));
    await ben.engine.exchange();
    await expect(laptop.engine.exchange()).rejects.toMatchObject(refusing(/used already or is too old/));
  });
});

describe('a shared hub right after a start, when its place has not been looked at yet', () => {
  it('can be invited to', async () => {
    await lead.reopen();
    const text = invitationText(await lead.client.hub.invite({ withKeys: false }));
    expect(text).toContain(hub.place);
  });

  it('can be tested', async () => {
    await lead.reopen();
    expect(await lead.client.hub.test()).toMatchObject({ ok: true });
  });
});

describe('a hub that is newly shared', () => {
  it('asks a lead who comes in, unless the place is said to be the team’s own', async () => {
    const asking = new HubEngines();
    const ana = await asking.fresh();
    await ana.start({ name: 'Ana', role: 'lead', sample: false });
    await ana.engine.shareHub(asking.place, 'Acme');
    expect((await ana.client.people.list()).policies.admission).toBe('ask');
    const ben = await asking.join('Ben');
    expect(await ben.client.session.get()).toMatchObject({ state: 'ready', standing: 'waiting' });
    await ana.client.people.setPolicies({ admission: 'open' });
    await ana.engine.shareHub(asking.place, 'Acme');
    expect((await ana.client.people.list()).policies.admission).toBe('open');
    await asking.remove();
  });
});

describe('a hub’s fingerprint', () => {
  it('is the same for everybody in it, and where one looks before joining', async () => {
    const ben = await hub.join('Ben');
    const [{ fingerprint }, again] = await Promise.all([lead.client.hub.state(), ben.client.hub.state()]);
    expect(fingerprint).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
    expect(again.fingerprint).toBe(fingerprint);
    const dan = await hub.fresh();
    const invitation = `Fingerprint: ${fingerprint.toLowerCase()}`;
    await drain(dan.engine.joinHub(hub.place, { name: 'Dan', fingerprint: invitation }));
    expect(await dan.client.session.get()).toMatchObject({ state: 'ready' });
  });

  it('keeps whoever was invited out of an impostor’s hub, also where it comes in the middle of joining', async () => {
    const { fingerprint } = await lead.client.hub.state();
    const other = await HubEngines.shared();
    const dan = await hub.fresh();
    const wrong = dan.engine.joinHub(other.hub.place, { name: 'Dan', fingerprint });
    await expect(drain(wrong)).rejects.toMatchObject(refusing(/not the hub that you were invited to/));
    expect(await dan.client.session.get()).toMatchObject({ state: 'new' });
    const description = readFileSync(join(hub.place, 'hub.json'));
    rmSync(join(hub.place, 'hub.json'));
    await untilHeld(dan.engine.joinHub(hub.place, { name: 'Dan', fingerprint }));
    cpSync(join(other.hub.place, 'hub.json'), join(hub.place, 'hub.json'));
    const blocked = [{ reason: 'other-hub', says: saying(/fingerprint is .*, not/) }];
    expect(await dan.engine.exchange()).toMatchObject({ blocked });
    writeFileSync(join(hub.place, 'hub.json'), description);
    await dan.engine.exchange();
    expect(await dan.client.session.get()).toMatchObject({ state: 'ready', hub: { name: 'Acme' } });
    await other.hub.remove();
  });

  it('is asked for again where what was given is none', async () => {
    const dan = await hub.fresh();
    await expect(
      drain(dan.engine.joinHub(hub.place, { name: 'Dan', fingerprint: 'the blue one' })),
    ).rejects.toMatchObject(refusing(/no fingerprint/));
  });
});

describe('a hub that is away', () => {
  it('leaves work possible, and takes it up when it is back', async () => {
    const ben = await hub.join('Ben');
    const [asset = ''] = await lead.publish(lead.file('Card.txt', 'Text.'));
    await hub.settle(lead, ben);
    const plugIn = hub.unplug();
    await ben.client.ratings.give({ asset, value: 2 });
    expect(await ben.engine.exchange()).toMatchObject({ pushed: 0, blocked: [{ reason: 'offline' }] });
    expect(await ben.client.hub.state()).toMatchObject({ state: 'offline', pending: 1 });
    plugIn();
    expect(await ben.engine.exchange()).toMatchObject({ pushed: 1, blocked: [] });
    await lead.engine.exchange();
    expect((await hashes(lead, ben)).size).toBe(1);
  });

  it('changes nothing where the folder is empty, and says so', async () => {
    const ben = await hub.join('Ben');
    await lead.publish(lead.file('Card.txt', 'Text.'));
    await hub.settle(lead, ben);
    const plugIn = hub.unplug();
    mkdirSync(hub.place);
    expect(await ben.engine.exchange()).toMatchObject({ blocked: [{ reason: 'no-hub' }] });
    expect(await ben.client.hub.state()).toMatchObject({ state: 'blocked', reason: 'no-hub' });
    expect(await titlesIn(ben)).toEqual(['Card']);
    plugIn();
    await ben.engine.exchange();
    expect((await ben.client.hub.state()).state).toBe('synced');
  });

  it('counts names that are none of Kitbag’s, and reads none of them', async () => {
    const ben = await hub.join('Ben');
    writeFileSync(join(hub.place, 'devices', 'head (conflicted copy).json'), '{}');
    await ben.engine.exchange();
    expect((await ben.client.hub.state()).foreign).toEqual({
      count: 1,
      names: ['head (conflicted copy).json'],
    });
  });
});

describe('joining that is broken off', () => {
  it('says where it stands and goes on after a restart', async () => {
    await lead.publish(lead.file('Card.txt', 'Text.'));
    await lead.engine.exchange();
    const ben = await hub.fresh();
    const steps = ben.engine.joinHub(hub.place, { name: 'Ben' });
    await steps.next();
    await steps.next();
    await steps.return(undefined);
    const plugIn = hub.unplug();
    await ben.reopen();
    expect(await ben.client.session.get()).toMatchObject({ state: 'joining', hub: 'Acme' });
    for await (const { held } of await ben.client.hub.resume()) {
      if (held === undefined) continue;
      expect(sentenceOf(held.says)).toMatch(/can’t be reached/);
      expect(await ben.client.session.get()).toMatchObject({
        state: 'joining',
        held: { reason: 'unreachable' },
      });
      plugIn();
    }
    expect(await ben.client.session.get()).toMatchObject({ state: 'ready', member: { name: 'Ben' } });
    expect(await titlesIn(ben)).toEqual(['Card']);
  });

  it('does not begin where there is no hub', async () => {
    const ben = await hub.fresh();
    const nowhere = join(hub.folder, 'nothing');
    mkdirSync(nowhere);
    await expect(drain(ben.engine.joinHub(nowhere, { name: 'Ben' }))).rejects.toMatchObject(
      refusing(/no hub in this folder/),
    );
    expect((await ben.client.session.get()).state).toBe('new');
  });
});

describe('a forked device', () => {
  it('takes a new identity after a backup was put back, and loses nothing that was confirmed', async () => {
    const ben = await hub.join('Ben');
    const putBack = backupClosed(ben);
    await putBack.taken;
    await ben.client.requests.make({ title: 'Before the backup came back', need: '' });
    await hub.settle(ben, lead);
    await ben.reopen(putBack.restore);
    await ben.client.requests.make({ title: 'After the backup came back', need: '' });
    const before = await ben.client.session.get();
    await hub.settle(ben, lead);
    const after = await ben.client.session.get();
    if (before.state !== 'ready' || after.state !== 'ready') throw new Error('Both are ready.');
    expect(after.device.id).not.toBe(before.device.id);
    expect(after.member.id).toBe(before.member.id);
    const requests = await lead.client.requests.list({});
    expect(requests.map(({ title }) => title).sort()).toEqual([
      'After the backup came back',
      'Before the backup came back',
    ]);
    expect((await hashes(lead, ben)).size).toBe(1);
    expect((await ben.client.maintenance.verify()).problems).toEqual([]);
    await ben.reopen();
    expect(await ben.client.session.get()).toMatchObject({ problems: [] });
    expect((await hashes(lead, ben)).size).toBe(1);
  });
});

describe('a sample hub', () => {
  it('can be shared: its colleagues’ work comes along although their keys are forgotten', async () => {
    const { sample, ana } = await sharedSample('open');
    const ben = await sample.join('Ben');
    await sample.settle(ben, ana);
    expect((await hashes(ana, ben)).size).toBe(1);
    expect((await titlesIn(ben)).length).toBeGreaterThan(0);
    await sample.remove();
  });

  it('ends by being shared: who began it leads it, and nobody else can make themselves lead', async () => {
    const { sample, ana } = await sharedSample('open');
    expect(await ana.client.session.get()).toMatchObject({
      member: { role: 'lead' },
      hub: { sample: false },
    });
    const ben = await sample.join('Ben');
    expect((await refusalOf(ben.client.session.changeRole({ role: 'lead' }))).code).toBe('NOT_ALLOWED');
    await expect(ben.engine.shareHub(join(sample.folder, 'mine'), 'Mine', true)).rejects.toMatchObject(
      refusing(/Only/),
    );
    await ana.client.session.changeRole({ role: 'rep' });
    await ana.client.session.changeRole({ role: 'lead' });
    await sample.settle(ana, ben);
    expect((await ana.client.people.refused({})).total).toBe(0);
    await sample.remove();
  });
});

/** A sample hub that the person who began it has shared as its lead. */
async function sharedSample(admission: 'open' | 'ask') {
  const sample = new HubEngines();
  const ana = await sample.fresh({ sampleFolder });
  await ana.start({ name: 'Ana', role: 'rep', sample: true });
  await ana.engine.shareHub(sample.place, 'Shown to Ben', true, admission);
  return { sample, ana };
}

async function drain(steps: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of steps);
}

/** A backup of a closed replica, taken now. */
function backupClosed(engine: TempEngine): { taken: Promise<void>; restore: () => void } {
  let restore: () => void = () => undefined;
  const taken = engine.reopen(() => {
    restore = backup(engine);
  });
  return { taken, restore: () => restore() };
}

/** Follows a joining until it waits. */
async function untilHeld(steps: AsyncIterable<JoinProgress>): Promise<void> {
  for await (const { held } of steps) if (held !== undefined) return;
}
