import { afterEach, describe, expect, it } from 'vitest';
import type { ImportedFile, ImportOptions } from '../../../../src/contract/import.ts';
import { HubEngines } from '../../../support/hub-engines.ts';
import { TempEngine } from '../../../support/temp-engine.ts';
import { refusalOf } from '../../../support/wire-error.ts';

const opened: { remove(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.remove();
});

const DAY = 86_400_000;
const REGION = 'dimension:region';
const GIVEN = { stages: ['decision'], personas: ['cfo'], types: [], tags: [] };

/** A hub whose assets need a region since after this draft was saved. */
async function withOldDraft() {
  const temp = await TempEngine.open({ role: 'lead' });
  opened.push(temp);
  const asset = await oldDraft(temp);
  return { temp, asset };
}

async function oldDraft(engine: TempEngine): Promise<string> {
  const [asset = ''] = await engine.publish(engine.file('deck.txt', 'A deck'));
  await engine.client.assets.edit({ asset, set: { status: 'draft' } });
  await engine.client.taxonomy.defineDimension({ name: 'Region', required: true, terms: ['DACH'] });
  return asset;
}

/** Every way in which somebody can bring an asset out; answers what refused it, in a sentence. */
const WAYS: readonly (readonly [
  way: string,
  publish: (temp: TempEngine, asset: string) => Promise<unknown>,
])[] = [
  ['publishing it', ({ client }, asset) => client.assets.publish({ assets: [asset] })],
  ['its status', ({ client }, asset) => client.assets.edit({ asset, set: { status: 'published' } })],
  [
    'a day of release',
    ({ client }, asset) => client.assets.edit({ asset, set: { releaseOn: '2026-11-20' } }),
  ],
  [
    'the status of several',
    ({ client }, asset) => client.assets.editMany({ assets: [asset], set: { status: 'published' } }),
  ],
  [
    'a bulk edit',
    ({ client }, asset) => client.assets.change({ assets: [asset], set: { releaseOn: '2026-11-20' } }),
  ],
  [
    'a table of metadata',
    ({ client }, asset) =>
      client.metadata.edit({
        assets: [asset],
        edits: [{ field: 'releaseOn', mode: 'set', text: '2026-11-20' }],
      }),
  ],
];

async function imported(temp: TempEngine, path: string, options: ImportOptions): Promise<ImportedFile[]> {
  const lines: ImportedFile[] = [];
  for await (const line of temp.engine.importFiles([path], options)) lines.push(line);
  return lines;
}

