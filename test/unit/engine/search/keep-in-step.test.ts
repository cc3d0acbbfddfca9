import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'libsql';
import { afterEach, describe, expect, it } from 'vitest';
import { createSearch } from '../../../../src/engine/search/create-search.ts';
import { openTextIndex } from '../../../../src/platform/text-index/sqlite-text-index.ts';
import { say } from '../../../../src/words/say.ts';
import { type Bench, Catalog, idOf, NOW, openSearch, temporaryFolder } from './search-fixture.ts';

const open: Bench[] = [];
afterEach(async () => {
  for (const bench of open.splice(0)) await bench.close();
});

async function start(catalog: Catalog, folder?: string): Promise<Bench> {
  const bench = await openSearch(catalog, folder);
  open.push(bench);
  return bench;
}

async function titles(bench: Bench, query: string): Promise<string[]> {
  return (await bench.search.find({ query })).hits.map(({ asset }) => asset.title);
}

function library(): Catalog {
  return new Catalog(
    Array.from({ length: 40 }, (_, at) => ({
      title: `Paper ${at}`,
      pages: [`battery number${at}`, 'charger '.repeat(300)],
    })),
  );
}

describe('the index', () => {
  it('says how many documents are still being read, until all are', async () => {
    const catalog = new Catalog();
    const { textOf } = catalog;
    let goOn: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    let begin: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    catalog.textOf = async (version) => {
      begin();
      await held;
      return textOf(version);
    };
    const bench = await start(catalog);
    catalog.set([
      [1, { title: 'First', pages: ['battery'] }],
      [2, { title: 'Second', pages: ['battery'] }],
    ]);
    const syncing = bench.search.sync();
    await begun;
    expect((await bench.search.find({ query: 'battery ' })).hints.map(say).join(' ')).toContain(
      'Still reading 2 documents',
    );
    goOn();
    await syncing;
    const after = await bench.search.find({ query: 'battery ' });
    expect(after.total).toBe(2);
    expect(after.hints).toEqual([]);
  });

  it('is tidied after much was written, at the next start where that was broken off', async () => {
    const folder = temporaryFolder();
    const catalog = new Catalog(
      Array.from({ length: 700 }, (_, at) => ({ title: `Paper ${at}`, pages: [`battery ${at}`] })),
    );
    const stop = new AbortController();
    const { textOf } = catalog;
    catalog.textOf = (version) => {
      if (catalog.read.length === 650) stop.abort();
      return textOf(version);
    };
    const path = join(folder, 'index', 'text.sqlite');
    const first = openTextIndex(path);
    const broken = createSearch({
      summaries: () => catalog.summaries,
      textOf: catalog.textOf,
      textIndex: first,
      clock: { now: () => NOW },
    });
    expect((await broken.sync({ signal: stop.signal })).put).toBe(600);
    expect(await first.isUntidy()).toBe(true);
    await broken.close();
    const bench = await start(catalog, folder);
    expect((await bench.search.find({ query: 'battery ' })).total).toBe(700);
    await bench.search.close();
    const after = openTextIndex(path);
    expect(await after.isUntidy()).toBe(false);
    await after.close();
  });

  it('reads text only of what is new, also after a restart', async () => {
    const folder = temporaryFolder();
    const catalog = library();
    const first = await openSearch(catalog, folder);
    await first.search.close();
    expect(catalog.read.length).toBe(40);
    const second = await start(catalog, folder);
    catalog.set([[99, { title: 'New', pages: ['capacitor'] }]]);
    await second.search.sync();
    expect(catalog.read.length).toBe(41);
    expect(await titles(second, 'capacitor ')).toEqual(['New']);
    expect((await second.search.find({ query: 'battery ' })).total).toBe(40);
  });

  it('follows changed titles, new versions and assets that went away', async () => {
    const catalog = new Catalog([
      { title: 'Old name', pages: ['battery'] },
      { title: 'Gone', pages: ['inverter'] },
    ]);
    const bench = await start(catalog);
    catalog.set([[1, { title: 'New name', pages: ['charger'] }]]);
    catalog.remove(2);
    await bench.search.sync();
    expect(await titles(bench, 'old ')).toEqual([]);
    expect(await titles(bench, 'battery ')).toEqual([]);
    expect(await titles(bench, 'inverter ')).toEqual([]);
    expect(await titles(bench, 'charger new ')).toEqual(['New name']);
  });

  it('reports what is searchable and what is not, with the reason', async () => {
    const catalog = new Catalog([
      { title: 'Fine', pages: ['battery', 'charger'] },
      { title: 'Scan' },
      { title: 'Text not here', pages: ['inverter'] },
    ]);
    catalog.texts.delete(idOf('v', 3));
    const bench = await start(catalog);
    const report = await bench.search.report();
    expect(report).toMatchObject({ searchable: 1, pages: 2, partly: [] });
    expect(report.not.map(({ title, reason }) => [title, reason])).toEqual([
      ['Scan', 'no-text'],
      ['Text not here', 'text-missing'],
    ]);
    expect(await titles(bench, 'here ')).toEqual(['Text not here']);
    catalog.texts.set(idOf('v', 3), [{ label: '1', text: 'inverter' }]);
    await bench.search.sync();
    expect(await titles(bench, 'inverter ')).toEqual(['Text not here']);
  });

  it('answers while it is rebuilt, and answers the same afterwards', async () => {
    const catalog = library();
    const bench = await start(catalog);
    const before = await bench.search.find({ query: 'battery number7' });
    const progress: number[] = [];
    for await (const { done, total } of bench.search.rebuild()) {
      progress.push(done / total);
      expect((await bench.search.find({ query: 'battery ' })).total).toBe(40);
    }
    expect(progress.at(0)).toBe(0);
    expect(progress.at(-1)).toBe(1);
    const after = await bench.search.find({ query: 'battery number7' });
    expect(after.hits).toEqual(before.hits);
  });

  it('keeps the old one when a rebuild is given up', async () => {
    const bench = await start(library());
    for await (const _ of bench.search.rebuild()) break;
    expect((await bench.search.find({ query: 'battery ' })).total).toBe(40);
    await bench.search.sync();
  });

  it('reads a page of a book of many thousand words and finds the page', async () => {
    const pages = Array.from(
      { length: 600 },
      (_, at) => `${'filler words of a page '.repeat(40)} needle${at}x`,
    );
    const bench = await start(new Catalog([{ title: 'Book', pages }]));
    const result = await bench.search.find({ query: 'needle431x ' });
    expect(result.hits[0]?.pages.map(({ page }) => page)).toEqual([432]);
    expect((await bench.search.find({ query: 'filler ' })).hits[0]?.morePages).toBe(597);
  });
});

