import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AssetChanges } from '../../../../src/contract/assets.ts';
import { ASSET_STATES, type AssetStateName } from '../../../../src/shared/vocabulary/assets.ts';
import { WAYS_OUT } from '../../../../src/shared/vocabulary/ways-out.ts';
import { say } from '../../../../src/words/say.ts';
import { TempEngine } from '../../../support/temp-engine.ts';
import { refusalOf } from '../../../support/wire-error.ts';

let kitbag: TempEngine;
beforeEach(async () => {
  kitbag = await TempEngine.open();
});
afterEach(() => kitbag.remove());

/** Publishes a text for customers unless said otherwise; answers its asset. */
async function published(title: string, set: AssetChanges = {}) {
  const [asset = ''] = await kitbag.publish(kitbag.file(`${title}.txt`, `# ${title}\n\nAbout ${title}`));
  await kitbag.client.assets.edit({ asset, set: { audience: 'customer', title, ...set } });
  return asset;
}

/** An asset of each state, and how it comes to be in it. */
const INTO: Readonly<Record<AssetStateName, (asset: string) => Promise<unknown>>> = {
  recalled: (asset) => kitbag.client.reviews.recall({ assets: [asset], reason: 'Prices changed' }),
  expired: (asset) => kitbag.client.assets.edit({ asset, set: { expiresOn: '2026-01-31' } }),
  draft: (asset) => kitbag.client.assets.edit({ asset, set: { status: 'draft' } }),
  'in-review': (asset) => kitbag.client.assets.edit({ asset, set: { status: 'in-review' } }),
  scheduled: (asset) =>
    kitbag.client.assets.edit({ asset, set: { status: 'scheduled', releaseOn: '2199-01-01' } }),
  archived: (asset) => kitbag.client.assets.edit({ asset, set: { status: 'archived' } }),
  'due-for-review': async () => {
    kitbag.time += 400 * 86_400_000;
  },
  verified: (asset) => kitbag.client.assets.verify({ asset }),
  published: async () => undefined,
};
const LEAVES: ReadonlySet<AssetStateName> = new Set(['due-for-review', 'verified', 'published']);

/** What is not handed out on a way, whatever a window says. */
async function isHeld(asset: string, way: (typeof WAYS_OUT)[number]): Promise<boolean> {
  const { version } = await kitbag.client.assets.get({ asset });
  return (await kitbag.engine.handOut(version.id, way)).outcome === 'held';
}

describe('every way out', () => {
  const states: readonly AssetStateName[] = ASSET_STATES;
  it.each(states)('holds back what is %s where it must, and what is internal as well', async (state) => {
    const asset = await published('Prices');
    await INTO[state](asset);
    expect((await kitbag.client.assets.get({ asset })).state).toBe(state);
    for (const way of WAYS_OUT) expect([way, await isHeld(asset, way)]).toEqual([way, !LEAVES.has(state)]);
    const { items } = await kitbag.client.sends.check({ items: [{ asset }] });
    expect(items[0]?.held === undefined).toBe(LEAVES.has(state));
    if (!LEAVES.has(state)) return;
    await kitbag.client.assets.edit({ asset, set: { audience: 'internal' } });
    for (const way of WAYS_OUT) expect([way, await isHeld(asset, way)]).toEqual([way, true]);
  });
});

describe('sending', () => {
  it('goes out by a ticket, is noted once with whom it went to, and counts as use', async () => {
    const asset = await published('Prices');
    const { ticket, ready } = await kitbag.client.sends.prepare({
      items: [{ asset }],
      to: 'Harborline',
      note: 'As promised',
    });
    expect(ready).toMatchObject([{ asset, title: 'Prices', number: 1 }]);
    expect((await kitbag.client.sends.ledger({})).sent).toEqual([]);
    expect(await kitbag.engine.handOutSend(ticket)).toMatchObject({
      outcome: 'allowed',
      mail: { to: 'Harborline', subject: 'Prices', note: 'As promised' },
      files: [{ fileName: 'Prices.txt', content: { sha256: expect.any(String) } }],
    });
    const before = (await kitbag.client.assets.get({ asset })).uses;
    await kitbag.client.session.changeRole({ role: 'rep' });
    await kitbag.engine.noteSent(ticket, 'mail');
    await kitbag.engine.noteSent(ticket, 'mail');
    const { sent } = await kitbag.client.sends.ledger({ to: 'harbor' });
    expect(sent).toMatchObject([{ to: 'Harborline', asset, number: 1, how: 'mail', note: 'As promised' }]);
    expect((await kitbag.client.sends.ledger({ to: 'Delmar' })).sent).toEqual([]);
    expect((await kitbag.client.assets.get({ asset })).uses).toBe(before + 1);
    expect(await kitbag.engine.handOutSend(ticket)).toMatchObject({ outcome: 'held' });
    await kitbag.reopen();
    expect((await kitbag.client.sends.ledger({})).sent).toHaveLength(1);
  });

  it('stops what is internal, and names what customers may see instead', async () => {
    const battlecard = await published('Brightwater battlecard', {
      audience: 'internal',
      type: 'battlecard',
    });
    const current = await published('Brightwater comparison', { type: 'battlecard' });
    const { items } = await kitbag.client.sends.check({ items: [{ asset: battlecard }, { asset: current }] });
    expect(items.map(({ held }) => held?.code)).toEqual(['internal', undefined]);
    expect(items[0]?.held?.instead).toMatchObject({ asset: current });
    const prepared = await kitbag.client.sends.prepare({
      items: [{ asset: battlecard }, { asset: current }],
      to: 'Harborline',
      note: '',
    });
    expect(prepared.held.map(({ asset }) => asset)).toEqual([battlecard]);
    const refused = await refusalOf(
      kitbag.client.sends.prepare({ items: [{ asset: battlecard }], to: 'Harborline', note: '' }),
    );
    expect(refused.message).toContain('Internal only');
  });

  it('hands nothing out that was recalled after it was made ready', async () => {
    const asset = await published('Prices');
    const { ticket } = await kitbag.client.sends.prepare({ items: [{ asset }], to: 'Harborline', note: '' });
    await kitbag.client.reviews.recall({ assets: [asset], reason: 'Prices changed' });
    expect(await kitbag.engine.handOutSend(ticket)).toMatchObject({ outcome: 'held' });
  });

  it('says of pages that can’t be taken out why', async () => {
    const asset = await published('Prices');
    const said = async (pages: string) => {
      const { items } = await kitbag.client.sends.check({ items: [{ asset, pages }] });
      const held = items[0]?.held;
      return held === undefined ? '' : `${held.code}: ${say(held.says)}`;
    };
    expect(await said('')).toBe('');
    expect(await said('1-2')).toContain('pages: Pages can only be taken out of PDFs.');
    expect(await said('one')).toContain('isn’t a list of pages');
  });

  it('notes also what is saved, copied and dragged, and not what is only opened', async () => {
    const asset = await published('Prices');
    for (const how of ['opened', 'saved', 'copied', 'dragged'] as const)
      await kitbag.client.activity.shared({ asset, how });
    const { sent } = await kitbag.client.sends.ledger({});
    expect(sent.map(({ how, to }) => [how, to])).toEqual([
      ['dragged', ''],
      ['copied', ''],
      ['saved', ''],
    ]);
  });
});
