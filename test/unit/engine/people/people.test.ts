import { afterEach, describe, expect, it } from 'vitest';
import { assetBody, idOf } from '../../../support/event-maker.ts';
import { comingIn, foreignDevice, writeForeign } from '../../../support/foreign-journal.ts';
import { inWords } from '../../../support/in-words.ts';
import { TempEngine, type TempEngineOptions } from '../../../support/temp-engine.ts';
import { refusalOf } from '../../../support/wire-error.ts';

let temp: TempEngine | undefined;
afterEach(() => temp?.remove());
const open = async (options?: TempEngineOptions) => {
  temp = await TempEngine.open(options);
  return temp;
};

describe('people', () => {
  it('lists everybody with role and devices, and gives roles that can be undone', async () => {
    const engine = await open();
    const ben = foreignDevice();
    await engine.reopen(() => writeForeign(engine.data, ben, [comingIn(ben, 'Ben')]));
    const { people } = await engine.client.people.list();
    expect(people.map(({ name, role, state, self }) => [name, role, state, self])).toEqual([
      ['Ana', 'lead', 'member', true],
      ['Ben', 'rep', 'member', false],
    ]);
    expect(people[1]?.devices).toMatchObject([
      { id: ben.id, name: 'Ben’s laptop', self: false, position: { catalog: 1, activity: 0 } },
    ]);
    const { undo = '' } = await engine.client.people.grant({ member: ben.member, role: 'marketer' });
    expect((await engine.client.people.list()).people[1]?.role).toBe('marketer');
    expect(await engine.client.undo.take({ undo: [undo] })).toEqual({ undone: 1, left: 0 });
    expect((await engine.client.people.list()).people[1]?.role).toBe('rep');
  });

  it('keeps what a removed member did before and nothing that comes later', async () => {
    const engine = await open();
    const [asset = ''] = await engine.publish(engine.file('a.txt', 'a'));
    const version = engine.engine.summaries().get(asset)?.version.id ?? '';
    const ben = foreignDevice();
    const rating = (value: number) =>
      ({ stream: 'catalog', kind: 'rating-given', body: { asset, version, value, at: 1 } }) as const;
    await engine.reopen(() => writeForeign(engine.data, ben, [comingIn(ben, 'Ben'), rating(4)]));
    await engine.client.people.remove({ member: ben.member });
    await engine.reopen(() => writeForeign(engine.data, ben, [rating(1)]));
    expect((await engine.client.assets.get({ asset })).ratings.map(({ value }) => value)).toEqual([4]);
    const { entries, devices, total } = await engine.client.people.refused({});
    expect(total).toBe(1);
    expect(inWords(entries)).toMatchObject([
      { member: 'Ben', deviceName: 'Ben’s laptop', state: 'refused', what: 'Rate an asset.', position: 3 },
    ]);
    expect(inWords(entries[0])).toMatchObject({ why: 'It came after its author was removed.' });
    expect(devices).toMatchObject([{ device: ben.id, counts: { refused: 1 } }]);
    expect((await engine.client.people.list()).people.at(-1)).toMatchObject({
      state: 'removed',
      removed: { by: 'Ana' },
    });
  });

  it('lets somebody else answer for what a removed member owned and verified', async () => {
    const engine = await open();
    const [asset = ''] = await engine.publish(engine.file('a.txt', 'a'));
    const ben = foreignDevice();
    await engine.reopen(() => writeForeign(engine.data, ben, [comingIn(ben, 'Ben')]));
    const { people, assets } = engine.client;
    await people.grant({ member: ben.member, role: 'marketer' });
    await assets.edit({ asset, set: { owner: ben.member, verifier: ben.member } });
    await people.remove({ member: ben.member });
    expect((await assets.get({ asset })).owner?.name).toBe('Ben');
    const ana = await engine.self();
    await assets.edit({ asset, set: { owner: ana, verifier: ana } });
    expect(await assets.get({ asset })).toMatchObject({ owner: { id: ana }, verifier: { id: ana } });
  });

  it('removes a member with everything they did, says before how much that is, and takes it back', async () => {
    const engine = await open();
    const [asset = ''] = await engine.publish(engine.file('a.txt', 'a'));
    const version = engine.engine.summaries().get(asset)?.version.id ?? '';
    const ben = foreignDevice();
    const rating = {
      stream: 'catalog',
      kind: 'rating-given',
      body: { asset, version, value: 4, at: 1 },
    } as const;
    const forged = { stream: 'catalog', kind: 'asset-added', body: assetBody(7) } as const;
    await engine.reopen(() => writeForeign(engine.data, ben, [comingIn(ben, 'Ben'), rating, forged]));
    await engine.client.people.grant({ member: ben.member, role: 'marketer' });
    const edit = {
      stream: 'catalog',
      kind: 'asset-edited',
      body: { asset, set: { title: 'Ben’s' } },
    } as const;
    await engine.reopen(() => writeForeign(engine.data, ben, [edit]));
    const facts = async () => {
      const { ratings, title } = await engine.client.assets.get({ asset });
      return { ratings: ratings.length, title };
    };
    const before = await facts();
    expect(before).toMatchObject({ ratings: 1 });
    expect(await engine.client.people.deeds({ member: ben.member })).toMatchObject({ ratings: 1, assets: 0 });
    const { undo = '' } = await engine.client.people.remove({ member: ben.member, everything: true });
    expect(await facts()).toMatchObject({ ratings: 0 });
    expect(await engine.client.people.deeds({ member: ben.member })).toMatchObject({ ratings: 0 });
    await engine.client.undo.take({ undo: [undo] });
    expect(await facts()).toEqual(before);
    expect((await engine.client.people.list()).people[1]).toMatchObject({
      role: 'marketer',
      state: 'member',
    });
    // What they had no right to stays without effect.
    expect(engine.engine.summaries().has(idOf('a', 7))).toBe(false);
  });

  it('reports a publish event that a rep’s device wrote by hand, and changes nothing', async () => {
    const engine = await open();
    const ben = foreignDevice();
    const forged = { stream: 'catalog', kind: 'asset-added', body: assetBody(7) } as const;
    await engine.reopen(() => writeForeign(engine.data, ben, [comingIn(ben, 'Ben'), forged]));
    expect(engine.engine.summaries().has(idOf('a', 7))).toBe(false);
    const { entries } = await engine.client.people.refused({ device: ben.id });
    expect(inWords(entries)).toMatchObject([
      { what: 'Publish an asset.', why: 'Its author’s role did not allow it then.' },
    ]);
    const session = await engine.client.session.get();
    expect(session.state === 'ready' && session.problems.map(({ code }) => code)).toEqual(['refused-events']);
  });

  it('lets somebody in who waits, with what they did meanwhile', async () => {
    const engine = await open();
    const { undo = '' } = await engine.client.people.setPolicies({ admission: 'ask' });
    await engine.client.undo.take({ undo: [undo] });
    expect((await engine.client.people.list()).policies).toEqual({
      admission: 'open',
      searchWords: 'counts',
      recognition: 'on',
      kitReview: 'free',
      timeZone: 'UTC',
    });
    await engine.client.people.setPolicies({ admission: 'ask' });
    const ben = foreignDevice();
    const asked = {
      stream: 'catalog',
      kind: 'request-made',
      body: { request: idOf('r', 1), title: 'One-pager', need: '', at: 1 },
    } as const;
    await engine.reopen(() => writeForeign(engine.data, ben, [comingIn(ben, 'Ben'), asked]));
    expect((await engine.client.people.list()).people[0]).toMatchObject({ name: 'Ben', state: 'waiting' });
    expect((await engine.client.people.refused({})).devices).toMatchObject([{ counts: { waiting: 1 } }]);
    expect(await engine.client.people.grant({ member: ben.member, role: 'rep' })).toEqual({});
    expect((await engine.client.people.refused({})).total).toBe(0);
    expect((await engine.client.requests.list({})).map(({ title }) => title)).toEqual(['One-pager']);
  });

  it('keeps a lead in the hub', async () => {
    const engine = await open();
    const ben = foreignDevice();
    await engine.reopen(() => writeForeign(engine.data, ben, [comingIn(ben, 'Ben')]));
    const session = await engine.client.session.get();
    const self = session.state === 'ready' ? session.member.id : '';
    const only = await refusalOf(engine.client.people.grant({ member: self, role: 'rep' }));
    expect(only.message).toContain('You are the only content lead');
    expect((await refusalOf(engine.client.people.remove({ member: self }))).code).toBe('INVALID');
    expect((await refusalOf(engine.client.session.changeRole({ role: 'rep' }))).code).toBe('INVALID');
    await engine.client.people.grant({ member: ben.member, role: 'lead' });
    await engine.client.people.grant({ member: self, role: 'rep' });
    const refused = await refusalOf(engine.client.people.setPolicies({ admission: 'ask' }));
    expect(refused.code).toBe('NOT_ALLOWED');
  });

  it('shows the time of the clock on the wall, also after somebody’s clock was ten years ahead', async () => {
    const engine = await open();
    const [asset = ''] = await engine.publish(engine.file('a.txt', 'a'));
    const ben = foreignDevice();
    const ahead = { now: () => engine.time + 3650 * 86_400_000 };
    await engine.reopen(() => writeForeign(engine.data, ben, [comingIn(ben, 'Ben')], ben.member, ahead));
    await engine.client.assets.edit({ asset, set: { title: 'Later' } });
    expect((await engine.client.assets.get({ asset })).updatedAt).toBe(engine.time);
    expect((await engine.client.history.asset({ asset })).entries[0]?.at).toBe(engine.time);
    await engine.client.people.remove({ member: ben.member });
    const { people } = await engine.client.people.list();
    expect(people.at(-1)?.removed?.at).toBe(engine.time);
  });

  it('makes a code for a further device, valid for a day', async () => {
    const engine = await open();
    const { code, until } = await engine.client.people.inviteDevice();
    expect(code).toMatch(/^[0-9A-Z]{5}(-[0-9A-Z]{5}){3}$/);
    expect(until - engine.time).toBe(86_400_000);
  });
});