const DAMAGES: readonly (readonly [string, (path: string) => void])[] = [
  ['random bytes', (path) => writeFileSync(path, Buffer.alloc(50_000, 'x7$k'))],
  ['nothing', (path) => writeFileSync(path, '')],
  ['half of it', (path) => truncateSync(path, Math.floor(readFileSync(path).length / 2 / 4096) * 4096)],
  ['a torn page', (path) => truncateSync(path, readFileSync(path).length - 1000)],
  [
    'a folder',
    (path) => {
      rmSync(path);
      mkdirSync(path);
      writeFileSync(join(path, 'x'), 'x');
    },
  ],
  [
    'a garbled header',
    (path) => {
      const file = openSync(path, 'r+');
      writeSync(file, 'not a database!!', 0);
      closeSync(file);
    },
  ],
  [
    'garbage in the middle',
    (path) => {
      const file = openSync(path, 'r+');
      const size = readFileSync(path).length;
      for (let at = 4096; at < size; at += 4096) writeSync(file, Buffer.alloc(2000, 0xa5), 0, 2000, at);
      closeSync(file);
    },
  ],
  [
    'tables that are gone',
    (path) => {
      const db = new Database(path);
      db.exec('DROP TABLE piece');
      db.close();
    },
  ],
  [
    'an index whose content is broken',
    (path) => {
      const db = new Database(path);
      db.exec(
        `UPDATE asset_data SET block = x'00ff00ff00ff' WHERE id > 10; UPDATE piece_text_data SET block = x'ffffffff' WHERE id > 10`,
      );
      db.close();
    },
  ],
  [
    'lists of another kind',
    (path) => {
      const db = new Database(path);
      db.exec("UPDATE posting SET data = 'none'; UPDATE terms SET data = 'none'");
      db.close();
    },
  ],
  [
    "another version's tables",
    (path) => {
      const db = new Database(path);
      db.exec('PRAGMA user_version = 9999');
      db.close();
    },
  ],
];

describe('a damaged index', () => {
  it('tells when it is whole again, so that what was searched meanwhile is searched again', async () => {
    const bench = await start(library());
    const [, damage] = DAMAGES.find(([name]) => name === 'an index whose content is broken') ?? [];
    damage?.(bench.path);
    const mended = bench.mended();
    const result = await bench.search.find({ query: 'battery ' });
    expect(result.hints.map(say).join(' ')).toContain('being made again');
    await mended;
    expect((await bench.search.find({ query: 'battery ' })).total).toBe(40);
  });

  it.each(DAMAGES)('holding %s is noticed and made again', async (_name, damage) => {
    const folder = temporaryFolder();
    const catalog = library();
    const first = await openSearch(catalog, folder);
    await first.search.close();
    mkdirSync(dirname(first.path), { recursive: true });
    damage(first.path);
    const bench = await start(catalog, folder);
    // Damage may show only at a search; the next ones find everything again.
    await bench.search.find({ query: 'battery ' });
    await bench.search.sync();
    expect((await bench.search.find({ query: 'battery ' })).total).toBe(40);
    expect(await titles(bench, 'number7 ')).toEqual(['Paper 7']);
    const result = await bench.search.find({ query: 'charger ' });
    expect(result.hits[0]?.pages[0]?.page).toBe(2);
    expect(result.hints).toEqual([]);
  });
});
