import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HubEngines } from '../../../support/hub-engines.ts';
import { TempEngine } from '../../../support/temp-engine.ts';
import { refusalOf } from '../../../support/wire-error.ts';

let kitbag: TempEngine;
beforeEach(async () => {
  kitbag = await TempEngine.open();
});
afterEach(() => kitbag.remove());

/** An English, a German and a French document. */
async function library(to: TempEngine = kitbag) {
  const [en = '', de = '', fr = ''] = await to.publish(
    to.file('Harborline.txt', 'Harborline saved nine percent.'),
    to.file('Hafenlinie.txt', 'Hafenlinie sparte neun Prozent.'),
    to.file('Ligne du port.txt', 'La ligne du port a gagné neuf pour cent.'),
  );
  const languages = { [en]: 'en', [de]: 'de', [fr]: 'fr' };
  for (const [asset, language] of Object.entries(languages))
    await to.client.assets.edit({ asset, set: { language } });
  return { en, de, fr };
}

/** Adds a version to an asset by the publish table. */
async function addVersion(asset: string, text: string, follows?: boolean): Promise<string> {
  const { client } = kitbag;
  const grant = kitbag.engine.grantPaths([kitbag.file(`${text.slice(0, 9)}.txt`, text)]).grant;
  await client.publish.stage({ grant, versionOf: asset });
  await kitbag.staged();
  const [row] = (await client.publish.state()).rows;
  const id = row?.id ?? '';
  await kitbag.setRows([id], { versionOf: asset, ...(follows !== undefined && { follows }) });
  return (await client.publish.publish({ rows: [id] })).undo ?? '';
}

const editions = async (asset: string) => (await kitbag.client.variants.list({ asset })).variants;
const family = async (asset: string) => (await editions(asset)).map((one) => one.asset);
const behind = async (asset: string) =>
  (await kitbag.client.assets.get({ asset })).variant?.behind ?? 'no variant';

