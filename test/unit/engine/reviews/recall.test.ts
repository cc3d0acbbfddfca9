import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openSearchAt } from '../../../../src/node/open-search.ts';
import { WAYS_OUT } from '../../../../src/shared/vocabulary/ways-out.ts';
import { HubEngines } from '../../../support/hub-engines.ts';
import { sentenceOf } from '../../../support/saying.ts';
import { TempEngine } from '../../../support/temp-engine.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { refusalOf } from '../../../support/wire-error.ts';

const opened: { remove(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.remove();
});

/** An engine with one asset a name; answers their ids. */
async function hubWith(...names: readonly string[]) {
  const folder = await temporaryFolder();
  const temp = await TempEngine.open({ ports: { openSearch: openSearchAt(join(folder, 'index.db')) } });
  opened.push(temp);
  const assets: string[] = [];
  for (const name of names) {
    const [asset = ''] = await temp.publish(temp.file(`${name}.txt`, `About ${name}.`));
    await temp.client.assets.edit({ asset, set: { audience: 'customer', title: name } });
    assets.push(asset);
  }
  return { temp, assets };
}

describe('a recalled asset', () => {
  it('leaves on no way, and says why and what to use instead', async () => {
    const { temp, assets } = await hubWith('Prices spring', 'Prices autumn');
    const [old = '', next = ''] = assets;
    await temp.client.reviews.recall({ assets: [old], reason: 'Prices changed', replacement: next });
    const { state, recall, version } = await temp.client.assets.get({ asset: old });
    expect({ state, recall }).toMatchObject({
      state: 'recalled',
      recall: { reason: 'Prices changed', replacement: next, by: { name: 'Ana' }, at: temp.time },
    });
    for (const way of WAYS_OUT) {
      const answer = await temp.client.gate.pass({ version: version.id, way, confirmed: true });
      if (answer.verdict !== 'refused') throw new Error(`${way} is let pass.`);
      expect(answer).toMatchObject({ code: 'recalled', instead: { asset: next, named: true } });
      expect(sentenceOf(answer.says)).toContain('Prices changed');
      expect(await temp.engine.handOut(version.id, way)).toMatchObject({ outcome: 'held' });
    }
  });

  it('is read by reps all the same, also where it was archived before', async () => {
    const { temp, assets } = await hubWith('Prices');
    const [asset = ''] = assets;
    await temp.client.assets.edit({ asset, set: { status: 'archived' } });
    await temp.client.reviews.recall({ assets: [asset], reason: 'Wrong' });
    await temp.client.session.changeRole({ role: 'rep' });
    const { version, state } = await temp.client.assets.get({ asset });
    expect(state).toBe('recalled');
    expect((await temp.client.assets.text({ version: version.id })).pages).toHaveLength(1);
  });

  it('of which nothing was ever out stays a secret of those who publish', async () => {
    const { temp, assets } = await hubWith('Prices');
    const [asset = ''] = assets;
    await temp.client.assets.edit({ asset, set: { status: 'draft' } });
    await temp.client.reviews.recall({ assets: [asset], reason: 'Wrong' });
    await temp.client.session.changeRole({ role: 'rep' });
    expect((await refusalOf(temp.client.assets.get({ asset }))).code).toBe('NOT_FOUND');
  });

  it('is found by its words with what replaces it, and is not among what one can browse', async () => {
    const { temp, assets } = await hubWith('Prices spring', 'Battlecard');
    const [old = '', next = ''] = assets;
    await temp.client.reviews.recall({ assets: [old], reason: 'Wrong', replacement: next });
    await temp.engine.indexed();
    const found = await temp.client.search.find({ query: 'spring' });
    expect(found.hits).toMatchObject([{ asset: { id: old }, instead: { asset: next, title: 'Battlecard' } }]);
    const browsed = await temp.client.search.find({ query: '' });
    expect(browsed.hits.map(({ asset }) => asset.id)).toEqual([next]);
  });

  it('leads past what replaced it and was recalled too, and never in a circle', async () => {
    const { temp, assets } = await hubWith('One', 'Two', 'Three');
    const [one = '', two = '', three = ''] = assets;
    const { reviews } = temp.client;
    await reviews.recall({ assets: [one], reason: 'Wrong', replacement: two });
    await reviews.recall({ assets: [two], reason: 'Wrong', replacement: three });
    expect(await reviews.instead({ asset: one })).toMatchObject({ asset: three, named: true });
    await reviews.liftRecall({ assets: [one] });
    await reviews.recall({ assets: [two], reason: 'Wrong', replacement: one });
    await reviews.recall({ assets: [one], reason: 'Wrong', replacement: three });
    await reviews.recall({ assets: [three], reason: 'Wrong' });
    expect(await reviews.instead({ asset: two })).toBeNull();
  });

  it('is what it was again when that is undone or taken back', async () => {
    const { temp, assets } = await hubWith('Prices');
    const { reviews, undo } = temp.client;
    const state = async () => (await temp.client.assets.get({ asset: assets[0] ?? '' })).state;
    const before = await state();
    const recalled = await reviews.recall({ assets, reason: 'Wrong' });
    await undo.take({ undo: [recalled.undo ?? ''] });
    expect(await state()).toBe(before);
    await reviews.recall({ assets, reason: 'Wrong again' });
    expect((await reviews.liftRecall({ assets })).changed).toEqual(assets);
    expect(await state()).toBe(before);
    expect((await reviews.liftRecall({ assets })).refused).toMatchObject([{ code: 'not-recalled' }]);
  });

  it('can’t be replaced by itself, nor by what nobody may use; a dry run changes nothing', async () => {
    const { temp, assets } = await hubWith('One', 'Two');
    const [one = '', two = ''] = assets;
    const { reviews } = temp.client;
    expect((await reviews.recall({ assets: [one], reason: 'Wrong', dryRun: true })).changed).toEqual([one]);
    expect((await temp.client.assets.get({ asset: one })).recall).toBeNull();
    const itself = await refusalOf(reviews.recall({ assets: [one], reason: 'Wrong', replacement: one }));
    expect(itself.code).toBe('INVALID');
    await temp.client.assets.edit({ asset: two, set: { status: 'draft' } });
    const draft = await refusalOf(reviews.recall({ assets: [one], reason: 'Wrong', replacement: two }));
    expect(draft.code).toBe('INVALID');
  });

  it('is refused to reps', async () => {
    const { temp, assets } = await hubWith('Prices');
    await temp.client.session.changeRole({ role: 'rep' });
    expect((await refusalOf(temp.client.reviews.recall({ assets, reason: 'No' }))).code).toBe('NOT_ALLOWED');
    expect((await refusalOf(temp.client.reviews.liftRecall({ assets }))).code).toBe('NOT_ALLOWED');
  });
});

