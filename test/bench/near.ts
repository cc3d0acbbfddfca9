import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import type { NearDocuments } from '../../src/engine/near/pages/compare-documents.ts';
import { nearDocuments, nearestDocuments } from '../../src/engine/near/pages/near-documents.ts';
import { packPrints } from '../../src/engine/near/pages/pack-prints.ts';
import { printsOf } from '../../src/engine/near/pages/page-prints.ts';
import { PageTable, type PrintedDocument } from '../../src/engine/near/pages/page-table.ts';
import { jaccard } from '../../src/engine/near/pages/shingles.ts';
import { quantile, residentMb, tenths } from './figures.ts';
import { type NearCorpus, nearCorpus } from './near-corpus.ts';

/**
 * Near-duplicates of a made-up library: how many of the planted ones are found and how many of those found were planted, by document and by page;
 * beside the same file by digest only, and all documents compared with all by their shingles (on a small library). And how long it takes. Argument: how
 * many assets, of ten pages each. Prints JSON.
 */

const PAGES = 8;
const SMALL = 700;
/** From which likeness on the comparison of all with all calls two documents near. */
const NAIVE_FROM = 0.45;
const assets = Number(process.argv[2] ?? 10_000);

type Share = { readonly recall: number; readonly precision: number };

const shareOf = (found: ReadonlySet<string>, planted: ReadonlySet<string>): Share => {
  const right = [...found].filter((key) => planted.has(key)).length;
  return {
    recall: Math.round((right / Math.max(1, planted.size)) * 1000) / 1000,
    precision: Math.round((right / Math.max(1, found.size)) * 1000) / 1000,
  };
};
const keyOf = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

function plantedDocuments({ planted }: NearCorpus): ReadonlySet<string> {
  return new Set(planted.map(({ a, b }) => keyOf(a, b)));
}

/** The pages of planted pairs that say the same. */
function plantedPages({ documents, planted }: NearCorpus): ReadonlySet<string> {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const keys = new Set<string>();
  for (const { a, b } of planted) {
    const at = new Map(byId.get(a)?.origins.map((origin, page) => [origin, page + 1]));
    for (const [page, origin] of (byId.get(b)?.origins ?? []).entries()) {
      const same = origin === undefined ? undefined : at.get(origin);
      if (same !== undefined) keys.add(keyOf(`${a}:${same}`, `${b}:${page + 1}`));
    }
  }
  return keys;
}

/** Of pages that all have in common nobody asks whether they are near. */
function foundPages({ documents }: NearCorpus, pairs: readonly NearDocuments[]): ReadonlySet<string> {
  const byId = new Map(documents.map((document) => [document.id, document]));
  return new Set(
    pairs.flatMap(({ a, b, pages }) =>
      pages
        .filter((page) => byId.get(a)?.origins[page.a - 1] !== undefined)
        .map((page) => keyOf(`${a}:${page.a}`, `${b}:${page.b}`)),
    ),
  );
}

function wholes({ planted }: NearCorpus, pairs: readonly NearDocuments[]): Share {
  const whole = new Set(planted.filter((pair) => pair.whole).map(({ a, b }) => keyOf(a, b)));
  return shareOf(new Set(pairs.filter((pair) => pair.whole).map(({ a, b }) => keyOf(a, b))), whole);
}

async function print(corpus: NearCorpus): Promise<PrintedDocument[]> {
  const printed: PrintedDocument[] = [];
  for (const { id, pages } of corpus.documents)
    printed.push({ id, prints: await printsOf(pages, async () => undefined) });
  return printed;
}

/** The same bytes, and nothing else: what the library knew before. */
function byDigest(corpus: NearCorpus): Share {
  const first = new Map<string, string>();
  const found = new Set<string>();
  for (const { id, pages } of corpus.documents) {
    const digest = createHash('sha256').update(JSON.stringify(pages)).digest('hex');
    const other = first.get(digest);
    if (other === undefined) first.set(digest, id);
    else found.add(keyOf(other, id));
  }
  return shareOf(found, plantedDocuments(corpus));
}

/** Every document with every other, by all of their shingles. */
function allWithAll(
  corpus: NearCorpus,
  documents: readonly PrintedDocument[],
): Share & { readonly ms: number } {
  const began = performance.now();
  const sets = documents.map(({ prints }) =>
    Uint32Array.from(new Set(prints.flatMap(({ shingles }) => [...shingles]))).sort(),
  );
  const found = new Set<string>();
  for (const [at, one] of sets.entries()) {
    for (const [of, other] of sets.slice(0, at).entries())
      if (jaccard(one, other) >= NAIVE_FROM)
        found.add(keyOf(documents[at]?.id ?? '', documents[of]?.id ?? ''));
  }
  return { ...shareOf(found, plantedDocuments(corpus)), ms: Math.round(performance.now() - began) };
}

/** How long others wait while pairs are looked for. */
class Waits {
  readonly ms: number[] = [];
  #since = performance.now();

  readonly breathe = async (): Promise<void> => {
    this.ms.push(performance.now() - this.#since);
    await breathe();
    this.#since = performance.now();
  };

  begin(): void {
    this.#since = performance.now();
  }
}

async function large(): Promise<object> {
  const corpus = nearCorpus(assets, PAGES);
  const began = performance.now();
  const documents = await print(corpus);
  const printed = performance.now();
  const bytes = documents.reduce((sum, { prints }) => sum + packPrints(prints).length, 0);
  const before = residentMb();
  const waits = new Waits();
  waits.begin();
  const from = performance.now();
  const table = await PageTable.of(documents, waits.breathe);
  const tabled = performance.now();
  const pairs = await nearDocuments(table, waits.breathe);
  const paired = performance.now();
  const news = documents.filter((_, at) => at % Math.ceil(documents.length / 200) === 0);
  const times = news.map((document) => {
    const start = performance.now();
    nearestDocuments(document, table);
    return performance.now() - start;
  });
  return {
    assets: documents.length,
    pages: corpus.documents.reduce((sum, { pages }) => sum + pages.length, 0),
    found: {
      documents: shareOf(new Set(pairs.map(({ a, b }) => keyOf(a, b))), plantedDocuments(corpus)),
      'as versions': wholes(corpus, pairs),
      pages: shareOf(foundPages(corpus, pairs), plantedPages(corpus)),
    },
    time: {
      printMs: Math.round(printed - began),
      tableMs: Math.round(tabled - from),
      pairsMs: Math.round(paired - tabled),
      longestWaitMs: tenths(Math.max(...waits.ms)),
    },
    'one new document': {
      p50Ms: tenths(quantile(times, 0.5)),
      p95Ms: tenths(quantile(times, 0.95)),
      slowestMs: tenths(Math.max(...times)),
    },
    size: { storedMb: tenths(bytes / 1e6), residentBeforeMb: before, residentAfterMb: residentMb() },
  };
}

async function small(): Promise<object> {
  const corpus = nearCorpus(SMALL, PAGES, 5);
  const documents = await print(corpus);
  const began = performance.now();
  const table = await PageTable.of(documents, async () => undefined);
  const pairs = await nearDocuments(table, async () => undefined);
  const ms = Math.round(performance.now() - began);
  return {
    'this project': {
      ...shareOf(new Set(pairs.map(({ a, b }) => keyOf(a, b))), plantedDocuments(corpus)),
      ms,
    },
    'all with all by shingles': allWithAll(corpus, documents),
    'same file by digest': { ...byDigest(corpus), ms: 0 },
  };
}

console.log(JSON.stringify({ large: await large(), [`beside others, ${SMALL} assets`]: await small() }));