describe('language editions', () => {
  it('are linked in one write, seen from each of them, and taken back as a whole', async () => {
    const { en, de, fr } = await library();
    const { undo = '', changed } = await kitbag.client.variants.link({ assets: [de, fr], of: en });
    expect(changed).toEqual([de, fr]);
    for (const asset of [en, de, fr]) expect(await family(asset)).toEqual([en, de, fr]);
    expect(await editions(de)).toMatchObject([
      { language: 'en', original: true, behind: 0 },
      { language: 'de', original: false, behind: 0, follows: { number: 1 } },
      { language: 'fr', original: false },
    ]);
    expect(await kitbag.client.undo.take({ undo: [undo] })).toMatchObject({ left: 0 });
    expect(await family(de)).toEqual([]);
    expect(await behind(de)).toBe('no variant');
  });

  it('get another original with all of them, each as far behind as it was', async () => {
    const { en, de, fr } = await library();
    await kitbag.client.variants.link({ assets: [de, fr], of: en });
    await addVersion(en, 'Harborline saved ten percent.');
    await kitbag.client.variants.follow({ asset: fr });
    expect([await behind(de), await behind(fr)]).toEqual([1, 0]);
    await kitbag.client.variants.link({ assets: [en], of: fr, asOriginal: true });
    const [original, ...others] = await family(de);
    expect([original, others.toSorted()]).toEqual([fr, [en, de].toSorted()]);
    expect((await editions(de)).map(({ asset, original }) => [asset, original])).toContainEqual([fr, true]);
    expect(await behind(en)).toBe(0);
  });

  it('stay together where the original becomes one of its own again', async () => {
    const { en, de, fr } = await library();
    await kitbag.client.variants.link({ assets: [de, fr], of: en });
    await kitbag.client.variants.unlink({ assets: [en] });
    expect(await family(en)).toEqual([]);
    expect(await family(fr)).toEqual([de, fr]);
  });

  it('bring their own editions along, and may be linked by any of them', async () => {
    const { en, de, fr } = await library();
    await kitbag.client.variants.link({ assets: [fr], of: de });
    await kitbag.client.variants.link({ assets: [de], of: en });
    const [original, ...others] = await family(fr);
    expect([original, others.toSorted()]).toEqual([en, [de, fr].toSorted()]);
    expect((await kitbag.client.variants.link({ assets: [fr], of: en })).changed).toEqual([]);
  });

  it('only say what would change on a dry run', async () => {
    const { en, de } = await library();
    const tried = await kitbag.client.variants.link({ assets: [de], of: en, dryRun: true });
    expect(tried).toEqual({ changed: [de], variants: [] });
    expect(await family(de)).toEqual([]);
  });

  it('are refused of themselves, and where there is nothing to unlink or to follow', async () => {
    const { en, de } = await library();
    const { variants } = kitbag.client;
    const refused = await Promise.all([
      refusalOf(variants.link({ assets: [en], of: en })),
      refusalOf(variants.unlink({ assets: [en] })),
      refusalOf(variants.follow({ asset: de })),
      refusalOf(variants.link({ assets: [de], of: en, follows: 7 })),
    ]);
    expect(refused.map(({ code, field }) => [code, field])).toEqual([
      ['INVALID', 'of'],
      ['INVALID', 'assets'],
      ['INVALID', 'asset'],
      ['INVALID', 'follows'],
    ]);
    expect(refused[1]?.message).toBe(
      '‘Harborline’ is no language version of another asset. Nothing was changed.',
    );
  });

  it('tell in their history who linked and unlinked them', async () => {
    const { en, de } = await library();
    await kitbag.client.variants.link({ assets: [de], of: en });
    await kitbag.client.variants.unlink({ assets: [de] });
    const { entries } = await kitbag.client.history.asset({ asset: de });
    const codes = entries.map(({ what }) => what.code);
    expect(codes).toEqual(
      expect.arrayContaining([
        'history.variant-linked',
        'history.variant-unlinked',
        'history.variant-followed',
      ]),
    );
  });

  it('are told to reps as far as they see them', async () => {
    const { en, de, fr } = await library();
    await kitbag.client.variants.link({ assets: [de, fr], of: en });
    await kitbag.client.assets.edit({ asset: fr, set: { status: 'draft' } });
    expect(await family(de)).toEqual([en, de, fr]);
    await kitbag.client.session.changeRole({ role: 'rep' });
    // What came out once is known, whatever became of it; a hub of one's own has no secrets of the past.
    expect(await family(de)).toEqual(expect.arrayContaining([en, de]));
  });
});

describe('an edition that its original has left behind', () => {
  it('says by how many versions, is to be reviewed, and is in step with its own next version', async () => {
    const { en, de } = await library();
    await kitbag.client.variants.link({ assets: [de], of: en });
    await addVersion(en, 'Harborline saved ten percent.');
    await addVersion(en, 'Harborline saved eleven percent.');
    expect(await behind(de)).toBe(2);
    const reasons = async () => {
      const { items } = await kitbag.client.reviews.list({ limit: 50 });
      return items.find(({ asset }) => asset.id === de)?.reasons ?? [];
    };
    expect(await reasons()).toContain('variant-behind');
    const undo = await addVersion(de, 'Hafenlinie sparte elf Prozent.');
    expect(await behind(de)).toBe(0);
    expect(await reasons()).not.toContain('variant-behind');
    await kitbag.client.undo.take({ undo: [undo] });
    expect(await behind(de)).toBe(2);
  });

  it('stays behind where its next version has not what changed', async () => {
    const { en, de } = await library();
    await kitbag.client.variants.link({ assets: [de], of: en });
    await addVersion(en, 'Harborline saved ten percent.');
    await addVersion(de, 'Hafenlinie sparte rund neun Prozent.', false);
    expect(await behind(de)).toBe(1);
  });

  it('is brought in step by a word, and linked to whatever version it has', async () => {
    const { en, de } = await library();
    await addVersion(en, 'Harborline saved ten percent.');
    await kitbag.client.variants.link({ assets: [de], of: en, follows: 1 });
    expect(await behind(de)).toBe(1);
    await kitbag.client.variants.follow({ asset: de });
    expect(await behind(de)).toBe(0);
    await kitbag.client.variants.link({ assets: [de], of: en, follows: null });
    expect((await editions(de)).find(({ asset }) => asset === de)).not.toHaveProperty('follows');
  });

  it('is as far behind again where an older version of it is restored', async () => {
    const { en, de } = await library();
    await kitbag.client.variants.link({ assets: [de], of: en });
    const { version } = await kitbag.client.assets.get({ asset: de });
    await addVersion(en, 'Harborline saved ten percent.');
    await addVersion(de, 'Hafenlinie sparte zehn Prozent.');
    await kitbag.client.history.restoreVersion({ asset: de, version: version.id });
    expect(await behind(de)).toBe(1);
  });
});

