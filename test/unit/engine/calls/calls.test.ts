import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AssetChanges } from '../../../../src/contract/assets.ts';
import { say } from '../../../../src/words/say.ts';
import { pdfOf } from '../../../e2e/support/make-files.ts';
import { TempEngine } from '../../../support/temp-engine.ts';
import { refusalOf } from '../../../support/wire-error.ts';

let kitbag: TempEngine;
beforeEach(async () => {
  kitbag = await TempEngine.open();
});
afterEach(() => kitbag.remove());

const HOUR = 3_600_000;
const soon = () => kitbag.time + 24 * HOUR;

/** Publishes a text for customers unless said otherwise; answers its asset. */
async function published(title: string, set: AssetChanges = {}): Promise<string> {
  const [asset = ''] = await kitbag.publish(kitbag.file(`${title}.txt`, `# ${title}\n\nAbout ${title}`));
  await kitbag.client.assets.edit({ asset, set: { audience: 'customer', title, ...set } });
  return asset;
}

describe('preparing a call', () => {
  it('proposes what customers may see at the call’s time, and says why', async () => {
    const story = await published('Savings story', { type: 'case-study' });
    await published('Battlecard', { audience: 'internal' });
    await published('Offer of the day', { expiresOn: '2026-11-18' });
    await published('Not yet', { status: 'draft' });
    const call = await kitbag.client.calls.prepare({
      title: 'Renewal',
      at: soon(),
      stage: 'decision',
      personas: ['cfo'],
    });
    expect(call.pack.map(({ id }) => id)).toEqual([story]);
    expect(say(call.pack[0]?.why ?? { code: 'calls.gone', values: {} })).toBe(
      'Case study: the only one for this call',
    );
    await kitbag.reopen();
    expect(await kitbag.client.calls.get({ call: call.id })).toEqual(call);
    expect(await kitbag.client.calls.list()).toMatchObject([{ id: call.id, title: 'Renewal', items: 1 }]);
  });

  it('begins with the kit for its stage and personas, in its order and with its pages', async () => {
    const [guide = ''] = await kitbag.publish(kitbag.file('Guide.pdf', pdfOf(['One', 'Two', 'Three'])));
    await kitbag.client.assets.edit({ asset: guide, set: { audience: 'customer' } });
    const story = await published('Savings story');
    const better = await published('Better by rank');
    await kitbag.client.kits.create({
      set: { name: 'CFO play', stages: ['decision'], personas: ['cfo'], status: 'published' },
      items: [{ asset: story }, { asset: guide }],
    });
    const call = await kitbag.client.calls.prepare({
      ...{ title: 'Renewal', at: soon(), stage: 'decision' },
      personas: ['cfo'],
    });
    expect(call.pack.map(({ id }) => id)).toEqual([story, guide, better]);
    expect(call.pack[0]?.why).toEqual({ code: 'calls.from-kit', values: { kit: 'CFO play' } });
  });

  it('puts what speaks of its words before what only ranks', async () => {
    await published('General overview');
    await published('Another overview');
    const rare = await published('Tides and harbor dredging');
    const { pack } = await kitbag.client.calls.prepare({
      ...{ title: 'Renewal', at: soon() },
      about: 'They ask about harbor dredging',
    });
    expect(pack[0]).toMatchObject({ id: rare, why: { code: 'calls.speaks-of-it' } });
    expect(pack).toHaveLength(3);
  });

  it('reads a pasted invitation with the company, stage and persona that it names', async () => {
    const text = 'Subject: Decision meeting with Harborline\nTomorrow at 3 pm, the CFO joins.';
    const { invitations } = await kitbag.client.calls.read({ text });
    expect(invitations).toMatchObject([
      {
        title: 'Decision meeting with Harborline',
        at: Date.parse('2026-11-19T15:00:00Z'),
        account: 'Harborline',
        stage: 'decision',
        personas: ['cfo'],
      },
    ]);
    expect(await kitbag.client.calls.list()).toEqual([]);
    const { grant } = kitbag.engine.grantPaths([kitbag.file('notes.txt', 'Dear all')]);
    expect((await refusalOf(kitbag.client.calls.read({ grant }))).message).toContain('isn’t a calendar file');
  });

  it('refuses a stage that nobody has defined', async () => {
    const asked = kitbag.client.calls.prepare({ title: 'A', at: soon(), stage: 'no-such-stage' });
    expect(await refusalOf(asked)).toMatchObject({ field: 'stages' });
    expect(await kitbag.client.calls.list()).toEqual([]);
  });
});

