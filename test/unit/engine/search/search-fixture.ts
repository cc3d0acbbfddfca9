import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { AssetSummary } from '../../../../src/contract/assets.ts';
import type { PageText } from '../../../../src/engine/ports/extractor.ts';
import { createSearch } from '../../../../src/engine/search/create-search.ts';
import type { Search } from '../../../../src/engine/search/search.ts';
import { NO_WORDS, type SearchWords } from '../../../../src/engine/search/words/search-words.ts';
import { openTextIndex } from '../../../../src/platform/text-index/sqlite-text-index.ts';
import type { AssetField } from '../../../../src/shared/vocabulary/asset-fields.ts';
import { shaOf } from '../../../support/event-maker.ts';

/** A catalog that tests write, a real index in a temporary folder, and a search over both. */

export const NOW = Date.parse('2026-11-21T09:00:00Z');
const DAY = 86_400_000;

/** What a test says of an asset; everything else is a default. */
export type AssetSketch = {
  readonly title: string;
  readonly pages?: readonly string[];
  readonly change?: Partial<AssetSummary>;
};

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** A valid id for a number. */
export function idOf(prefix: string, number: number): string {
  let text = '';
  for (let rest = number, at = 0; at < 16; at += 1, rest = Math.floor(rest / 32))
    text = `${ALPHABET[rest % 32]}${text}`;
  return `${prefix}_${text}`;
}

/** An asset as the catalog shows it. */
export function assetOf(number: number, { title, pages = [], change = {} }: AssetSketch): AssetSummary {
  return {
    id: idOf('a', number),
    title,
    summary: '',
    type: 'one-pager',
    stages: ['awareness'],
    personas: ['cfo'],
    products: [],
    audience: 'customer',
    tags: [],
    state: 'published',
    released: true,
    releaseOn: null,
    expiresOn: null,
    owner: null,
    verifier: null,
    recall: null,
    folder: '',
    verified: null,
    renewedAt: NOW - DAY,
    freshness: 'fresh',
    reviewDays: 90,
    publishedAt: NOW - DAY,
    updatedAt: NOW - DAY,
    version: {
      id: idOf('v', number),
      number: 1,
      sha256: shaOf(number),
      size: 1,
      fileName: 'file.pdf',
      mediaType: 'application/pdf',
      kind: 'pdf',
      pageCount: pages.length,
      words: 1,
      text: pages.length > 0 ? { state: 'searchable' } : { state: 'not', reason: 'no-text' },
      addedAt: NOW - DAY,
    },
    versionCount: 1,
    usefulness: {
      score: 3,
      lowerBound: 1,
      count: 0,
      enough: false,
      distribution: [0, 0, 0, 0, 0],
      useful: 0,
    },
    uses: 0,
    lastUsedAt: null,
    ...change,
  };
}

/** What assets say of attributes whose values are in no list. */
const SAID: { readonly [Field in AssetField]?: readonly string[] } = {
  tags: ['red', 'green', 'old price'],
  language: ['de', 'en'],
  folder: ['Sales', 'Sales/02 Pitch decks', 'Sales/References', 'Sales/References/Banks'],
};

/** What a hub calls things, for operators. */
export const WORDS: SearchWords = {
  stages: [
    { id: 'awareness', name: 'Awareness' },
    { id: 'consideration', name: 'Consideration' },
    { id: 'decision', name: 'Decision' },
    { id: 'retention', name: 'Retention' },
  ],
  personas: [
    { id: 'cfo', name: 'CFO' },
    { id: 'cio', name: 'CIO' },
    { id: 'head-of-operations', name: 'Head of operations' },
    { id: 'it-security-lead', name: 'IT security lead' },
  ],
  types: [
    { id: 'battlecard', name: 'Battlecard' },
    { id: 'one-pager', name: 'One-pager' },
    { id: 'case-study', name: 'Case study' },
    { id: 'faq', name: 'FAQ' },
    { id: 'sales-card', name: 'Sales card' },
    { id: 'security-pack', name: 'Security pack' },
  ],
  products: [
    { id: 'one', name: 'One' },
    { id: 'two', name: 'Harbor Two' },
  ],
  dimensions: [
    {
      field: 'dimension:industry',
      name: 'Industry',
      operator: 'industry',
      terms: [
        { id: 'healthcare', name: 'Healthcare', also: ['hospitals'] },
        { id: 'banking', name: 'Banking & insurance', also: [] },
      ],
    },
  ],
  operators: new Map([['industry', 'dimension:industry']]),
  said: (attribute) => SAID[attribute] ?? [],
  people: [
    { id: 'm_0000000000000001', name: 'Dana Whitfield' },
    { id: 'm_0000000000000002', name: 'Tom Berg' },
  ],
  me: 'm_0000000000000001',
  synonyms: [],
};

/** A catalog under a test's control. */
export class Catalog {
  summaries: ReadonlyMap<string, AssetSummary> = new Map();
  words: SearchWords = NO_WORDS;
  readonly texts = new Map<string, readonly PageText[]>();
  /** Versions whose text was read, in order. */
  readonly read: string[] = [];

  constructor(sketches: readonly AssetSketch[] = []) {
    this.set(sketches.map((sketch, at) => [at + 1, sketch]));
  }

  set(assets: readonly (readonly [number, AssetSketch])[]): void {
    const next = new Map(this.summaries);
    for (const [number, sketch] of assets) {
      const asset = assetOf(number, sketch);
      next.set(asset.id, asset);
      this.texts.set(
        asset.version.id,
        (sketch.pages ?? []).map((text, page) => ({ label: String(page + 1), text })),
      );
    }
    this.summaries = next;
  }

  remove(number: number): void {
    const next = new Map(this.summaries);
    next.delete(idOf('a', number));
    this.summaries = next;
  }

  textOf = async (version: string): Promise<readonly PageText[]> => {
    this.read.push(version);
    const pages = this.texts.get(version);
    if (pages === undefined) throw new Error('missing');
    return pages;
  };
}

/** A search with its folder; `close` removes both. */
export type Bench = {
  readonly search: Search;
  readonly path: string;
  /** Resolves each time a damaged index is told to be whole again. */
  readonly mended: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** A temporary folder for an index. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'kitbag-search-'));
}

/** Opens the search over a catalog and brings it in step. */
export async function openSearch(catalog: Catalog, folder = temporaryFolder()): Promise<Bench> {
  const path = join(folder, 'index', 'text.sqlite');
  let mended: () => void = () => undefined;
  const search = createSearch({
    summaries: () => catalog.summaries,
    words: () => catalog.words,
    mended: () => mended(),
    textOf: catalog.textOf,
    textIndex: openTextIndex(path),
    clock: { now: () => NOW },
    breathe: () => setImmediate(),
  });
  await search.sync();
  return {
    search,
    path,
    mended: () =>
      new Promise((resolve) => {
        mended = resolve;
      }),
    close: async () => {
      await search.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
