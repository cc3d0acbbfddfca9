import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import Database from 'libsql';
import { z } from 'zod';
import { type AssetSummary, assetSummarySchema } from '../../src/contract/assets.ts';
import { createSearch } from '../../src/engine/search/create-search.ts';
import { openTextIndex } from '../../src/platform/text-index/sqlite-text-index.ts';
import { readCollections } from './collections.ts';
import type { Library } from './corpus.ts';
import { quantile, residentMb, tenths } from './figures.ts';
import { makeRealLibrary, sourceOf, typedQueries } from './real-library.ts';

/**
 * Time of the whole answer (hits, snippets, facets, rank) for every keystroke of queries that are typed, beside a plain FTS5 query over the
 * same pages, which has none of these. One process builds the index (`build`) and a second one opens it (`open`), so that neither texts nor
 * building count in its memory. A third one types the same again (`again`): what is slow in both is slow by itself. Arguments: step, number
 * of assets, folder, folder of collections. Prints JSON.
 */

const PAGES = 10;
const QUERIES = Number(process.env.BENCH_QUERIES ?? 200);
/** Of plain FTS5, which takes longer, every so many keystrokes are measured. */
const PLAIN_EVERY = 10;

/** One search: wall clock and processor time of this process, in milliseconds. */
type Sample = { readonly wall: number; readonly cpu: number };

async function sample(task: () => unknown): Promise<Sample> {
  const cpuStart = process.cpuUsage();
  const start = performance.now();
  await task();
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(cpuStart);
  return { wall, cpu: (user + system) / 1000 };
}

function timing(samples: readonly Sample[]) {
  const walls = samples.map(({ wall }) => wall);
  const cpus = samples.map(({ cpu }) => cpu);
  return {
    p50: tenths(quantile(walls, 0.5)),
    p95: tenths(quantile(walls, 0.95)),
    most: tenths(Math.max(...walls)),
    cpuP50: tenths(quantile(cpus, 0.5)),
    cpuP95: tenths(quantile(cpus, 0.95)),
    cpuMost: tenths(Math.max(...cpus)),
  };
}

const preparedSchema = z.object({ summaries: z.array(assetSummarySchema), queries: z.array(z.string()) });
const breathe = (): Promise<void> => setImmediate();
const clock = { now: () => performance.now() };

async function build(assets: number, folder: string, ir: string) {
  const source = ir === '' ? undefined : sourceOf(readCollections(ir));
  const library = makeRealLibrary(source, assets, PAGES, Date.now());
  const prepared = {
    summaries: Array.from(library.summaries.values()),
    queries: typedQueries(library, source, QUERIES),
  };
  writeFileSync(join(folder, 'library.json'), JSON.stringify(prepared));
  const path = join(folder, 'text.sqlite');
  let readingMs = 0;
  const search = createSearch({
    summaries: () => library.summaries,
    textOf: async (version) => {
      // Making the text up is no work of the index.
      const started = performance.now();
      const pages = await library.textOf(version);
      readingMs += performance.now() - started;
      return pages;
    },
    textIndex: openTextIndex(path),
    clock,
    breathe,
  });
  const cpuStart = process.cpuUsage();
  const started = performance.now();
  await search.sync();
  const buildMs = performance.now() - started - readingMs;
  const { user, system } = process.cpuUsage(cpuStart);
  const cpuMs = (user + system) / 1000 - readingMs;
  await search.close();
  const size = statSync(path).size;
  await makePlain(library, join(folder, 'plain.sqlite'));
  const perSecond = (ms: number): number => Math.round((assets * PAGES) / (ms / 1000));
  return {
    assets,
    pages: assets * PAGES,
    buildPagesPerSecond: perSecond(buildMs),
    buildPagesPerCpuSecond: perSecond(cpuMs),
    indexMb: Math.round(size / 1_000_000),
  };
}

