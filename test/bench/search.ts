import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import Database from 'libsql';
import { createSearch } from '../../src/engine/search/create-search.ts';
import { openTextIndex } from '../../src/platform/text-index/sqlite-text-index.ts';
import { type Library, makeLibrary, makeQueries } from './corpus.ts';
import { quantile, residentMb, tenths } from './figures.ts';

/**
 * Time of the whole answer (hits, snippets, facets, rank) beside a plain FTS5 query over the same pages, which has none of these.
 * Arguments: numbers of assets. Prints JSON. Its own process, so that its memory is its own.
 */

const PAGES = 8;
const WORDS = 100;
const QUERIES = 200;

/** One search: wall clock and processor time of this process, in milliseconds. */
type Sample = { readonly wall: number; readonly cpu: number };
type Timing = {
  readonly p50: number;
  readonly p95: number;
  readonly most: number;
  readonly cpuP50: number;
  readonly cpuP95: number;
};
type Compared = { readonly kitbag: Timing; readonly plain: Timing };

async function sample(task: () => unknown): Promise<Sample> {
  const cpuStart = process.cpuUsage();
  const start = performance.now();
  await task();
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(cpuStart);
  return { wall, cpu: (user + system) / 1000 };
}

function timing(samples: readonly Sample[]): Timing {
  const walls = samples.map(({ wall }) => wall);
  const cpus = samples.map(({ cpu }) => cpu);
  return {
    p50: tenths(quantile(walls, 0.5)),
    p95: tenths(quantile(walls, 0.95)),
    most: tenths(Math.max(...walls)),
    cpuP50: tenths(quantile(cpus, 0.5)),
    cpuP95: tenths(quantile(cpus, 0.95)),
  };
}

/** What people would otherwise have: one FTS5 table of pages, words joined with OR, the 50 best by BM25 with a snippet. */
async function makePlain(library: Library, path: string): Promise<(query: string) => number> {
  const db = new Database(path);
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF;
    CREATE VIRTUAL TABLE page USING fts5(title, text, tokenize = 'porter unicode61 remove_diacritics 2', prefix = '1 2 3'); BEGIN;`);
  const add = db.prepare('INSERT INTO page (title, text) VALUES (?, ?)');
  for (const asset of library.summaries.values()) {
    for (const { text } of await library.textOf(asset.version.id)) add.run(asset.title, text);
  }
  db.exec('COMMIT');
  const find = db.prepare(
    `SELECT rowid, snippet(page, 1, '[', ']', '…', 24) FROM page WHERE page MATCH ? ORDER BY bm25(page, 2, 1) LIMIT 50`,
  );
  return (query) => {
    const words = query.trim().split(' ');
    const expression = words.map((word) => (query.endsWith(' ') ? `"${word}"` : `"${word}" *`)).join(' OR ');
    return find.all(expression).length;
  };
}

async function measure(assets: number) {
  const folder = mkdtempSync(join(tmpdir(), 'kitbag-bench-'));
  try {
    const library = makeLibrary(assets, PAGES, WORDS, Date.now());
    const before = residentMb();
    const path = join(folder, 'text.sqlite');
    const ports = {
      summaries: () => library.summaries,
      textOf: library.textOf,
      clock: { now: () => performance.now() },
    };
    const breathe = (): Promise<void> => setImmediate();
    const first = createSearch({ ...ports, textIndex: openTextIndex(path), breathe });
    const buildStart = performance.now();
    await first.sync();
    const buildMs = performance.now() - buildStart;
    await first.close();
    const openStart = performance.now();
    const search = createSearch({ ...ports, textIndex: openTextIndex(path), breathe });
    await search.sync();
    const openMs = performance.now() - openStart;
    const queries = makeQueries(QUERIES);
    // Warm, and alone in this process: what the engine needs for searching.
    for (const list of queries.values()) for (const query of list.slice(0, 10)) await search.find({ query });
    const memoryMb = residentMb();
    const plain = await makePlain(library, join(folder, 'plain.sqlite'));
    const kinds: Record<string, Compared> = {};
    const all: Sample[] = [];
    for (const [kind, list] of queries) {
      const own: Sample[] = [];
      const other: Sample[] = [];
      // In turn, so that whatever else the machine does hits both alike.
      for (const query of list) {
        own.push(await sample(() => search.find({ query })));
        other.push(await sample(() => plain(query)));
      }
      kinds[kind] = { kitbag: timing(own), plain: timing(other) };
      all.push(...own);
    }
    const size = statSync(path).size;
    await search.close();
    return {
      assets,
      pages: assets * PAGES,
      buildPagesPerSecond: Math.round((assets * PAGES) / (buildMs / 1000)),
      openMs: tenths(openMs),
      indexMb: Math.round(size / 1_000_000),
      memoryMb,
      memoryBeforeMb: before,
      all: timing(all),
      kinds,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const results = [];
for (const assets of process.argv.slice(2).map(Number)) results.push(await measure(assets));
console.log(JSON.stringify(results));
