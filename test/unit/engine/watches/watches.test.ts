import { mkdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { TempEngine } from '../../../support/temp-engine.ts';
import { refusalOf } from '../../../support/wire-error.ts';

let temp: TempEngine | undefined;
afterEach(() => temp?.remove());

const MINUTE = 60_000;
const RULE = { stages: ['decision'], personas: ['cfo'], type: 'battlecard' };

/** An engine that watches a folder. */
async function watching({ publish = false, role = 'lead' as 'lead' | 'rep' } = {}) {
  temp = await TempEngine.open({ role });
  const kitbag = temp;
  const folder = join(kitbag.folder, 'drive', 'Collateral');
  mkdirSync(folder, { recursive: true });
  const path = (name: string) => join(folder, name);
  const put = (name: string, text: string, at = kitbag.time - MINUTE): void => {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), text);
    utimesSync(path(name), at / 1000, at / 1000);
  };
  const { client } = kitbag;
  const grantOf = (of: string) => kitbag.engine.grantPaths([of]).grant;
  const add = (of = folder) => client.watches.add({ grant: grantOf(of), publish, set: publish ? RULE : {} });
  const names = (all: readonly { readonly file: string }[]) => all.map(({ file }) => file);
  return { kitbag, client, folder, path, put, add, names };
}