describe('files that are published', () => {
  it('are told where their names say that they are one document in several languages', async () => {
    const { client } = kitbag;
    await kitbag.publish(kitbag.file('Case study FR.txt', 'Une histoire.'));
    await kitbag.stage(
      kitbag.file('Case study_DE.txt', 'Eine Geschichte.'),
      kitbag.file('Case study EN v2.txt', 'A story.'),
      kitbag.file('Price list EN.txt', 'Prices.'),
    );
    const rows = (await client.publish.state()).rows.map(({ id }) => id);
    await kitbag.setRows(rows, { type: 'case-study', stages: ['decision'], personas: ['cfo'] });
    await client.assets.editMany({
      assets: [...kitbag.engine.summaries().keys()],
      set: { type: 'case-study' },
    });
    const { published, languages } = await client.publish.publish({ rows });
    expect(languages).toHaveLength(1);
    expect(languages[0]).toHaveLength(3);
    const [first = ''] = published.map(({ asset }) => asset).filter((id) => languages[0]?.includes(id));
    await client.variants.link({ assets: languages[0]?.filter((id) => id !== first) ?? [], of: first });
    expect(await family(first)).toHaveLength(3);
  });
});

describe('figures', () => {
  it('count language editions once', async () => {
    const { en, de, fr } = await library();
    const assets = async () => {
      const session = await kitbag.client.session.get();
      return session.state === 'ready' ? session.counts.assets : -1;
    };
    const cell = async () => {
      const { cells } = await kitbag.client.insights.coverage({ days: 90 });
      return cells.find(({ stage, persona }) => stage === 'decision' && persona === 'cfo')?.assets;
    };
    const unused = async () => (await kitbag.client.insights.unused({ days: 90 })).map(({ id }) => id);
    expect([await assets(), await cell(), (await unused()).length]).toEqual([3, 3, 3]);
    await kitbag.client.variants.link({ assets: [de, fr], of: en });
    expect([await assets(), await cell(), await unused()]).toEqual([1, 1, [en]]);
  });
});

describe('two devices', () => {
  it('that link at once have the same editions after they have met', async () => {
    const { hub, lead } = await HubEngines.shared();
    try {
      const { en, de, fr } = await library(lead);
      const other = await hub.join('Ben');
      await hub.settle(lead, other);
      const { people } = await lead.client.people.list();
      const ben = people.find(({ name }) => name === 'Ben');
      await lead.client.people.grant({ member: ben?.id ?? '', role: 'marketer' });
      await hub.settle(lead, other);
      await lead.client.variants.link({ assets: [de], of: en });
      await other.client.variants.link({ assets: [en, fr], of: de });
      await hub.settle(lead, other);
      const seen = await Promise.all(
        [lead, other].map(async ({ client }) => (await client.variants.list({ asset: fr })).variants),
      );
      expect(seen[0]).toHaveLength(3);
      expect(seen[0]?.map(({ asset }) => asset)).toEqual(seen[1]?.map(({ asset }) => asset));
    } finally {
      await hub.remove();
    }
  });
});
