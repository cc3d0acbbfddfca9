import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AssetSummary } from '../../src/contract/assets.ts';
import { createSearch } from '../../src/engine/search/create-search.ts';
import { openTextIndex } from '../../src/platform/text-index/sqlite-text-index.ts';
import { type Engine, fuse, lunrIndex, miniSearch, plainFts5, plainFts5Once } from './baselines.ts';
import {
  type Collection,
  type CollectionQuery,
  DEPTH,
  type Measures,
  meanOf,
  measuresOf,
} from './collections.ts';
import { makeSummary } from './corpus.ts';
import { withTypo } from './typos.ts';

/** How well Kitbag's own search finds what people judged relevant, beside what one would otherwise use. */

const TYPO_SEED = 4;
/** fuse.js looks at every document anew for each query: seconds for a sentence. */
const FUSE_QUERIES = 6;

type Ratios = { readonly [engine: string]: number };
type OfCollection = {
  readonly documents: number;
  readonly queries: number;
  readonly engines: Readonly<Record<string, Measures>>;
  readonly fuse?: { readonly queries: number; readonly kitbag: Measures; readonly fuse: Measures };
  readonly typos: { readonly queries: number; readonly clean: Measures; readonly typo: Measures };
  readonly msPerQuery: number;
};

/** Kitbag over a collection: each document an asset of one page, found through the engine's search. */
async function openKitbag({ documents }: Collection) {
  const folder = mkdtempSync(join(tmpdir(), 'kitbag-bench-'));
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
    textIndex: openTextIndex(join(folder, 'text.sqlite')),
    clock: { now: () => performance.now() },
  });
  await search.sync();
  return {
    // A space behind: nobody goes on typing.
    find: async (query: string): Promise<readonly string[]> => {
      const { hits } = await search.find({ query: `${query} `, limit: DEPTH });
      return hits.map(({ asset }) => idOfAsset.get(asset.id) ?? '');
    },
    close: async () => {
      await search.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function measure(
  queries: readonly CollectionQuery[],
  find: (query: string) => readonly string[] | Promise<readonly string[]>,
): Promise<Measures[]> {
  const all: Measures[] = [];
  for (const { text, judged } of queries) all.push(measuresOf(await find(text), judged));
  return all;
}

async function measureCollection(collection: Collection, withFuse: boolean): Promise<OfCollection> {
  const { documents, queries } = collection;
  const kitbag = await openKitbag(collection);
  try {
    const started = performance.now();
    const own = await measure(queries, kitbag.find);
    const msPerQuery = Math.round(((performance.now() - started) / queries.length) * 10) / 10;
    const baselines: Record<string, Engine> = {
      'FTS5, each word once': plainFts5Once(documents),
      FTS5: plainFts5(documents),
      lunr: lunrIndex(documents),
      MiniSearch: miniSearch(documents),
    };
    const engines: Record<string, Measures> = { Kitbag: meanOf(own) };
    for (const [name, engine] of Object.entries(baselines)) {
      engines[name] = meanOf(await measure(queries, engine));
    }
    const few = queries.filter((_, at) => at % Math.ceil(queries.length / FUSE_QUERIES) === 0);
    const forFuse = withFuse
      ? {
          queries: few.length,
          kitbag: meanOf(await measure(few, kitbag.find)),
          fuse: meanOf(await measure(few, fuse(documents))),
        }
      : undefined;
    const mistyped = queries.flatMap((query, at) => {
      const text = withTypo(query.text, TYPO_SEED + at);
      return text === undefined ? [] : [{ query, clean: own[at], text }];
    });
    const typo = await measure(
      mistyped.map(({ query, text }) => ({ ...query, text })),
      kitbag.find,
    );
    return {
      documents: documents.length,
      queries: queries.length,
      engines,
      ...(forFuse === undefined ? {} : { fuse: forFuse }),
      typos: {
        queries: mistyped.length,
        clean: meanOf(mistyped.flatMap(({ clean }) => clean ?? [])),
        typo: meanOf(typo),
      },
      msPerQuery,
    };
  } finally {
    await kitbag.close();
  }
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** Measures every collection; the macro means give each collection the same weight. */
export async function measureRelevance(collections: readonly Collection[], withFuse: boolean) {
  const results: Record<string, OfCollection> = {};
  for (const collection of collections) {
    results[collection.name] = await measureCollection(collection, withFuse);
    console.error(`Measured: ${collection.name}`);
  }
  const all = Object.values(results);
  const names = Object.keys(all[0]?.engines ?? {});
  const macro: Record<string, Measures> = {};
  for (const name of names) macro[name] = meanOf(all.flatMap(({ engines }) => engines[name] ?? []));
  const own = macro.Kitbag?.ndcg10 ?? 0;
  const others = names.filter((name) => name !== 'Kitbag');
  const best = Math.max(...others.map((name) => macro[name]?.ndcg10 ?? 0));
  const kitbagAgainst: Ratios = Object.fromEntries(
    others.map((name) => [name, round(own / (macro[name]?.ndcg10 ?? 1))]),
  );
  const clean = meanOf(all.map(({ typos }) => typos.clean)).ndcg10;
  const typo = meanOf(all.map(({ typos }) => typos.typo)).ndcg10;
  return {
    collections: results,
    macro,
    kitbagAgainst,
    kitbagAgainstBest: round(own / best),
    keptWithTypo: round(typo / clean),
  };
}
