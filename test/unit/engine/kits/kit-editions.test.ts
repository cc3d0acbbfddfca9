import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../../../src/engine/offline/offline-settings.ts';
import { openSearchAt } from '../../../../src/node/open-search.ts';
import { comesTrue } from '../../../support/comes-true.ts';
import { HubEngines } from '../../../support/hub-engines.ts';
import { TempEngine } from '../../../support/temp-engine.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { titlesIn } from './kit-library.ts';

let kitbag: TempEngine;
let client: TempEngine['client'];
let en = '';
let de = '';
let fr = '';

/** A document in English with a German and a French edition. */
beforeEach(async () => {
  const index = join(await temporaryFolder(), 'index.db');
  kitbag = await TempEngine.open({ ports: { openSearch: openSearchAt(index) } });
  client = kitbag.client;
  const publish = async (name: string, text: string): Promise<string> =>
    (await kitbag.publish(kitbag.file(name, text)))[0] ?? '';
  en = await publish('Harborline.txt', 'Harborline saved nine percent.');
  de = await publish('Hafenlinie.txt', 'Hafenlinie sparte neun Prozent.');
  fr = await publish('Ligne du port.txt', 'La ligne du port a gagné neuf pour cent.');
  const languages = { [en]: 'en', [de]: 'de', [fr]: 'fr' };
  for (const [asset, language] of Object.entries(languages))
    await client.assets.edit({ asset, set: { language } });
  await client.variants.link({ assets: [de, fr], of: en });
});
afterEach(() => kitbag.remove());

type Items = NonNullable<Parameters<typeof client.kits.create>[0]['items']>;

async function kitOf(...items: Items): Promise<string> {
  return (await client.kits.create({ set: { name: 'Play', status: 'published' }, items })).kit;
}
const contents = async (kit: string) => (await client.kits.get({ kit })).contents;
const shown = async (kit: string) => (await contents(kit)).map(({ asset }) => asset?.id);

