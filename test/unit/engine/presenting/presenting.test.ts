import { rm, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AssetChanges } from '../../../../src/contract/assets.ts';
import { TempEngine } from '../../../support/temp-engine.ts';
import { refusalOf } from '../../../support/wire-error.ts';

let kitbag: TempEngine;
beforeEach(async () => {
  kitbag = await TempEngine.open();
});
afterEach(() => kitbag.remove());

/** Publishes a document of pages for customers unless said otherwise; answers its asset. */
async function published(title: string, pages: readonly string[], set: AssetChanges = {}) {
  const [asset = ''] = await kitbag.publish(kitbag.file(`${title}.paged`, pages.join('\f')));
  await kitbag.client.assets.edit({ asset, set: { audience: 'customer', title, ...set } });
  return asset;
}

/** A kit of these items. */
async function kitOf(items: readonly { asset: string; pages?: [number, number][] }[]) {
  const { kit } = await kitbag.client.kits.create({ set: { name: 'Play' }, items: [...items] });
  return kit;
}

/** The pages of a show in their order, as `title page`. */
async function pagesOf(ticket: string): Promise<string[]> {
  const out = await kitbag.engine.handOutShow(ticket);
  return out.outcome === 'held' ? [] : out.show.slides.map(({ title, page }) => `${title} ${page}`);
}

describe('presenting', () => {
  it('shows a kit in one running order, only the chosen pages, and leaves out with its reason what may not be shown', async () => {
    const first = await published('Story', ['One', 'Two', 'Three']);
    const internal = await published('Battlecard', ['Secret'], { audience: 'internal' });
    const expired = await published('Old prices', ['Past'], { expiresOn: '2026-01-31' });
    const last = await published('Closing', ['Bye']);
    const [text = ''] = await kitbag.publish(kitbag.file('words.txt', '# Words'));
    await kitbag.client.assets.edit({ asset: text, set: { audience: 'customer' } });
    const kit = await kitOf([
      { asset: first, pages: [[2, 3]] },
      { asset: internal },
      { asset: expired },
      { asset: text },
      { asset: last },
    ]);
    const { ticket, pages, left } = await kitbag.client.presenting.prepare({ what: { kit } });
    expect(pages).toBe(3);
    expect(left.map(({ asset, code }) => [asset, code])).toEqual([
      [internal, 'internal'],
      [expired, 'expired'],
      [text, 'no-pages'],
    ]);
    expect(await pagesOf(ticket)).toEqual(['Story 2', 'Story 3', 'Closing 1']);
  });

  it('begins at the page that somebody reads', async () => {
    const asset = await published('Story', ['One', 'Two', 'Three']);
    const { ticket } = await kitbag.client.presenting.prepare({ what: { asset, page: 2 } });
    expect(await kitbag.engine.handOutShow(ticket)).toMatchObject({
      outcome: 'allowed',
      show: { title: 'Story', at: 1, slides: [{ words: 'One' }, { words: 'Two' }, { words: 'Three' }] },
    });
  });

  it('makes nothing ready of what the gate refuses or asks about, and shows nothing that was held back since', async () => {
    const asset = await published('Story', ['One']);
    const { ticket } = await kitbag.client.presenting.prepare({ what: { asset } });
    await kitbag.client.reviews.recall({ assets: [asset], reason: 'Prices changed' });
    expect((await kitbag.engine.handOutShow(ticket)).outcome).toBe('held');
    expect(await refusalOf(kitbag.client.presenting.prepare({ what: { asset } }))).toMatchObject({
      code: 'NOT_ALLOWED',
    });
    const internal = await published('Battlecard', ['Secret'], { audience: 'internal' });
    expect(await refusalOf(kitbag.client.presenting.prepare({ what: { asset: internal } }))).toMatchObject({
      code: 'NOT_ALLOWED',
    });
    expect((await kitbag.engine.handOutShow('forged')).outcome).toBe('held');
  });

  it('leaves out a file that is missing or was altered on this disk', async () => {
    const whole = await published('Whole', ['One']);
    const altered = await published('Altered', ['Two']);
    const missing = await published('Missing', ['Three']);
    const kit = await kitOf([{ asset: altered }, { asset: missing }, { asset: whole }]);
    const pathOf = async (asset: string): Promise<string> => {
      const { sha256 } = (await kitbag.client.assets.get({ asset })).version;
      return `${kitbag.data}/blobs/${sha256.slice(0, 2)}/${sha256}`;
    };
    await rm(await pathOf(altered));
    await writeFile(await pathOf(altered), 'something else');
    await rm(await pathOf(missing));
    const { left } = await kitbag.client.presenting.prepare({ what: { kit } });
    expect(left.map(({ code }) => code)).toEqual(['altered', 'missing']);
  });

  it('is noted once of each document, with its pages, and counted for the others', async () => {
    const asset = await published('Story', ['One', 'Two', 'Three', 'Four']);
    const { ticket } = await kitbag.client.presenting.prepare({ what: { asset } });
    await kitbag.engine.noteShown(ticket, [0, 1, 1, 3, 99]);
    await kitbag.engine.noteShown(ticket, [0]);
    const { sent } = await kitbag.client.sends.ledger({});
    expect(sent).toMatchObject([{ asset, how: 'presented', pages: '1-2,4', to: '' }]);
    expect((await kitbag.client.activity.recent({ limit: 5 })).map(({ id }) => id)).toEqual([asset]);
  });

  it('notes to whom, where it was a call’s pack, and nothing where nobody looked at a page', async () => {
    const asset = await published('Story', ['One']);
    const call = await kitbag.client.calls.prepare({
      title: 'Renewal',
      at: kitbag.time + 86_400_000,
      account: 'Harborline',
    });
    await kitbag.client.calls.change({ call: call.id, pack: [{ asset }] });
    const passed = await kitbag.client.presenting.prepare({ what: { call: call.id } });
    await kitbag.engine.noteShown(passed.ticket, []);
    expect((await kitbag.client.sends.ledger({})).sent).toEqual([]);
    const { ticket } = await kitbag.client.presenting.prepare({ what: { call: call.id } });
    await kitbag.engine.noteShown(ticket, [0]);
    expect((await kitbag.client.sends.ledger({ to: 'harbor' })).sent).toMatchObject([{ to: 'Harborline' }]);
  });
});
