import { afterEach, describe, expect, it } from 'vitest';
import { HubEngines } from '../../../support/hub-engines.ts';
import { refusalOf } from '../../../support/wire-error.ts';

let hub: HubEngines | undefined;
afterEach(async () => {
  await hub?.remove();
  hub = undefined;
});

/** A lead and two marketers; Mia owns two kits that are out and verifies one of them. */
async function team() {
  const shared = await HubEngines.shared();
  hub = shared.hub;
  const { lead } = shared;
  const [mia, jon] = [await hub.join('Mia'), await hub.join('Jon')];
  const settle = () => shared.hub.settle(lead, mia, jon);
  await settle();
  const [miaId, jonId] = [await mia.self(), await jon.self()];
  for (const member of [miaId, jonId]) await lead.client.people.grant({ member, role: 'marketer' });
  const [asset = ''] = await lead.publish(lead.file('proof.txt', 'Proof.'));
  await lead.client.reviews.verify({ assets: [asset] });
  const make = async (name: string, set: object) =>
    (await lead.client.kits.create({ set: { name, status: 'published', ...set }, items: [{ asset }] })).kit;
  const play = await make('Play', { owner: miaId, verifier: miaId });
  const other = await make('Other play', { owner: miaId });
  await settle();
  return { lead, mia, jon, miaId, jonId, play, other, settle };
}

const toReview = async ({ client }: Awaited<ReturnType<typeof team>>['lead']) =>
  (await client.kits.toReview()).map(({ name, reasons, mine }) => ({ name, reasons, mine }));

describe('what somebody answers for', () => {
  it('counts the kits that they own and verify, beside assets; not what others keep for themselves', async () => {
    const { lead, mia, miaId } = await team();
    await mia.client.kits.create({ own: true, set: { name: 'My own' } });
    const kits = { owns: 2, verifies: 1 };
    for (const { client } of [lead, mia])
      expect(await client.reviews.duties({ member: miaId })).toEqual({
        assets: { owns: 0, verifies: 0 },
        kits,
      });
  });

  it('is listed under reviews once they are gone, for each kit with who is missing', async () => {
    const { lead, miaId, other } = await team();
    expect(await toReview(lead)).toEqual([]);
    await lead.client.people.remove({ member: miaId });
    expect(await toReview(lead)).toEqual([
      { name: 'Other play', reasons: ['owner-left'], mine: false },
      { name: 'Play', reasons: ['owner-left', 'verifier-left'], mine: false },
    ]);
    await lead.client.kits.edit({ kit: other, set: { owner: null } });
    expect(await toReview(lead)).toContainEqual({ name: 'Other play', reasons: ['no-owner'], mine: false });
    await lead.client.kits.edit({ kit: other, set: { owner: await lead.self() } });
    expect((await toReview(lead)).map(({ name }) => name)).toEqual(['Play']);
  });

  it('is taken over by somebody else in one write, on every device, and given back by one undo', async () => {
    const { lead, jon, miaId, jonId, play, settle } = await team();
    const { changed, undo = '' } = await lead.client.reviews.handOver({ from: miaId, to: jonId });
    expect(changed).toBe(2);
    await lead.client.people.remove({ member: miaId });
    await settle();
    expect(await toReview(lead)).toEqual([]);
    expect((await jon.client.reviews.duties({ member: jonId })).kits).toEqual({ owns: 2, verifies: 1 });
    const told = await lead.client.history.kit({ kit: play });
    expect(told.entries[0]?.what).toMatchObject({
      code: 'history.kit-changed',
      values: { fields: ['owner', 'verifier'] },
    });
    await lead.client.undo.take({ undo: [undo] });
    expect((await lead.client.reviews.duties({ member: miaId })).kits).toEqual({ owns: 2, verifies: 1 });
  });

  it('goes to nobody who does not publish, and a verifier must be somebody whom the hub knows', async () => {
    const { lead, miaId, jonId, play } = await team();
    await lead.client.people.grant({ member: jonId, role: 'rep' });
    const refused = await refusalOf(lead.client.reviews.handOver({ from: miaId, to: jonId }));
    expect(refused).toMatchObject({ code: 'INVALID' });
    const unknown = lead.client.kits.edit({ kit: play, set: { verifier: 'm_0000000000000000' } });
    expect(await refusalOf(unknown)).toMatchObject({ code: 'INVALID' });
  });

  it('is for its verifier, else its owner, where a kit is due for another look', async () => {
    const { lead, mia, jonId, play, settle } = await team();
    await lead.client.kits.edit({ kit: play, set: { verifier: jonId } });
    await settle();
    const later = 100 * 24 * 60 * 60 * 1000;
    for (const one of [lead, mia]) one.time += later;
    expect(await toReview(mia)).toEqual([
      { name: 'Other play', reasons: ['due'], mine: true },
      { name: 'Play', reasons: ['due'], mine: false },
    ]);
  });
});
