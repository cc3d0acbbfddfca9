import { afterEach, describe, expect, it } from 'vitest';
import { type EditionFile, editionsOf } from '../../../../src/engine/publish/editions.ts';
import { TempEngine } from '../../../support/temp-engine.ts';

const file = (path: string, language?: string): EditionFile => ({
  id: path,
  fileName: path.slice(path.lastIndexOf('/') + 1),
  folder: path.slice(0, Math.max(0, path.lastIndexOf('/'))),
  kind: 'pptx',
  language,
});
/** The editions among files, by their paths, the original first. */
const among = (...files: readonly (EditionFile | string)[]) =>
  editionsOf(files.map((one) => (typeof one === 'string' ? file(one) : one))).map((those) =>
    those.map(({ row, language }) => `${language} ${row}`),
  );

describe('language editions in one drop', () => {
  it('are files that are named alike but for a language, English the original', () => {
    expect(among('Decks/Deck_DE.pptx', 'Decks/Deck_EN.pptx', 'Decks/Deck - French.pptx')).toEqual([
      ['en Decks/Deck_EN.pptx', 'de Decks/Deck_DE.pptx', 'fr Decks/Deck - French.pptx'],
    ]);
  });

  it('are files of one name in folders of languages', () => {
    expect(among('Site/de/Prices.pptx', 'Site/en/Prices.pptx', 'Site/en/Plans.pptx')).toEqual([
      ['en Site/en/Prices.pptx', 'de Site/de/Prices.pptx'],
    ]);
    expect(among('English/Decks/Tour.pptx', 'Deutsch/Decks/Tour_DE.pptx')).toHaveLength(1);
  });

  it('have the file without a language as their original, where its text says which it is in', () => {
    expect(among(file('Tour.pptx', 'en'), 'Tour_DE.pptx')).toEqual([['en Tour.pptx', 'de Tour_DE.pptx']]);
    expect(among('Tour.pptx', 'Tour_DE.pptx')).toEqual([]);
  });

  it('are not guessed: of a language that comes twice, against a text, of another document or kind', () => {
    expect(among('Tour_UK.pptx', 'Tour_US.pptx', 'Tour_DE.pptx')).toEqual([]);
    expect(among(file('Security IT.pptx', 'en'), file('Security EN.pptx', 'en'))).toEqual([]);
    expect(among('Tour_DE.pptx', 'Prices_EN.pptx')).toEqual([]);
    expect(among('A/Tour_DE.pptx', 'B/Tour_EN.pptx')).toEqual([]);
    expect(among({ ...file('Tour_DE.pptx'), kind: 'pdf' }, 'Tour_EN.pptx')).toEqual([]);
    expect(among(file('Tour one.pptx', 'en'), file('Tour two.pptx', 'de'))).toEqual([]);
  });
});

let temp: TempEngine | undefined;
afterEach(() => temp?.remove());

const SAID = { type: 'pitch-deck', stages: ['awareness'], personas: ['cio'], audience: 'customer' as const };

/** A deck in three languages on the table, with their rows by language. */
async function drop() {
  temp = await TempEngine.open({ role: 'marketer' });
  const { client } = temp;
  const words = { EN: 'The crane', DE: 'LANGUAGE de\nDer Kran', FR: 'LANGUAGE fr\nLa grue' };
  for (const [mark, text] of Object.entries(words)) temp.file(`Drive/Decks/Deck_${mark}.md`, text);
  await temp.stage(`${temp.folder}/files/Drive`);
  const rows = async () => (await client.publish.state()).rows;
  const rowOf = async (name: string) =>
    (await rows()).find(({ fileName }) => fileName === name)?.id ?? 'no row';
  const [en, de, fr] = [await rowOf('Deck_EN.md'), await rowOf('Deck_DE.md'), await rowOf('Deck_FR.md')];
  await temp.setRows([en, de, fr], SAID);
  return { client, temp, rows, en, de, fr };
}

describe('language editions in an import plan', () => {
  it('are shown before, accepted with the original, and taken back in one step', async () => {
    const { client, rows, en, de, fr } = await drop();
    const { editions } = await client.publish.plan();
    const named = [en, de, fr].map((row, at) => ({ row, language: ['en', 'de', 'fr'][at] }));
    expect(editions).toMatchObject([{ original: en, rows: named, joined: false }]);
    const { accepted, undo } = await client.publish.accept({ rows: [], families: [], editions: [en] });
    expect(accepted).toBe(2);
    expect((await client.publish.plan()).editions).toMatchObject([{ original: en, joined: true }]);
    await client.publish.takeBack(undo);
    expect((await client.publish.plan()).editions).toMatchObject([{ original: en, joined: false }]);
    expect((await rows()).filter(({ fields }) => fields.editionOf != null)).toEqual([]);
  });

  it('are linked when they are published, up to date with their original, and go with one undo', async () => {
    const { client, rows, en, de, fr } = await drop();
    await client.publish.accept({ rows: [], families: [], editions: [en] });
    const done = await client.publish.publish({ rows: [fr, de, en] });
    expect(done.languages).toEqual([]);
    const asset = done.published.find(({ row }) => row === de)?.asset ?? '';
    const { variants } = await client.variants.list({ asset });
    expect(variants).toMatchObject([
      { title: 'Deck EN', original: true },
      { behind: 0, follows: { number: 1 } },
      { behind: 0, follows: { number: 1 } },
    ]);
    await client.undo.take({ undo: [done.undo ?? ''] });
    expect(await rows()).toHaveLength(3);
    expect((await client.publish.plan()).editions).toMatchObject([{ original: en, joined: true }]);
  });

  it('are linked also where one is published before the others, whichever that is', async () => {
    const { client, en, de, fr } = await drop();
    await client.publish.accept({ rows: [], families: [], editions: [en] });
    const publish = async (row: string) =>
      (await client.publish.publish({ rows: [row] })).published[0]?.asset ?? '';
    const assets = [await publish(de), await publish(en), await publish(fr)];
    for (const asset of assets)
      expect((await client.variants.list({ asset })).variants.map((one) => one.asset).toSorted()).toEqual(
        assets.toSorted(),
      );
  });

  it('forget an original that is taken off the table', async () => {
    const { client, en, de } = await drop();
    await client.publish.accept({ rows: [], families: [], editions: [en] });
    await client.publish.discard({ rows: [en] });
    expect((await client.publish.plan()).editions).toMatchObject([{ original: de, joined: false }]);
    expect((await client.publish.publish({ rows: [de] })).published).toHaveLength(1);
  });

  it('are linked by an import that takes what is proposed, beyond the assets that are written at once', async () => {
    const { temp: kitbag } = await drop();
    const others = Array.from({ length: 30 }, (_, at) => kitbag.file(`More/Other ${at}.md`, `Other ${at}.`));
    const paths = [
      kitbag.file('More/Tour_DE.md', 'LANGUAGE de\nDie Fahrt'),
      ...others,
      kitbag.file('More/Tour_EN.md', 'Tour'),
    ];
    const given = {
      stages: ['decision'],
      personas: ['cfo'],
      types: ['faq'],
      tags: [],
      draft: false,
      plan: true,
    };
    const ids = new Map<string, string>();
    for await (const one of kitbag.engine.importFiles(paths, given))
      if (one.status !== 'failed') ids.set(one.file, one.assetId);
    const { variants } = await kitbag.client.variants.list({ asset: ids.get(paths[0] ?? '') ?? '' });
    expect(variants.map(({ title }) => title).toSorted()).toEqual(['Tour DE', 'Tour EN']);
  });
});