describe('a call', () => {
  it('is changed with its pack, and every change can be taken back once', async () => {
    const [one, two] = [await published('One'), await published('Two')];
    const { id, pack } = await kitbag.client.calls.prepare({ title: 'Renewal', at: soon() });
    expect(pack).toHaveLength(2);
    const { call, change } = await kitbag.client.calls.change({
      call: id,
      set: { account: 'Harborline' },
      pack: [{ asset: two }, { asset: one }],
    });
    expect(call).toMatchObject({ account: 'Harborline', title: 'Renewal' });
    expect(call.pack.map(({ id: asset }) => asset)).toEqual([two, one]);
    expect(call.pack.every(({ why }) => why !== undefined)).toBe(true);
    expect(await kitbag.client.calls.restore({ call: id, change })).toEqual({ restored: true });
    expect(await kitbag.client.calls.restore({ call: id, change })).toEqual({ restored: false });
    expect((await kitbag.client.calls.get({ call: id })).account).toBe('');
    const again = await kitbag.client.calls.change({ call: id, pack: [] });
    expect(again.call.pack).toEqual([]);
    expect((await kitbag.client.calls.propose({ call: id })).call.pack).toHaveLength(2);
  });

  it('has an asset once, and pages only where they can be taken out', async () => {
    const asset = await published('One');
    const { id } = await kitbag.client.calls.prepare({ title: 'Renewal', at: soon() });
    const twice = kitbag.client.calls.change({ call: id, pack: [{ asset }, { asset }] });
    expect((await refusalOf(twice)).message).toContain('is in the pack already');
    const cut = kitbag.client.calls.change({ call: id, pack: [{ asset, pages: [[1, 1]] }] });
    expect((await refusalOf(cut)).message).toContain('no pages to choose among');
    expect((await kitbag.client.calls.get({ call: id })).pack).toHaveLength(1);
  });

  it('is discarded and brought back', async () => {
    const { id } = await kitbag.client.calls.prepare({ title: 'Renewal', at: soon() });
    expect(await kitbag.client.calls.discard({ call: id })).toEqual({ discarded: true });
    expect(await kitbag.client.calls.list()).toEqual([]);
    expect(await refusalOf(kitbag.client.calls.get({ call: id }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await kitbag.client.calls.restore({ call: id })).toEqual({ restored: true });
    expect(await kitbag.client.calls.list()).toHaveLength(1);
  });

  it('stays on this device: nothing of it gets into a journal', async () => {
    const { events } = await kitbag.client.maintenance.stateHash();
    await kitbag.client.calls.prepare({ title: 'Renewal', at: soon(), account: 'Harborline' });
    expect((await kitbag.client.maintenance.stateHash()).events).toBe(events);
  });
});

describe('the reminder', () => {
  it('is due from a quarter of an hour before the call, once for each time that the call has', async () => {
    const { id } = await kitbag.client.calls.prepare({ title: 'Renewal', at: kitbag.time + HOUR });
    const due = async () => (await kitbag.client.calls.reminders()).due.map(({ call }) => call);
    expect(await due()).toEqual([]);
    kitbag.time += 45 * 60_000;
    expect(await due()).toEqual([id]);
    await kitbag.client.calls.reminded({ call: id });
    expect(await due()).toEqual([]);
    await kitbag.reopen();
    expect(await due()).toEqual([]);
    await kitbag.client.calls.change({ call: id, set: { at: kitbag.time + 10 * 60_000 } });
    expect(await due()).toEqual([id]);
    kitbag.time += 10 * 60_000;
    expect(await due()).toEqual([]);
  });

  it('says whether the pack is ready, and tells nothing where nobody wants to be told', async () => {
    const asset = await published('One');
    await kitbag.client.calls.prepare({ title: 'Renewal', at: kitbag.time + 600_000 });
    expect((await kitbag.client.calls.reminders()).due).toMatchObject([
      { ready: true, items: 1, problems: 0 },
    ]);
    await kitbag.client.reviews.recall({ assets: [asset], reason: 'Prices changed' });
    expect((await kitbag.client.calls.reminders()).due).toMatchObject([
      { ready: false, problems: 1, missing: 0 },
    ]);
    await kitbag.client.calls.remind({ on: false });
    expect(await kitbag.client.calls.reminders()).toEqual({ on: false, due: [] });
    await kitbag.reopen();
    expect(await kitbag.client.calls.reminders()).toEqual({ on: false, due: [] });
  });
});
