import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { z } from 'zod';
import type { AssetSummary } from '../../src/contract/assets.ts';
import { createSearch } from '../../src/engine/search/create-search.ts';
import { STOP_WORDS } from '../../src/engine/search/stop-words.ts';
import { openTextIndex } from '../../src/platform/text-index/sqlite-text-index.ts';
import { makeSummary } from './corpus.ts';

/** Relevance on test collections in BEIR layout, beside plain FTS5 with BM25. Argument: the folder of collections. Prints JSON. */

const documentSchema = z.object({
  _id: z.coerce.string(),
  title: z.string().default(''),
  text: z.string().default(''),
});
const querySchema = z.object({ _id: z.coerce.string(), text: z.string() });
const DEPTH = 100;

type Measures = { readonly ndcg10: number; readonly recall100: number; readonly mrr10: number };
type Judged = ReadonlyMap<string, number>;

function lines(path: string): unknown[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): unknown => JSON.parse(line));
}

function readJudgements(path: string): Map<string, Map<string, number>> {
  const judged = new Map<string, Map<string, number>>();
  for (const line of readFileSync(path, 'utf8').split('\n').slice(1)) {
    const [query = '', document = '', score = ''] = line.trim().split('\t');
    if (document === '') continue;
    const of = judged.get(query) ?? new Map<string, number>();
    judged.set(query, of.set(document, Number(score)));
  }
  return judged;
}

/** As trec_eval does: linear gain, discounted by log2(rank + 1). */
function measuresOf(found: readonly string[], judged: Judged): Measures {
  const gain = (scores: readonly number[]): number =>
    scores.slice(0, 10).reduce((sum, score, at) => sum + Math.max(0, score) / Math.log2(at + 2), 0);
  const ideal = gain([...judged.values()].sort((a, b) => b - a));
  const relevant = [...judged].filter(([, score]) => score > 0).length;
  const first = found.slice(0, 10).findIndex((id) => (judged.get(id) ?? 0) > 0);
  return {
    ndcg10: ideal === 0 ? 0 : gain(found.map((id) => judged.get(id) ?? 0)) / ideal,
    recall100:
      relevant === 0 ? 0 : found.slice(0, DEPTH).filter((id) => (judged.get(id) ?? 0) > 0).length / relevant,
    mrr10: first < 0 ? 0 : 1 / (first + 1),
  };
}

function mean(all: readonly Measures[]): Measures {
  const of = (pick: (one: Measures) => number): number =>
    Math.round((all.reduce((sum, one) => sum + pick(one), 0) / all.length) * 1000) / 1000;
  return {
    ndcg10: of((one) => one.ndcg10),
    recall100: of((one) => one.recall100),
    mrr10: of((one) => one.mrr10),
  };
}

async function collection(folder: string) {
  const documents = lines(join(folder, 'corpus.jsonl')).map((line) => documentSchema.parse(line));
  const judged = readJudgements(join(folder, 'qrels.tsv'));
  const queries = lines(join(folder, 'queries.jsonl'))
    .map((line) => querySchema.parse(line))
    .filter(({ _id }) => judged.has(_id));
  const temporary = mkdtempSync(join(tmpdir(), 'kitbag-bench-'));
  const summaries = new Map<string, AssetSummary>();
  const texts = new Map<string, string>();
  const idOfAsset = new Map<string, string>();
  for (const [at, { _id, title, text }] of documents.entries()) {
    const asset = makeSummary(at + 1, title === '' ? 'Untitled' : title);
    summaries.set(asset.id, asset);
    texts.set(asset.version.id, text);
    idOfAsset.set(asset.id, _id);
  }
  const search = createSearch({
    summaries: () => summaries,
    textOf: async (version) => [{ label: '1', text: texts.get(version) ?? '' }],
    textIndex: openTextIndex(join(temporary, 'text.sqlite')),
    clock: { now: () => Date.now() },
  });
  try {
    await search.sync();
    const plain = plainIndex(documents);
    const kitbag: Measures[] = [];
    const baseline: Measures[] = [];
    for (const { _id, text } of queries) {
      const relevant = judged.get(_id) ?? new Map<string, number>();
      const { hits } = await search.find({ query: `${text} `, limit: DEPTH });
      kitbag.push(
        measuresOf(
          hits.map(({ asset }) => idOfAsset.get(asset.id) ?? ''),
          relevant,
        ),
      );
      baseline.push(measuresOf(plain(text), relevant));
    }
    return { queries: queries.length, kitbag: mean(kitbag), plain: mean(baseline) };
  } finally {
    await search.close();
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** Plain FTS5 at its best: porter, stop words dropped, OR, title weighted 2. */
function plainIndex(
  documents: readonly { readonly _id: string; readonly title: string; readonly text: string }[],
) {
  const db = new Database(':memory:');
  db.exec(
    "CREATE VIRTUAL TABLE doc USING fts5(title, text, id UNINDEXED, tokenize = 'porter unicode61 remove_diacritics 2')",
  );
  const add = db.prepare('INSERT INTO doc (title, text, id) VALUES (?, ?, ?)');
  for (const { _id, title, text } of documents) add.run(title, text, _id);
  const find = db
    .prepare(`SELECT id FROM doc WHERE doc MATCH ? ORDER BY bm25(doc, 2, 1) LIMIT ${DEPTH}`)
    .raw();
  const rows = z.array(z.tuple([z.string()]));
  return (query: string): string[] => {
    const words = [...new Set(query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])].filter(
      (word) => !STOP_WORDS.has(word),
    );
    return rows.parse(find.all(words.map((word) => `"${word}"`).join(' OR '))).map(([id]) => id);
  };
}

const root = process.argv[2] ?? '';
const results: Record<string, Awaited<ReturnType<typeof collection>>> = {};
for (const name of readdirSync(root).sort()) {
  const folder = join(root, name);
  if (existsSync(join(folder, 'corpus.jsonl'))) results[name] = await collection(folder);
}
console.log(JSON.stringify(results));
