import { readFileSync } from 'node:fs';
import { utils, write } from '@e965/xlsx';
import { afterEach, describe, expect, it } from 'vitest';
import { say } from '../../../../src/words/say.ts';
import { TempEngine } from '../../../support/temp-engine.ts';
import { refusalOf } from '../../../support/wire-error.ts';
import { tablesOf } from './with-table.ts';

let temp: TempEngine | undefined;
afterEach(() => temp?.remove());

async function withAssets(...names: string[]) {
  temp = await TempEngine.open();
  const kitbag = temp;
  const assets: string[] = [];
  for (const name of names) {
    assets.push(...(await kitbag.publish(kitbag.file(name, `text of ${name}`))));
  }
  const of = (at = 0) => kitbag.engine.summaries().get(assets[at] ?? '');
  return { kitbag, client: kitbag.client, assets, of, ...tablesOf(kitbag) };
}

describe('a table that is read in', () => {
  it('changes assets by their ids in one write, and one undo takes it back', async () => {
    const { client, assets, of, importTable } = await withAssets('a.txt', 'b.txt');
    const rows = assets.map((id, at) => `${id},New title ${at},"Security, CFO deck"`);
    const { changed, undo } = await importTable(`Asset ID,Title,Summary\n${rows.join('\n')}\n`);
    expect(changed).toEqual(assets);
    expect(of(1)).toMatchObject({ title: 'New title 1', summary: 'Security, CFO deck' });
    await client.undo.take({ undo: [undo ?? ''] });
    expect(of(1)).toMatchObject({ title: 'B', summary: '' });
  });

  it('finds assets by their file, at the end of any path, and fails where several have its name', async () => {
    const { client, assets, of, importTable } = await withAssets('deck.txt', 'x/price.txt', 'y/price.txt');
    const found = await importTable(
      'Datei;Titel\nQ:\\Sales\\Deck.TXT;Ein Deck\nprice.txt;Preise\nnone.txt;Nichts\n',
    );
    expect(found.changed).toEqual([assets[0]]);
    expect(of()?.title).toBe('Ein Deck');
    expect(found.failed.map(({ row, column, says }) => [row, column, says.code])).toEqual([
      [3, 'Datei', 'metadata.several-files'],
      [4, 'Datei', 'metadata.no-file'],
    ]);
    expect(found.failedRows).toBe(2);
    expect(await client.assets.get({ asset: assets[1] ?? '' })).toMatchObject({ title: 'Price' });
  });

  it('links language versions by id, title or file, unlinks them, and takes all of it back at once', async () => {
    const { client, assets, of, importTable } = await withAssets('story.txt', 'bericht.txt', 'histoire.txt');
    const [en = '', de = '', fr = ''] = assets;
    const { changed, undo } = await importTable(
      `Asset ID,Sprachfassung von,Tags\n${de},${en},\n${fr},STORY,port\n`,
    );
    expect(changed).toEqual([de, fr]);
    expect([of(1)?.variant?.original, of(2)?.variant?.original, of(2)?.tags]).toEqual([en, en, ['port']]);
    const { unchanged } = await importTable(`Asset ID,Language version of\n${de},${en}\n${en},\n`);
    expect(unchanged).toEqual([de, en]);
    await importTable(`Asset ID,Language version of\n${fr},(none)\n`);
    expect(of(2)?.variant).toBeUndefined();
    const { failed } = await importTable(`Asset ID,Language version of\n${fr},nobody\n${de},${de}\n`);
    expect(failed.map(({ column, says }) => [column, says.code])).toEqual([
      ['Language version of', 'variants.not-found'],
      ['Language version of', 'variants.itself'],
    ]);
    await client.variants.link({ assets: [fr], of: en });
    await client.undo.take({ undo: [undo ?? ''] });
    expect(of(1)?.variant).toBeUndefined();
  });

  it('sets, adds and removes, each where the heading says so', async () => {
    const { client, assets, of, importTable } = await withAssets('a.txt');
    const [asset = ''] = assets;
    await client.assets.edit({ asset, set: { tags: ['old', 'kept'] } });
    await importTable(`Asset ID,+Tags,-Tags,Personas (add)\n${asset},"new; also new",OLD,CFO\n`);
    expect(of()?.tags).toEqual(['kept', 'new', 'also new']);
    await importTable(`Asset ID,Tags\n${asset},only this\n`);
    expect(of()?.tags).toEqual(['only this']);
    await importTable(`Asset ID,Tags hinzufügen\n${asset},"mit ""Zitat"", ""und, Komma"""\n`);
    expect(of()?.tags).toEqual(['only this', 'mit "Zitat"', 'und, Komma']);
  });

  it('leaves what an empty cell is about, and empties what is said to be empty', async () => {
    const { client, assets, of, importTable } = await withAssets('a.txt');
    const [asset = ''] = assets;
    await client.assets.edit({ asset, set: { summary: 'Kept', tags: ['x'], expiresOn: '2027-01-31' } });
    await importTable(`Asset ID,Summary,Tags,Last day of use\n${asset},,(none),(keine)\n`);
    expect(of()).toMatchObject({ summary: 'Kept', tags: [], expiresOn: null });
    const { failed } = await importTable(`Asset ID,Title,Stage\n${asset},(none),(none)\n`);
    expect(failed.map(({ column, says }) => [column, say(says)])).toEqual([
      ['Title', 'The title can’t be empty.'],
      ['Stage', 'The buying stages can’t be empty.'],
    ]);
  });

  it('takes names, ids, synonyms and plurals for terms, people by name, languages in words', async () => {
    const { client, assets, of, importTable } = await withAssets('a.txt');
    const [asset = ''] = assets;
    await client.taxonomy.define({ facet: 'product', name: 'Flow, the suite' });
    await importTable(
      `id,type,stages,products,language,audience,owner\n${asset},Case studies,"decision, Retention","Flow, the suite",Deutsch,Nur intern,(none)\n`,
    );
    expect(of()).toMatchObject({
      type: 'case-study',
      stages: ['decision', 'retention'],
      products: ['flow-the-suite'],
      language: 'de',
      audience: 'internal',
      owner: null,
    });
    await importTable(`id,owner\n${asset},ana\n`);
    expect(of()?.owner?.name).toBe('Ana');
  });

  it('leaves a row out whole where one of its cells does not fit, and says which', async () => {
    const { assets, of, importTable } = await withAssets('a.txt', 'b.txt');
    const [first, second] = assets;
    const table = `Asset ID,Title,Buying stages,Expires\n${first},One,no such stage,31.02.2027\n${second},Two,decision,31.01.2027\n`;
    const { changed, failed, failedRows } = await importTable(table);
    expect([changed, failedRows]).toEqual([[second], 1]);
    expect(failed.map(({ row, column, says }) => [row, column, say(says)])).toEqual([
      [2, 'Buying stages', '‘no such stage’ is not known as a value of ‘Buying stages’.'],
      [2, 'Expires', '‘31.02.2027’ is not a day. Write it as 2026-11-21.'],
    ]);
    expect(of()?.title).toBe('A');
    expect(of(1)).toMatchObject({ title: 'Two', expiresOn: '2027-01-31' });
  });

  it.each([
    ['2027-01-31', '2027-01-31'],
    ['31.1.2027', '2027-01-31'],
    ['31.01.27', '2027-01-31'],
    ['31/01/2027', '2027-01-31'],
    ['01/31/2027', '2027-01-31'],
    ['46418', '2027-01-31'],
    ['2027/1/31', '2027-01-31'],
  ])('reads the day %s', async (typed, day) => {
    const { assets, of, importTable } = await withAssets('a.txt');
    await importTable(`Asset ID,Release\n${assets[0]},${typed}\n`);
    expect(of()?.releaseOn).toBe(day);
  });

  it('does not guess which of two days is meant', async () => {
    const { assets, importTable } = await withAssets('a.txt');
    const { failed } = await importTable(`Asset ID,Release\n${assets[0]},03/04/2027\n`);
    expect(failed[0]?.says.code).toBe('metadata.unclear-day');
  });

  it('reads dates of a workbook that another program wrote, and leaves a second row about an asset out', async () => {
    const { assets, of, importTable } = await withAssets('a.txt');
    const sheet = utils.aoa_to_sheet([
      ['Asset ID', 'Last day of use', 'Title'],
      [assets[0], new Date(Date.UTC(2027, 0, 31)), 'From Excel'],
      [assets[0], null, 'Again'],
    ]);
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, 'Assets');
    const bytes: Uint8Array = write(book, { type: 'buffer', bookType: 'xlsx' });
    const { failed } = await importTable(bytes, 'xlsx');
    expect(of()).toMatchObject({ expiresOn: '2027-01-31', title: 'From Excel' });
    expect(failed).toMatchObject([{ row: 3, says: { code: 'metadata.row-again', values: { row: 2 } } }]);
  });

  it('changes nothing on a dry run, and shows what it would', async () => {
    const { assets, of, importTable } = await withAssets('a.txt');
    const { changed, examples } = await importTable(`Asset ID,Tags\n${assets[0]},x\n`, 'csv', true);
    expect(changed).toEqual(assets);
    expect(examples).toMatchObject([{ row: 2, field: 'tags', before: '', after: 'x' }]);
    expect(of()?.tags).toEqual([]);
  });

  it('is read by the columns that somebody chose, whatever their headings', async () => {
    const { kitbag, assets, of, open } = await withAssets('a.txt');
    const { table, columns } = await open(`Nummer,Irgendwas,Zustand\n${assets[0]},Ein Titel,verified\n`);
    expect(columns).toMatchObject([
      { heading: 'Nummer', target: null, readOnly: false },
      { heading: 'Irgendwas', target: null, sample: 'Ein Titel' },
      { heading: 'Zustand', target: null, readOnly: true },
    ]);
    const chosen = [{ is: 'id' }, { is: 'field', field: 'title', mode: 'set' }, null] as const;
    await kitbag.client.metadata.import({ table, columns: [...chosen] });
    expect(of()?.title).toBe('Ein Titel');
  });

  it('is refused where it names no assets, says nothing, says a field twice, or is no table', async () => {
    const { kitbag, assets, open, importTable } = await withAssets('a.txt');
    const code = async (call: Promise<unknown>) => (await refusalOf(call)).message;
    expect(await code(importTable('Title\nA\n'))).toContain('No column says which asset');
    expect(await code(importTable(`Asset ID\n${assets[0]}\n`))).toContain('No column says anything');
    expect(await code(open('Asset ID,Title\n'))).toContain('has no rows');
    expect(await code(open(readFileSync(process.execPath).subarray(0, 100_000), 'xlsx'))).toContain(
      'as a table',
    );
    const { table } = await open(`Asset ID,A,B\n${assets[0]},x,y\n`);
    const title = { is: 'field', field: 'title', mode: 'set' } as const;
    const twice = kitbag.client.metadata.import({ table, columns: [{ is: 'id' }, title, title] });
    expect(await code(twice)).toContain('Two columns set the field');
    expect(await code(kitbag.client.metadata.import({ table: 'gone' }))).toContain('opened a while ago');
  });
});