describe('a watched folder', () => {
  it('has what comes into it put on the publish table, whatever how deep it lies, and once', async () => {
    const { client, put, add, names } = await watching();
    await add();
    put('one.txt', 'one');
    put('Sales/2026/two.txt', 'two');
    put('Thumbs.db', 'system');
    expect(names((await client.watches.run()).staged).toSorted()).toEqual(['Sales/2026/two.txt', 'one.txt']);
    const { rows } = await client.publish.state();
    expect(rows.map(({ fileName, folder }) => [fileName, folder]).toSorted()).toEqual([
      ['one.txt', 'Collateral'],
      ['two.txt', 'Collateral/Sales/2026'],
    ]);
    expect(await client.watches.run()).toMatchObject({ staged: [], published: [], known: [], missing: [] });
    expect(await client.watches.list()).toMatchObject({ watches: [{ files: 2, missing: 0, away: false }] });
  });

  it('follows the rules of the hub, and publishes nothing that is only suggested', async () => {
    const { kitbag, client, folder, put, names } = await watching();
    await client.rules.keep({ pattern: '*/Battlecards/*', set: { ...RULE, audience: 'internal' } });
    const { grant } = kitbag.engine.grantPaths([folder]);
    await client.watches.add({ grant, publish: true, set: {} });
    put('Battlecards/Oakbill.txt', '# Oakbill\n\nHow we win.');
    put('Decision/CFO/Prices.txt', '# Prices\n\nA list of prices.');
    const { published, staged } = await client.watches.run();
    expect(names(published)).toEqual(['Battlecards/Oakbill.txt']);
    expect(names(staged)).toEqual(['Decision/CFO/Prices.txt']);
    const asset = await client.assets.get({ asset: published[0]?.asset ?? '' });
    expect(asset).toMatchObject({ ...RULE, audience: 'internal' });
  });

  it('says terms of dimensions by a rule, and none that are only suggested', async () => {
    const { kitbag, client, folder, put, names } = await watching();
    await client.taxonomy.defineDimension({ name: 'Region', terms: ['DACH', 'Nordics'] });
    await client.rules.keep({ pattern: '*/DACH/*', set: { ...RULE, 'dimension:region': ['dach'] } });
    await client.rules.keep({ pattern: '*/Nordics/*', set: RULE });
    const { grant } = kitbag.engine.grantPaths([folder]);
    await client.watches.add({ grant, publish: true, set: {} });
    put('DACH/Oakbill.txt', '# Oakbill\n\nHow we win.');
    put('Nordics/Planora.txt', '# Planora\n\nA list of prices.');
    const regions = async () =>
      [...kitbag.engine.summaries().values()].map((asset) => asset['dimension:region']?.join());
    expect(names((await client.watches.run()).published)).toHaveLength(2);
    expect((await regions()).sort()).toEqual(['dach', undefined]);
    await client.taxonomy.defineDimension({ id: 'region', name: 'Region', required: true });
    put('Nordics/Syncwell.txt', '# Syncwell\n\nAnother list of prices.');
    expect(names((await client.watches.run()).staged)).toEqual(['Nordics/Syncwell.txt']);
  });

  it('publishes by its rule, and what is written again is the next version of the same asset', async () => {
    const { kitbag, client, put, add } = await watching({ publish: true });
    await add();
    put('card.txt', '# Battlecard: Oakbill\n\nFirst words.');
    const [first] = (await client.watches.run()).published;
    expect(first).toMatchObject({ file: 'card.txt', version: false });
    kitbag.time += 5 * MINUTE;
    put('card.txt', '# Battlecard: Oakbill\n\nOther words.');
    const [second] = (await client.watches.run()).published;
    expect(second).toMatchObject({ asset: first?.asset, version: true });
    const asset = await client.assets.get({ asset: first?.asset ?? '' });
    expect(asset).toMatchObject({
      versionCount: 2,
      type: 'battlecard',
      stages: ['decision'],
      personas: ['cfo'],
    });
  });

  it('lets wait on the table what lacks something', async () => {
    temp = await TempEngine.open();
    const { client } = temp;
    const path = temp.file('watched/card.txt', 'words');
    temp.time += MINUTE;
    await client.watches.add({
      grant: temp.engine.grantPaths([dirname(path)]).grant,
      publish: true,
      set: { stages: ['decision'] },
    });
    expect(await client.watches.run()).toMatchObject({ published: [], staged: [{ file: 'card.txt' }] });
    expect((await client.publish.state()).rows).toMatchObject([{ fields: { stages: ['decision'] } }]);
  });

  it('follows what is moved and renamed by its bytes, and only tells of what went', async () => {
    const { kitbag, client, path, put, add } = await watching({ publish: true });
    await add();
    put('a.txt', 'words of a');
    put('b.txt', 'words of b');
    await client.watches.run();
    mkdirSync(path('Archive'));
    renameSync(path('a.txt'), path('Archive/a (old).txt'));
    rmSync(path('b.txt'));
    const run = await client.watches.run();
    expect(run).toMatchObject({
      moved: [{ from: 'a.txt', file: 'Archive/a (old).txt' }],
      missing: [{ file: 'b.txt' }],
      staged: [],
      published: [],
    });
    expect(kitbag.engine.summaries().size).toBe(2);
    expect(await client.watches.run()).toMatchObject({ moved: [], missing: [] });
    expect(await client.watches.list()).toMatchObject({ watches: [{ files: 2, missing: 1 }] });
    put('b.txt', 'words of b');
    expect(await client.watches.run()).toMatchObject({ published: [], missing: [] });
    expect(await client.watches.list()).toMatchObject({ watches: [{ missing: 0 }] });
  });

  it('loses nothing while its drive is not connected, gone or empty', async () => {
    const { kitbag, client, folder, put, add } = await watching();
    await add();
    put('one.txt', 'one');
    put('two.txt', 'two');
    await client.watches.run();
    renameSync(folder, `${folder} elsewhere`);
    const { away, missing } = await client.watches.run();
    expect([away.length, missing]).toEqual([1, []]);
    mkdirSync(folder);
    expect(await client.watches.run()).toMatchObject({ away: [expect.any(String)], missing: [] });
    expect(await client.watches.list()).toMatchObject({ watches: [{ away: true, files: 2, missing: 0 }] });
    rmSync(folder, { recursive: true });
    renameSync(`${folder} elsewhere`, folder);
    await kitbag.reopen();
    expect(await kitbag.client.watches.run()).toMatchObject({ away: [], missing: [], staged: [] });
  });

  it('puts nothing on the table, and counts nothing as gone, where a file stands in its place', async () => {
    const { client, folder, put, add, kitbag } = await watching();
    await add();
    put('one.txt', 'one');
    await client.watches.run();
    renameSync(folder, `${folder} elsewhere`);
    writeFileSync(folder, 'no folder any more');
    kitbag.time = Date.now() + MINUTE;
    expect(await client.watches.run()).toMatchObject({
      away: [expect.any(String)],
      ...{ missing: [], staged: [], waiting: [], failed: [] },
    });
    expect(await client.watches.list()).toMatchObject({ watches: [{ away: true, files: 1, missing: 0 }] });
  });

  it('writes nothing to the disk for a look that finds nothing new', async () => {
    const { kitbag, client, put, add } = await watching();
    await add();
    put('one.txt', 'one');
    await client.watches.run();
    const kept = join(kitbag.data, 'local', 'watches.json');
    const before = statSync(kept).mtimeMs;
    kitbag.time += MINUTE;
    await client.watches.run();
    expect(statSync(kept).mtimeMs).toBe(before);
    expect((await client.watches.list()).watches).toMatchObject([{ lookedAt: kitbag.time }]);
  });

  it('does not read what is still being written', async () => {
    const { kitbag, client, put, add } = await watching();
    await add();
    put('slow.txt', 'half of', kitbag.time - 500);
    expect(await client.watches.run()).toMatchObject({ waiting: [{ file: 'slow.txt' }], staged: [] });
    put('slow.txt', 'half of it and the rest', kitbag.time);
    kitbag.time += MINUTE;
    expect(await client.watches.run()).toMatchObject({ waiting: [], staged: [{ file: 'slow.txt' }] });
  });

  it('tells what can’t be read, and puts nothing on the table that the library has', async () => {
    const { kitbag, client, put, add } = await watching();
    const [asset] = await kitbag.publish(kitbag.file('elsewhere.txt', 'the same words'));
    await add();
    put('copy.txt', 'the same words');
    put('broken.txt', 'BROKEN');
    const run = await client.watches.run();
    expect(run).toMatchObject({
      known: [{ file: 'copy.txt', asset }],
      failed: [{ file: 'broken.txt', reason: 'damaged' }],
    });
    expect(await client.watches.run()).toMatchObject({ known: [], failed: [] });
  });

  it('is no file, not inside another one, and no rep’s', async () => {
    const { kitbag, client, path, put, add } = await watching();
    put('Sales/one.txt', 'one');
    expect((await refusalOf(add(path('Sales/one.txt')))).message).toContain('There is no folder');
    await add();
    expect((await refusalOf(add(path('Sales')))).message).toContain('is watched already');
    const [{ id = '' } = {}] = (await client.watches.list()).watches;
    await client.watches.remove({ id });
    expect(await client.watches.list()).toEqual({ watches: [] });
    await client.watches.restore({ id });
    expect((await client.watches.list()).watches).toHaveLength(1);
    await kitbag.remove();
    const rep = await watching({ role: 'rep' });
    expect(await refusalOf(rep.add())).toMatchObject({ code: 'NOT_ALLOWED' });
  });
});

describe('by itself', () => {
  it('a window looks every half minute, and soon after the system hints at a change', async () => {
    const waits: { readonly ms: number; readonly run: () => void }[] = [];
    const later = (run: () => void, ms: number) => {
      const wait = { ms, run };
      waits.push(wait);
      return () => {
        const at = waits.indexOf(wait);
        if (at >= 0) waits.splice(at, 1);
      };
    };
    temp = await TempEngine.open({ ports: { later } });
    const folder = join(temp.folder, 'drive');
    mkdirSync(folder, { recursive: true });
    await temp.client.watches.add({ grant: temp.engine.grantPaths([folder]).grant, publish: false, set: {} });
    temp.engine.keepInStep();
    expect(waits.map(({ ms }) => ms)).toContain(30_000);
    writeFileSync(join(folder, 'new.txt'), 'new');
    await vi.waitFor(() => expect(waits.map(({ ms }) => ms)).toContain(4_000));
  });
});
