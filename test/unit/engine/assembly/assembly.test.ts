import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AssemblyStep } from '../../../../src/contract/assembly.ts';
import type { AssetChanges } from '../../../../src/contract/assets.ts';
import type { Extractor } from '../../../../src/engine/ports/extractor.ts';
import { createExtractor } from '../../../../src/platform/extract/extractor.ts';
import { pdfOf } from '../../../e2e/support/make-files.ts';
import { TempEngine } from '../../../support/temp-engine.ts';
import { refusalOf } from '../../../support/wire-error.ts';
import { workerUrl } from '../../platform/extract/support.ts';

let real: Extractor;
let kitbag: TempEngine;
beforeAll(() => {
  real = createExtractor({ workerUrl, concurrency: 1 });
});
afterAll(() => real.close());
beforeEach(async () => {
  const extractor = new Proxy(real, {
    get: (target, name: keyof Extractor) =>
      name === 'close' ? async () => undefined : target[name].bind(target),
  });
  kitbag = await TempEngine.open({ ports: { extractor } });
});
afterEach(() => kitbag.remove());

async function published(
  title: string,
  content: string | Uint8Array = pdfOf([`${title} one`, `${title} two`]),
  set: AssetChanges = {},
) {
  const name = `${title}.${typeof content === 'string' ? 'md' : 'pdf'}`;
  const [asset = ''] = await kitbag.publish(kitbag.file(name, content));
  await kitbag.client.assets.edit({ asset, set: { audience: 'customer', title, ...set } });
  return asset;
}
type Asked = Parameters<TempEngine['client']['assembly']['make']>[0];
async function make(asked: Asked) {
  let made: AssemblyStep | undefined;
  for await (const step of await kitbag.client.assembly.make(asked)) made = step;
  if (made?.step !== 'made') expect.fail('nothing was made');
  return made;
}

describe('the tray', () => {
  it('keeps what was picked, in its order and each page once, over a restart; clearing it can be taken back', async () => {
    const asset = await published('Prices');
    const { version } = await kitbag.client.assets.get({ asset });
    const page = (number: number) => ({ asset, version: version.id, page: number });
    await kitbag.client.assembly.keep({ items: [page(2), page(1), page(2)] });
    await kitbag.reopen();
    expect(await kitbag.client.assembly.tray()).toEqual({ items: [page(2), page(1)] });
    const before = await kitbag.client.assembly.keep({ items: [] });
    expect((await kitbag.client.assembly.tray()).items).toEqual([]);
    await kitbag.client.assembly.keep(before);
    expect((await kitbag.client.assembly.tray()).items).toHaveLength(2);
  });
});

describe('one PDF', () => {
  it('is made of what may leave, handed out by its ticket, and noted with what is in it when it has left', async () => {
    const prices = await published('Prices');
    const internal = await published('Battlecard', undefined, { audience: 'internal' });
    const made = await make({
      items: [{ asset: prices, pages: '2' }, { asset: internal }, { asset: prices, pages: '1' }],
      title: 'For Harborline',
      to: 'Harborline',
    });
    expect(made).toMatchObject({ pages: 2, fileName: 'For Harborline.pdf' });
    expect(made.held).toMatchObject([{ asset: internal, held: { code: 'internal' } }]);
    expect((await kitbag.client.sends.ledger({})).sent).toEqual([]);
    const given = await kitbag.engine.handOutSend(made.ticket);
    if (given.outcome !== 'allowed') expect.fail('held');
    const [file] = given.files;
    expect([given.mail.to, file?.fileName, file?.mediaType]).toEqual([
      'Harborline',
      'For Harborline.pdf',
      'application/pdf',
    ]);
    await kitbag.engine.noteSent(made.ticket, 'saved');
    await kitbag.engine.noteSent(made.ticket, 'saved');
    expect((await kitbag.client.sends.ledger({})).sent).toMatchObject([
      { asset: prices, to: 'Harborline', pages: '1-2', how: 'saved', inFile: 'For Harborline.pdf' },
    ]);
  });

  it('does not leave once something in it was recalled', async () => {
    const prices = await published('Prices');
    const { ticket } = await make({ items: [{ asset: prices }], title: 'Prices' });
    await kitbag.client.reviews.recall({ assets: [prices], reason: 'Prices changed' });
    expect(await kitbag.engine.handOutSend(ticket)).toMatchObject({ outcome: 'held' });
  });

  it('is not made of what has no pages or may not leave, and says why', async () => {
    const text = await published('Emails', '# Emails\n\nAfter the first meeting.');
    const { items } = await kitbag.client.assembly.check({ items: [{ asset: text }] });
    expect(items[0]?.held).toMatchObject({ code: 'pages' });
    expect(items[0]?.held?.says.code).toBe('assembly.no-pages');
    expect((await refusalOf(make({ items: [{ asset: text }], title: 'Emails' }))).code).toBe('INVALID');
    const prices = await published('Prices');
    const refused = await refusalOf(make({ items: [{ asset: prices, pages: '9' }], title: 'Prices' }));
    expect(refused.message).toContain('has only 2 pages');
  });
});
