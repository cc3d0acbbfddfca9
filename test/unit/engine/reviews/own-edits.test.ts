import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { HubEngines } from '../../../support/hub-engines.ts';

const opened: { remove(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.remove();
});

const ownEdits = (data: string): string => join(data, 'local', 'own-edits.json');

/** A lead and a marketer with one asset. */
async function pair() {
  const { hub, lead } = await HubEngines.shared();
  opened.push(hub);
  const mia = await hub.join('Mia');
  await hub.settle(lead, mia);
  await lead.client.people.grant({ member: await mia.self(), role: 'marketer' });
  const [asset = ''] = await lead.publish(lead.file('deck.txt', 'A deck'));
  await hub.settle(lead, mia);
  const title = (name: string) => ({ asset, set: { title: name } });
  return { lead, mia, asset, title, settle: () => hub.settle(lead, mia) };
}

describe('a field that two edit', () => {
  it('has the later value, and who wrote the other is told and can have it back', async () => {
    const { lead, mia, asset, title, settle } = await pair();
    await lead.client.assets.edit(title('Deck of the lead'));
    mia.time += 1000;
    await mia.client.assets.edit(title('Deck of Mia'));
    await settle();
    const told = await lead.client.reviews.overwritten();
    expect(told).toMatchObject([
      { asset, field: 'title', by: { name: 'Mia' }, mine: ['Deck of the lead'], theirs: ['Deck of Mia'] },
    ]);
    expect(await mia.client.reviews.overwritten()).toEqual([]);
    await lead.reopen();
    expect(await lead.client.reviews.overwritten()).toEqual(told);
    await lead.client.reviews.restoreMine({ asset, field: 'title' });
    await settle();
    expect((await mia.client.assets.get({ asset })).title).toBe('Deck of the lead');
    expect(await lead.client.reviews.overwritten()).toEqual([]);
    expect(await mia.client.reviews.overwritten()).toMatchObject([{ mine: ['Deck of Mia'] }]);
  });

  it('is told also where the first one’s process was killed right after they wrote it', async () => {
    const { lead, mia, title, settle } = await pair();
    await lead.client.assets.edit(title('Deck of the lead'));
    await vi.waitFor(() => expect(readFileSync(ownEdits(lead.data), 'utf8')).toContain('Deck of the lead'));
    await lead.abandon();
    mia.time += 1000;
    await mia.client.assets.edit(title('Deck of Mia'));
    await settle();
    expect(await lead.client.reviews.overwritten()).toMatchObject([{ mine: ['Deck of the lead'] }]);
  });

  it('is no news once it was seen, nor where the other one came weeks later', async () => {
    const { lead, mia, asset, title, settle } = await pair();
    await lead.client.assets.edit(title('One'));
    mia.time += 1000;
    await mia.client.assets.edit(title('Two'));
    await settle();
    expect(await lead.client.reviews.overwritten()).toHaveLength(1);
    expect(await lead.client.reviews.overwrittenSeen({ asset, field: 'title' })).toEqual({ seen: true });
    expect(await lead.client.reviews.overwritten()).toEqual([]);
    for (const engine of [lead, mia]) engine.time += 15 * 86_400_000;
    await lead.client.assets.edit(title('Three'));
    await settle();
    expect(await mia.client.reviews.overwritten()).toEqual([]);
  });
});