describe('a kit in the language of its reader', () => {
  it('shows the edition in the first language that somebody prefers, and says which one it holds', async () => {
    const kit = await kitOf({ asset: en });
    expect(await shown(kit)).toEqual([en]);
    await client.variants.preferLanguages({ languages: ['it', 'de-AT', 'en'] });
    expect(await contents(kit)).toMatchObject([{ asset: { id: de }, inKit: { asset: en, language: 'en' } }]);
    const { cover } = await client.kits.get({ kit });
    expect(cover).toMatchObject({ asset: de });
    await client.variants.preferLanguages({ languages: null });
    expect(await shown(kit)).toEqual([en]);
  });

  it('goes by the window and the system until somebody chooses', async () => {
    const kit = await kitOf({ asset: en });
    await client.variants.tellSpoken({ languages: ['fr', 'en'] });
    expect(await shown(kit)).toEqual([fr]);
    await client.variants.preferLanguages({ languages: ['de'] });
    expect(await shown(kit)).toEqual([de]);
    await client.variants.tellSpoken({ languages: ['en'] });
    expect(await shown(kit)).toEqual([de]);
    expect(await client.variants.languages()).toEqual({ chosen: ['de'], spoken: ['en'] });
  });

  it('keeps what its author fixed: pages of one edition, a version, or several editions side by side', async () => {
    const { version } = await client.assets.get({ asset: en });
    const paged = await kitOf({ asset: en, pages: [[1, 1]] });
    const fixed = await kitOf({ asset: en, version: version.id });
    const both = await kitOf({ asset: en }, { asset: fr });
    await client.variants.preferLanguages({ languages: ['de'] });
    expect(await shown(paged)).toEqual([en]);
    expect(await shown(fixed)).toEqual([en]);
    expect(await shown(both)).toEqual([en, fr]);
  });

  it('does not lead to an edition that is behind, put away, or more internal than what it holds', async () => {
    const kit = await kitOf({ asset: en });
    await client.variants.preferLanguages({ languages: ['de'] });
    const { undo: internal } = await client.assets.edit({ asset: de, set: { audience: 'internal' } });
    expect(await shown(kit)).toEqual([en]);
    expect((await client.kits.get({ kit })).audience).toBe('customer');
    await client.undo.take({ undo: [internal ?? ''] });
    expect(await shown(kit)).toEqual([de]);
    await client.assets.edit({ asset: de, set: { expiresOn: '2020-01-01' } });
    expect(await shown(kit)).toEqual([en]);
    await client.assets.edit({ asset: de, set: { expiresOn: null } });
    expect(await shown(kit)).toEqual([de]);
    await addVersion(en, 'Harborline saved ten percent.');
    expect(await shown(kit)).toEqual([en]);
    await client.variants.follow({ asset: de });
    expect(await shown(kit)).toEqual([de]);
  });

  it('is found by the title that is shown, and tells of new versions of what is shown', async () => {
    const kit = await kitOf({ asset: en });
    await client.variants.preferLanguages({ languages: ['de'] });
    const found = async () => (await client.search.find({ query: 'Hafenlinie', kits: 5 })).kits;
    await comesTrue(async () => expect((await found()).map((one) => one.kit.id)).toEqual([kit]));
    const since = kitbag.time;
    kitbag.time += 1000;
    await addVersion(de, 'Hafenlinie sparte zehn Prozent.');
    const { changes } = await client.kits.changes({ kit, since });
    expect(changes).toContainEqual(expect.objectContaining({ change: 'new-version', asset: de, version: 2 }));
  });

  it('holds them where it is a query', async () => {
    const { kit } = await client.kits.create({
      set: {
        name: 'All of it',
        status: 'published',
        smart: { query: '', filters: {}, sort: 'title', limit: 9 },
      },
    });
    await client.variants.preferLanguages({ languages: ['de'] });
    await kitbag.engine.indexed();
    expect(await titlesIn(client, kit)).toEqual(['Hafenlinie']);
  });

  it('is searched in these languages too, unless a search names others', async () => {
    await kitbag.engine.indexed();
    await client.variants.preferLanguages({ languages: ['fr'] });
    const titles = async (languages?: string[]) =>
      (await client.search.find({ query: '', ...(languages && { languages }) })).hits.map(
        ({ asset }) => asset.title,
      );
    expect(await titles()).toEqual(['Ligne du port']);
    expect(await titles(['de'])).toEqual(['Hafenlinie']);
  });

  it('remembers what was chosen', async () => {
    const kit = await kitOf({ asset: en });
    await client.variants.preferLanguages({ languages: ['de', 'en'] });
    await kitbag.reopen();
    ({ client } = kitbag);
    expect((await client.variants.languages()).chosen).toEqual(['de', 'en']);
    expect(await shown(kit)).toEqual([de]);
  });
});

it('keeps the edition that is shown on a device where the kit is pinned', async () => {
  const { hub, lead } = await HubEngines.shared();
  try {
    const texts = ['Harborline saved nine percent.', 'Hafenlinie sparte mehr als neun Prozent.'] as const;
    const publish = async (text: string): Promise<string> =>
      (await lead.publish(lead.file(`${text.slice(0, 10)}.txt`, text)))[0] ?? '';
    const [first, second] = texts;
    const english = await publish(first);
    const german = await publish(second);
    await lead.client.assets.edit({ asset: german, set: { language: 'de' } });
    await lead.client.assets.edit({ asset: english, set: { language: 'en' } });
    await lead.client.variants.link({ assets: [german], of: english });
    const { kit } = await lead.client.kits.create({
      set: { name: 'Play', status: 'published' },
      items: [{ asset: english }],
    });
    const rep = await hub.join('Ben');
    await rep.client.offline.set({ ...DEFAULT_POLICY, keep: 'chosen' });
    await hub.settle(lead, rep);
    await rep.client.kits.pin({ kit, pinned: true });
    const wanted = async () => (await rep.client.offline.get()).wantedBytes;
    expect(await wanted()).toBe(first.length);
    await rep.client.variants.preferLanguages({ languages: ['de'] });
    expect(await wanted()).toBe(second.length);
  } finally {
    await hub.remove();
  }
});

/** Publishes another version of an asset. */
async function addVersion(asset: string, text: string): Promise<void> {
  const { grant } = kitbag.engine.grantPaths([kitbag.file(join('new', `${text.slice(0, 9)}.txt`), text)]);
  await client.publish.stage({ grant, versionOf: asset });
  await kitbag.staged();
  const [row] = (await client.publish.state()).rows;
  await kitbag.setRows([row?.id ?? ''], { versionOf: asset });
  await client.publish.publish({ rows: [row?.id ?? ''] });
}
