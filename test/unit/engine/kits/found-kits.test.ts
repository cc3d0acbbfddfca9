import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openSearchAt } from '../../../../src/node/open-search.ts';
import { TempEngine } from '../../../support/temp-engine.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

let temp: TempEngine | undefined;
afterEach(() => temp?.remove());

/** A lead with an index and assets by these names, by their titles. */
async function library(...names: string[]) {
  const folder = await temporaryFolder();
  temp = await TempEngine.open({ ports: { openSearch: openSearchAt(join(folder, 'index.db')) } });
  const kitbag = temp;
  await kitbag.publish(...names.map((name) => kitbag.file(`${name}.txt`, `What there is on ${name}.`)));
  const byTitle = new Map([...kitbag.engine.summaries().values()].map(({ id, title }) => [title, id]));
  return { kitbag, client: kitbag.client, idOf: (title: string) => byTitle.get(title) ?? '' };
}

describe('a kit is found', () => {
  it('by its name, by what is said of how to run it and by what it holds, with the words marked', async () => {
    const { kitbag, client, idOf } = await library('Security pack', 'Pricing');
    const { kit } = await client.kits.create({
      set: { name: 'CFO play', status: 'published', talkTrack: 'Open with the zeppelin story.' },
      items: [{ asset: idOf('Security pack'), why: 'Answers the questionnaire' }],
    });
    await kitbag.engine.indexed();
    const find = async (query: string) => (await client.search.find({ query, kits: 5 })).kits;
    const [named] = await find('cfo play');
    expect(named).toMatchObject({ kit: { id: kit } });
    expect(named?.name.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(['CFO', 'play']);
    const [guided] = await find('zeppelin');
    expect(guided).toMatchObject({ kit: { id: kit }, snippet: { of: 'guidance' } });
    expect(guided?.snippet?.text.find(({ marked }) => marked)?.text).toBe('zeppelin');
    expect(await find('questionnaire')).toMatchObject([{ kit: { id: kit }, snippet: { of: 'contents' } }]);
    expect(await find('security')).toMatchObject([{ kit: { id: kit } }]);
    expect(await find('pricing')).toEqual([]);
    await client.kits.edit({ kit, set: { talkTrack: 'Open with the invoice.' } });
    await kitbag.engine.indexed();
    expect(await find('zeppelin')).toEqual([]);
  });

  it('without a word that nothing has all of the words, where the kit has them', async () => {
    const { kitbag, client, idOf } = await library('Proof of payback', 'Security pack');
    const said = async () => (await client.search.find({ query: 'security proof', kits: 5 })).hints;
    await kitbag.engine.indexed();
    expect(await said()).toMatchObject([{ code: 'search.none-has-all' }]);
    await client.kits.create({
      set: { name: 'Security play', status: 'published' },
      items: [{ asset: idOf('Proof of payback'), why: '' }],
    });
    await kitbag.engine.indexed();
    expect(await said()).toEqual([]);
  });

  it('beside the assets, whose total, pages and facets are theirs alone', async () => {
    const { kitbag, client, idOf } = await library('Proof one', 'Proof two', 'Proof three');
    const items = ['Proof one', 'Proof two'].map((title) => ({ asset: idOf(title) }));
    await client.kits.create({
      set: { name: 'Proof play', status: 'published', stages: ['decision'] },
      items,
    });
    await client.kits.create({ set: { name: 'Proof in private', status: 'draft' }, items });
    await kitbag.engine.indexed();
    const first = await client.search.find({ query: 'proof', limit: 2, kits: 5 });
    expect(first).toMatchObject({
      total: 3,
      kitsTotal: 1,
      facets: { stages: [{ id: 'decision', count: 3 }] },
    });
    expect(first.hits).toHaveLength(2);
    expect(first.kits[0]?.score).toBeGreaterThan(0);
    const second = await client.search.find({ query: 'proof', limit: 2, offset: 2, kits: 5 });
    expect([second.hits.length, second.kits.length, second.kitsTotal]).toEqual([1, 0, 1]);
    expect((await client.search.find({ query: 'proof' })).kits).toEqual([]);
    expect(
      (await client.search.like({ asset: idOf('Proof one') })).hits.map(({ asset }) => asset.title),
    ).not.toContain('Proof play');
  });

  it('by operators and filters that can be said of it, and alone by is:kit', async () => {
    const { kitbag, client, idOf } = await library('Proof');
    const items = [{ asset: idOf('Proof') }];
    const set = { name: 'Proof play', status: 'published', stages: ['decision'], personas: ['cfo'] } as const;
    const { kit } = await client.kits.create({
      set: { ...set, stages: ['decision'], personas: ['cfo'] },
      items,
    });
    await client.kits.create({ set: { name: 'Waiting', status: 'draft' }, items });
    await kitbag.engine.indexed();
    const names = async (query: string, filters = {}) =>
      (await client.search.find({ query, filters, kits: 5 })).kits.map(({ kit: { name } }) => name);
    expect(await names('proof stage:decision')).toEqual(['Proof play']);
    expect(await names('proof stage:awareness')).toEqual([]);
    expect(await names('proof', { personas: ['cfo'] })).toEqual(['Proof play']);
    expect(await names('proof type:faq')).toEqual([]);
    expect(await names('is:kit is:draft')).toEqual(['Waiting']);
    const alone = await client.search.find({ query: 'is:kit', kits: 5 });
    expect([alone.total, alone.kits.map(({ kit: { id } }) => id)]).toEqual([0, [kit]]);
    expect((await client.search.kitNames({ query: 'prof pley', limit: 5 })).map(({ name }) => name)).toEqual([
      'Proof play',
    ]);
  });

  it('by a rep where it is out, never by what of it is a draft', async () => {
    const { kitbag, client, idOf } = await library('Proof', 'Walkaway price');
    const items = ['Proof', 'Walkaway price'].map((title) => ({ asset: idOf(title) }));
    await client.kits.create({ set: { name: 'Closing', status: 'published' }, items });
    await client.assets.edit({ asset: idOf('Walkaway price'), set: { status: 'draft' } });
    await client.session.changeRole({ role: 'rep' });
    await kitbag.engine.indexed();
    const find = async (query: string) => (await client.search.find({ query, kits: 5 })).kitsTotal;
    expect([await find('closing'), await find('proof'), await find('walkaway')]).toEqual([1, 1, 0]);
    const { kit } = await client.kits.create({
      own: true,
      set: { name: 'My opener', redFlags: 'No xylophone' },
    });
    await kitbag.engine.indexed();
    expect(await find('xylophone')).toBe(1);
    await client.kits.discard({ kit });
    await kitbag.engine.indexed();
    expect(await find('xylophone')).toBe(0);
  });
});

describe('what a kit holds', () => {
  it('is told before it is put away: which kits break', async () => {
    const { client, idOf } = await library('Proof', 'Pricing');
    const items = ['Proof', 'Pricing'].map((title) => ({ asset: idOf(title) }));
    const { kit } = await client.kits.create({ set: { name: 'Play', status: 'published' }, items });
    const { kit: old } = await client.kits.create({ set: { name: 'Old' }, items });
    await client.kits.archive({ kits: [old] });
    const effect = await client.reviews.retireEffect({ assets: [idOf('Proof')] });
    expect(effect.kits).toEqual([{ id: kit, name: 'Play', own: false, left: 1 }]);
  });
});
