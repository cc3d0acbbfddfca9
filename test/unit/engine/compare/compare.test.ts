import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Words } from '../../../bench/corpus.ts';
import { HubEngines } from '../../../support/hub-engines.ts';
import { TempEngine } from '../../../support/temp-engine.ts';

const words = new Words(12);
const [intro = '', terms = '', proof = '', close = ''] = Array.from({ length: 4 }, () => words.text(40));
const MINUTE = 60_000;

/** Publishes a file as a new version of an asset. */
async function addVersion(
  kitbag: TempEngine,
  asset: string,
  text: string,
  { note = '', draft = false }: { readonly note?: string; readonly draft?: boolean } = {},
): Promise<void> {
  kitbag.time += MINUTE;
  const { grant } = kitbag.engine.grantPaths([kitbag.file(`version ${kitbag.time}.txt`, text)]);
  await kitbag.client.publish.stage({ grant, versionOf: asset });
  await kitbag.staged();
  const [row] = (await kitbag.client.publish.state()).rows;
  await kitbag.setRows([row?.id ?? ''], { note });
  await kitbag.client.publish.publish({ rows: [row?.id ?? ''], draft });
}

describe('comparing two versions', () => {
  let kitbag: TempEngine;
  beforeEach(async () => {
    kitbag = await TempEngine.open();
  });
  afterEach(() => kitbag.remove());

  it('tells which pages changed, came, went and were moved, with how many words', async () => {
    const first = [intro, `${terms} due in thirty days`, proof, close];
    const [asset = ''] = await kitbag.publish(kitbag.file('deck.txt', first.join('\f')));
    const second = [intro, words.text(30), close, `${terms} due in sixty long days`];
    await addVersion(kitbag, asset, second.join('\f'), { note: 'Longer terms' });
    const { from, to, pages, same } = await kitbag.client.compare.versions({ asset });
    expect([from.number, to.number, to.note, same]).toEqual([1, 2, 'Longer terms', 2]);
    expect(pages).toEqual([
      { from: 1, to: 1, added: 0, removed: 0 },
      expect.objectContaining({ to: 2, removed: 0 }),
      expect.objectContaining({ from: 3, added: 0 }),
      { from: 4, to: 3, added: 0, removed: 0 },
      { from: 2, to: 4, moved: true, added: 2, removed: 1 },
    ]);
    const marked = await kitbag.client.compare.page({ from: from.id, to: to.id, fromPage: 2, toPage: 4 });
    const changed = (side: 'from' | 'to') =>
      marked[side]?.parts[0]?.pieces.flatMap((piece) => (piece.changed ? [piece.text.trim()] : []));
    expect([changed('from'), changed('to')]).toEqual([['thirty'], ['sixty long']]);
  });

  it('takes the current version and the one before, or those that are named', async () => {
    const [asset = ''] = await kitbag.publish(kitbag.file('price.txt', `Price is ten. ${intro}`));
    await expect(kitbag.client.compare.versions({ asset })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await addVersion(kitbag, asset, `Price is eleven. ${intro}`);
    await addVersion(kitbag, asset, `Price is twelve. ${intro}`, { draft: true });
    const { versions } = await kitbag.client.assets.get({ asset });
    const [draft = '', current = '', first = ''] = versions.map(({ id }) => id);
    const numbers = async (asked: { from?: string; to?: string }) => {
      const { from, to } = await kitbag.client.compare.versions({ asset, ...asked });
      return [from.number, to.number];
    };
    expect(await numbers({})).toEqual([1, 2]);
    expect(await numbers({ from: current })).toEqual([2, 3]);
    expect(await numbers({ to: draft })).toEqual([2, 3]);
    expect(await numbers({ from: draft, to: first })).toEqual([3, 1]);
    await expect(kitbag.client.compare.versions({ asset, from: first, to: first })).rejects.toMatchObject({
      code: 'INVALID',
    });
  });

  it('tells how far it is and what came of it, to whoever watches', async () => {
    const [asset = ''] = await kitbag.publish(kitbag.file('deck.txt', [intro, terms, proof].join('\f')));
    await addVersion(kitbag, asset, [intro, proof].join('\f'));
    const steps = [];
    for await (const step of await kitbag.client.compare.watch({ asset })) steps.push(step);
    expect(steps.at(-1)).toEqual({
      step: 'compared',
      comparison: await kitbag.client.compare.versions({ asset }),
    });
    expect(steps.slice(0, -1).every(({ step }) => step === 'progress')).toBe(true);
    const [alone = ''] = await kitbag.publish(kitbag.file('alone.txt', terms));
    const watched = await kitbag.client.compare.watch({ asset: alone });
    await expect(watched.next()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('ends where nobody waits for it any more', async () => {
    const [asset = ''] = await kitbag.publish(kitbag.file('a.txt', intro));
    await addVersion(kitbag, asset, terms);
    const gone = new AbortController();
    gone.abort();
    await expect(kitbag.client.compare.versions({ asset }, { signal: gone.signal })).rejects.toBeDefined();
  });
});

describe('a new version of what somebody used', () => {
  it('is told on their device with what changed, until they have looked, and to nobody else', async () => {
    const { hub, lead } = await HubEngines.shared();
    try {
      const [asset = ''] = await lead.publish(lead.file('prices.txt', `Price is ten. ${intro}`));
      const [other = ''] = await lead.publish(lead.file('proof.txt', proof));
      const [ben, mia] = [await hub.join('Ben'), await hub.join('Mia')];
      await hub.settle(lead, ben, mia);
      ben.time += MINUTE;
      await ben.client.activity.viewed({ asset, page: 1 });
      await mia.client.pins.set({ asset: other, pinned: true });
      expect(await ben.client.compare.news()).toEqual([]);
      lead.time += 5 * MINUTE;
      await addVersion(lead, asset, `Price is eleven. ${intro}`, { note: 'Prices of 2027' });
      await hub.settle(lead, ben, mia);
      const [told] = await ben.client.compare.news();
      expect(told).toMatchObject({ asset: { id: asset, version: { number: 2, note: 'Prices of 2027' } } });
      const compared = await ben.client.compare.versions({ asset, from: told?.used });
      expect(compared.pages).toEqual([{ from: 1, to: 1, added: 1, removed: 1 }]);
      expect(await mia.client.compare.news()).toEqual([]);
      expect(await lead.client.compare.news()).toEqual([]);
      await ben.client.compare.newsSeen({ assets: [asset] });
      expect(await ben.client.compare.news()).toEqual([]);
      await addVersion(lead, other, `${proof} again`);
      await hub.settle(lead, mia);
      expect((await mia.client.compare.news()).map((one) => one.asset.id)).toEqual([other]);
    } finally {
      await hub.remove();
    }
  });
});