describe('news of a recall', () => {
  it('reach who used or pinned the asset, with the replacement, until they have looked', async () => {
    const { hub, lead } = await HubEngines.shared();
    opened.push(hub);
    const [read = '', pinned = '', other = '', next = ''] = await lead.publish(
      ...['read', 'pinned', 'other', 'next'].map((name) => lead.file(`${name}.txt`, `About ${name}`)),
    );
    const mia = await hub.join('Mia');
    await hub.settle(lead, mia);
    await mia.client.activity.viewed({ asset: read });
    await mia.client.pins.set({ asset: pinned, pinned: true });
    await lead.client.reviews.recall({ assets: [read, pinned, other], reason: 'Wrong', replacement: next });
    await hub.settle(lead, mia);
    const news = async () => (await mia.client.reviews.recallNews()).map(({ asset }) => asset.id).sort();
    expect(await news()).toEqual([read, pinned].sort());
    expect((await mia.client.reviews.recallNews())[0]?.instead?.asset).toBe(next);
    expect(await lead.client.reviews.recallNews()).toEqual([]);
    await mia.client.reviews.recallsSeen({ assets: [read] });
    await mia.reopen();
    expect(await news()).toEqual([pinned]);
    mia.time += 1000;
    lead.time += 1000;
    await lead.client.reviews.recall({ assets: [read], reason: 'Still wrong' });
    await hub.settle(lead, mia);
    expect(await news()).toEqual([read, pinned].sort());
  });

  it('reach who has only sent it', async () => {
    const { hub, lead } = await HubEngines.shared();
    opened.push(hub);
    const [sent = '', other = ''] = await lead.publish(
      ...['sent', 'other'].map((name) => lead.file(`${name}.txt`, `About ${name}`)),
    );
    for (const asset of [sent, other])
      await lead.client.assets.edit({ asset, set: { audience: 'customer' } });
    const mia = await hub.join('Mia');
    await hub.settle(lead, mia);
    const { ticket } = await mia.client.sends.prepare({ items: [{ asset: sent }], to: 'Acme', note: '' });
    await mia.engine.noteSent(ticket, 'files');
    await lead.client.reviews.recall({ assets: [sent, other], reason: 'Wrong' });
    await hub.settle(lead, mia);
    expect((await mia.client.reviews.recallNews()).map(({ asset }) => asset.id)).toEqual([sent]);
  });

  it('reach each device of theirs once, also where it came while Kitbag was closed', async () => {
    const { hub, lead } = await HubEngines.shared();
    opened.push(hub);
    const [asset = ''] = await lead.publish(lead.file('prices.txt', 'About prices'));
    const desk = await hub.join('Mia');
    await hub.settle(lead, desk);
    await desk.client.activity.shared({ asset, how: 'saved' });
    const laptop = await hub.joinAs(desk);
    await hub.settle(lead, desk, laptop);
    await laptop.client.pins.set({ asset, pinned: true });
    await desk.reopen(async () => {
      await lead.client.reviews.recall({ assets: [asset], reason: 'Wrong' });
      await hub.settle(lead);
    });
    await hub.settle(desk, laptop);
    const told = async (engine: TempEngine) => (await engine.client.reviews.recallNews()).length;
    expect([await told(desk), await told(laptop)]).toEqual([1, 1]);
    await desk.client.reviews.recallsSeen({ assets: [asset] });
    await desk.reopen();
    await hub.settle(lead, desk, laptop);
    expect([await told(desk), await told(laptop)]).toEqual([0, 1]);
  });
});