describe('what publishing asks for', () => {
  it.each(WAYS)('is asked for by %s', async (_, publish) => {
    const { temp, asset } = await withOldDraft();
    const before = await temp.client.assets.get({ asset });
    const answer = await publish(temp, asset).catch(async () => await refusalOf(publish(temp, asset)));
    expect(JSON.stringify(answer)).toContain('Region');
    expect(await temp.client.assets.get({ asset })).toEqual(before);
    await temp.client.assets.edit({ asset, set: { [REGION]: ['dach'] } });
    await publish(temp, asset);
    expect(['published', 'scheduled']).toContain((await temp.client.assets.get({ asset })).state);
  });

  it('comes with what is missing, so that a screen can ask for it', async () => {
    const { temp, asset } = await withOldDraft();
    const { refused } = await temp.client.assets.publish({ assets: [asset] });
    expect(refused).toEqual([
      {
        asset,
        code: 'incomplete',
        missing: [REGION],
        says: {
          code: 'assets.needs-to-publish',
          values: { title: 'Deck', field: { dimension: 'Region' } },
        },
      },
    ]);
  });

  it('is said of those that lack it in the same write, and taken back with it', async () => {
    const { temp, asset } = await withOldDraft();
    await temp.client.taxonomy.defineDimension({ id: 'region', name: 'Region', terms: ['Nordics'] });
    const { changed, undo } = await temp.client.assets.publish({
      assets: [asset],
      given: { [REGION]: ['nordics'] },
    });
    expect(changed).toEqual([asset]);
    expect(await temp.client.assets.get({ asset })).toMatchObject({
      state: 'published',
      [REGION]: ['nordics'],
    });
    await temp.client.undo.take({ undo: [undo ?? ''] });
    const back = await temp.client.assets.get({ asset });
    expect([back.state, back[REGION]]).toEqual(['draft', undefined]);
    await temp.client.assets.edit({ asset, set: { [REGION]: ['dach'] } });
    await temp.client.assets.publish({ assets: [asset], given: { [REGION]: ['nordics'] } });
    expect((await temp.client.assets.get({ asset }))[REGION]).toEqual(['dach']);
    const wrong = { assets: [asset], given: { [REGION]: ['mars'] } };
    expect(await refusalOf(temp.client.assets.publish(wrong))).toMatchObject({ code: 'INVALID' });
  });

  it('may be said in the same edit, and is asked of nothing that is out', async () => {
    const { temp, asset } = await withOldDraft();
    await temp.client.assets.edit({ asset, set: { status: 'published', [REGION]: ['dach'] } });
    await temp.client.taxonomy.defineDimension({ name: 'Segment', required: true, terms: ['SMB'] });
    await temp.client.assets.edit({ asset, set: { expiresOn: '2027-01-01' } });
    expect((await temp.client.assets.get({ asset })).state).toBe('published');
  });

  it('is asked for at approval too, where it came to be needed in between', async () => {
    const { hub, lead } = await HubEngines.shared();
    opened.push(hub);
    const mia = await hub.join('Mia');
    await hub.settle(lead, mia);
    await lead.client.people.grant({ member: await mia.self(), role: 'marketer' });
    const [asset = ''] = await lead.publish(lead.file('deck.txt', 'A deck'));
    await lead.client.assets.edit({ asset, set: { status: 'draft' } });
    await lead.client.reviews.submit({ assets: [asset], reviewers: [await mia.self()] });
    await lead.client.taxonomy.defineDimension({ name: 'Region', required: true, terms: ['DACH'] });
    await hub.settle(lead, mia);
    const { refused } = await mia.client.reviews.approve({ assets: [asset] });
    expect(refused).toMatchObject([{ code: 'incomplete', missing: [REGION] }]);
    await mia.client.assets.edit({ asset, set: { [REGION]: ['dach'] } });
    expect((await mia.client.reviews.approve({ assets: [asset] })).changed).toEqual([asset]);
  });

  it('is asked for before a review', async () => {
    const { hub, lead } = await HubEngines.shared();
    opened.push(hub);
    const mia = await hub.join('Mia');
    await hub.settle(lead, mia);
    await lead.client.people.grant({ member: await mia.self(), role: 'marketer' });
    const asset = await oldDraft(lead);
    const { refused } = await lead.client.reviews.submit({ assets: [asset], reviewers: [await mia.self()] });
    expect(refused).toMatchObject([{ code: 'incomplete', missing: [REGION] }]);
  });

  it('is asked for by the publish table, and by imports without it', async () => {
    const { temp } = await withOldDraft();
    await temp.stage(temp.file('pumps.txt', 'pumps and valves'));
    const [row] = (await temp.client.publish.state()).rows;
    await temp.setRows([row?.id ?? ''], { type: 'faq', stages: ['decision'], personas: ['cfo'] });
    expect(await refusalOf(temp.client.publish.publish({ rows: [row?.id ?? ''] }))).toMatchObject({
      field: REGION,
    });
    const ledgers = temp.file('ledgers.txt', 'ledgers and books');
    await expect(temp.publish(ledgers)).rejects.toThrow();
    const options = { ...GIVEN, draft: false, plan: true };
    const lines = await imported(temp, ledgers, options);
    expect(lines).toMatchObject([{ status: 'failed', reason: 'incomplete', file: ledgers }]);
    const given = { ...options, dimensions: { [REGION]: ['dach'] } };
    expect(await imported(temp, ledgers, given)).toMatchObject([{ status: 'published' }]);
  });

  it('is asked for of a draft whose day has been set before, not once it has come out by itself', async () => {
    const temp = await TempEngine.open({ role: 'lead' });
    opened.push(temp);
    const [asset = ''] = await temp.publish(temp.file('deck.txt', 'A deck'));
    await temp.client.assets.edit({ asset, set: { status: 'draft' } });
    await temp.client.assets.edit({ asset, set: { releaseOn: '2026-11-20' } });
    await temp.client.taxonomy.defineDimension({ name: 'Region', required: true, terms: ['DACH'] });
    expect((await temp.client.assets.publish({ assets: [asset] })).refused).toHaveLength(1);
    temp.time += 3 * DAY;
    expect((await temp.client.assets.get({ asset })).state).toBe('published');
  });
});