/** What people would otherwise have: one FTS5 table of pages. */
async function makePlain(library: Library, path: string): Promise<void> {
  const db = new Database(path);
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF;
    CREATE VIRTUAL TABLE page USING fts5(title, text, tokenize = 'porter unicode61 remove_diacritics 2', prefix = '1 2 3'); BEGIN;`);
  const add = db.prepare('INSERT INTO page (title, text) VALUES (?, ?)');
  for (const asset of library.summaries.values()) {
    for (const { text } of await library.textOf(asset.version.id)) add.run(asset.title, text);
  }
  db.exec('COMMIT');
  db.close();
}

/** Words joined with OR, the last one as a beginning, the 50 best by BM25 with a snippet. */
function openPlain(path: string): (query: string) => number {
  const find = new Database(path).prepare(
    `SELECT rowid, snippet(page, 1, '[', ']', '…', 24) FROM page WHERE page MATCH ? ORDER BY bm25(page, 2, 1) LIMIT 50`,
  );
  return (query) => {
    const words = query.trim().split(' ');
    const parts = words.map((word, at) => (at === words.length - 1 ? `"${word}" *` : `"${word}"`));
    return find.all(parts.join(' OR ')).length;
  };
}

function prepared(folder: string): {
  summaries: ReadonlyMap<string, AssetSummary>;
  queries: readonly string[];
} {
  const { summaries, queries } = preparedSchema.parse(
    JSON.parse(readFileSync(join(folder, 'library.json'), 'utf8')),
  );
  return { summaries: new Map(summaries.map((asset) => [asset.id, asset])), queries };
}

async function measure(folder: string, withPlain: boolean) {
  const { summaries, queries } = prepared(folder);
  const memoryBeforeMb = residentMb();
  let textsRead = 0;
  const openStart = performance.now();
  const search = createSearch({
    summaries: () => summaries,
    textOf: async () => {
      textsRead += 1;
      return [];
    },
    textIndex: openTextIndex(join(folder, 'text.sqlite')),
    clock,
    breathe,
  });
  await search.sync();
  const openMs = performance.now() - openStart;
  for (const query of queries.slice(0, 5)) await search.find({ query });
  const plain = openPlain(join(folder, 'plain.sqlite'));
  const own: Sample[] = [];
  const other: Sample[] = [];
  const byLength = new Map<string, Sample[]>();
  let slowest = { query: '', ms: 0 };
  for (const query of queries) {
    for (let typed = 1; typed <= query.length; typed += 1) {
      const text = query.slice(0, typed);
      const one = await sample(() => search.find({ query: text }));
      own.push(one);
      const words = text.trim().split(' ').length;
      const kind = words > 3 ? 'four words and more' : `${words} ${words === 1 ? 'word' : 'words'}`;
      byLength.set(kind, [...(byLength.get(kind) ?? []), one]);
      if (one.cpu > slowest.ms) slowest = { query: text, ms: tenths(one.cpu) };
      if (withPlain && own.length % PLAIN_EVERY === 0) other.push(await sample(() => plain(text)));
    }
  }
  const memoryMb = residentMb();
  await search.close();
  return {
    openMs: tenths(openMs),
    textsReadAtOpening: textsRead,
    memoryMb,
    memoryBeforeMb,
    keystrokes: own.length,
    kitbag: timing(own),
    ...(withPlain && { plain: timing(other) }),
    byWords: Object.fromEntries([...byLength].map(([kind, samples]) => [kind, timing(samples)])),
    slowest,
    clockOfEach: own.map(({ wall }) => tenths(wall)),
  };
}

async function run(): Promise<unknown> {
  if (step === 'build') return build(Number(assets), folder, ir);
  if (step === 'open') return measure(folder, true);
  const { clockOfEach } = await measure(folder, false);
  return { clockOfEachAgain: clockOfEach };
}

const [step = '', assets = '1000', given = '', ir = ''] = process.argv.slice(2);
const folder = given === '' ? mkdtempSync(join(tmpdir(), 'kitbag-bench-')) : given;
try {
  console.log(JSON.stringify(await run()));
} finally {
  if (given === '') rmSync(folder, { recursive: true, force: true });
}
